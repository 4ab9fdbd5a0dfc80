"""Hold every figure against every comparison group of its year, and against its own start.

The rules are those of the map: counts have no gap, nothing is computed from an invalid
figure or across a break, and a pair that is missing is a reason, never a zero. A difference
of a doubtful figure, or of a part of a year and a whole one, is shown without a judgement.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from geodata.package.package import Package
from geodata.tables.findings import Severity
from layers.shown import Places, Shown, cut
from layers.view import SeriesView


class Refused(StrEnum):
    """Why there is no difference."""

    COUNTS = "counts"
    INVALID = "invalid"
    NO_YEAR = "no_year"
    NO_PAIR = "no_pair"
    PAIR_INVALID = "pair_invalid"
    IS_START = "is_start"
    NO_START = "no_start"
    BREAK = "break"
    PART_YEAR = "part_year"


class Unsure(StrEnum):
    """Why a difference is shown without a judgement."""

    DOUBTFUL = "doubtful"
    PART_YEAR = "part_year"


@dataclass(frozen=True, slots=True)
class Difference:
    """A figure less another one, in the unit of the series (percentage points for shares)."""

    value: float
    against: Shown
    periods_differ: bool
    unsure: Unsure | None


Held = Difference | Refused


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure, its gap to each comparison group, and its change since the start."""

    figure: Shown
    gaps: Mapping[str, Held]
    change: Held


def benchmarks(package: Package, figures: Mapping[str, Places]) -> tuple[str, ...]:
    """Return the comparison groups that have a figure in some series of shares or grades."""
    counts = {i.id for i in package.indicators if i.is_count}
    return tuple(
        g.id
        for g in package.geographies
        if g.kind == "comparison"
        and any(g.id in places for i, places in figures.items() if i not in counts)
    )


def entries(
    series: SeriesView, places: Places, own: Sequence[str], groups: Sequence[str]
) -> dict[str, tuple[Entry, ...]]:
    """Return the entries of a series by place, those without a year first.

    `own` are the places that are compared, `groups` those they are held against.
    """
    return {
        place: tuple(_entry(series, figure, places, groups) for figure in places[place])
        for place in own
        if places.get(place)
    }


def _entry(series: SeriesView, figure: Shown, places: Places, groups: Sequence[str]) -> Entry:
    gaps = {group: _gap(series, figure, places.get(group, ())) for group in groups}
    return Entry(figure, gaps, _change(series, figure, places[figure.geography]))


def _gap(series: SeriesView, figure: Shown, others: Iterable[Shown]) -> Held:
    """Return the distance to a group's figure of the same clock year."""
    if series.circles:
        return Refused.COUNTS
    if not figure.usable:
        return Refused.INVALID
    if figure.year is None:
        return Refused.NO_YEAR
    other = next((o for o in others if o.year == figure.year), None)
    if other is None:
        return Refused.NO_PAIR
    return _difference(series, figure, other) if other.usable else Refused.PAIR_INVALID


def _change(series: SeriesView, figure: Shown, own: Iterable[Shown]) -> Held:
    """Return the change since the start measurement of the same place."""
    if figure.is_start:
        return Refused.IS_START
    if not figure.usable:
        return Refused.INVALID
    start = next((o for o in own if o.is_start), None)
    if start is None:
        return Refused.NO_START
    return _since(series, figure, start)


def _since(series: SeriesView, figure: Shown, start: Shown) -> Held:
    if not start.usable:
        return Refused.PAIR_INVALID
    if figure.year is None:
        return Refused.NO_YEAR
    if cut(series.breaks, start, figure):
        return Refused.BREAK
    if series.circles and (start.is_part or figure.is_part):
        return Refused.PART_YEAR
    return _difference(series, figure, start)


def _difference(series: SeriesView, figure: Shown, other: Shown) -> Difference:
    value = round(figure.value - other.value, series.indicator.decimals)
    return Difference(value, other, figure.period != other.period, _unsure(figure, other))


def _unsure(figure: Shown, other: Shown) -> Unsure | None:
    if Severity.DOUBTFUL in (figure.severity, other.severity):
        return Unsure.DOUBTFUL
    spans = {(f.period_start, f.period_end) for f in (figure, other)}
    part = (figure.is_part or other.is_part) and (len(spans) > 1 or figure.period != other.period)
    return Unsure.PART_YEAR if part else None
