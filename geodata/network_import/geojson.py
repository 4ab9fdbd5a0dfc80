"""Read the features of a GeoJSON file without GDAL, which would open whatever it really is."""

import re
from collections.abc import Sequence
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
from pyproj import CRS
from pyproj.exceptions import CRSError
from shapely.errors import ShapelyError
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from geodata.network_import.errors import NetworkImportError
from geodata.network_import.tags import COLUMNS
from geodata.reading.faults import shown
from geodata.reading.places import WGS84, is_wgs84

_GEOMETRIES = frozenset({
    "Point", "MultiPoint", "LineString", "MultiLineString", "Polygon", "MultiPolygon",
    "GeometryCollection",
})  # fmt: skip
_EPSG = re.compile(
    r"(?:EPSG:|urn:ogc:def:crs:EPSG:[0-9.]*:|https?://www\.opengis\.net/def/crs/EPSG/[0-9.]+/)"
    r"([0-9]{4,6})"
)


def frame_of_geojson(content: Any, columns: Sequence[str] = COLUMNS) -> gpd.GeoDataFrame:
    """Return the features of GeoJSON content in its own CRS, with the columns that are used.

    A shape that is none is missing.

    Raises `NetworkImportError` for other JSON and for a CRS that is not known by its name.
    """
    features = _features(content)
    rows = [_used(feature.get("properties"), columns) for feature in features]
    # A coordinate may be no number: whoever uses the lines tells.
    with np.errstate(invalid="ignore"):
        shapes: list[Any] = [_shape(feature.get("geometry")) for feature in features]
    index = range(len(features))
    return gpd.GeoDataFrame(
        pd.DataFrame(rows, index=index),
        geometry=gpd.GeoSeries(shapes, index=index, crs=_crs(content.get("crs"))),
    )


def _used(properties: Any, columns: Sequence[str]) -> dict[str, Any]:
    known = properties if isinstance(properties, dict) else {}
    return {name: known[name] for name in columns if name in known}


def _features(content: Any) -> list[dict[str, Any]]:
    kind = content.get("type") if isinstance(content, dict) else None
    features = content.get("features") if kind == "FeatureCollection" else None
    if isinstance(features, list):
        return [feature if isinstance(feature, dict) else {} for feature in features]
    if kind == "Feature":
        return [content]
    if isinstance(kind, str) and kind in _GEOMETRIES:
        return [{"geometry": content}]
    raise NetworkImportError(
        f"{shown(kind)} is no GeoJSON; allowed: a FeatureCollection, a Feature or a geometry"
    )


def _shape(geometry: Any) -> BaseGeometry | None:
    try:
        return shape(geometry) if isinstance(geometry, dict) else None
    except (AttributeError, KeyError, TypeError, ValueError, OverflowError, ShapelyError):
        return None


def _crs(member: Any) -> CRS:
    """The CRS that the member `crs` names; degrees where there is none."""
    if member is None or is_wgs84(member):
        return CRS(WGS84)
    properties = member.get("properties") if isinstance(member, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    if not isinstance(name, str) or member.get("type") != "name":
        raise NetworkImportError(f"the member crs must be a name, never a link: {shown(member)}")
    code = _EPSG.fullmatch(name)
    try:
        if code:
            return CRS.from_epsg(int(code[1]))
    except CRSError:
        pass
    raise NetworkImportError(f"the CRS {shown(name)} is not known; allowed: such as EPSG:25832")
