"""Read the lines of a municipal path layer: GeoPackage, GeoJSON or zipped shapefile."""

import tempfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import CRS

from geodata.network_import.archive import unpack_shapefile
from geodata.network_import.dating import (
    Said,
    is_absent,
    said_beside_tags,
    said_by_columns,
    said_by_tags,
)
from geodata.network_import.errors import NetworkImportError
from geodata.network_import.filekinds import FileKind, plain_copy
from geodata.network_import.gdal import read_geopackage, read_shapefile
from geodata.network_import.geojson import frame_of_geojson
from geodata.network_import.meeting import points_of
from geodata.network_import.tags import has_tags, tags_of
from geodata.network_import.ways import MAX_POINTS, Ways, table_of
from geodata.reading.places import METRES
from geodata.reading.text import read_foreign_json
from geodata.walking.edges import Courses
from geodata.walking.lines import NOT_WALKED

#: Bytes of GeoJSON, which is read as a whole: twice those of a town of 150,000 edges.
MAX_GEOJSON = 200_000_000
_LINES = ("LineString", "MultiLineString")
#: What a way is called where the layer does not say.
_KIND = "path"
#: Metres from the middle of the projection: farther away is nothing on earth.
_FARTHEST_M = 1e8


def read_paths(file: Path, kind: FileKind) -> Ways:
    """Return the lines of a layer; raise `NetworkImportError` where it cannot be used.

    Where the layer has tags in columns, OpenStreetMap's rules for walking apply; else a
    column `kind` names what each way is. Columns `from`, `to` and `status` say when it is
    there; what `network export` wrote is read again. Lines meet at vertices that they share, and where the end of one lies on the other.
    """
    frame = _frame(file, kind)
    lines, unreadable = _lines_of(frame)
    walked, said = _walked(_in_metres(lines))
    parts, of = shapely.get_parts(walked, return_index=True)
    table = table_of(said).iloc[of].reset_index(drop=True)
    return Ways(*points_of(parts), table, None, unreadable)


def _frame(file: Path, kind: FileKind) -> gpd.GeoDataFrame:
    if kind is FileKind.GEOJSON:
        return frame_of_geojson(read_foreign_json(file, MAX_GEOJSON))
    if kind is FileKind.GEOPACKAGE:
        with plain_copy(file) as readable:
            return read_geopackage(readable)
    with tempfile.TemporaryDirectory(prefix="blok-") as folder:
        return read_shapefile(unpack_shapefile(file, Path(folder)))


def _lines_of(frame: gpd.GeoDataFrame) -> tuple[gpd.GeoDataFrame, int]:
    """The rows that have a line, flat, and how many have none that can be read."""
    if frame.crs is None:
        raise NetworkImportError("the file has no CRS: save it again with one, such as EPSG:25832")
    types = sorted(set(map(str, frame.geom_type.dropna())) - set(_LINES))
    if types:
        raise NetworkImportError(f"paths must be lines; found also: {', '.join(types)}")
    shapes = shapely.force_2d(frame.geometry.to_numpy())
    with_line = ~(shapely.is_missing(shapes) | shapely.is_empty(shapes))
    if not with_line.any():
        raise NetworkImportError("the file holds no line that can be read")
    if shapely.get_num_coordinates(shapes).sum() > MAX_POINTS:
        raise NetworkImportError(f"the lines have more than {MAX_POINTS} points: clip them first")
    lines = frame.set_geometry(gpd.GeoSeries(shapes, index=frame.index, crs=frame.crs))
    return lines[with_line], int((~with_line).sum())


def _in_metres(lines: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    _refuse_beyond(lines, _FARTHEST_M)
    if CRS(lines.crs).is_geographic and np.abs(lines.total_bounds).max() > 360:
        raise NetworkImportError(
            "the coordinates are no degrees, though the file says so: wrong CRS"
        )
    moved = lines.to_crs(METRES)
    _refuse_beyond(moved, _FARTHEST_M)
    return moved


def _refuse_beyond(lines: gpd.GeoDataFrame, farthest: float) -> None:
    # Not a number is not within any bound either.
    if not (np.abs(shapely.get_coordinates(lines.geometry.to_numpy())) <= farthest).all():
        raise NetworkImportError("the file has coordinates that are no places on earth")


def _walked(frame: gpd.GeoDataFrame) -> tuple[Courses, list[Said]]:
    """The lines that people may walk along, and what is said of each."""
    texts = pd.DataFrame(frame.drop(columns=frame.geometry.name)).astype(object)
    rows = texts.fillna("").astype(str).to_dict("records")
    said = [
        _said(int(number) + 1, {str(key): text for key, text in row.items()})
        for number, row in zip(frame.index, rows, strict=True)
    ]
    if not any(said):
        raise NetworkImportError("the file holds no way that people may walk along")
    kept = np.array([one is not None for one in said])
    return frame.geometry.to_numpy()[kept], [one for one in said if one]


def _said(number: int, row: dict[str, str]) -> Said | None:
    """What a row says of a way, `None` where people may not walk along it."""
    if has_tags(row):
        tagged = said_by_tags(tags_of(row))
        return said_beside_tags(tagged, row) if tagged else None
    kind = row.get("kind") or _KIND
    if kind in NOT_WALKED or is_absent(row):
        return None
    try:
        return said_by_columns(kind, row)
    except ValueError as error:
        raise NetworkImportError(f"row {number}, {error}") from error
