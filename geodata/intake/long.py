"""Read a long table: a row for each figure, with heads for series, place, period and value."""

from collections.abc import Iterator
from dataclasses import replace

from geodata.intake.entries import Entry, Place, Reported
from geodata.intake.readings import read_cell
from geodata.intake.sheets import Sheet, letters
from geodata.intake.words import head

#: Without these a table is no long one; the series may be the sheet's name.
_NEEDED = ("geography", "period", "value")
_HEADED = ("a head for each column (with commas between cells, a decimal comma stands in quotes: "
           '"9,2")')  # fmt: skip
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
    columns = _columns(sheet, row, said)
    _refuse_headless(sheet, row, said)
    for number in range(row + 1, len(sheet.rows)):
        if not all(cell.is_empty for cell in sheet.rows[number]):
            yield _entry({n: _at(sheet, number, column, row) for n, column in columns.items()})


def _columns(sheet: Sheet, row: int, said: Reported) -> dict[str, int]:
    """The columns that are known, by what they hold."""
    columns: dict[str, int] = {}
    for column, cell in enumerate(sheet.rows[row]):
        name, at = head(cell.text), _at(sheet, row, column, row)
        if name in columns:
            allowed = f"one (the first is {letters(columns[name])})"
            said.faults.append(at.fault(f"a second column for {name}", allowed))
        elif name:
            columns[name] = column
        elif not cell.is_empty:
            said.told.append(at.told("not known, left out"))
    return columns


def _refuse_headless(sheet: Sheet, heads: int, said: Reported) -> None:
    """A number under no head may be the rest of another one: 5,6 in a file with commas between."""
    for column in range(sheet.width):
        if not sheet.cell(heads, column).is_empty:
            continue
        below = (Place(sheet, row, column) for row in range(heads + 1, len(sheet.rows)))
        stray = next((at for at in below if read_cell(at.cell).number is not None), None)
        if stray is not None:
            said.faults.append(stray.fault("a number under no head", _HEADED))


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
