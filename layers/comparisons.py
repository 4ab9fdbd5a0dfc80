"""Describe differences: to the municipality in the same clock year, or since the start."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from geodata.figures.classes import ClassRange, class_of, diverging_classes
from geodata.figures.derived import Derived, cut_by_break, difference
from geodata.tables.periods import clock_year
from geodata.tables.records import Break, Indicator, Observation
from layers.colours import diverging


class Mode(StrEnum):
    """What is shown of a series."""

    VALUE = "value"
    GAP = "gap"
    CHANGE = "change"


class Disabled(StrEnum):
    """Why a mode can never be shown for a series."""

    COUNTS = "counts"
    NO_BENCHMARK = "no_benchmark"
    NO_START = "no_start"


@dataclass(frozen=True, slots=True)
class DerivedCell:
    """A difference on the map, with its class or the size of its circle in pixels."""

    derived: Derived
    class_index: int
    radius_px: float | None


@dataclass(frozen=True)
class ComparisonView:
    """One mode of a series: classes centred on zero, cells by year and place.

    `cut` names for each year the places whose start was counted in another way.
    """

    disabled: Disabled | None
    classes: tuple[ClassRange, ...]
    colours: tuple[str, ...]
    cells: dict[int, dict[str, DerivedCell]]
    cut: dict[int, frozenset[str]]


@dataclass(frozen=True)
class Pairs:
    """What differences of a series are made from: usable values of areas and plans.

    `against` names for each place the comparison group that it is held against, where it has one.
    """

    indicator: Indicator
    values: tuple[Observation, ...]
    benchmarks: tuple[Observation, ...]
    against: Mapping[str, str]
    breaks: tuple[Break, ...]


def gap_view(pairs: Pairs) -> ComparisonView:
    """Return the differences to the municipality's value of the same clock year."""
    printed = {(o.geography, clock_year(o.period)): o for o in pairs.benchmarks if o.period}
    if pairs.indicator.is_count:
        return _without(Disabled.COUNTS if printed else Disabled.NO_BENCHMARK)
    held = ((o, (pairs.against.get(o.geography, ""), clock_year(o.period)))
            for o in pairs.values if o.period)  # fmt: skip
    found = [
        difference(o, printed[other], pairs.indicator.decimals)
        for o, other in held
        if other in printed
    ]
    return _view(pairs.indicator, found) if found else _without(Disabled.NO_BENCHMARK)


def change_view(pairs: Pairs) -> ComparisonView:
    """Return the changes since each place's start measurement, where no break lies between."""
    starts = {o.geography: o for o in pairs.values if o.role == "baseline"}
    later = [o for o in pairs.values if o.role == "status" and o.period and o.geography in starts]
    held = [(o, cut_by_break(pairs.breaks, starts[o.geography], o)) for o in later]
    cut = [o for o, is_cut in held if is_cut]
    found = [
        difference(o, starts[o.geography], pairs.indicator.decimals)
        for o, is_cut in held
        if not is_cut
    ]
    if not found:
        return _without(Disabled.NO_START)
    places: dict[int, frozenset[str]] = {}
    for o in cut:
        year = clock_year(o.period) or 0
        places[year] = places.get(year, frozenset()) | {o.geography}
    return replace(_view(pairs.indicator, found), cut=places)


def _without(reason: Disabled) -> ComparisonView:
    return ComparisonView(reason, (), (), {}, {})


def _view(indicator: Indicator, found: list[Derived]) -> ComparisonView:
    classes = diverging_classes((d.value for d in found), indicator.decimals)
    colours = diverging(classes, indicator.polarity)
    largest = max(abs(d.value) for d in found)
    cells: dict[int, dict[str, DerivedCell]] = {}
    for d in found:
        year = clock_year(d.of.period)
        index = class_of(d.value, classes)
        if year is None or index is None:
            continue
        size = radius_px(abs(d.value), largest) if indicator.is_count else None
        cells.setdefault(year, {})[d.of.geography] = DerivedCell(d, index, size)
    return ComparisonView(None, classes, colours, cells, {})


#: The radius in pixels of the circle for the largest count of a series.
MAX_RADIUS_PX = 30.0
MIN_RADIUS_PX = 3.0


def radius_px(count: float, largest: float) -> float:
    """Return a circle's radius in pixels: its area is proportional to the count."""
    if count <= 0 or largest <= 0:
        return MIN_RADIUS_PX
    return max(MIN_RADIUS_PX, round(MAX_RADIUS_PX * math.sqrt(count / largest), 1))
