"""Write an imported network into a package: whole, or not at all."""

from dataclasses import dataclass, replace
from pathlib import Path

import geopandas as gpd

from geodata.files.aside import aside_in
from geodata.network.file import write_edges
from geodata.network_import.registering import is_registered, register, registered_file
from geodata.reading.fingerprint import sha256_of
from geodata.reading.network_source import NetworkSource


@dataclass(frozen=True, slots=True)
class Old:
    """What became of the network before: its file, and why it could not be deleted, if so."""

    file: str = ""
    problem: str = ""


NOTHING_OLD = Old()


def write_network(
    folder: Path, edges: gpd.GeoDataFrame, source: NetworkSource
) -> tuple[NetworkSource, Old]:
    """Write edges into a package and register them; return the source with path and hash.

    The file is named after its content and written aside first. The package changes in one
    step, when its descriptor is replaced: before that, it is the old package, unharmed; after
    that, the new one, even where the old file cannot be deleted. Raises `OSError` where
    nothing can be written.
    """
    old = registered_file(folder)
    with aside_in(folder) as aside:
        written = aside / "network.gpkg"
        write_edges(edges, written, source.date)
        digest = sha256_of(written)
        final = replace(source, path=f"network-{digest[:12]}.gpkg", sha256=digest)
        _put(written, folder, final)
    return final, NOTHING_OLD if old == final.path else _delete(folder, old)


def remove_network(folder: Path) -> Old | None:
    """Take the imported network out of a package; `None` where there is none.

    It works where the network is what is wrong with the package. Raises `PackageError` for a
    descriptor that cannot be read, `OSError` where nothing can be written.
    """
    if not is_registered(folder):
        return None
    file = registered_file(folder)
    register(folder, None)
    return _delete(folder, file)


def _put(written: Path, folder: Path, source: NetworkSource) -> None:
    """Put the file in place and register it; if that fails, the file is taken away again."""
    network = folder / source.path
    was_there = network.exists()
    written.replace(network)
    try:
        register(folder, source)
    except OSError:
        if not was_there:
            network.unlink()
        raise


def _delete(folder: Path, file: str) -> Old:
    try:
        if file:
            (folder / file).unlink(missing_ok=True)
    except OSError as error:
        return Old(file, str(error.strerror))
    return Old(file)
