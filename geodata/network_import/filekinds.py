"""Tell what a file really is from its first bytes, whatever its name says."""

import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path

from geodata.network_import.errors import NetworkImportError
from geodata.reading.faults import shown

#: Larger files are no extract of a town.
MAX_BYTES = 500_000_000
_HEAD = 512


class FileKind(StrEnum):
    """The kinds of files that can be imported."""

    OSM_XML = "OpenStreetMap XML (.osm)"
    OSM_PBF = "OpenStreetMap PBF (.osm.pbf)"
    GEOPACKAGE = "GeoPackage (.gpkg)"
    GEOJSON = "GeoJSON (.geojson or .json)"
    SHAPEFILE = "zipped shapefile (.zip)"


_BY_NAME = {
    ".osm": FileKind.OSM_XML,
    ".pbf": FileKind.OSM_PBF,
    ".gpkg": FileKind.GEOPACKAGE,
    ".geojson": FileKind.GEOJSON,
    ".json": FileKind.GEOJSON,
    ".zip": FileKind.SHAPEFILE,
}


def kind_of(file: Path) -> FileKind:
    """Return what a file is; raise `NetworkImportError` where name and content disagree."""
    size, head = _beginning(file)
    if not size:
        raise NetworkImportError("the file is empty")
    if size > MAX_BYTES:
        raise NetworkImportError(f"the file has {size} bytes; at most {MAX_BYTES}: clip it first")
    named = _BY_NAME.get(file.suffix.lower())
    if named is None:
        known = ", ".join(FileKind)
        raise NetworkImportError(
            f"{shown(file.suffix)} is no kind that can be read; allowed: {known}"
        )
    found = _sniffed(head)
    if found is not named:
        is_what = found or "of an unknown kind"
        raise NetworkImportError(f"the name says {named}, but the content is {is_what}")
    return named


@contextmanager
def plainly_named(file: Path) -> Iterator[Path]:
    """Lend a file a short name: libraries take `!`, `|` or `http:` in one for more than a name."""
    with tempfile.TemporaryDirectory(prefix="blok-") as folder:
        link = Path(folder) / f"ways{file.suffix.lower()}"
        link.symlink_to(file.absolute())
        yield link


@contextmanager
def plain_copy(database: Path) -> Iterator[Path]:
    """Lend a copy of a database under a short name: SQLite would write its log beside the file.

    What another program has written and not yet put into the file is copied with it.
    """
    with tempfile.TemporaryDirectory(prefix="blok-") as folder:
        copy = Path(folder) / "ways.gpkg"
        shutil.copyfile(database, copy)
        log = database.with_name(f"{database.name}-wal")
        if log.is_file():
            shutil.copyfile(log, copy.with_name(f"{copy.name}-wal"))
        yield copy


def _beginning(file: Path) -> tuple[int, bytes]:
    """The size of a file and its first bytes; a folder, a pipe or a device is never opened."""
    try:
        found = file.stat()
        if not stat.S_ISREG(found.st_mode):
            raise NetworkImportError("it is no ordinary file")
        with file.open("rb") as content:
            return found.st_size, content.read(_HEAD)
    except FileNotFoundError as error:
        raise NetworkImportError("there is no such file") from error
    except OSError as error:
        raise NetworkImportError(f"the file cannot be read: {error.strerror}") from error


def _sniffed(head: bytes) -> FileKind | None:
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if head.startswith(b"SQLite format 3\x00"):
        return FileKind.GEOPACKAGE
    if head.startswith(b"PK\x03\x04"):
        return FileKind.SHAPEFILE
    if b"OSMHeader" in head[:64]:
        return FileKind.OSM_PBF
    if text.startswith(b"<") and (b"<osm" in text or text.startswith(b"<?xml")):
        return FileKind.OSM_XML
    return FileKind.GEOJSON if text.startswith(b"{") else None
