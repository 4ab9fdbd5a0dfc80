"""Build the one View: for every series, year and geography the value, class or reason.

The browser only looks things up in it; nothing is computed after this.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from geodata.figures.classes import ClassRange, class_of, natural_classes
from geodata.package.blanks import years_of
from geodata.package.package import Package
from geodata.rules.quality import breaks_of, by_observation, find, severity_of
from geodata.tables.findings import Finding, Severity
from geodata.tables.periods import clock_year
from geodata.tables.records import Break, Indicator, Observation, split_list
from layers.colours import SINGLE, sequential
from layers.comparisons import (
    ComparisonView,
    Mode,
    Pairs,
    change_view,
    gap_view,
    radius_px,
)
from layers.reasons import Reason, joined_year, reason


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
    comparisons: dict[Mode, ComparisonView]
    comparison_reasons: dict[Mode, dict[int, dict[str, Reason]]]

    @property
    def years(self) -> tuple[int, ...]:
        """The clock years that have any figure."""
        return tuple(sorted(year for year, cells in self.cells.items() if cells))


@dataclass(frozen=True)
class View:
    """The view description of a package; `years` is the clock, both ends included."""

    years: tuple[int, ...]
    series: dict[str, SeriesView]


@dataclass(frozen=True)
class _Facts:
    """What every series is described with."""

    package: Package
    years: tuple[int, ...]
    kinds: dict[str, str]
    findings: dict[tuple[str, str, str, str], list[Finding]]
    joined: dict[str, int | None]
    against: dict[str, str]
    #: The areas that are there in each year.
    there: dict[int, frozenset[str]]
    #: The members of each plan.
    plans: dict[str, tuple[str, ...]]
    #: Series, place and year of the figures that are hidden.
    hidden: frozenset[tuple[str, str, int]]

    def severity(self, o: Observation) -> Severity | None:
        return severity_of(self.findings.get(o.key, ()))

    def usable(self, o: Observation) -> bool:
        return self.severity(o) != Severity.INVALID

    def drawn(self, o: Observation) -> bool:
        """Whether a value has a shape to be drawn on and may be."""
        return self.kinds[o.geography] in ("area", "plan") and self.usable(o)


def build_view(package: Package) -> View:
    """Return the view of a package."""
    clock = package.descriptor
    facts = _Facts(
        package=package,
        years=tuple(range(clock.first_year, clock.last_year + 1)),
        kinds={g.id: g.kind for g in package.geographies},
        findings=by_observation(find(package)),
        joined={area.id: joined_year(package, area.id) for area in package.areas},
        against={
            g.id: own.id for g in package.geographies if (own := package.municipality_of(g.id))
        },
        there={
            year: package.areas_in(year) for year in range(clock.first_year, clock.last_year + 1)
        },
        plans={g.id: split_list(g.members) for g in package.geographies if g.kind == "plan"},
        hidden=frozenset(
            (b.indicator, b.geography, year)
            for b in package.blanks
            if b.kind == "hidden"
            for year in years_of(b, clock)
        ),
    )
    groups: dict[str, list[Observation]] = defaultdict(list)
    for observation in package.observations:
        groups[observation.indicator].append(observation)
    series = {i.id: _series(facts, i, groups[i.id]) for i in package.indicators}
    return View(facts.years, series)


def _series(facts: _Facts, indicator: Indicator, observations: list[Observation]) -> SeriesView:
    values = [o.value for o in observations if facts.drawn(o)]
    classes = () if indicator.is_count else natural_classes(values, indicator.decimals)
    largest = max(values, default=0.0)

    def cell(o: Observation) -> Cell:
        found = tuple(facts.findings.get(o.key, ()))
        if not facts.drawn(o):
            return Cell(o, found, facts.severity(o), None, None)
        radius = radius_px(o.value, largest) if indicator.is_count else None
        return Cell(
            o,
            found,
            facts.severity(o),
            class_of(round(o.value, indicator.decimals), classes),
            radius,
        )

    cells: dict[int, dict[str, Cell]] = {year: {} for year in facts.years}
    for o in observations:
        year = clock_year(o.period)
        if year is not None:
            cells[year][o.geography] = cell(o)
    comparisons = _comparisons(facts, indicator, observations)
    return SeriesView(
        indicator=indicator,
        circles=indicator.is_count,
        classes=classes,
        colours=(SINGLE,) if indicator.is_count else sequential(len(classes)),
        largest=largest,
        breaks=breaks_of(facts.package, indicator.id),
        cells=cells,
        reasons={y: _reasons(facts, indicator.id, cells[y], None, y) for y in facts.years},
        unplaced=tuple(cell(o) for o in observations if not o.period),
        comparisons=comparisons,
        comparison_reasons={
            mode: {y: _reasons(facts, indicator.id, cells[y], view, y) for y in facts.years}
            for mode, view in comparisons.items()
        },
    )


def _comparisons(
    facts: _Facts, indicator: Indicator, observations: list[Observation]
) -> dict[Mode, ComparisonView]:
    groups = set(facts.against.values())
    benchmarks = (o for o in observations if o.geography in groups)
    pairs = Pairs(
        indicator=indicator,
        values=tuple(o for o in observations if facts.drawn(o)),
        benchmarks=tuple(o for o in benchmarks if facts.usable(o)),
        breaks=breaks_of(facts.package, indicator.id),
        against=facts.against,
    )
    return {Mode.GAP: gap_view(pairs), Mode.CHANGE: change_view(pairs)}


def _reasons(
    facts: _Facts, series: str, cells: dict[str, Cell], mode: ComparisonView | None, year: int
) -> dict[str, Reason]:
    """Say for each area without colour why; `mode` is `None` where values are shown."""
    shown: Collection[str] = cells if mode is None else mode.cells.get(year, {})
    cut = mode.cut.get(year, frozenset()) if mode else frozenset()
    unusable = {place for place, cell in cells.items() if not cell.usable}
    covered = _members_of_plans(facts, set(shown) - unusable)
    spoilt = _members_of_plans(facts, unusable)
    there, reasons = facts.there[year], {}
    for area in facts.package.areas:
        if area.id not in there:
            reasons[area.id] = Reason.NOT_THERE
            continue
        own = cells.get(area.id)
        invalid = area.id in unusable
        if area.id in shown and not invalid:
            continue
        since = facts.joined[area.id]
        reasons[area.id] = reason(
            invalid=invalid,
            hidden=(series, area.id, year) in facts.hidden,
            in_plan=since is None or year >= since,
            plan_value=area.id in covered,
            plan_invalid=area.id in spoilt,
            without_pair=own is not None,
            cut=area.id in cut,
        )
    return reasons


def _members_of_plans(facts: _Facts, places: Collection[str]) -> set[str]:
    """Return the areas of those plans that are among the places."""
    return {one for plan, members in facts.plans.items() if plan in places for one in members}


def nearest_year(years: tuple[int, ...], year: int) -> int | None:
    """Return the year with figures that is closest; of two as close, the later one."""
    return min(years, key=lambda other: (abs(other - year), -other), default=None)
