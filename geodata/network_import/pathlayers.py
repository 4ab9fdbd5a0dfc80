"""Read the lines of a municipal path layer: GeoPackage, GeoJSON or zipped shapefile."""

import tempfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import pyogrio
import shapely
from pyogrio.errors import DataLayerError, DataSourceError
from pyproj import CRS
from shapely import STRtree

from geodata.faults import shown
from geodata.network_import.archive import unpack_shapefile
from geodata.network_import.errors import NetworkImportError
from geodata.network_import.filekinds import FileKind
from geodata.network_import.walkable import may_walk
from geodata.network_import.ways import Ways
from geodata.places import METRES
from geodata.reading import read_json
from geodata.walking.lines import NOT_WALKED
from geodata.walking.settings import SAME_M

_LINES = ("LineString", "MultiLineString")
#: What a way is called where the layer does not say.
_KIND = "path"


def read_paths(file: Path, kind: FileKind) -> Ways:
    """Return the lines of a layer; raise `NetworkImportError` where it cannot be used.

    Where the layer has a column `highway`, OpenStreetMap's rules for walking apply; a
    column `kind` names what each way is. Lines meet at vertices that they share, and where
    the end of one lies on the other.
    """
    with tempfile.TemporaryDirectory(prefix="blok-") as folder:
        readable = unpack_shapefile(file, Path(folder)) if kind is FileKind.SHAPEFILE else file
        if kind is FileKind.GEOJSON:
            _refuse_linked_crs(file)
        frame = _in_metres(_frame(readable))
    frame = _walked(frame)
    lines = frame.geometry.explode(ignore_index=False)
    kinds = frame["kind"].loc[lines.index].to_numpy(dtype=str)
    return _noded(shapely.force_2d(lines.to_numpy()), kinds)


def _frame(file: Path) -> gpd.GeoDataFrame:
    try:
        layers = pyogrio.list_layers(file)
        names = [name for name, geometry in layers if geometry and "LineString" in geometry]
        if len(names) != 1 and len(layers) != 1:
            found = ", ".join(map(str, layers[:, 0])) or "none"
            raise NetworkImportError(f"the file must hold one layer of lines; found: {found}")
        frame: gpd.GeoDataFrame = pyogrio.read_dataframe(file, layer=(names or [layers[0][0]])[0])
    except (DataSourceError, DataLayerError) as error:
        raise NetworkImportError(f"the file is damaged or cut short: {error}") from error
    if not isinstance(frame, gpd.GeoDataFrame):
        raise NetworkImportError("the file holds a table without lines")
    return frame


def _in_metres(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    if frame.crs is None:
        raise NetworkImportError("the file has no CRS: save it again with one, such as EPSG:25832")
    types = sorted(set(map(str, frame.geom_type.dropna())) - set(_LINES))
    if types:
        raise NetworkImportError(f"paths must be lines; found also: {', '.join(types)}")
    lines = frame[~(frame.geometry.isna() | frame.geometry.is_empty)]
    if CRS(lines.crs).is_geographic and np.abs(lines.total_bounds).max() > 360:
        raise NetworkImportError(
            "the coordinates are no degrees, though the file says so: wrong CRS"
        )
    moved = lines.to_crs(METRES)
    if not np.isfinite(shapely.get_coordinates(moved.geometry)).all():
        raise NetworkImportError("the file has coordinates that are no places on earth")
    return moved


def _walked(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    texts = pd.DataFrame(frame.drop(columns="geometry")).astype(object).fillna("").astype(str)
    if "highway" in texts:
        frame = frame.assign(kind=texts["highway"])
        rows = texts.to_dict("records")
        kept = [may_walk({str(key): value for key, value in row.items()}) for row in rows]
    else:
        kinds = texts["kind"].replace("", _KIND) if "kind" in texts else _KIND
        frame = frame.assign(kind=kinds)
        kept = [kind not in NOT_WALKED for kind in frame["kind"]]
    if not any(kept):
        raise NetworkImportError("the file holds no way that people may walk along")
    return frame[np.array(kept)]


def _noded(lines: np.ndarray, kinds: np.ndarray) -> Ways:
    lines = _with_ends(lines)
    xy, way = shapely.get_coordinates(lines, return_index=True)
    keys = np.round(xy / SAME_M).astype(np.int64)
    _, node = np.unique(keys, axis=0, return_inverse=True)
    return Ways(way.astype(np.int64), node.astype(np.int64), xy, kinds, None)


def _with_ends(lines: np.ndarray) -> np.ndarray:
    """Give lines a vertex where the end of another one lies on them."""
    ends = np.concatenate((shapely.get_point(lines, 0), shapely.get_point(lines, -1)))
    which, on = STRtree(lines).query(ends, predicate="dwithin", distance=SAME_M / 2)
    met: dict[int, list[int]] = {}
    for end, line in zip(which, on, strict=True):
        if end % len(lines) != line:
            met.setdefault(int(line), []).append(int(end))
    lines = lines.copy()
    for line, some in met.items():
        lines[line] = shapely.snap(lines[line], shapely.multipoints(ends[some]), SAME_M)
    return lines


def _refuse_linked_crs(file: Path) -> None:
    """GDAL would follow a link in `crs` to the outside."""
    content = read_json(file)
    crs = content.get("crs") if isinstance(content, dict) else None
    if crs is not None and not (isinstance(crs, dict) and crs.get("type") == "name"):
        raise NetworkImportError(f"the member crs must be a name, never a link: {shown(crs)}")
