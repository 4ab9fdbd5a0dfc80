"""Describe the lines of a series over time: what is joined, what stays open, what is marked.

A line joins figures of consecutive years only; a year without a figure, a figure that cannot
be used and a break leave it open.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from geodata.findings import Severity
from geodata.package import Package
from geodata.records import Break, Indicator, Target, split_list
from layers.view import Cell, SeriesView, View

#: Rules whose figures are drawn open, whatever their severity.
_PART = frozenset({"part_year"})


class Mark(StrEnum):
    """How a figure is drawn."""

    PLAIN = "plain"
    START = "start"
    OPEN = "open"
    OPEN_START = "open_start"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True)
class Point:
    """A printed figure at its clock year."""

    year: int
    mark: Mark
    cell: Cell

    @property
    def value(self) -> float:
        """The printed value, in the series' unit."""
        return self.cell.observation.value

    @property
    def usable(self) -> bool:
        """Whether the figure has a place on the scale."""
        return self.cell.usable


@dataclass(frozen=True, slots=True)
class Line:
    """All figures of one geography, and the pairs that are joined."""

    geography: str
    points: tuple[Point, ...]
    joined: tuple[tuple[Point, Point], ...]

    @property
    def last(self) -> Point | None:
        """The latest figure that has a place on the scale."""
        return next((p for p in reversed(self.points) if p.usable), None)


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target that a geography owns: straight from (year, value) to (year, value)."""

    geography: str
    target: Target
    start: tuple[int, float]
    end: tuple[int, float]


@dataclass(frozen=True)
class Lines:
    """A chart of one series; `low` and `high` hold all that has a place on the scale."""

    indicator: Indicator
    lines: tuple[Line, ...]
    benchmark: Line | None
    targets: tuple[TargetLine, ...]
    breaks: tuple[Break, ...]
    unplaced: tuple[Cell, ...]
    years: tuple[int, int]
    low: float
    high: float

    @property
    def all_lines(self) -> tuple[Line, ...]:
        """The chosen geographies' lines, then the benchmark's."""
        return (*self.lines, *((self.benchmark,) if self.benchmark else ()))

    @property
    def is_empty(self) -> bool:
        """Whether the chosen geographies have no figure at all, with a year or without."""
        return not any(line.points for line in self.lines) and not self.unplaced


def build_lines(
    package: Package, view: View, indicator: str, geographies: Sequence[str], against: str | None
) -> Lines:
    """Return the chart of a series for some geographies, and a benchmark if it has figures.

    A series of counts has no benchmark: a municipality's count dwarfs an area's.
    """
    series = view.series[indicator]
    lines = tuple(_line(series, g) for g in geographies)
    held = _line(series, against) if against and not series.circles else None
    benchmark = held if held is not None and held.points and against not in geographies else None
    last = max(package.descriptor.as_of.year, *series.years, view.years[0])
    targets = tuple(_targets(package, series, lines, last))
    low, high = _extent([*lines, *([benchmark] if benchmark else [])], targets, series)
    return Lines(
        indicator=series.indicator,
        lines=lines,
        benchmark=benchmark,
        targets=targets,
        breaks=tuple(b for b in series.breaks if any(b.concerns(g) for g in geographies)),
        unplaced=tuple(c for c in series.unplaced if c.observation.geography in geographies),
        years=(view.years[0], last),
        low=low,
        high=high,
    )


def _line(series: SeriesView, geography: str) -> Line:
    cells = ((year, series.cells[year].get(geography)) for year in series.years)
    points = tuple(Point(year, mark_of(cell), cell) for year, cell in cells if cell)
    pairs = pairwise(points)
    return Line(geography, points, tuple(p for p in pairs if _joins(series.breaks, geography, *p)))


def _joins(breaks: Iterable[Break], geography: str, first: Point, second: Point) -> bool:
    if not (first.usable and second.usable) or second.year - first.year != 1:
        return False
    return not any(b.concerns(geography) and b.date.year == second.year for b in breaks)


def mark_of(cell: Cell) -> Mark:
    """Return how a figure is drawn: part years and doubtful figures open, invalid ones crossed."""
    if cell.severity == Severity.INVALID:
        return Mark.INVALID
    start = cell.observation.role == "baseline"
    unsure = cell.severity == Severity.DOUBTFUL or any(f.rule in _PART for f in cell.findings)
    if unsure:
        return Mark.OPEN_START if start else Mark.OPEN
    return Mark.START if start else Mark.PLAIN


def _targets(
    package: Package, series: SeriesView, lines: tuple[Line, ...], last: int
) -> Iterable[TargetLine]:
    for target in package.targets:
        if target.indicator != series.indicator.id or target.value is None:
            continue
        for line in lines:
            if line.geography in owners(package, target):
                drawn = _target_line(target, line, series.breaks, last)
                if drawn:
                    yield drawn


def owners(package: Package, target: Target) -> tuple[str, ...]:
    """Return whose target it is: each place named, or the sum of all those named."""
    named = split_list(target.geographies)
    if target.scope == "each":
        return named
    return tuple(
        g.id for g in package.geographies
        if g.kind in ("sum", "plan") and set(split_list(g.members)) == set(named)
    )  # fmt: skip


def _target_line(
    target: Target, line: Line, breaks: Iterable[Break], last: int
) -> TargetLine | None:
    """A level from year to year, or the start measurement and the promised change every year."""
    end = min(target.to_ or last, last)
    if target.value is not None and target.kind == "at_least":
        level = target.value
        return TargetLine(line.geography, target, (target.from_ or end, level), (end, level))
    start = next((p for p in line.points if p.cell.observation.role == "baseline"), None)
    if target.kind != "change_per_year" or target.value is None or not (start and start.usable):
        return None
    cut = [b.date.year - 1 for b in breaks if b.concerns(line.geography)]
    end = min([end, *(year for year in cut if year >= start.year)])
    promised = start.value + target.value * (end - start.year)
    return TargetLine(line.geography, target, (start.year, start.value), (end, promised))


def _extent(
    lines: Sequence[Line], targets: Sequence[TargetLine], series: SeriesView
) -> tuple[float, float]:
    values = [p.value for line in lines for p in line.points if p.usable]
    values += [value for t in targets for _, value in (t.start, t.end)]
    values += [0.0] if series.circles else []
    return (min(values), max(values)) if values else (0.0, 0.0)
