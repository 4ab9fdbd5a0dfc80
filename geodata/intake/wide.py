"""Read a wide table: places or series down, years or series across, under one to three rows of heads."""

from collections.abc import Collection, Iterator, Mapping

from geodata.intake.entries import Entry, Place, Reported
from geodata.intake.known import Known
from geodata.intake.sheets import Sheet
from geodata.intake.wide_heads import Heads, heads_of
from geodata.intake.wide_names import columns_of, label_beside, labels_of, titles_of


def wide_entries(sheet: Sheet, known: Known, said: Reported) -> Iterator[Entry] | None:
    """Yield the figures of a wide table; `None` where the sheet has no heads that are known."""
    heads = heads_of(sheet, known)
    return None if heads is None else _entries(sheet, known, heads, said)


def _entries(sheet: Sheet, known: Known, heads: Heads, said: Reported) -> Iterator[Entry]:
    columns, labels = columns_of(sheet, heads), labels_of(sheet, known, heads)
    nearer = {*heads.rows.values(), *labels}
    above = {a: at for a, at in titles_of(sheet, known, heads).items() if a not in nearer}
    _tell_aside(sheet, heads, columns, said)
    for row in range(heads.body, len(sheet.rows)):
        if all(cell.is_empty for cell in sheet.rows[row][heads.first :]):
            _tell_words(sheet, row, heads, said)
            continue
        beside = {a: label_beside(sheet, row, column, heads) for a, column in labels.items()}
        for column, keys in columns.items():
            value = Place(sheet, row, column, _words(beside), _words(keys))
            yield _entry(value, {**above, **beside, **keys})


def _entry(value: Place, named: Mapping[str, Place]) -> Entry:
    series, place, period = map(named.get, ("series", "place", "period"))
    return Entry(value, series, place, period, value.sheet.name)


def _words(named: Mapping[str, Place]) -> str:
    return ", ".join(at.cell.text for at in named.values() if at.cell.text)


def _tell_aside(sheet: Sheet, heads: Heads, columns: Collection[int], said: Reported) -> None:
    """Tell of columns that are left out, and find figures under no head."""
    for column in range(heads.first, sheet.width):
        if column in columns or not _is_filled(sheet, column, heads.body):
            continue
        at = Place(sheet, heads.last, column)
        if at.cell.text:
            said.told.append(at.told(f"{at.cell.text}: no figures of a place, left out"))
        else:
            said.faults.append(at.fault("nothing over figures", "a head for each column"))


def _is_filled(sheet: Sheet, column: int, first: int) -> bool:
    return any(not sheet.cell(row, column).is_empty for row in range(first, len(sheet.rows)))


def _tell_words(sheet: Sheet, row: int, heads: Heads, said: Reported) -> None:
    text = " ".join(c.text for c in sheet.rows[row][: heads.first] if not c.is_empty)
    if text and sheet.cell(row, 0).text:
        said.told.append(f"{sheet.file}, {sheet.where(row)}: no figures beside {text!r}")
