"""Turn all pairs of years of the series into what the browser looks up, as short as it can be."""

from typing import Any

from dashboard import numbers
from dashboard.payload.cells import CellWriter
from dashboard.payload.comparisons import difference_label, spread_text, verdict_of
from geodata.findings import Severity
from geodata.package import Package
from layers.twoyears import Change, Refusal, TwoYears, YearPair, two_years
from layers.view import SeriesView, View

#: What stands between two years in the key of a pair.
TO = "-"


def write_two_years(package: Package, view: View, cells: CellWriter) -> dict[str, Any]:
    """Return the refusals in words, and each series' years, classes and pairs."""
    words = cells.words
    return {
        "refusals": {
            r: {"glyph": words.text(f"refusal.{r}.glyph"), "text": words.text(f"refusal.{r}.text")}
            for r in Refusal
        },
        "series": {
            identifier: _series(package, series, two_years(package, series), cells)
            for identifier, series in view.series.items()
        },
    }


def _series(
    package: Package, view: SeriesView, shown: TwoYears, cells: CellWriter
) -> dict[str, Any]:
    return {
        "years": list(shown.years),
        "unit": cells.words.text(f"unit.difference.{view.indicator.unit}"),
        "judged": view.indicator.polarity != "neutral",
        "classes": [
            {"colour": colour, "label": difference_label(bounds.low, bounds.high, view, cells)}
            for bounds, colour in zip(shown.classes, shown.colours, strict=True)
        ],
        "pairs": {
            f"{earlier}{TO}{later}": _pair(package, view, pair, cells)
            for (earlier, later), pair in shown.pairs.items()
        },
    }


def _pair(package: Package, view: SeriesView, pair: YearPair, cells: CellWriter) -> dict[str, Any]:
    """Return two years: changes and refusals by place, and one sentence."""
    drawn = {g: c.derived.value for g, c in pair.changes.items() if c.class_index is not None}
    return {
        "changes": {g: _change(view, change, cells) for g, change in pair.changes.items()},
        "refused": dict(pair.refused),
        "said": spread_text(package, view.indicator, drawn, cells)
        or cells.words.text("compare.years.nothing"),
    }


def _change(view: SeriesView, change: Change, cells: CellWriter) -> list[Any]:
    """Return a change as `[label, class, radius, verdict, severity, months differ]`."""
    derived, indicator = change.derived, view.indicator
    label = numbers.signed(derived.value, indicator.decimals, cells.words)
    doubtful = change.severity == Severity.DOUBTFUL
    judged = "unsure" if doubtful else verdict_of(derived.value, indicator.polarity)
    return [
        label,
        change.class_index,
        change.radius_px,
        cells.words.text(f"verdict.{judged}"),
        change.severity.name.lower() if change.severity else "",
        int(derived.months_differ),
    ]
