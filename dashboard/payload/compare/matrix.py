"""Write the matrix: every figure of every place, its gaps and its change, ready to be looked up."""

from collections.abc import Mapping
from typing import Any

from dashboard import numbers
from dashboard.payload.cells import UNTOLD
from dashboard.payload.comparisons import verdict_of
from dashboard.pictures.subject import Subject
from geodata.tables.records import Indicator
from layers.matrix import Difference, Entry, Held, Refused, benchmarks, entries
from layers.shown import Shown

#: The kinds of places that have rows; the others are what they are held against.
ROWS = ("area", "sum", "plan")


def write_matrix(subject: Subject) -> dict[str, Any]:
    """Return rows, comparison groups, and by series and place all figures in words."""
    groups = benchmarks(subject.package, subject.figures)
    kinds = {g.id: g.kind for g in subject.package.geographies}
    own = [g for kind in ROWS for g in kinds if kinds[g] == kind]
    series = {
        indicator: entries(view, subject.figures[indicator], own, groups)
        for indicator, view in subject.view.series.items()
    }
    return {
        "rows": [g for g in own if any(g in places for places in series.values())],
        "groups": list(groups),
        "series": {
            indicator: {
                "unit": subject.words.text(f"unit.difference.{subject.cells.series[indicator].unit}"),
                "places": _places(subject, indicator, places),
                "groups": _groups(subject, indicator, groups),
            }
            for indicator, places in series.items()
        },
    }  # fmt: skip


def _places(
    subject: Subject, indicator: str, places: Mapping[str, tuple[Entry, ...]]
) -> dict[str, list[dict[str, Any]]]:
    series = subject.cells.series[indicator]
    return {g: [_entry(subject, series, entry) for entry in own] for g, own in places.items()}


def _groups(
    subject: Subject, indicator: str, groups: tuple[str, ...]
) -> dict[str, list[dict[str, Any]]]:
    figures = subject.figures[indicator]
    return {g: [write_figure(subject, f) for f in figures[g]] for g in groups if g in figures}


def write_figure(subject: Subject, figure: Shown) -> dict[str, Any]:
    """Return a figure with its period and what was found in it, in words."""
    cells = subject.cells
    found = [cells.finding(f) for f in figure.findings]
    notes = [cells.note(n) for o in figure.members for n in o.notes if n not in UNTOLD]
    return {
        "year": figure.year,
        "period": subject.period(figure),
        "value": figure.value,
        "text": subject.value(figure),
        "severity": figure.severity.name.lower() if figure.severity else "",
        "computed": figure.is_computed,
        "said": list(dict.fromkeys([*found, *notes])),
    }


def _entry(subject: Subject, series: Indicator, entry: Entry) -> dict[str, Any]:
    gaps = {group: _held(subject, series, held) for group, held in entry.gaps.items()}
    return {
        **write_figure(subject, entry.figure),
        "start": entry.figure.is_start,
        "gaps": {group: held for group, held in gaps.items() if held != Refused.NO_PAIR},
        "change": _held(subject, series, entry.change),
    }


def _held(subject: Subject, series: Indicator, held: Held) -> dict[str, Any] | str:
    """Return a difference in words, or the reason why there is none."""
    if not isinstance(held, Difference):
        return held.value
    direction = "same" if held.value == 0 else "higher" if held.value > 0 else "lower"
    judged = "unsure" if held.unsure else verdict_of(held.value, series.polarity)
    return {
        "value": held.value,
        "text": numbers.signed(held.value, series.decimals, subject.words),
        "direction": direction,
        "judged": judged,
        "unsure": held.unsure.value if held.unsure else "",
        "against": [subject.value(held.against), subject.period(held.against)],
        "differ": held.periods_differ,
    }
