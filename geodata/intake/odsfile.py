"""Read an OpenDocument spreadsheet: its cells say themselves what they show and what they are."""

import zipfile
from collections.abc import Collection, Iterable, Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

from geodata.intake.errors import IntakeError
from geodata.intake.limits import MAX_CELLS, MAX_COLUMNS, MAX_MERGED, MAX_ROWS, MAX_SHEETS
from geodata.intake.packed import look_into
from geodata.intake.sheets import EMPTY, NO_RESULT, Book, Cell, Sheet, Span, number_cell, trimmed
from geodata.intake.shown_numbers import plain_number
from geodata.intake.xmlfile import damaged, root_of
from geodata.reading.text import name_of

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_CONTENT, _MANIFEST = "content.xml", "META-INF/manifest.xml"
_HIDDEN = ("collapse", "filter")
_MOST = f"at most {MAX_ROWS} rows, {MAX_COLUMNS} columns and {MAX_CELLS} cells"
_NUMBERS = ("float", "currency", "percentage")
_CELLS = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")


def read_ods(file: Path) -> Book:
    """Return the sheets of a spreadsheet; raise `IntakeError` for what is none."""
    parts = look_into(file)
    told = ("macros: none was run",) if any(p.startswith("Basic/") for p in parts) else ()
    tables = list(root_of(file.name, _content(file, parts)).iter(f"{_TABLE}table"))
    if len(tables) > MAX_SHEETS:
        raise IntakeError(file.name, f"{len(tables)} sheets", f"at most {MAX_SHEETS}")
    try:
        return Book(tuple(_sheet(name_of(file), table) for table in tables), told)
    except ValueError as error:
        # A number or a day that is none.
        raise damaged(file.name, error) from error


def _content(file: Path, parts: Collection[str]) -> bytes:
    with zipfile.ZipFile(file) as archive:
        if _MANIFEST in parts and b"encryption-data" in archive.read(_MANIFEST):
            raise IntakeError(file.name, "a file with a password", "a file saved without one")
        if _CONTENT not in parts:
            raise IntakeError(file.name, "no content.xml", "an OpenDocument spreadsheet")
        return archive.read(_CONTENT)


def _sheet(file: str, table: ElementTree.Element) -> Sheet:
    name = table.get(f"{_TABLE}name", "")
    rows: dict[int, dict[int, Cell]] = {}
    spans: list[Span] = []
    hidden: set[int] = set()
    filled = covered = 0
    for first, times, row in _placed(table.iter(f"{_TABLE}table-row"), "rows"):
        cells, merged = _row(row, first)
        filled += len(cells) * times
        covered += sum(span.size for span in merged)
        # Empty rows are repeated a million times at the end of every table.
        last = first + times if cells else 0
        if last > MAX_ROWS or filled > MAX_CELLS or max(cells, default=0) >= MAX_COLUMNS:
            raise IntakeError(file, "a larger table", _MOST, f"sheet {name}")
        if covered > MAX_MERGED:
            found = "merged ranges over too many cells"
            raise IntakeError(file, found, f"at most {MAX_MERGED}", f"sheet {name}")
        rows.update(dict.fromkeys(range(first, last), cells))
        spans += merged
        hidden |= set(range(first, last)) if row.get(f"{_TABLE}visibility") in _HIDDEN else set()
    return Sheet(file, name, trimmed(rows), tuple(spans), frozenset(hidden), _columns(table))


def _row(row: ElementTree.Element, number: int) -> tuple[dict[int, Cell], list[Span]]:
    """The filled cells of a row by column, and the merged ranges that begin in it."""
    cells: dict[int, Cell] = {}
    spans: list[Span] = []
    inside = (element for element in row if element.tag in _CELLS)
    for first, times, element in _placed(inside, "columns"):
        spans += _span(element, number, first)
        cell = _cell(element)
        if cell != EMPTY:
            cells.update(dict.fromkeys(range(first, min(first + times, MAX_COLUMNS + 1)), cell))
    return cells, spans


def _columns(table: ElementTree.Element) -> frozenset[int]:
    """The hidden columns of a table."""
    found = _placed(table.iter(f"{_TABLE}table-column"), "columns")
    return frozenset(
        number
        for first, times, column in found
        if column.get(f"{_TABLE}visibility") in _HIDDEN
        for number in range(first, min(first + times, MAX_COLUMNS))
    )


def _placed(
    elements: Iterable[ElementTree.Element], kind: str
) -> Iterator[tuple[int, int, ElementTree.Element]]:
    """Rows, columns or cells with their places and how often each is repeated."""
    number = 0
    for element in elements:
        text = element.get(f"{_TABLE}number-{kind}-repeated", "1")
        times = int(text) if text.isdecimal() and len(text) < 9 else 1
        yield number, times, element
        number += times


def _span(element: ElementTree.Element, row: int, column: int) -> list[Span]:
    wide = int(element.get(f"{_TABLE}number-columns-spanned", "1"))
    high = int(element.get(f"{_TABLE}number-rows-spanned", "1"))
    if wide == high == 1:
        return []
    last = (min(row + high, MAX_ROWS) - 1, min(column + wide, MAX_COLUMNS) - 1)
    return [Span(row, column, *last)]


def _cell(element: ElementTree.Element) -> Cell:
    kind = element.get(f"{_OFFICE}value-type", "")
    paragraphs = ("".join(p.itertext()) for p in element.findall(f"{_TEXT}p"))
    text = "\n".join(paragraphs).strip()
    formula = element.get(f"{_TABLE}formula") is not None
    if formula and not kind:
        return NO_RESULT
    if kind == "date":
        day = date.fromisoformat(element.get(f"{_OFFICE}date-value", "")[:10])
        return Cell(day.isoformat(), day=day, formula=formula)
    if kind in _NUMBERS:
        number = float(element.get(f"{_OFFICE}value", "nan"))
        percent = kind == "percentage"
        shown = text or plain_number(number * 100 if percent else number)
        return number_cell(shown, number, percent=percent, formula=formula)
    return Cell(text, formula=formula)
