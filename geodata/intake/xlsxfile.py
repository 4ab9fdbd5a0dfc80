"""Read an Excel workbook: what its cells show, never what its formulas or macros would do."""

import warnings
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl

from geodata.intake.errors import IntakeError
from geodata.intake.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from geodata.intake.packed import look_into
from geodata.intake.sheets import (
    EMPTY,
    EMPTY_RESULT,
    NO_RESULT,
    Book,
    Cell,
    Sheet,
    Span,
    number_cell,
    trimmed,
)
from geodata.intake.shown_numbers import is_percent, shown_number
from geodata.intake.xmlfile import damaged
from geodata.network_import.archive import DAMAGED
from geodata.reading.text import name_of

_MACROS = "xl/vbaProject.bin"
_VISIBLE = "visible"
#: What openpyxl calls a formula, an error, and a stored text that is empty.
_FORMULA, _ERROR, _EMPTY_TEXT = "f", "e", "str"


def read_xlsx(file: Path) -> Book:
    """Return the visible sheets of a workbook; raise `IntakeError` for what is none."""
    told = ["macros: none was run"] if _MACROS in look_into(file) else []
    formulas = _formulas(file)
    book = _loaded(file, values=True)
    hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != _VISIBLE]
    told += [f"sheet {title}: hidden, left out" for title in hidden]
    sheets = [
        _sheet(name_of(file), sheet, formulas.get(sheet.title, set()))
        for sheet in book.worksheets
        if sheet.sheet_state == _VISIBLE
    ]
    return Book(tuple(sheets), tuple(told))


def _loaded(file: Path, *, values: bool) -> Any:
    try:
        with warnings.catch_warnings():
            # What it cannot keep (pictures, rules) is nothing that is read.
            warnings.simplefilter("ignore")
            return openpyxl.load_workbook(file, data_only=values, keep_links=False)
    except (*DAMAGED, KeyError, TypeError, AttributeError, SyntaxError, IndexError) as error:
        raise damaged(file.name, error) from error


def _formulas(file: Path) -> dict[str, set[tuple[int, int]]]:
    """The cells of each sheet that hold a formula, by row and column from 1."""
    return {
        sheet.title: {
            (cell.row, cell.column)
            for cell in _filled(file.name, sheet)
            if cell.data_type == _FORMULA
        }
        for sheet in _loaded(file, values=False).worksheets
    }


def _filled(name: str, sheet: Any) -> list[Any]:
    """The cells of a sheet; what merged ranges cover beside their first is none."""
    if sheet.max_row > MAX_ROWS or sheet.max_column > MAX_COLUMNS or (
        sheet.max_row * sheet.max_column > MAX_CELLS
    ):  # fmt: skip
        found = f"a sheet that reaches to row {sheet.max_row} and column {sheet.max_column}"
        allowed = (f"at most {MAX_ROWS} rows, {MAX_COLUMNS} columns and {MAX_CELLS} cells "
                   f"(delete rows and columns beyond the table)")  # fmt: skip
        raise IntakeError(name, found, allowed, f"sheet {sheet.title}")
    return [cell for row in sheet.iter_rows() for cell in row if cell.value is not None]


def _sheet(name: str, sheet: Any, formulas: set[tuple[int, int]]) -> Sheet:
    rows: dict[int, dict[int, Cell]] = {}
    for cell in _filled(name, sheet):
        read = _cell(cell, (cell.row, cell.column) in formulas)
        if read != EMPTY:
            rows.setdefault(cell.row - 1, {})[cell.column - 1] = read
    for row, column in formulas:
        if (column - 1) not in rows.get(row - 1, {}):
            stored = sheet.cell(row, column).data_type == _EMPTY_TEXT
            rows.setdefault(row - 1, {})[column - 1] = EMPTY_RESULT if stored else NO_RESULT
    spans = (Span(r.min_row - 1, r.min_col - 1, r.max_row - 1, r.max_col - 1)
             for r in sheet.merged_cells.ranges)  # fmt: skip
    hidden = frozenset(number - 1 for number, row in sheet.row_dimensions.items() if row.hidden)
    return Sheet(name, sheet.title, trimmed(rows), tuple(spans), hidden, _hidden_columns(sheet))


def _hidden_columns(sheet: Any) -> frozenset[int]:
    hidden = (dimension for dimension in sheet.column_dimensions.values() if dimension.hidden)
    return frozenset(column - 1 for d in hidden for column in range(d.min, d.max + 1)
                     if column <= MAX_COLUMNS)  # fmt: skip


def _cell(cell: Any, formula: bool) -> Cell:
    value = cell.value
    if cell.data_type == _ERROR:
        return Cell(str(value), formula=formula, wrong=f"the error {value}")
    if value is None:
        return EMPTY
    if isinstance(value, datetime | date):
        day = value.date() if isinstance(value, datetime) else value
        return Cell(day.isoformat(), day=day, formula=formula)
    if isinstance(value, int | float) and not isinstance(value, bool):
        text = shown_number(float(value), cell.number_format)
        percent = is_percent(cell.number_format)
        return number_cell(text, float(value), percent=percent, formula=formula)
    return Cell(str(value).strip(), formula=formula)
