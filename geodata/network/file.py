"""Read and write an imported walking network: a GeoPackage with a row for every edge.

Columns: `u` and `v` (numbers of the nodes: edges meet only where these are equal), `kind`,
`from`, `to`, `status` and `expected` (when the way is there, ISO text, empty where not known;
files written before may lack them), and the course in EPSG:25832.
"""

from datetime import date
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError

from geodata.files.lines import LAYER, write_lines
from geodata.network.dates import DATED, Dating, milestones_of
from geodata.reading.faults import Fault, PackageError
from geodata.reading.fingerprint import sha256_of
from geodata.reading.network_source import NetworkSource
from geodata.reading.places import METRES
from geodata.walking.edges import Edges, as_courses
from geodata.walking.lines import Line
from geodata.walking.settings import MM

#: All imported edges are one survey: what is off, is off together.
SURVEY = "network"
COLUMNS = ("u", "v", "kind")
_SQLITE = b"SQLite format 3\x00"


def write_edges(frame: gpd.GeoDataFrame, file: Path, day: date) -> None:
    """Write edges (EPSG:25832) as of a day; raise `OSError` where that cannot be done."""
    write_lines(frame[[*COLUMNS, *DATED, "geometry"]], file, day)


def read_edges(folder: Path, source: NetworkSource) -> Edges:
    """Return the imported network of a package; raise `PackageError` where it is not whole."""
    file = folder / source.path
    faults = faults_of_network(folder, source)
    if faults:
        raise PackageError(faults)
    try:
        frame = pyogrio.read_dataframe(file, layer=LAYER)
    except (DataSourceError, DataLayerError) as error:
        raise PackageError((_fault(file, str(error)),)) from error
    if not set(COLUMNS) <= set(frame.columns) or frame.crs != METRES:
        raise PackageError((_fault(file, "other columns or another CRS"),))
    try:
        return edges_of(frame, source)
    except ValueError as error:
        raise PackageError((_fault(file, str(error)),)) from error


def faults_of_network(folder: Path, source: NetworkSource | None) -> tuple[Fault, ...]:
    """Return what is wrong with the file of a registered network; nothing where there is none."""
    if source is None:
        return ()
    file = folder / source.path
    if not file.is_file():
        return (_fault(file, "no such file"),)
    if sha256_of(file) != source.sha256:
        return (_fault(file, "another content than was registered"),)
    with file.open("rb") as content:
        is_sqlite = content.read(len(_SQLITE)) == _SQLITE
    return () if is_sqlite else (_fault(file, "no GeoPackage"),)


def edges_of(frame: gpd.GeoDataFrame, source: NetworkSource) -> Edges:
    """Return a frame of edges as a network: a line for all ways of a kind that are there alike.

    Raises `ValueError` for a day or a status that is none.
    """
    courses = as_courses(frame.geometry.to_list())
    names, u, v = _nodes(frame["u"].to_numpy(), frame["v"].to_numpy())
    points = np.zeros((len(names), 2))
    points[u] = shapely.get_coordinates(shapely.get_point(courses, 0))
    points[v] = shapely.get_coordinates(shapely.get_point(courses, -1))
    said = frame.reindex(columns=["kind", *DATED]).astype(object).fillna("").astype(str)
    keys = pd.MultiIndex.from_frame(said)
    ways = keys.unique().sort_values()
    lines = tuple(_line(str(kind), Dating(*days), source) for kind, *days in ways)
    length = np.round(shapely.length(courses) * MM).astype(np.int64)
    return Edges(points, u, v, length, ways.get_indexer(keys).astype(np.int64), courses, lines)


def _line(kind: str, dating: Dating, source: NetworkSource) -> Line:
    # A kind is one printable line: with a tab between, a kind that ends like a day is no date.
    name = "\t".join((f"{SURVEY}:{kind}", *dating)).rstrip("\t")
    return Line(name, kind, source.error_m, SURVEY, milestones_of(dating, name, source))


def _nodes(u: np.ndarray, v: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    names, numbers = np.unique(np.concatenate((u, v)), return_inverse=True)
    numbers = numbers.astype(np.int64)
    return names, numbers[: len(u)], numbers[len(u) :]


def _fault(file: Path, found: str) -> Fault:
    allowed = "the network as `python -m geodata network import` wrote it"
    return Fault(file.name, "", "", found, allowed)
