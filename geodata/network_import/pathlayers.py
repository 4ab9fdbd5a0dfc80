"""Read the lines of a municipal path layer: GeoPackage, GeoJSON or zipped shapefile."""

from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geodata.network_import.dating import (
    Said,
    is_absent,
    said_beside_tags,
    said_by_columns,
    said_by_tags,
)
from geodata.network_import.errors import NetworkImportError
from geodata.network_import.filekinds import FileKind
from geodata.network_import.layerfile import frame_of, in_crs
from geodata.network_import.meeting import points_of
from geodata.network_import.tags import has_tags, tags_of
from geodata.network_import.ways import MAX_POINTS, Ways, table_of
from geodata.reading.places import METRES
from geodata.walking.edges import Courses
from geodata.walking.lines import NOT_WALKED

_LINES = ("LineString", "MultiLineString")
#: What a way is called where the layer does not say.
_KIND = "path"


def read_paths(file: Path, kind: FileKind) -> Ways:
    """Return the lines of a layer; raise `NetworkImportError` where it cannot be used.

    Where the layer has tags in columns, OpenStreetMap's rules for walking apply; else a
    column `kind` names what each way is. Columns `from`, `to` and `status` say when it is
    there; what `network export` wrote is read again. Lines meet at vertices that they share, and where the end of one lies on the other.
    """
    lines, unreadable = _lines_of(frame_of(file, kind))
    walked, said = _walked(in_crs(lines, METRES))
    parts, of = shapely.get_parts(walked, return_index=True)
    table = table_of(said).iloc[of].reset_index(drop=True)
    return Ways(*points_of(parts), table, None, unreadable)


def _lines_of(frame: gpd.GeoDataFrame) -> tuple[gpd.GeoDataFrame, int]:
    """The rows that have a line, and how many have none that can be read."""
    types = sorted(set(map(str, frame.geom_type.dropna())) - set(_LINES))
    if types:
        raise NetworkImportError(f"paths must be lines; found also: {', '.join(types)}")
    shapes = frame.geometry.to_numpy()
    with_line = ~(shapely.is_missing(shapes) | shapely.is_empty(shapes))
    if not with_line.any():
        raise NetworkImportError("the file holds no line that can be read")
    if shapely.get_num_coordinates(shapes).sum() > MAX_POINTS:
        raise NetworkImportError(f"the lines have more than {MAX_POINTS} points: clip them first")
    return frame[with_line], int((~with_line).sum())


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
