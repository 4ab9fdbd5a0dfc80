"""Write the memo's figures: two years side by side, the matrix, and all values with cells."""

from collections.abc import Iterable, Sequence
from typing import Any

from dashboard import numbers
from dashboard.memo.request import Memo
from dashboard.payload.comparisons import verdict_of
from dashboard.pictures.subject import Subject
from geodata.derived import cut_by_break, difference
from geodata.findings import Severity
from geodata.records import Observation
from layers.comparisons import Mode
from layers.view import Cell, SeriesView


def value_of(cell: Cell, subject: Subject) -> str:
    """Write a printed value with the mark of what was found in it."""
    text = subject.cells.value(cell.observation)
    if cell.severity is None:
        return text
    mark = subject.words.text(f"ui.mark.{cell.severity.name.lower()}")
    return f"{text} ({mark})"


def write_change(memo: Memo, subject: Subject) -> dict[str, Any] | None:
    """Return the table of two years of the first indicator, with the change or why none is."""
    if memo.earlier is None:
        return None
    series, words = subject.series(memo.indicators[0]), subject.words
    compared = [*memo.places, *([memo.against] if memo.against and not series.circles else [])]
    rows = [
        [subject.cells.places[g], *(_in_year(series, y, g, subject) for y in memo.years),
         _change(series, memo.years, g, subject)]
        for g in compared if any(g in series.cells[y] for y in memo.years)
    ]  # fmt: skip
    head = [words.text("ui.area"), *(str(y) for y in memo.years), words.text("memo.change")]
    return {"head": head, "rows": rows}


def _in_year(series: SeriesView, year: int, geography: str, subject: Subject) -> str:
    cell = series.cells[year].get(geography)
    if cell is None:
        return subject.words.text("memo.none")
    return f"{value_of(cell, subject)}, {subject.cells.period(cell.observation)}"


def _change(series: SeriesView, years: Sequence[int], geography: str, subject: Subject) -> str:
    words = subject.words
    first, last = (series.cells[year].get(geography) for year in years)
    if first is None or last is None:
        return words.text("memo.change.missing")
    refused = _refused(series, first, last)
    if refused:
        return words.text(f"memo.change.{refused}")
    indicator = series.indicator
    change = difference(last.observation, first.observation, indicator.decimals).value
    amount = numbers.signed(change, indicator.decimals, words)
    unit = words.text(f"unit.difference.{indicator.unit}")
    verdict = words.text(f"verdict.{verdict_of(change, indicator.polarity)}")
    return words.text("memo.change.said", amount=amount, unit=unit, verdict=verdict)


def _refused(series: SeriesView, first: Cell, last: Cell) -> str:
    if not (first.usable and last.usable):
        return "invalid"
    if Severity.DOUBTFUL in (first.severity, last.severity):
        return "doubtful"
    return "break" if cut_by_break(series.breaks, first.observation, last.observation) else ""


def write_matrix(memo: Memo, subject: Subject) -> dict[str, Any]:
    """Return areas × indicators: the latest figure up to the memo's year, with its period."""
    compared = [*memo.places, *([memo.against] if memo.against else [])]
    return {
        "head": [subject.words.text("ui.area"), *(subject.cells.names[i] for i in memo.indicators)],
        "rows": [
            {"name": subject.cells.places[g],
             "cells": [_matrix_cell(memo, subject, i, g) for i in memo.indicators]}
            for g in compared
        ],
    }  # fmt: skip


def _matrix_cell(memo: Memo, subject: Subject, indicator: str, geography: str) -> dict[str, Any]:
    series, words = subject.series(indicator), subject.words
    years = [y for y in series.years if y <= memo.year and geography in series.cells[y]]
    if not years:
        return {"value": words.text("memo.none"), "period": "", "lines": []}
    year = years[-1]
    cell = series.cells[year][geography]
    lines = [_derived(series, mode, year, geography, subject) for mode in (Mode.GAP, Mode.CHANGE)]
    return {
        "value": value_of(cell, subject),
        "period": subject.cells.period(cell.observation),
        "lines": [line for line in lines if line],
    }


def _derived(series: SeriesView, mode: Mode, year: int, geography: str, subject: Subject) -> str:
    found = series.comparisons[mode].cells.get(year, {}).get(geography)
    if found is None or series.cells[year][geography].severity == Severity.DOUBTFUL:
        return ""
    indicator, value = series.indicator, found.derived.value
    return subject.words.text(
        f"memo.matrix.{mode}",
        amount=numbers.signed(value, indicator.decimals, subject.words),
        verdict=subject.words.text(f"verdict.{verdict_of(value, indicator.polarity)}"),
    )


def write_values(memo: Memo, subject: Subject) -> list[dict[str, Any]]:
    """Return, for each indicator, every figure of the chosen places and the cells they are in."""
    return [_values(memo, subject, indicator) for indicator in memo.indicators]


def _values(memo: Memo, subject: Subject, indicator: str) -> dict[str, Any]:
    series = subject.series(indicator)
    against = [memo.against] if memo.against and not series.circles else []
    places = [*memo.places, *against]
    cells = shown_cells(series, places)
    columns = list(dict.fromkeys(_column(c.observation, subject) for c in cells))
    table = {(c.observation.geography, _column(c.observation, subject)): value_of(c, subject)
             for c in cells}  # fmt: skip
    named = [g for g in places if any(g == c.observation.geography for c in cells)]
    none = subject.words.text("memo.none")
    return {
        "name": subject.cells.names[indicator],
        "unit": subject.words.text(f"unit.{series.indicator.unit}"),
        "source": series.indicator.source,
        "head": [subject.words.text("ui.area"), *columns],
        "rows": [
            [subject.cells.places[g], *(table.get((g, c), none) for c in columns)] for g in named
        ],
        "cells": _addresses([c.observation for c in cells], subject),
    }


def shown_cells(series: SeriesView, places: Sequence[str]) -> list[Cell]:
    """Return all figures of some places, those without a year first, then by year."""
    unplaced = [c for c in series.unplaced if c.observation.geography in places]
    return unplaced + [
        series.cells[year][g] for year in series.years for g in places if g in series.cells[year]
    ]


def _column(observation: Observation, subject: Subject) -> str:
    period = subject.cells.period(observation)
    if observation.role != "baseline":
        return period
    return f"{period}, {subject.words.text('ui.baseline')}"


def _addresses(shown: Iterable[Observation], subject: Subject) -> list[str]:
    """Name the cells: each table and row once, with all columns that figures come from."""
    columns: dict[tuple[str, str], dict[str, None]] = {}
    for o in shown:
        columns.setdefault((o.source_table, o.source_row), {})[o.source_column] = None
    return [
        subject.words.text("memo.cell", table=table, row=row, columns="; ".join(named))
        for (table, row), named in columns.items()
    ]
