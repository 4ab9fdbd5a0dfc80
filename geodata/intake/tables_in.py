"""Read the sheets of a file as figures: long or wide, with all that is odd about a sheet told."""

from collections.abc import Iterable

from geodata.intake.entries import Entry, Place, Reported
from geodata.intake.long import head_row, long_entries
from geodata.intake.sheets import Book, Sheet, letters, listed
from geodata.intake.wide import Known, wide_entries


def entries_of(book: Book, known: Known, said: Reported) -> list[list[Entry]]:
    """Return the figures of each sheet; a sheet that is no table is told, or a fault if alone."""
    found: list[list[Entry]] = []
    unread: list[Sheet] = []
    for sheet in book.sheets:
        entries = _entries(sheet, known, said)
        if entries is None:
            unread.append(sheet)
        else:
            _tell_sheet(sheet, entries, said)
            found.append(_single(entries, said))
    for sheet in unread:
        _no_table(sheet, said, alone=not found)
    return found


def _entries(sheet: Sheet, known: Known, said: Reported) -> list[Entry] | None:
    heads = head_row(sheet)
    if heads is not None:
        return list(long_entries(sheet, heads, said))
    entries = wide_entries(sheet, known, said)
    return None if entries is None else list(entries)


def _no_table(sheet: Sheet, said: Reported, *, alone: bool) -> None:
    if not alone or not any(sheet.rows):
        if any(sheet.rows):
            said.told.append(f"{sheet.file}, sheet {sheet.name}: no table of figures, left out")
        return
    allowed = ("heads for series, place, period and value (take the template), or periods or "
               "series over columns")  # fmt: skip
    said.faults.append(Place(sheet, 0, 0).fault("no heads of a table that is known", allowed))


def _tell_sheet(sheet: Sheet, entries: Iterable[Entry], said: Reported) -> None:
    """Tell what a person does not see in a sheet, or sees in another way."""
    name = f"{sheet.file}, sheet {sheet.name}" if sheet.name else sheet.file
    values = [entry.value for entry in entries]
    rows = {at.row + 1 for at in values if at.row in sheet.hidden_rows and not at.cell.is_empty}
    if rows:
        said.told.append(f"{name}: rows {listed(rows)} are hidden, read all the same")
    columns = {at.column for at in values if at.column in sheet.hidden_columns}
    if columns:
        names = ", ".join(map(letters, sorted(columns)))
        said.told.append(f"{name}: columns {names} are hidden, read all the same")
    cells = [f"{letters(at.column)}{at.row + 1}" for at in values if at.cell.formula]
    if cells:
        more = f" and {len(cells) - 10} more" if cells[10:] else ""
        said.told.append(f"{name}: formulas, of which the stored results were read: "
                         f"{', '.join(cells[:10])}{more}")  # fmt: skip
    shares = [at for at in values if at.cell.percent and at.cell.number is not None]
    if shares:
        at = shares[0]
        said.told.append(f"{name}: {len(shares)} cells with a per-cent format were read times 100 "
                         f"({at.cell.number:g} is {at.cell.text})")  # fmt: skip


def _single(entries: list[Entry], said: Reported) -> list[Entry]:
    """Leave out what a merged cell spreads over: whose figure it is nobody can say."""
    kept: list[Entry] = []
    for entry in entries:
        at = entry.value
        span = at.sheet.covered.get((at.row, at.column))
        if span is None:
            kept.append(entry)
        elif (at.row, at.column) == (span.first_row, span.first_column) and not at.cell.is_empty:
            last = f"{letters(span.last_column)}{span.last_row + 1}"
            found = f"a figure merged over {letters(at.column)}{at.row + 1}:{last}"
            said.faults.append(at.fault(found, "a cell for each figure"))
    return kept
