"""Read a long table: a row for each figure, with heads for series, place, period and value."""

from collections.abc import Iterator
from dataclasses import replace

from geodata.intake.entries import Entry, Place, Reported
from geodata.intake.sheets import Sheet, letters
from geodata.intake.words import head

#: Without these a table is no long one; the series may be the sheet's name.
_NEEDED = ("geography", "period", "value")
#: So many rows may stand over the heads.
_TOP = 20


def head_row(sheet: Sheet) -> int | None:
    """Return the row with the heads of a long table, `None` where there is none."""
    for row in range(min(_TOP, len(sheet.rows))):
        found = {head(cell.text) for cell in sheet.rows[row]}
        if found.issuperset(_NEEDED):
            return row
    return None


def long_entries(sheet: Sheet, row: int, said: Reported) -> Iterator[Entry]:
    """Yield the figures of a long table; `row` is that of its heads.

    A column that nobody knows is told, and one that stands twice is a fault.
    """
    columns: dict[str, int] = {}
    for column, cell in enumerate(sheet.rows[row]):
        name = head(cell.text)
        if name in columns:
            at = Place(sheet, row, column, "", cell.text)
            said.faults.append(
                at.fault(
                    f"a second column for {name}", f"one (the first is {letters(columns[name])})"
                )
            )
        elif name:
            columns[name] = column
        elif not cell.is_empty:
            said.told.append(Place(sheet, row, column, "", cell.text).told("not known, left out"))
    for number in range(row + 1, len(sheet.rows)):
        cells = {name: _at(sheet, number, column, row) for name, column in columns.items()}
        if not all(cell.is_empty for cell in sheet.rows[number]):
            yield _entry(cells)


def _at(sheet: Sheet, row: int, column: int, heads: int) -> Place:
    return Place(sheet, row, column, "", sheet.cell(heads, column).text)


def _entry(cells: dict[str, Place]) -> Entry:
    named = ("indicator", "geography", "period", "value")
    series, place, period = (cells.get(name) for name in named[:3])
    more = {name: at for name, at in cells.items() if name not in named}
    title = "" if series else cells["value"].sheet.name
    beside = ", ".join(at.cell.text for at in (series, place, period) if at and at.cell.text)
    value = replace(cells["value"], row_label=beside)
    return Entry(value, series, place, period, title, more)
