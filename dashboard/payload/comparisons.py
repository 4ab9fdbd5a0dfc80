"""Turn the differences of a series into what the browser looks up for each mode."""

from collections.abc import Iterator
from typing import Any

from dashboard import numbers
from dashboard.payload.cells import CellWriter
from dashboard.shades import shade
from geodata.figures.derived import Derived
from geodata.package.package import Package
from geodata.tables.findings import Severity
from geodata.tables.periods import is_part_year
from geodata.tables.records import Indicator
from layers.comparisons import ComparisonView, DerivedCell, Mode
from layers.twoyears import Difference
from layers.view import Cell, SeriesView


def write_modes(
    package: Package, view: SeriesView, years: tuple[int, ...], cells: CellWriter
) -> dict[str, Any]:
    """Return every mode but the plain value: classes, cells, reasons and a sentence a year."""
    return {
        mode: {
            "disabled": cells.words.text(f"disabled.{shown.disabled}") if shown.disabled else None,
            "unit": cells.words.text(f"unit.difference.{view.indicator.unit}"),
            "classes": [
                {
                    "colour": shade(colour),
                    "label": difference_label(bounds.low, bounds.high, view, cells),
                }
                for bounds, colour in zip(shown.classes, shown.colours, strict=True)
            ],
            "cells": {
                str(year): {
                    g: _cell(mode, cell, view.cells[year][g], view, cells)
                    for g, cell in in_year.items()
                }
                for year, in_year in shown.cells.items()
            },
            "reasons": {str(y): dict(r) for y, r in view.comparison_reasons[mode].items()},
            "sentences": {
                str(year): _sentence(package, mode, shown, view, year, cells)
                for year in years
                if view.cells[year]
            },
        }
        for mode, shown in view.comparisons.items()
    }


def difference_label(low: float, high: float, view: SeriesView, cells: CellWriter) -> str:
    """Name a class of differences by its bounds, with their signs."""
    decimals, words = view.indicator.decimals, cells.words
    upper = numbers.signed(high, decimals, words)
    if low == high:
        return upper
    return words.text("legend.range", low=numbers.signed(low, decimals, words), high=upper)


def judgement_of(change: Difference, polarity: str) -> str:
    """Name what a change is worth, or why that cannot be said: `is_judged` tells which."""
    if change.severity == Severity.DOUBTFUL:
        return "unsure"
    return "part_year" if change.months_differ else verdict_of(change.value, polarity)


def is_judged(judgement: str) -> bool:
    """Whether a judgement says what a change is worth, so that it may have a colour that says so."""
    return judgement not in ("unsure", "part_year")


def judgement_in(mode: Mode, cell: DerivedCell, printed: Cell, polarity: str) -> str:
    """Name what a difference on the map is worth; a gap compares what both print for the year."""
    differ = mode == Mode.CHANGE and cell.derived.months_differ
    return judgement_of(Difference(cell.derived.value, printed.severity, differ), polarity)


def _cell(
    mode: Mode, cell: DerivedCell, printed: Cell, view: SeriesView, cells: CellWriter
) -> dict[str, Any]:
    derived, words = cell.derived, cells.words
    judgement = judgement_in(mode, cell, printed, view.indicator.polarity)
    said = "level" if judgement == "same" and mode == Mode.GAP else judgement
    label = numbers.signed(derived.value, view.indicator.decimals, words)
    against = derived.against
    return {
        "label": label,
        "text": numbers.difference(derived.value, view.indicator, words),
        "cls": cell.class_index if is_judged(judgement) else None,
        "radius": cell.radius_px,
        "verdict": words.text(f"verdict.{said}"),
        "against": words.text(
            f"against.{mode}",
            place=cells.places[against.geography],
            value=cells.value(against),
            period=cells.period(against),
        ),
        "differ": derived.periods_differ and mode == Mode.GAP,
        "caveat": "; ".join(_caveats(cell.derived, cells)) if mode == Mode.CHANGE else "",
    }


def _caveats(change: Derived, cells: CellWriter) -> Iterator[str]:
    """Say what keeps a change from being one between two whole years."""
    start, end = change.against, change.of
    if not start.period:
        yield cells.words.text("caveat.start_no_period")
    if is_part_year(start.period_start, start.period_end):
        yield cells.words.text("caveat.start_part_year", period=cells.period(start))
    if is_part_year(end.period_start, end.period_end):
        yield cells.words.text("caveat.part_year", period=cells.period(end))


def verdict_of(value: float, polarity: str) -> str:
    """Name a difference: better or worse by polarity, more or less where neutral, or the same."""
    if value == 0:
        return "same"
    if polarity == "neutral":
        return "more" if value > 0 else "less"
    return "better" if (value > 0) == (polarity == "higher") else "worse"


def _sentence(
    package: Package,
    mode: Mode,
    shown: ComparisonView,
    view: SeriesView,
    year: int,
    cells: CellWriter,
) -> str:
    """Say the year's differences in one neutral sentence."""
    words = cells.words
    start = words.text(f"sentence.{mode}", name=cells.names[view.indicator.id], year=year)
    found = {place: cell.derived.value for place, cell in shown.cells.get(year, {}).items()}
    said = spread_text(package, view.indicator, found, cells)
    return f"{start} {said or words.text('sentence.no_pair')}"


def spread_text(
    package: Package, indicator: Indicator, differences: dict[str, float], cells: CellWriter
) -> str:
    """Name the lowest and the highest difference of the areas, or of all where they have none.

    Without any difference the text is empty.
    """
    words, decimals = cells.words, indicator.decimals
    areas = {area.id for area in package.areas}
    ordered = sorted(differences.items(), key=lambda item: item[1])
    own = [item for item in ordered if item[0] in areas] or ordered
    if not own:
        return ""
    (low_place, low), (high_place, high) = own[0], own[-1]
    if len(own) == 1:
        said = numbers.difference(low, indicator, words)
        return words.text("sentence.difference.one", place=cells.places[low_place], value=said)
    spread = {
        "count": len(own),
        "low_place": cells.in_text[low_place],
        "high_place": cells.in_text[high_place],
    }
    if indicator.unit == "count":
        ends = {"low": low, "high": high}
        said_ends = {end: numbers.difference(v, indicator, words) for end, v in ends.items()}
        return words.text("sentence.difference.spread.count", **spread, **said_ends)
    return words.text(
        "sentence.difference.spread",
        **spread,
        low=numbers.signed(low, decimals, words),
        high=numbers.signed(high, decimals, words),
        unit=words.text(f"unit.difference.{indicator.unit}"),
    )
