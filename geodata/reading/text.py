"""Read a package's text files strictly: UTF-8 without a mark, and nothing guessed."""

import csv
import io
import json
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from geodata.reading.faults import Fault, PackageError, shown
from geodata.tables.columns import Cells, cells

T = TypeVar("T")

MAX_BYTES = 20_000_000
#: Tables are held by columns: two million figures are some 150 MB as a file and less in memory.
MAX_TABLE_BYTES = 1_000_000_000
_BOM = b"\xef\xbb\xbf"


def name_of(file: Path) -> str:
    """Return the name of a file as text: it may be bytes that are none."""
    return os.fsencode(file.name).decode("utf-8", "replace")


def read_text(path: Path) -> str:
    """Return a file's text; raise `PackageError` when it is missing, empty or not UTF-8."""
    data = read_bytes(path, MAX_BYTES)
    _refuse_mark(path, data)
    return _decoded(path, data)


def _refuse_mark(path: Path, data: bytes) -> None:
    if data.startswith(_BOM):
        raise _error(path, "a byte order mark (BOM) at the start", "UTF-8 without BOM")


def _decoded(path: Path, data: bytes) -> str:
    if not data.strip():
        raise _error(path, "an empty file", "a file with content")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        found = f"the byte 0x{data[error.start]:02x} (latin-1?) in line {line}"
        raise _error(path, found, "UTF-8 text") from error


def read_bytes(path: Path, most: int, first: int = -1) -> bytes:
    """Return the content of a file, or its first bytes; raise `PackageError` where it cannot be read.

    A folder, a pipe, a device or a file of more bytes than `most` is never opened.
    """
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise _error(path, "no ordinary file", "a file of this name")
        if status.st_size > most:
            raise _error(path, f"{status.st_size} bytes", f"at most {most} bytes")
        with path.open("rb") as content:
            return content.read(first)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise _error(path, "no such file", "a file of this name") from error
    except OSError as error:
        found = f"a file that cannot be read ({error.strerror})"
        raise _error(path, found, "a readable file") from error


def read_cells(path: Path) -> Cells:
    """Return a CSV file's table; raise `PackageError` when it is no CSV."""
    data = read_bytes(path, MAX_TABLE_BYTES)
    _refuse_mark(path, data)
    if not data or data.isspace():
        _decoded(path, data)
    if b"\x00" in data:
        _decoded(path, data)
        raise _error(path, "a NUL character", "text")
    try:
        text = io.TextIOWrapper(io.BytesIO(data), encoding="utf-8", newline="")
        return cells(csv.reader(text, strict=True))
    except (csv.Error, UnicodeDecodeError) as error:
        _decoded(path, data)
        raise _error(path, str(error), "comma-separated values (RFC 4180)") from error


def read_json(path: Path) -> Any:
    """Return a JSON file's content; a key that stands twice is refused.

    NaN and Infinity come through as numbers: whoever reads them can name the feature.
    """
    return _parsed(path, read_text(path))


def read_foreign_json(path: Path, most: int) -> Any:
    """Return the content of a JSON file that others wrote, of at most so many bytes.

    Many programs on Windows put a byte order mark first.
    """
    return _parsed(path, _decoded(path, read_bytes(path, most).removeprefix(_BOM)))


def _parsed(path: Path, text: str) -> Any:
    try:
        return json.loads(text, object_pairs_hook=_refuse_doubled_keys)
    except (ValueError, RecursionError) as error:
        raise _error(path, f"{error} (begins with {shown(text[:40])})", "JSON") from error


def _refuse_doubled_keys(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    keys = [key for key, _ in pairs]
    if len(set(keys)) < len(keys):
        raise ValueError(f"a key that stands twice among {shown(', '.join(keys))}")
    return dict(pairs)


def collect(faults: list[Fault], read: Callable[[], T]) -> T | None:
    """Return what `read` returns, or add its faults to the list and return `None`."""
    try:
        return read()
    except PackageError as error:
        faults.extend(error.faults)
        return None


def _error(path: Path, found: str, allowed: str) -> PackageError:
    return PackageError((Fault(path.name, "", "", found, allowed),))
