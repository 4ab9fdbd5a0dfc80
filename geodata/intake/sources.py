"""Say where a figure stands: in the file's own words, else as its file, row and column."""

from geodata.intake.entries import Entry
from geodata.intake.sheets import letters
from geodata.intake.words import words

_SOURCES = ("source_table", "source_row", "source_column", "source_text")


def is_sourced(entry: Entry) -> bool:
    """Whether a figure comes with the cell of another source."""
    return all(name in entry.more and not entry.more[name].cell.is_empty for name in _SOURCES)


def sources_of(entry: Entry) -> dict[str, str]:
    """Return the cells of a row that lead back to where its figure stands."""
    if is_sourced(entry):
        return {name: entry.more[name].cell.text for name in _SOURCES}
    at, said = entry.value, words()["source"]
    row = said["named_row" if at.row_label else "row"]
    column = said["named_column" if at.column_label else "column"]
    return {
        "source_table": _table(entry, said),
        "source_row": row.format(number=at.row + 1, label=at.row_label),
        "source_column": column.format(letters=letters(at.column), label=at.column_label),
        "source_text": at.cell.text,
    }


def _table(entry: Entry, said: dict[str, str]) -> str:
    sheet, source = entry.value.sheet, entry.more.get("source")
    table = said["sheet" if sheet.name else "table"].format(file=sheet.file, sheet=sheet.name)
    if source is None or source.cell.is_empty:
        return table
    return said["from"].format(table=table, source=source.cell.text)
