"""Look into a packed spreadsheet before a library does: nothing that is a trap is opened."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from geodata.intake.errors import IntakeError
from geodata.intake.limits import MAX_CELLS, MAX_MERGED, MAX_SHEETS, MAX_UNPACKED
from geodata.reading.faults import shown

_CHUNK = 1_000_000
_OVERLAP = 200
_DAMAGED = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)
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
    except _DAMAGED as error:
        raise damaged(file.name, error) from error


def damaged(name: str, error: Exception) -> IntakeError:
    """Say that a packed file cannot be unpacked."""
    return IntakeError(name, f"a damaged file ({shown(error)})", "a file that is whole")


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
    unpacked, cells, sheets = 0, 0, 0
    for entry in archive.infolist():
        is_sheet = entry.filename.startswith("xl/worksheets/") and entry.filename.endswith(".xml")
        is_xml = entry.filename.endswith((".xml", ".rels"))
        sheets += is_sheet
        merged = 0
        for piece in _pieces(archive, entry):
            unpacked += len(piece) - _OVERLAP
            if unpacked > MAX_UNPACKED:
                raise _too_large(name, f"more than {MAX_UNPACKED} bytes unpacked")
            if is_xml and (b"<!DOCTYPE" in piece or b"<!ENTITY" in piece):
                raise IntakeError(name, "a document type of its own", "a plain spreadsheet")
            if is_sheet:
                cells += len(_CELL.findall(piece)) + len(_ROW.findall(piece))
                merged += sum(_area(*found) for found in set(_RANGE.findall(piece)))
            if cells > MAX_CELLS or merged > MAX_MERGED:
                found = f"more than {MAX_CELLS} cells" if cells > MAX_CELLS else (
                    f"merged ranges over {merged} cells")  # fmt: skip
                raise IntakeError(name, found, _MOST, entry.filename.rpartition("/")[2])
    if sheets > MAX_SHEETS:
        raise IntakeError(name, f"{sheets} sheets", f"at most {MAX_SHEETS}")


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
