"""Look into a packed spreadsheet before a library does: nothing that is a trap is opened."""

import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from geodata.intake.errors import IntakeError
from geodata.intake.limits import MAX_CELLS, MAX_MERGED, MAX_SHEETS, MAX_UNPACKED
from geodata.intake.xmlfile import damaged, is_utf8, with_doctype
from geodata.network_import.archive import DAMAGED
from geodata.reading.faults import shown

_CHUNK = 1_000_000
_OVERLAP = 200
#: Excel keeps queries in parts of their own, some in UTF-16; nobody reads them.
_UNREAD = "customXml/"
_RANGE = re.compile(
    rb'<(?:\w+:)?mergeCell [^>]*ref="([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})"'
)
_CELL = re.compile(rb"<(?:\w+:)?c[ >]")
_ROW = re.compile(rb"<(?:\w+:)?row[ >]")


def look_into(file: Path) -> tuple[str, ...]:
    """Return the names of the parts of a packed file; raise `IntakeError` for a trap.

    Every part is unpacked once, in pieces, and counted: what the file promises of its size is
    not believed.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            _refuse_paths(file.name, archive)
            _refuse_content(file.name, archive)
            return tuple(archive.namelist())
    except DAMAGED as error:
        raise damaged(file.name, error) from error


def _refuse_paths(name: str, archive: zipfile.ZipFile) -> None:
    """Nothing is unpacked to the disk; a path that leaves its folder is no slip all the same."""
    for entry in archive.infolist():
        if entry.filename.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", entry.filename):
            found = f"a part named {shown(entry.filename)}, outside the file"
            raise IntakeError(name, found, "parts within the file")
        if entry.flag_bits & 1:
            raise IntakeError(name, "a file with a password", "a file saved without one")


def _refuse_content(name: str, archive: zipfile.ZipFile) -> None:
    promised = sum(entry.file_size for entry in archive.infolist())
    if promised > MAX_UNPACKED:
        raise _too_large(name, f"{promised} bytes unpacked")
    seen = _Seen(name)
    for entry in archive.infolist():
        seen.begin(entry.filename)
        for piece in _pieces(archive, entry):
            seen.count(piece)


class _Seen:
    """Counts what a packed file holds, piece by piece, and refuses too much of anything."""

    def __init__(self, name: str) -> None:
        self._name, self._part = name, ""
        self._unpacked = self._cells = self._merged = self._sheets = 0

    @property
    def _is_sheet(self) -> bool:
        return self._part.startswith("xl/worksheets/") and self._part.endswith(".xml")

    def begin(self, part: str) -> None:
        """Count a further part: ranges are merged in one sheet, all else is of the whole file."""
        self._part, self._merged = part, 0
        self._sheets += self._is_sheet
        if self._sheets > MAX_SHEETS:
            raise IntakeError(self._name, f"{self._sheets} sheets", f"at most {MAX_SHEETS}")

    def count(self, piece: bytes) -> None:
        """Count a piece of the part that was begun."""
        self._unpacked += len(piece) - _OVERLAP
        if self._unpacked > MAX_UNPACKED:
            raise _too_large(self._name, f"more than {MAX_UNPACKED} bytes unpacked")
        if self._part.endswith((".xml", ".rels")):
            self._refuse_doctype(piece)
        if self._is_sheet:
            self._count_cells(piece)

    def _refuse_doctype(self, piece: bytes) -> None:
        if not self._part.startswith(_UNREAD) and not is_utf8(piece.lstrip(b" ")):
            raise IntakeError(self._name, "XML in another encoding", "UTF-8", self._part)
        if b"<!DOCTYPE" in piece or b"<!ENTITY" in piece:
            raise with_doctype(self._name)

    def _count_cells(self, piece: bytes) -> None:
        self._cells += len(_CELL.findall(piece)) + len(_ROW.findall(piece))
        self._merged += sum(_area(*found) for found in set(_RANGE.findall(piece)))
        where = self._part.rpartition("/")[2]
        if self._cells > MAX_CELLS:
            raise IntakeError(self._name, f"more than {MAX_CELLS} cells", _MOST, where)
        if self._merged > MAX_MERGED:
            found = f"merged ranges over {self._merged} cells"
            raise IntakeError(self._name, found, _MOST, where)


_MOST = f"at most {MAX_CELLS} cells with content or format, and merged ranges over {MAX_MERGED}"


def _too_large(name: str, found: str) -> IntakeError:
    return IntakeError(name, found, f"at most {MAX_UNPACKED}")


def _pieces(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The content of a part, in pieces that overlap a little: a word may lie across two."""
    before = b" " * _OVERLAP
    with archive.open(entry) as part:
        while chunk := part.read(_CHUNK):
            yield before + chunk
            before = chunk[-_OVERLAP:].rjust(_OVERLAP)


def _area(first: bytes, top: bytes, last: bytes, bottom: bytes) -> int:
    wide = abs(_column(last) - _column(first)) + 1
    return wide * (abs(int(bottom) - int(top)) + 1)


def _column(name: bytes) -> int:
    number = 0
    for letter in name:
        number = number * 26 + letter - ord("A") + 1
    return number
