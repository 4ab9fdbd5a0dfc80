"""Find figures of comparison groups that large groups seldom have: jumps, and stand-stills."""

from collections.abc import Iterator
from itertools import pairwise
from math import sqrt

from geodata.findings import Finding, Severity
from geodata.package import Package
from geodata.periods import is_part_year
from geodata.records import Observation
from geodata.stretches import by_series, stretches

#: A count that halves or doubles from one figure to the next, ...
JUMP_FACTOR = 2.0
#: ... and by more than so many standard deviations of the difference of two such counts
#: (Poisson): by chance once in 15,000 times.
JUMP_DEVIATIONS = 4.0
#: A share that is printed the same so many times in a row.
STILL_FIGURES = 3


def find_odd_comparisons(package: Package) -> Iterator[Finding]:
    """Yield the jumps of counts and the stand-stills of shares of comparison groups."""
    groups = {g.id for g in package.geographies if g.kind == "comparison"}
    series = {i.id: i for i in package.indicators}
    for (indicator, geography), row in by_series(package).items():
        if geography not in groups:
            continue
        rule = _jumps if series[indicator].is_count else _still
        for stretch in stretches(package, [o for o in row if o.period]):
            yield from rule(stretch)


def _jumps(stretch: list[Observation]) -> Iterator[Finding]:
    whole = [o for o in stretch if not is_part_year(o.period_start, o.period_end)]
    for before, after in pairwise(whole):
        low, high = sorted((before.value, after.value))
        deviations = (high - low) / sqrt(high + low) if high else 0.0
        if high > JUMP_FACTOR * low and deviations > JUMP_DEVIATIONS:
            yield Finding("comparison_jumps", Severity.NOTE, before, (after,))
            yield Finding("comparison_jumps", Severity.NOTE, after, (before,))


def _still(stretch: list[Observation]) -> Iterator[Finding]:
    for start, first in enumerate(stretch):
        same = [first]
        for o in stretch[start + 1 :]:
            if o.value != first.value:
                break
            same.append(o)
        begins = start == 0 or stretch[start - 1].value != first.value
        if begins and len(same) >= STILL_FIGURES:
            for o in same:
                others = tuple(other for other in same if other is not o)
                yield Finding("comparison_still", Severity.NOTE, o, others)
