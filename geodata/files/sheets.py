"""Fill a sheet of a workbook: numbers are numbers, all else is text, never a formula."""

from collections.abc import Sequence

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

#: A number or text of a cell; `None` leaves it empty.
Cell = str | float | None
#: So many rows Excel takes in one sheet, the head included.
MAX_ROWS = 1_048_576
_WIDEST = 60
#: What Excel takes in one cell.
_MAX_TEXT = 32_767


def fill(
    sheet: Worksheet, columns: Sequence[str], cells: Sequence[Sequence[Cell]], bold: Format
) -> None:
    """Write a head and rows, with columns as wide as their longest cell, and a filter."""
    for column, name in enumerate(columns):
        sheet.write_string(0, column, name, bold)
        longest = max((len(str(row[column] or "")) for row in cells), default=0)
        sheet.set_column(column, column, min(max(longest, len(name)) + 2, _WIDEST))
    for number, row in enumerate(cells, 1):
        for column, cell in enumerate(row):
            _put(sheet, number, column, cell)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, max(len(cells), 1), len(columns) - 1)


def _put(sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
    if cell is None or cell == "":
        return
    if isinstance(cell, str):
        sheet.write_string(row, column, cell[:_MAX_TEXT])
    else:
        sheet.write_number(row, column, cell)
