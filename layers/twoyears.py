"""Describe two years beside each other: the change at each place, or why there is none.

Classes and circles hold for all pairs of years of a series: one colour is one change.
"""

from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations

from geodata.figures.classes import ClassRange, class_of, diverging_classes
from geodata.figures.derived import Derived, cut_by_break, difference
from geodata.package.package import Package
from geodata.tables.findings import Severity
from layers.colours import diverging
from layers.comparisons import radius_px
from layers.reasons import Reason
from layers.view import Cell, SeriesView

#: The kinds of geographies that have a shape to be coloured.
_DRAWN = ("area", "plan")


class Refusal(StrEnum):
    """Why a place has no change between two years, in the order of precedence."""

    NOT_THERE = "not_there"
    INVALID = "invalid"
    HIDDEN = "hidden"
    NOT_IN_PLAN = "not_in_plan"
    PLAN_ONLY = "plan_only"
    BREAK = "break"
    NO_EARLIER = "no_earlier"
    NO_LATER = "no_later"
    NO_FIGURES = "no_figures"


@dataclass(frozen=True, slots=True)
class Difference:
    """The later value less the earlier one, in the unit of the series.

    `severity` is the graver one of the two, `months_differ` tells that they cover different
    months, as part of a year and a whole one.
    """

    value: float
    severity: Severity | None
    months_differ: bool


@dataclass(frozen=True, slots=True)
class Change:
    """The later value less the earlier one, and the graver severity of the two.

    `class_index` is `None` for a place without a shape, `radius_px` for all but counts.
    """

    derived: Derived
    severity: Severity | None
    class_index: int | None
    radius_px: float | None

    @property
    def difference(self) -> Difference:
        """The change as it is judged."""
        return Difference(self.derived.value, self.severity, self.derived.months_differ)


@dataclass(frozen=True)
class YearPair:
    """Two clock years: the changes by geography, and the refusals by geography."""

    changes: dict[str, Change]
    refused: dict[str, Refusal]


@dataclass(frozen=True)
class TwoYears:
    """All pairs of years of a series, the earlier year first.

    `years` are those in which an area or a plan has a printed value.
    """

    years: tuple[int, ...]
    classes: tuple[ClassRange, ...]
    colours: tuple[str, ...]
    pairs: dict[tuple[int, int], YearPair]


@dataclass(frozen=True)
class _Pair:
    """Two years of a series: their cells, by geography, and the areas' reasons in each."""

    view: SeriesView
    years: tuple[int, int]

    @property
    def earlier(self) -> dict[str, Cell]:
        return self.view.cells[self.years[0]]

    @property
    def later(self) -> dict[str, Cell]:
        return self.view.cells[self.years[1]]

    def refusal(self, place: str) -> Refusal | None:
        """Say why a place has no change, `None` where it has one."""
        cells = (self.earlier.get(place), self.later.get(place))
        if any(cell is not None and not cell.usable for cell in cells):
            return Refusal.INVALID
        start, end = cells
        if start is None or end is None:
            return self._missing(place)
        across = cut_by_break(self.view.breaks, start.observation, end.observation)
        return Refusal.BREAK if across else None

    def _missing(self, place: str) -> Refusal:
        reasons = [self.view.reasons[year].get(place) for year in self.years]
        if Reason.NOT_THERE in reasons:
            return Refusal.NOT_THERE
        if Reason.HIDDEN in reasons:
            return Refusal.HIDDEN
        if Reason.NOT_IN_PLAN in reasons:
            return Refusal.NOT_IN_PLAN
        if set(reasons) <= {Reason.PLAN_ONLY, Reason.PLAN_INVALID}:
            return Refusal.PLAN_ONLY
        if place in self.earlier:
            return Refusal.NO_LATER
        return Refusal.NO_EARLIER if place in self.later else Refusal.NO_FIGURES

    def differences(self) -> dict[str, Derived]:
        """Return what can be compared, by geography."""
        decimals = self.view.indicator.decimals
        return {
            place: difference(cell.observation, self.earlier[place].observation, decimals)
            for place, cell in self.later.items()
            if self.refusal(place) is None
        }

    def severity(self, place: str) -> Severity | None:
        """Return the graver severity of a place's two values."""
        severities = (self.earlier[place].severity, self.later[place].severity)
        return max((s for s in severities if s is not None), default=None)


@dataclass(frozen=True)
class _Scale:
    """The classes and the largest change of all pairs, for the places that are drawn."""

    drawn: frozenset[str]
    circles: bool
    classes: tuple[ClassRange, ...]
    largest: float

    def change(self, pair: _Pair, place: str, derived: Derived) -> Change:
        severity = pair.severity(place)
        if place not in self.drawn:
            return Change(derived, severity, None, None)
        size = radius_px(abs(derived.value), self.largest) if self.circles else None
        return Change(derived, severity, class_of(derived.value, self.classes), size)


def two_years(package: Package, view: SeriesView) -> TwoYears:
    """Return every pair of years of a series."""
    drawn = frozenset(g.id for g in package.geographies if g.kind in _DRAWN)
    areas = tuple(area.id for area in package.areas)
    years = tuple(year for year in view.years if drawn & view.cells[year].keys())
    pairs = [_Pair(view, pair) for pair in combinations(years, 2)]
    differences = {pair.years: pair.differences() for pair in pairs}
    values = [d.value for found in differences.values() for g, d in found.items() if g in drawn]
    classes = diverging_classes(values, view.indicator.decimals)
    scale = _Scale(drawn, view.circles, classes, max(map(abs, values), default=0.0))
    return TwoYears(
        years=years,
        classes=classes,
        colours=diverging(classes, view.indicator.polarity),
        pairs={
            pair.years: YearPair(
                changes={g: scale.change(pair, g, d) for g, d in differences[pair.years].items()},
                refused=_refusals(pair, areas),
            )
            for pair in pairs
        },
    )


def _refusals(pair: _Pair, areas: tuple[str, ...]) -> dict[str, Refusal]:
    """Give every area without a change its reason, and other places that have a value."""
    places = dict.fromkeys((*areas, *pair.earlier, *pair.later))
    reasons = {place: pair.refusal(place) for place in places}
    return {place: reason for place, reason in reasons.items() if reason is not None}
