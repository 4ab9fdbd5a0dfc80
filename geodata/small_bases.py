"""Find shares that few persons are likely behind: they swing with each single person.

The source seldom says how many persons a share is of. What it prints tells something: about
as many persons are counted in a place from one year to the next, so what one figure gives
away of its base holds for all figures of the place that can be compared with it.
"""

from collections.abc import Collection, Iterator
from itertools import pairwise

from geodata.findings import Finding, Severity
from geodata.package import Package
from geodata.records import Observation
from geodata.stretches import by_series, stretches

#: Percentage points between two figures in a row. Two shares of the same chance and of more
#: than 12 persons each are so far apart less than once in 20 times.
SWING_POINTS = 40.0
#: Percentage points from exactly 0 or 100 % to the mean of the place's other figures. Where
#: the chance is that far from certain, 30 persons agree less than once in 20 times.
FAR_FROM_EXTREME_POINTS = 10.0
#: Slack in comparisons of decimal numbers.
EPSILON = 1e-9

Key = tuple[str, str, str, str]


def find_small_bases(package: Package, invalid: Collection[Key]) -> Iterator[Finding]:
    """Yield the findings of a package; the `invalid` values are evidence of nothing."""
    shares = {i.id for i in package.indicators if i.is_share}
    areas = {area.id for area in package.areas}
    yield from _stated(package)
    for (indicator, geography), row in by_series(package).items():
        if indicator not in shares:
            continue
        if geography in areas:
            yield from _extreme_shares(row)
        usable = [o for o in row if o.period and o.key not in invalid]
        for stretch in stretches(package, usable):
            yield from _large_swings(stretch)
            if geography in areas:
                yield from _suspected(stretch)


def _stated(package: Package) -> Iterator[Finding]:
    """A figure that the source itself says rests on few persons."""
    for o in package.observations:
        if _is_stated(o):
            yield Finding("small_base_stated", Severity.NOTE, o)


def _extreme_shares(row: list[Observation]) -> Iterator[Finding]:
    """A share of exactly 0 or 100 % in an area: few persons are likely behind it.

    Where the source says how many there are, that is said and nothing is guessed.
    """
    for o in filter(_is_extreme, row):
        yield Finding("extreme_share", Severity.NOTE, o, (), "" if o.n is None else str(o.n))


def _large_swings(stretch: list[Observation]) -> Iterator[Finding]:
    """Two figures in a row far apart: few persons are likely behind both."""
    for before, after in _swings(stretch):
        apart = f"{abs(after.value - before.value):.1f}"
        yield Finding("large_swing", Severity.NOTE, before, (after,), apart)
        yield Finding("large_swing", Severity.NOTE, after, (before,), apart)


def _suspected(stretch: list[Observation]) -> Iterator[Finding]:
    """The quiet figures of a stretch whose other figures give a small base away.

    A figure with a stated number of persons is not suspected, and one that has a remark on
    its base by another rule needs no second one.
    """
    swinging = [o for pair in _swings(stretch) for o in pair]
    evidence = [o for o in stretch if o in swinging or _is_far_extreme(o, stretch)]
    for o in stretch if evidence else ():
        if o.n is None and o not in swinging and not _is_extreme(o) and not _is_stated(o):
            yield Finding("small_base_suspected", Severity.NOTE, o, tuple(evidence))


def _swings(stretch: list[Observation]) -> list[tuple[Observation, Observation]]:
    return [
        (before, after)
        for before, after in pairwise(stretch)
        if abs(after.value - before.value) > SWING_POINTS + EPSILON
    ]


def _is_far_extreme(o: Observation, stretch: list[Observation]) -> bool:
    """Whether all or none is not what the other figures of the stretch let one expect."""
    others = [other.value for other in stretch if not _is_extreme(other)]
    if not others or not _is_extreme(o):
        return False
    return abs(o.value - sum(others) / len(others)) > FAR_FROM_EXTREME_POINTS + EPSILON


def _is_extreme(o: Observation) -> bool:
    return o.value in (0.0, 100.0)


def _is_stated(o: Observation) -> bool:
    return "small_base_stated" in o.notes
