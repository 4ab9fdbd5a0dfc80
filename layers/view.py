"""Build the one View: for every series, year and geography the value, class or reason.

The browser only looks things up in it; nothing is computed after this.
"""

import math
from collections import defaultdict
from dataclasses import dataclass

from geodata.findings import Finding, Severity
from geodata.package import Package
from geodata.periods import clock_year
from geodata.quality import breaks_of, by_observation, find, severity_of
from geodata.records import Break, Indicator, Observation, split_list
from layers.classes import ClassRange, class_of, natural_classes
from layers.colours import SINGLE, sequential
from layers.reasons import Reason, joined_year, reason

#: The radius in pixels of the circle for the largest count of a series.
MAX_RADIUS_PX = 30.0
MIN_RADIUS_PX = 3.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A printed value on the map: `class_index` and `radius_px` only where it is drawn."""

    observation: Observation
    findings: tuple[Finding, ...]
    severity: Severity | None
    class_index: int | None
    radius_px: float | None

    @property
    def usable(self) -> bool:
        """Whether the value may be coloured and compared."""
        return self.severity != Severity.INVALID


@dataclass(frozen=True)
class SeriesView:
    """All of one series: fills or circles, classes with colours, cells by year and place."""

    indicator: Indicator
    circles: bool
    classes: tuple[ClassRange, ...]
    colours: tuple[str, ...]
    largest: float
    breaks: tuple[Break, ...]
    cells: dict[int, dict[str, Cell]]
    reasons: dict[int, dict[str, Reason]]
    unplaced: tuple[Cell, ...]

    @property
    def years(self) -> tuple[int, ...]:
        """The clock years that have any figure."""
        return tuple(sorted(year for year, cells in self.cells.items() if cells))


@dataclass(frozen=True)
class View:
    """The view description of a package; `years` is the clock, both ends included."""

    years: tuple[int, ...]
    series: dict[str, SeriesView]


def build_view(package: Package) -> View:
    """Return the view of a package."""
    clock = package.descriptor
    years = tuple(range(clock.first_year, clock.last_year + 1))
    findings = by_observation(find(package))
    joined = {area.id: joined_year(package, area.id) for area in package.areas}
    groups: dict[str, list[Observation]] = defaultdict(list)
    for observation in package.observations:
        groups[observation.indicator].append(observation)
    return View(years, {
        indicator.id: _series(package, indicator, groups[indicator.id], findings, years, joined)
        for indicator in package.indicators
    })  # fmt: skip


def _series(
    package: Package,
    indicator: Indicator,
    observations: list[Observation],
    findings: dict[tuple[str, str, str, str], list[Finding]],
    years: tuple[int, ...],
    joined: dict[str, int | None],
) -> SeriesView:
    kinds = {g.id: g.kind for g in package.geographies}
    found = {o.key: tuple(findings.get(o.key, ())) for o in observations}
    drawn = [o for o in observations if kinds[o.geography] in ("area", "plan")
             and severity_of(found[o.key]) != Severity.INVALID]  # fmt: skip
    values = [o.value for o in drawn]
    classes = () if indicator.is_count else natural_classes(values, indicator.decimals)
    largest = max(values, default=0.0)

    def cell(o: Observation) -> Cell:
        shown = o in drawn
        radius = _radius(o.value, largest) if indicator.is_count and shown else None
        index = class_of(o.value, classes) if shown else None
        return Cell(o, found[o.key], severity_of(found[o.key]), index, radius)

    cells: dict[int, dict[str, Cell]] = {year: {} for year in years}
    for o in observations:
        year = clock_year(o.period)
        if year is not None:
            cells[year][o.geography] = cell(o)
    return SeriesView(
        indicator=indicator,
        circles=indicator.is_count,
        classes=classes,
        colours=(SINGLE,) if indicator.is_count else sequential(len(classes)),
        largest=largest,
        breaks=breaks_of(package, indicator.id),
        cells=cells,
        reasons={year: _reasons(package, cells[year], joined, year) for year in years},
        unplaced=tuple(cell(o) for o in observations if not o.period),
    )


def _radius(value: float, largest: float) -> float:
    """Return a circle's radius in pixels: the area is proportional to the count."""
    if value <= 0 or largest <= 0:
        return MIN_RADIUS_PX
    return max(MIN_RADIUS_PX, round(MAX_RADIUS_PX * math.sqrt(value / largest), 1))


def _reasons(
    package: Package, cells: dict[str, Cell], joined: dict[str, int | None], year: int
) -> dict[str, Reason]:
    covered = {member for g in package.geographies if g.kind == "plan" and g.id in cells
               for member in split_list(g.members)}  # fmt: skip
    reasons = {}
    for area in package.areas:
        own = cells.get(area.id)
        if own is not None and own.usable:
            continue
        since = joined[area.id]
        reasons[area.id] = reason(
            invalid=own is not None,
            in_plan=since is None or year >= since,
            plan_value=area.id in covered,
        )
    return reasons


def nearest_year(years: tuple[int, ...], year: int) -> int | None:
    """Return the year with figures that is closest; of two as close, the later one."""
    return min(years, key=lambda other: (abs(other - year), -other), default=None)
