"""Read and write an imported walking network: a GeoPackage with a row for every edge.

Columns: `u` and `v` (numbers of the nodes: edges meet only where these are equal), `kind`,
and the course in EPSG:25832.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import geopandas as gpd
import numpy as np
import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError

from geodata.faults import Fault, PackageError
from geodata.network_source import NetworkSource
from geodata.places import METRES
from geodata.walking.edges import Edges, as_courses
from geodata.walking.lines import Line
from geodata.walking.settings import MM

LAYER = "edges"
#: All imported edges are one survey: what is off, is off together.
SURVEY = "network"
COLUMNS = ("u", "v", "kind")
_SQLITE = b"SQLite format 3\x00"


def write_edges(frame: gpd.GeoDataFrame, file: Path) -> None:
    """Write edges with the columns u, v, kind and geometry (EPSG:25832)."""
    pyogrio.write_dataframe(
        frame[[*COLUMNS, "geometry"]], file, layer=LAYER, driver="GPKG", geometry_type="LineString"
    )


def read_edges(folder: Path, source: NetworkSource) -> Edges:
    """Return the imported network of a package; raise `PackageError` where it is not whole."""
    file = folder / source.path
    if not file.is_file():
        raise _error(file, "no such file", "the file that datapackage.json registers")
    if sha256_of(file) != source.sha256:
        raise _error(file, "another content than was registered", "import the network again")
    if not file.read_bytes()[: len(_SQLITE)] == _SQLITE:
        raise _error(file, "no GeoPackage", "import the network again")
    try:
        frame = pyogrio.read_dataframe(file, layer=LAYER)
    except (DataSourceError, DataLayerError) as error:
        raise _error(file, str(error), "import the network again") from error
    if not set(COLUMNS) <= set(frame.columns) or frame.crs != METRES:
        raise _error(file, "other columns or another CRS", f"{', '.join(COLUMNS)} in {METRES}")
    return edges_of(frame, source.error_m)


def edges_of(frame: gpd.GeoDataFrame, error_m: float) -> Edges:
    """Return a frame of edges as a network; `error_m` is how far the survey may be off."""
    courses = as_courses(frame.geometry.to_list())
    names, u, v = _nodes(frame["u"].to_numpy(), frame["v"].to_numpy())
    points = np.zeros((len(names), 2))
    points[u] = shapely.get_coordinates(shapely.get_point(courses, 0))
    points[v] = shapely.get_coordinates(shapely.get_point(courses, -1))
    kinds, line = np.unique(frame["kind"].to_numpy(dtype=str), return_inverse=True)
    lines = tuple(Line(f"{SURVEY}:{kind}", str(kind), error_m, SURVEY) for kind in kinds)
    length = np.round(shapely.length(courses) * MM).astype(np.int64)
    return Edges(points, u, v, length, line.astype(np.int64), courses, lines)


def _nodes(u: np.ndarray, v: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    names, numbers = np.unique(np.concatenate((u, v)), return_inverse=True)
    numbers = numbers.astype(np.int64)
    return names, numbers[: len(u)], numbers[len(u) :]


def sha256_of(file: Path) -> str:
    """Return the SHA-256 of a file."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def _error(file: Path, found: str, allowed: str) -> PackageError:
    return PackageError((Fault(file.name, "", "", found, allowed),))


def faults_of_network(folder: Path, source: NetworkSource | None) -> Sequence[Fault]:
    """Return what is wrong with a registered network; nothing where there is none."""
    if source is None:
        return ()
    try:
        read_edges(folder, source)
    except PackageError as error:
        return error.faults
    return ()
