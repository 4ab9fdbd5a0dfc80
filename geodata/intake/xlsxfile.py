"""Read an Excel workbook: what its cells show, never what its formulas or macros would do."""

import warnings
import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl

from geodata.intake.errors import IntakeError
from geodata.intake.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from geodata.intake.packed import damaged, look_into
from geodata.intake.sheets import EMPTY, Book, Cell, Sheet, Span, trimmed
from geodata.intake.shown_numbers import is_percent, shown_number

_MACROS = "xl/vbaProject.bin"
_VISIBLE = "visible"
_FORMULA, _ERROR = "f", "e"


def read_xlsx(file: Path) -> Book:
    """Return the visible sheets of a workbook; raise `IntakeError` for what is none."""
    told = ["macros: none was run"] if _MACROS in look_into(file) else []
    formulas = _formulas(file)
    book = _loaded(file, values=True)
    hidden = [sheet.title for sheet in book.worksheets if sheet.sheet_state != _VISIBLE]
    told += [f"sheet {title}: hidden, left out" for title in hidden]
    sheets = [
        _sheet(file.name, sheet, formulas.get(sheet.title, set()))
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
    except (zipfile.BadZipFile, KeyError, ValueError, TypeError, OSError, AttributeError,
            SyntaxError, IndexError) as error:  # fmt: skip
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
        if not read.is_empty:
            rows.setdefault(cell.row - 1, {})[cell.column - 1] = read
    for row, column in formulas:
        if (column - 1) not in rows.get(row - 1, {}):
            wrong = Cell("", formula=True, wrong="a formula without a stored result")
            rows.setdefault(row - 1, {})[column - 1] = wrong
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
        return Cell(text, float(value), None, is_percent(cell.number_format), formula)
    return Cell(str(value).strip(), formula=formula)
