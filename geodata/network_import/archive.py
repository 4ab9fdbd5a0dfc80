"""Unpack a zipped shapefile carefully: known parts only, and never more than was promised."""

import zipfile
from pathlib import Path

from geodata.network_import.errors import NetworkImportError

#: Unpacked, a town's paths are smaller than this.
MAX_UNPACKED = 1_000_000_000
#: Real shapefiles shrink to a tenth; a bomb to a thousandth.
MAX_RATIO = 200
_PARTS = (".shp", ".shx", ".dbf", ".prj", ".cpg")
_CHUNK = 1_000_000


def unpack_shapefile(file: Path, folder: Path) -> Path:
    """Unpack the parts of the one shapefile in an archive; return its .shp.

    Raises `NetworkImportError` for an archive that is damaged, holds none or several, or
    unpacks to more than it may.
    """
    # zipfile raises RuntimeError for a password, NotImplementedError for an unknown packing
    try:
        with zipfile.ZipFile(file) as archive:
            return _unpack(archive, folder)
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError, OSError) as error:
        raise NetworkImportError(f"the archive is damaged or cut short: {error}") from error


def _unpack(archive: zipfile.ZipFile, folder: Path) -> Path:
    parts = {
        Path(entry.filename).suffix.lower(): entry
        for entry in _entries_of_one(archive)
        if Path(entry.filename).suffix.lower() in _PARTS
    }
    missing = [part for part in (".shp", ".shx", ".dbf") if part not in parts]
    if missing:
        raise NetworkImportError(f"the archive holds no shapefile: {', '.join(missing)} missing")
    _refuse_bomb(list(parts.values()))
    for suffix, entry in parts.items():
        _write(archive, entry, folder / f"paths{suffix}")
    return folder / "paths.shp"


def _entries_of_one(archive: zipfile.ZipFile) -> list[zipfile.ZipInfo]:
    shapes = [e for e in archive.infolist() if e.filename.lower().endswith(".shp")]
    if len(shapes) > 1:
        names = ", ".join(Path(shape.filename).name for shape in shapes[:5])
        raise NetworkImportError(
            f"the archive holds {len(shapes)} shapefiles, one allowed: {names}"
        )
    stem = Path(shapes[0].filename).with_suffix("") if shapes else None
    return [e for e in archive.infolist() if Path(e.filename).with_suffix("") == stem]


def _refuse_bomb(entries: list[zipfile.ZipInfo]) -> None:
    unpacked = sum(entry.file_size for entry in entries)
    packed = max(1, sum(entry.compress_size for entry in entries))
    if unpacked > MAX_UNPACKED or unpacked / packed > MAX_RATIO:
        raise NetworkImportError(
            f"the archive would unpack from {packed} to {unpacked} bytes; "
            f"at most {MAX_UNPACKED} and {MAX_RATIO} times: this is no shapefile"
        )


def _write(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, file: Path) -> None:
    """Copy one part; what the archive promises of its size is not believed."""
    left = entry.file_size
    with archive.open(entry) as packed, file.open("wb") as out:
        while chunk := packed.read(_CHUNK):
            left -= len(chunk)
            if left < 0:
                raise NetworkImportError(f"'{entry.filename}' is larger than the archive says")
            out.write(chunk)
