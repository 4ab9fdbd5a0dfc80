"""Find figures of comparison groups that large groups seldom have: jumps, and stand-stills."""

from collections.abc import Iterator

import numpy as np

from geodata.tables.columns import Mask
from geodata.tables.facts import Facts, Ints
from geodata.tables.findings import Finding, Located, Severity

#: A count that halves or doubles from one figure to the next, ...
JUMP_FACTOR = 2.0
#: ... and by more than so many standard deviations of the difference of two such counts
#: (Poisson): by chance once in 15,000 times.
JUMP_DEVIATIONS = 4.0
#: A share that is printed the same so many times in a row.
STILL_FIGURES = 3


def odd_comparisons(facts: Facts) -> Iterator[Located]:
    """Yield the jumps of counts and stand-stills of shares of comparison groups, with their rows."""
    counts = facts.of_series([i.is_count for i in facts.indicators])
    dated = facts.of_kind("comparison") & (facts.year > 0)
    yield from _jumps(facts, facts.order[(dated & counts & ~facts.is_part_year)[facts.order]])
    yield from _still(facts, facts.order[(dated & ~counts)[facts.order]])


def _comparable(facts: Facts, rows: Ints) -> Mask:
    """Whether each row can be held against the one behind it: one series, place and stretch."""
    line, stretch = facts.line[rows], facts.stretch[rows]
    comparable: Mask = (line[1:] == line[:-1]) & (stretch[1:] == stretch[:-1])
    return comparable


def _jumps(facts: Facts, rows: Ints) -> Iterator[Located]:
    values = facts.value[rows]
    low, high = np.minimum(values[1:], values[:-1]), np.maximum(values[1:], values[:-1])
    deviations = (high - low) / np.sqrt(np.maximum(high + low, 1e-300))
    jump = _comparable(facts, rows) & (high > JUMP_FACTOR * low) & (deviations > JUMP_DEVIATIONS)
    for nth in np.flatnonzero(jump).tolist():
        first, second = int(rows[nth]), int(rows[nth + 1])
        before, after = facts.observations[first], facts.observations[second]
        yield first, Finding("comparison_jumps", Severity.NOTE, before, (after,))
        yield second, Finding("comparison_jumps", Severity.NOTE, after, (before,))


def _still(facts: Facts, rows: Ints) -> Iterator[Located]:
    values = facts.value[rows]
    same = _comparable(facts, rows) & (values[1:] == values[:-1])
    for run in np.split(rows, np.flatnonzero(~same) + 1):
        if len(run) >= STILL_FIGURES:
            figures = facts.observations.at(run)
            for row, o in zip(run.tolist(), figures, strict=True):
                others = tuple(other for other in figures if other is not o)
                yield row, Finding("comparison_still", Severity.NOTE, o, others)
