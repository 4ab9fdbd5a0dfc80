"""Describe the lines of a series over time: what is joined, what stays open, what is marked.

A line joins figures of consecutive years only; a year without a figure, a figure that cannot
be used and a break leave it open.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from geodata.package.package import Package
from geodata.tables.findings import Severity
from geodata.tables.records import Break, Indicator, Target, split_list
from layers.shown import Places, Shown, cut
from layers.view import SeriesView


class Mark(StrEnum):
    """How a figure is drawn."""

    PLAIN = "plain"
    START = "start"
    OPEN = "open"
    OPEN_START = "open_start"
    INVALID = "invalid"


@dataclass(frozen=True, slots=True)
class Point:
    """A figure at its clock year; `value` is in the series' unit."""

    year: int
    value: float
    mark: Mark
    shown: Shown

    @property
    def usable(self) -> bool:
        """Whether the figure has a place on the scale."""
        return self.shown.usable


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
    unplaced: tuple[Shown, ...]
    low: float
    high: float

    @property
    def all_lines(self) -> tuple[Line, ...]:
        """The chosen geographies' lines, then the benchmark's."""
        return (*self.lines, *((self.benchmark,) if self.benchmark else ()))

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year with a figure."""
        years = [p.year for line in self.all_lines for p in line.points]
        return (min(years), max(years)) if years else None


def build_lines(
    package: Package,
    series: SeriesView,
    figures: Places,
    geographies: Sequence[str],
    against: str | None,
) -> Lines:
    """Return the chart of a series for some geographies, and a benchmark if it has figures.

    A series of counts has no benchmark: a municipality's count dwarfs an area's.
    """
    lines = tuple(_line(series, g, figures.get(g, ())) for g in geographies)
    benchmark = None
    if against and not series.circles and against not in geographies and against in figures:
        benchmark = _line(series, against, figures[against])
    every = [*lines, *([benchmark] if benchmark else [])]
    last = max((p.year for line in every for p in line.points), default=0)
    targets = tuple(_targets(package, series, lines, last))
    low, high = _extent(every, targets, series)
    return Lines(
        indicator=series.indicator,
        lines=lines,
        benchmark=benchmark,
        targets=targets,
        breaks=tuple(b for b in series.breaks if _touches(b, every, last)),
        unplaced=tuple(f for g in geographies for f in figures.get(g, ()) if f.year is None),
        low=low,
        high=high,
    )


def _line(series: SeriesView, geography: str, figures: Sequence[Shown]) -> Line:
    points = tuple(Point(f.year, f.value, mark_of(f), f) for f in figures if f.year is not None)
    joined = tuple((a, b) for a, b in pairwise(points) if _joins(series.breaks, a, b))
    return Line(geography, points, joined)


def _joins(breaks: tuple[Break, ...], first: Point, second: Point) -> bool:
    if not (first.usable and second.usable) or second.year - first.year != 1:
        return False
    return not cut(breaks, first.shown, second.shown)


def _touches(change: Break, lines: Sequence[Line], last: int) -> bool:
    """Whether a break lies among the figures and touches any of them."""
    return change.date.year <= last and any(
        p.shown.concerned_by(change) for line in lines for p in line.points
    )


def mark_of(figure: Shown) -> Mark:
    """Return how a figure is drawn: part years and doubtful figures open, invalid ones crossed."""
    if not figure.usable:
        return Mark.INVALID
    if figure.severity == Severity.DOUBTFUL or figure.is_part:
        return Mark.OPEN_START if figure.is_start else Mark.OPEN
    return Mark.START if figure.is_start else Mark.PLAIN


def _targets(
    package: Package, series: SeriesView, lines: tuple[Line, ...], last: int
) -> Iterable[TargetLine]:
    for target in package.targets:
        if target.indicator != series.indicator.id or target.value is None:
            continue
        owning = owners(package, target)
        for line in lines:
            drawn = _target_line(target, line, series, last) if line.geography in owning else None
            if drawn:
                yield drawn


def owners(package: Package, target: Target) -> tuple[str, ...]:
    """Return whose target it is: each place named, or the sum of all those named."""
    named = split_list(target.geographies)
    if target.scope == "each":
        return named
    return tuple(
        g.id for g in package.geographies
        if g.kind == "sum" and set(split_list(g.members)) == set(named)
    )  # fmt: skip


def _target_line(target: Target, line: Line, series: SeriesView, last: int) -> TargetLine | None:
    """A level from year to year, or the start measurement and the promised change every year."""
    end, value = min(target.to_ or last, last), target.value or 0.0
    if target.kind == "at_least":
        return TargetLine(line.geography, target, (target.from_ or end, value), (end, value))
    start = next((p for p in line.points if p.shown.is_start and p.usable), None)
    if target.kind != "change_per_year" or start is None:
        return None
    ahead = [b.date.year - 1 for b in series.breaks if start.shown.concerned_by(b)]
    end = min([end, *(year for year in ahead if year >= start.year)])
    promised = start.value + value * (end - start.year)
    return TargetLine(line.geography, target, (start.year, start.value), (end, promised))


def _extent(
    lines: Sequence[Line], targets: Sequence[TargetLine], series: SeriesView
) -> tuple[float, float]:
    values = [p.value for line in lines for p in line.points if p.usable]
    values += [value for t in targets for _, value in (t.start, t.end)]
    values += [0.0] if series.circles else []
    return (min(values), max(values)) if values else (0.0, 0.0)
