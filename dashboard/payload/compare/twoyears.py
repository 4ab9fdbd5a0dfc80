"""Turn all pairs of years of the series into what the browser looks up, as short as it can be."""

from collections.abc import Mapping
from typing import Any

from dashboard import numbers
from dashboard.payload.cells import CellWriter
from dashboard.payload.comparisons import (
    difference_label,
    is_judged,
    judgement_of,
    spread_text,
)
from dashboard.payload.outlines import refusal_words
from dashboard.shades import shade
from geodata.package.package import Package
from layers.shown import Places
from layers.sumyears import Held, sum_changes
from layers.twoyears import Change, Difference, Refusal, TwoYears, YearPair, two_years
from layers.view import SeriesView, View

#: What stands between two years in the key of a pair.
TO = "-"


def write_two_years(
    package: Package, view: View, figures: Mapping[str, Places], cells: CellWriter
) -> dict[str, Any]:
    """Return the refusals in words, and each series' years, classes and pairs.

    `figures` are those of `layers.shown.shown_figures`: sums have their changes from them.
    """
    return {
        "refusals": refusal_words(package, cells.words),
        "series": {
            identifier: _series(
                package, series, two_years(package, series), figures[identifier], cells
            )
            for identifier, series in view.series.items()
        },
    }


def _series(
    package: Package, view: SeriesView, shown: TwoYears, figures: Places, cells: CellWriter
) -> dict[str, Any]:
    return {
        "years": list(shown.years),
        "unit": cells.words.text(f"unit.difference.{view.indicator.unit}"),
        "counted": view.indicator.unit == "count",
        "judged": view.indicator.polarity != "neutral",
        "classes": [
            {
                "colour": shade(colour),
                "label": difference_label(bounds.low, bounds.high, view, cells),
            }
            for bounds, colour in zip(shown.classes, shown.colours, strict=True)
        ],
        "pairs": {
            f"{years[0]}{TO}{years[1]}": _pair(
                package, view, pair, sum_changes(view, figures, years), cells
            )
            for years, pair in shown.pairs.items()
        },
    }


def _pair(
    package: Package, view: SeriesView, pair: YearPair, sums: Mapping[str, Held], cells: CellWriter
) -> dict[str, Any]:
    """Return two years: changes and refusals by place, sums last, and one sentence."""
    drawn = {g: c.derived.value for g, c in pair.changes.items() if c.class_index is not None}
    return {
        "changes": {
            **{g: _change(view, change, cells) for g, change in pair.changes.items()},
            **{
                g: _sum_change(view, one, cells)
                for g, one in sums.items()
                if isinstance(one, Difference)
            },
        },
        "refused": {
            **pair.refused,
            **{g: one for g, one in sums.items() if isinstance(one, Refusal)},
        },
        "said": spread_text(package, view.indicator, drawn, cells)
        or cells.words.text("compare.years.nothing"),
    }


def _change(view: SeriesView, change: Change, cells: CellWriter) -> list[Any]:
    """Return a change as `[label, class, radius, verdict, severity, months differ]`.

    What cannot be judged has no class: the colour of one would judge it.
    """
    label, *rest = _said(view, change.difference, cells)
    judgement = judgement_of(change.difference, view.indicator.polarity)
    drawn = change.class_index if is_judged(judgement) else None
    return [label, drawn, change.radius_px, *rest]


def _sum_change(view: SeriesView, change: Difference, cells: CellWriter) -> list[Any]:
    """Return a sum's change in the same form: it has no shape, so no class and no circle."""
    label, *rest = _said(view, change, cells)
    return [label, None, None, *rest]


def _said(view: SeriesView, change: Difference, cells: CellWriter) -> list[Any]:
    """Return a difference as `[label, verdict, severity, months differ]`."""
    return [
        numbers.signed(change.value, view.indicator.decimals, cells.words),
        cells.words.text(f"verdict.{judgement_of(change, view.indicator.polarity)}"),
        change.severity.name.lower() if change.severity else "",
        int(change.months_differ),
    ]
