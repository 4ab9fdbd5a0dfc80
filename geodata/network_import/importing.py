"""Import a file as the walking network of a package, and say what came of it."""

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import geopandas as gpd
import numpy as np

from geodata.network.file import edges_of
from geodata.network.network import Islands, Network, drawn_lines, islands, join_drawn
from geodata.network_import.about import OSM, About, source_of
from geodata.network_import.cleaning import Dropped, clean, surroundings
from geodata.network_import.errors import NetworkImportError
from geodata.network_import.filekinds import FileKind, kind_of
from geodata.network_import.osm import read_osm
from geodata.network_import.pathlayers import read_paths
from geodata.network_import.ways import Ways, agreed_table, cut
from geodata.network_import.writing import NOTHING_OLD, Old, write_network
from geodata.package.package import Package
from geodata.reach.reach import entrances
from geodata.reading.faults import PackageError
from geodata.reading.network_source import NetworkSource
from geodata.tables.statuses import COMING
from geodata.walking.edges import Edges
from geodata.walking.settings import WALKING


@dataclass(frozen=True, slots=True)
class Dates:
    """How many stretches have dates, are planned or being built, have dates that are unread."""

    dated: int
    coming: int
    unread: int


@dataclass(frozen=True, slots=True)
class Report:
    """What came of an import; `without_way` are areas that no way comes near.

    `apart` are dated paths of the package whose ends meet none of the imported ways, `old` is
    the network that was replaced.
    """

    source: NetworkSource
    edges: int
    dropped: Dropped
    islands: Islands
    dates: Dates
    without_way: tuple[str, ...]
    joined: tuple[str, ...]
    apart: tuple[str, ...]
    old: Old = NOTHING_OLD


def import_network(package: Package, file: Path, about: About, today: date | None = None) -> Report:
    """Write a file's walkable ways into a package as its network.

    Raises `NetworkImportError` with a sentence where the file cannot be used; then nothing
    is written.
    """
    kind = kind_of(file)
    ways = _read(file, kind)
    source = source_of(kind, about, ways.date, today or date.today())
    ways = replace(ways, said=agreed_table(ways.said, source.date))
    edges, dropped = clean(cut(ways), surroundings(package))
    dropped = replace(dropped, unreadable=ways.unreadable)
    report = _report(package, edges, dropped, source)
    written, old = write_network(package.path, edges, source)
    return replace(report, source=written, old=old)


def _read(file: Path, kind: FileKind) -> Ways:
    try:
        return read_osm(file, kind) if kind in OSM else read_paths(file, kind)
    except PackageError as error:
        raise NetworkImportError(str(error)) from error
    except OSError as error:
        raise NetworkImportError(f"the file cannot be read: {error.strerror}") from error


def _report(
    package: Package, edges: gpd.GeoDataFrame, dropped: Dropped, source: NetworkSource
) -> Report:
    base = edges_of(edges, source)
    alone = Network(package, base, WALKING, source, ())
    year = package.descriptor.last_year
    areas = [str(area) for area in package.layers["areas"].index]
    without = tuple(area for area in areas if not entrances(alone, area, year, planned=True))
    if len(without) == len(areas):
        raise NetworkImportError(
            f"none of its ways comes within {WALKING.last_m:.0f} m of any area of the package"
        )
    dated = dict.fromkeys(d.line.id for d in drawn_lines(package) if d.line.is_dated)
    met = join_drawn(package, source, base, WALKING).joined
    joined = tuple(line for line in dated if line in met)
    apart = tuple(line for line in dated if line not in met)
    dates = _dates(edges, base, source.date)
    return Report(source, len(edges), dropped, islands(alone, year), dates, without, joined, apart)


def _dates(edges: gpd.GeoDataFrame, base: Edges, known_on: date) -> Dates:
    """Count dates; what has only a day to come is on its way too, whatever it is called."""
    dated = (edges[["from", "to", "expected"]] != "").any(axis=1)
    lines = [n for n, line in enumerate(base.lines) if line.status(known_on.year) in COMING]
    coming = np.isin(base.line, lines)
    return Dates(int(dated.sum()), int(coming.sum()), int(edges["unread"].gt(0).sum()))
