"""Read a CSV file as it comes: comma, semicolon or tab, in UTF-8, UTF-16 or latin-1."""

import csv
import io
from itertools import islice
from pathlib import Path

from geodata.intake.errors import IntakeError
from geodata.intake.limits import MAX_CELLS, MAX_COLUMNS, MAX_ROWS
from geodata.intake.sheets import EMPTY, Book, Cell, Sheet
from geodata.reading.text import name_of

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
#: A separator that a line names itself, as Excel writes it: `sep=;`.
_NAMED = "sep="
_SAMPLE = 20


def read_csv(file: Path) -> Book:
    """Return the table of a CSV file; raise `IntakeError` for what is none."""
    data = file.read_bytes()
    lines = data.count(b"\n")
    if lines > MAX_ROWS + 1:
        raise _too_many(file.name, f"{lines} rows")
    text, told = _decoded(file.name, data)
    first = text.splitlines()[:_SAMPLE]
    rows = _rows(file.name, text, _separator(first))
    if first and first[0].lower().startswith(_NAMED):
        rows[0] = []
    _refuse_large(file.name, rows)
    return Book((Sheet(name_of(file), "", rows),), told)


def _rows(name: str, text: str, separator: str) -> list[list[Cell]]:
    found = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True)
    try:
        return [[_cell(part) for part in row] for row in islice(found, MAX_ROWS + 1)]
    except csv.Error as error:
        allowed = "a table of lines with the same separator, text with one in quotes"
        raise IntakeError(name, str(error), allowed, f"row {found.line_num}") from error


def _refuse_large(name: str, rows: list[list[Cell]]) -> None:
    widest = max((len(row) for row in rows), default=0)
    if len(rows) > MAX_ROWS or sum(map(len, rows)) > MAX_CELLS:
        raise _too_many(name, f"{len(rows)} rows, {sum(map(len, rows))} cells")
    if widest > MAX_COLUMNS:
        raise IntakeError(name, f"{widest} columns", f"at most {MAX_COLUMNS}")


def _too_many(name: str, found: str) -> IntakeError:
    return IntakeError(name, found, f"at most {MAX_ROWS} rows and {MAX_CELLS} cells")


def _cell(part: str) -> Cell:
    text = part.strip()
    return Cell(text) if text else EMPTY


def _decoded(name: str, data: bytes) -> tuple[str, tuple[str, ...]]:
    if data.startswith(_UTF16):
        return _text(name, data, "utf-16"), ("read as UTF-16",)
    if b"\x00" in data:
        raise IntakeError(name, "bytes that are no text", "a CSV file")
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        return _text(name, data, "cp1252"), ("not UTF-8: read as latin-1 (Windows)",)


def _text(name: str, data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        found = f"bytes that are no text at {error.start}"
        raise IntakeError(name, found, "a CSV file in UTF-8, UTF-16 or latin-1") from error


def _separator(lines: list[str]) -> str:
    """The separator that parts the most lines into equally many; comma where none does.

    A decimal comma parts lines, too: what stands in every line alike is the separator.
    """
    if lines and lines[0].lower().startswith(_NAMED):
        return lines[0][len(_NAMED) :].strip()[:1] or ";"
    counts = {mark: [line.count(mark) for line in lines if line.strip()] for mark in ";\t,"}
    whole = [mark for mark, found in counts.items() if found and min(found) > 0]
    return whole[0] if whole else max(counts, key=lambda mark: (sum(counts[mark]), mark == ","))
