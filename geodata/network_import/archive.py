"""Unpack a zipped shapefile carefully: known parts only, and never more than was promised."""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from geodata.network_import.errors import NetworkImportError
from geodata.reading.faults import shown

#: Unpacked, a town's paths are smaller than this.
MAX_UNPACKED = 1_000_000_000
#: Real shapefiles shrink to a tenth; a bomb to a thousandth.
MAX_RATIO = 200
_PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
_CHUNK = 1_000_000
#: What zipfile raises for what is damaged: RuntimeError for a password and, as the kind of it that
#: is not implemented, for an unknown packing; OSError from bz2.
DAMAGED = (
    zipfile.BadZipFile, RuntimeError, EOFError, OSError, ValueError, zlib.error, lzma.LZMAError,
)  # fmt: skip


def unpack_shapefile(file: Path, folder: Path) -> Path:
    """Unpack the parts of the one shapefile in an archive; return its .shp.

    Raises `NetworkImportError` for an archive that is damaged, holds none or several, or
    unpacks to more than it may.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            shapefile = _unpack(archive, folder)
    except DAMAGED as error:
        raise _damaged(error) from error
    _refuse_cut_table(shapefile.with_suffix(".dbf"))
    return shapefile


def _unpack(archive: zipfile.ZipFile, folder: Path) -> Path:
    parts = {
        _ending(entry): entry for entry in _entries_of_one(archive) if _ending(entry) in _PARTS
    }
    missing = [part for part in (".shp", ".shx", ".dbf") if part not in parts]
    if missing:
        raise NetworkImportError(f"the archive holds no shapefile: {', '.join(missing)} missing")
    _refuse_bomb(list(parts.values()))
    for suffix, entry in parts.items():
        _write(archive, entry, folder / f"paths{suffix}")
    return folder / "paths.shp"


def _entries_of_one(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    entries = [entry for entry in archive.infolist() if not _is_of_macos(entry)]
    shapes = [entry for entry in entries if _ending(entry) == ".shp"]
    if len(shapes) > 1:
        names = ", ".join(PurePosixPath(shape.filename).name for shape in shapes[:5])
        raise NetworkImportError(
            f"the archive holds {len(shapes)} shapefiles, one allowed: {shown(names)}"
        )
    return [entry for entry in entries if shapes and _name(entry) == _name(shapes[0])]


def _is_of_macos(entry: zipfile.ZipInfo) -> bool:
    """Whether an entry is what macOS adds beside each file: it has the file's ending too."""
    path = PurePosixPath(entry.filename)
    return "__MACOSX" in path.parts or path.name.startswith("._")


def _name(entry: zipfile.ZipInfo) -> tuple[PurePosixPath, str]:
    path = PurePosixPath(entry.filename)
    return path.parent, path.stem


def _ending(entry: zipfile.ZipInfo) -> str:
    return PurePosixPath(entry.filename).suffix.lower()


def _refuse_bomb(entries: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    if unpacked > MAX_UNPACKED or unpacked / packed > MAX_RATIO:
        raise NetworkImportError(
            f"the archive would unpack from {packed} to {unpacked} bytes; "
            f"at most {MAX_UNPACKED} and {MAX_RATIO} times: this is no shapefile"
        )


def _write(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, file: Path) -> None:
    try:
        with file.open("wb") as out:
            for chunk in _unpacked(archive, entry):
                out.write(chunk)
    except OSError as error:
        raise NetworkImportError(f"the archive cannot be unpacked: {error.strerror}") from error


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Iterator[bytes]:
    """The content of one part; what the archive promises of its size is not believed."""
    left = entry.file_size
    try:
        with archive.open(entry) as packed:
            while chunk := packed.read(_CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise NetworkImportError(
                        f"{shown(entry.filename)} is larger than the archive says"
                    )
                yield chunk
    except DAMAGED as error:
        raise _damaged(error) from error


def _damaged(error: Exception) -> NetworkImportError:
    return NetworkImportError(f"the archive is damaged or cut short: {error}")


def _refuse_cut_table(file: Path) -> None:
    """GDAL reads what there is of a table that was cut short, and says nothing."""
    with file.open("rb") as content:
        head = content.read(12)
    size = file.stat().st_size
    rows, start, row = struct.unpack("<IHH", head[4:12]) if len(head) == 12 else (0, size + 1, 0)
    if start + rows * row > size:
        raise NetworkImportError(
            "the archive is damaged or cut short: rows of its .dbf are missing"
        )
