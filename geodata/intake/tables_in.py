"""Read the sheets of a file as figures: long or wide, with all that is odd about a sheet told."""

from collections.abc import Iterable, Iterator, Sequence

from geodata.intake.entries import Entry, Place, Reported
from geodata.intake.known import Known
from geodata.intake.long import head_row, long_entries
from geodata.intake.sheets import Book, Sheet, letters, listed
from geodata.intake.wide import wide_entries

_NEEDED = ("heads for series, place, period and value (take the template), or periods or series "
           "over columns")  # fmt: skip


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
    is_empty = all(cell.is_empty for row in sheet.rows for cell in row)
    if alone:
        found = "nothing" if is_empty else "no heads of a table that is known"
        said.faults.append(Place(sheet, 0, 0).fault(found, _NEEDED))
    elif not is_empty:
        said.told.append(f"{sheet.file}, sheet {sheet.name}: no table of figures, left out")


def _tell_sheet(sheet: Sheet, entries: Iterable[Entry], said: Reported) -> None:
    """Tell what a person does not see in a sheet, or sees in another way."""
    name = f"{sheet.file}, sheet {sheet.name}" if sheet.name else sheet.file
    values = [entry.value for entry in entries]
    for told in (_hidden(sheet, values), _formulas(values), _shares(values)):
        said.told += [f"{name}: {words}" for words in told]
    if not values:
        said.told.append(f"{name}: no figures under the heads")


def _hidden(sheet: Sheet, values: Sequence[Place]) -> Iterator[str]:
    rows = {at.row + 1 for at in values if at.row in sheet.hidden_rows and not at.cell.is_empty}
    if rows:
        yield f"rows {listed(sorted(rows))} are hidden, read all the same"
    columns = {at.column for at in values if at.column in sheet.hidden_columns}
    if columns:
        yield f"columns {', '.join(map(letters, sorted(columns)))} are hidden, read all the same"


def _formulas(values: Sequence[Place]) -> Iterator[str]:
    cells = [at for at in values if at.cell.formula]
    with_result = [at.name for at in cells if not at.cell.is_empty]
    if with_result:
        yield f"formulas, of which the stored results were read: {listed(with_result)}"
    without = [at.name for at in cells if at.cell.is_empty]
    if without:
        yield f"formulas whose stored result is an empty text, taken as empty cells: {listed(without)}"


def _shares(values: Sequence[Place]) -> Iterator[str]:
    shares = [at for at in values if at.cell.percent and at.cell.number is not None]
    if shares:
        cell = shares[0].cell
        yield (f"{len(shares)} cells with a per-cent format were read times 100 "
               f"({cell.number:g} is {cell.text})")  # fmt: skip


def _single(entries: list[Entry], said: Reported) -> list[Entry]:
    """Leave out what a merged cell spreads over: whose figure it is nobody can say."""
    kept: list[Entry] = []
    for entry in entries:
        at = entry.value
        span = at.sheet.covered.get((at.row, at.column))
        if span is None:
            kept.append(entry)
        elif (at.row, at.column) == (span.first_row, span.first_column) and not at.cell.is_empty:
            last = Place(at.sheet, span.last_row, span.last_column)
            found = f"a figure merged over {at.name}:{last.name}"
            said.faults.append(at.fault(found, "a cell for each figure"))
    return kept
