"""Write the memo's figures: two years side by side, the matrix, and all values with cells."""

from collections.abc import Iterable, Sequence
from typing import Any

from dashboard import numbers
from dashboard.memo.request import Memo
from dashboard.payload.comparisons import verdict_of
from dashboard.pictures.subject import Subject
from geodata.tables.records import Observation
from layers.shown import Shown, refusal


def write_change(memo: Memo, subject: Subject) -> dict[str, Any] | None:
    """Return the table of two years of the first indicator, with the change or why none is."""
    if memo.earlier is None:
        return None
    indicator, words = memo.indicators[0], subject.words
    years = (memo.earlier, memo.year)
    places = compared(memo, subject, indicator)
    pairs = {g: [_in_year(subject, indicator, g, year) for year in years] for g in places}
    shown = {g: pair for g, pair in pairs.items() if any(pair)}
    head = [_periods([pair[n] for pair in shown.values()], subject) for n in range(len(years))]
    return {
        "head": [words.text("ui.area"), *head, words.text("memo.change")],
        "rows": [
            [subject.place(g, indicator), *(_said(figure, subject) for figure in pair),
             _change(indicator, *pair, subject=subject)]
            for g, pair in shown.items()
        ],
    }  # fmt: skip


def _periods(figures: Sequence[Shown | None], subject: Subject) -> str:
    """Name the periods of some figures, each once."""
    return "; ".join(dict.fromkeys(subject.period(f) for f in figures if f is not None))


def compared(memo: Memo, subject: Subject, indicator: str) -> list[str]:
    """Return the places that figures are shown of: the chosen ones and the benchmark.

    Counts are not held against a benchmark: a municipality's count dwarfs an area's.
    """
    counts = subject.series(indicator).circles
    return [*memo.places, *([memo.against] if memo.against and not counts else [])]


def _in_year(subject: Subject, indicator: str, geography: str, year: int) -> Shown | None:
    own = subject.figures[indicator].get(geography, ())
    return next((figure for figure in own if figure.year == year), None)


def _said(figure: Shown | None, subject: Subject) -> str:
    return subject.words.text("memo.none") if figure is None else subject.marked(figure)


def _change(indicator: str, first: Shown | None, last: Shown | None, *, subject: Subject) -> str:
    words, series = subject.words, subject.series(indicator)
    if first is None or last is None:
        return words.text("memo.change.missing")
    refused = refusal(series, first, last)
    if refused:
        return words.text(f"memo.change.{refused}")
    said = _difference(indicator, first, last, subject)
    amount = numbers.difference(_amount(indicator, first, last, subject), series.indicator, words)
    return words.text("memo.change.said", **{**said, "amount": amount})


def _amount(indicator: str, first: Shown, last: Shown, subject: Subject) -> float:
    return round(last.value - first.value, subject.series(indicator).indicator.decimals)


def _difference(indicator: str, first: Shown, last: Shown, subject: Subject) -> dict[str, str]:
    """Say a difference and what it is worth; nothing is judged on a part of a year."""
    one, words = subject.series(indicator).indicator, subject.words
    amount = _amount(indicator, first, last, subject)
    counted = one.unit == "count"
    part = first.is_part or last.is_part
    verdict = "memo.part_year" if part else f"verdict.{verdict_of(amount, one.polarity)}"
    return {
        "amount": numbers.difference(amount, one, words)
        if counted
        else numbers.signed(amount, one.decimals, words),
        "verdict": words.text(verdict),
    }


def write_matrix(memo: Memo, subject: Subject) -> dict[str, Any]:
    """Return areas × indicators: the latest figure, of the years that verdicts look at too."""
    rows = [*memo.places, *([memo.against] if memo.against else [])]
    having = [g for g in rows if any(_latest(memo, subject, i, g) for i in memo.indicators)]
    without = [subject.cells.places[g] for g in rows if g not in having]
    return {
        "head": [subject.words.text("ui.area"), *(subject.cells.names[i] for i in memo.indicators)],
        "rows": [
            {"name": subject.cells.places[g],
             "cells": [_matrix_cell(memo, subject, i, g) for i in memo.indicators]}
            for g in having
        ],
        "without": subject.words.text("memo.matrix.without", places=", ".join(without))
        if without else "",
    }  # fmt: skip


def _latest(memo: Memo, subject: Subject, indicator: str, geography: str) -> Shown | None:
    if geography not in compared(memo, subject, indicator):
        return None
    own = subject.figures[indicator].get(geography, ())
    with_year = [f for f in own if f.year is not None]
    return with_year[-1] if with_year else None


def _matrix_cell(memo: Memo, subject: Subject, indicator: str, geography: str) -> dict[str, Any]:
    figure = _latest(memo, subject, indicator, geography)
    if figure is None:
        return {"value": subject.words.text("memo.none"), "period": "", "lines": []}
    return {
        "value": subject.marked(figure),
        "period": subject.period(figure),
        "lines": list(_held(memo, subject, indicator, figure)),
    }


def _held(memo: Memo, subject: Subject, indicator: str, figure: Shown) -> Iterable[str]:
    """Say how far a figure is from the benchmark's of its year, and from its own start."""
    series, words = subject.series(indicator), subject.words
    if memo.against in compared(memo, subject, indicator) and memo.against != figure.geography:
        other = _in_year(subject, indicator, str(memo.against), figure.year or 0)
        if other and not refusal(series, other, figure, across_time=False):
            said = _difference(indicator, other, figure, subject)
            place = subject.cells.in_text[str(memo.against)]
            key = "memo.matrix.gap_same" if other.value == figure.value else "memo.matrix.gap"
            yield words.text(key, place=place, **said)
    own = subject.figures[indicator][figure.geography]
    start = next((f for f in own if f.is_start), None)
    if start and start is not figure and not refusal(series, start, figure):
        said = _difference(indicator, start, figure, subject)
        yield words.text("memo.matrix.change", **said)


def write_values(memo: Memo, subject: Subject) -> list[dict[str, Any]]:
    """Return, for each indicator, every figure of the chosen places and the cells they are in."""
    return [_values(memo, subject, indicator) for indicator in memo.indicators]


def _values(memo: Memo, subject: Subject, indicator: str) -> dict[str, Any]:
    series, figures = subject.series(indicator), shown_in(memo, subject, indicator)
    ordered = sorted(figures, key=lambda f: (f.year or 0, f.period, not f.is_start))
    columns = list(dict.fromkeys(_column(f, subject) for f in ordered))
    table = {(f.geography, _column(f, subject)): subject.marked(f) for f in figures}
    none = subject.words.text("memo.none")
    return {
        "name": subject.cells.names[indicator],
        "unit": subject.words.text(f"unit.{series.indicator.unit}"),
        "head": [subject.words.text("ui.area"), *columns],
        "rows": [
            [subject.place(g, indicator), *(table.get((g, c), none) for c in columns)]
            for g in dict.fromkeys(f.geography for f in figures)
        ],
        "cells": _addresses([o for f in ordered for o in f.members], subject),
    }


def shown_in(memo: Memo, subject: Subject, indicator: str) -> list[Shown]:
    """Return all figures of a series that the memo shows, by place."""
    figures = subject.figures[indicator]
    return [f for g in compared(memo, subject, indicator) for f in figures.get(g, ())]


def _column(figure: Shown, subject: Subject) -> str:
    period = subject.period(figure)
    return f"{period}, {subject.words.text('ui.baseline')}" if figure.is_start else period


def _addresses(shown: Sequence[Observation], subject: Subject) -> list[str]:
    """Name the cells: each table and row once, with all columns that figures come from."""
    columns: dict[tuple[str, str], dict[str, None]] = {}
    for o in shown:
        columns.setdefault((o.source_table, o.source_row), {})[o.source_column] = None
    return [
        subject.words.text("memo.cell", table=table, row=row, columns="; ".join(named))
        for (table, row), named in columns.items()
    ]
