"""Put the figures of one series and place in a row, and cut the row where it cannot be compared."""

from collections import defaultdict
from collections.abc import Iterable

from geodata.package import Package
from geodata.periods import clock_year, sort_key
from geodata.records import Observation

Series = tuple[str, str]


def by_series(package: Package) -> dict[Series, list[Observation]]:
    """Group observations by series and geography, each in the order of the clock."""
    groups: dict[Series, list[Observation]] = defaultdict(list)
    for o in package.observations:
        groups[(o.indicator, o.geography)].append(o)
    return {key: sorted(group, key=sort_key) for key, group in groups.items()}


def stretches(package: Package, row: Iterable[Observation]) -> list[list[Observation]]:
    """Cut one series of one geography, in the order of the clock, at its changes of definition."""
    cut: list[list[Observation]] = []
    for o in row:
        if not cut or _break_between(package, cut[-1][-1], o):
            cut.append([])
        cut[-1].append(o)
    return cut


def _break_between(package: Package, before: Observation, after: Observation) -> bool:
    first, last = clock_year(before.period) or 0, clock_year(after.period) or 0
    return any(
        b.indicator == before.indicator
        and b.concerns(before.geography)
        and first < b.date.year <= last
        for b in package.breaks
    )
