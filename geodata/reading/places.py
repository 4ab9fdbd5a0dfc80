"""Read GeoJSON layers: WGS 84 at the door, EPSG:25832 (metres) inside.

GDAL is not asked: it follows links in `crs`, opens whatever a file really is, and accepts
coordinates that are no numbers. The rules here are those of RFC 7946, plus Denmark.
"""

import json
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geopandas as gpd
from shapely import GEOSException, force_2d
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry
from shapely.validation import explain_validity

from geodata.reading.faults import Fault, PackageError, shown
from geodata.reading.outline_times import (
    FOLLOWING,
    TIMES,
    overlap_faults,
    said_time,
    time_faults,
    validity_of,
)
from geodata.reading.text import read_json

WGS84 = "EPSG:4326"
METRES = "EPSG:25832"
#: Longitude and latitude of Denmark, Bornholm included.
LON_RANGE = (7.5, 15.6)
LAT_RANGE = (54.4, 58.0)
MAX_VERTICES = 200_000

_POLYGONS = ("Polygon", "MultiPolygon")
_LINES = ("LineString", "MultiLineString")
#: Every layer file of a package and the geometry types it may hold.
LAYERS: dict[str, tuple[str, ...]] = {
    "areas": _POLYGONS,
    "parks": _POLYGONS,
    "places": ("Point",),
    "paths": _LINES,
    "roads": _LINES,
    "water": _POLYGONS + _LINES,
}
#: The layer that a package cannot do without; the others may be absent or empty.
REQUIRED_LAYER = "areas"
CONFIDENCES = (
    "exact", "high", "medium-high", "medium", "medium-low", "low", "indicative", "schematic",
)  # fmt: skip
_TEXTS = ("id", "name", "kind", "confidence", "basis_da", "basis_en")
_OPTIONAL_TEXTS = ("name_en", "url", "description_da", "description_en", "project", "source")
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_CRS_NAMES = re.compile(r"(urn:ogc:def:crs:)?(OGC:1\.3:|OGC:)?CRS84|(urn:ogc:def:crs:)?EPSG::?4326")


def read_layer(path: Path) -> gpd.GeoDataFrame:
    """Return a layer as a frame in EPSG:25832, one row an outline, indexed by feature id.

    A feature has one outline, or several that hold one after the other; they stand in the order
    of the file, those of a feature by time. The layer may be empty, unless it is the one of the areas.

    Columns: name, name_en (empty where the name is the same), kind, confidence, error_m (metres), basis_da, basis_en,
    url, description_da, description_en, project, source (ids of sources.csv, joined by `;`, empty where
    none is stated), valid_from, valid_to (as stated, empty where open), predecessors (ids, joined
    by `;`), change_da, change_en, comparable_da, comparable_en, class, geometry. Raises `PackageError` with every fault found.
    """
    features = _features(path)
    faults = [fault for i, f in enumerate(features, 1) for fault in _check(path, i, f)]
    faults += overlap_faults(path.name, features)
    if faults:
        raise PackageError(tuple(faults))
    return _frame([_row(feature) for feature in _in_time(features)]).to_crs(METRES)


def _in_time(features: list[Any]) -> list[Any]:
    """The outlines of one feature by time; all others stand where they stood."""
    first: dict[str, int] = {}
    for place, feature in enumerate(features):
        first.setdefault(feature["properties"]["id"], place)
    return sorted(
        features, key=lambda one: (first[one["properties"]["id"]], validity_of(one["properties"]))
    )


def empty_layer() -> gpd.GeoDataFrame:
    """Return the layer of a package that has none: the same columns, no rows."""
    return _frame([]).set_crs(METRES, allow_override=True)


def _frame(rows: list[dict[str, Any]]) -> gpd.GeoDataFrame:
    columns = [*_TEXTS, *_OPTIONAL_TEXTS, *TIMES, *FOLLOWING, "class", "error_m", "geometry"]
    frame = gpd.GeoDataFrame(rows, columns=columns, geometry="geometry", crs=WGS84)
    return frame.astype({"error_m": float}).set_index("id")


def _features(path: Path) -> list[Any]:
    content = read_json(path)
    if not isinstance(content, dict) or content.get("type") != "FeatureCollection":
        found = content.get("type") if isinstance(content, dict) else type(content).__name__
        raise PackageError((Fault(path.name, "", "type", shown(found), "FeatureCollection"),))
    if "crs" in content and not is_wgs84(content["crs"]):
        found = shown(json.dumps(content["crs"]))
        allowed = "no crs member, or the name of WGS 84 (never a link)"
        raise PackageError((Fault(path.name, "", "crs", found, allowed),))
    features = content.get("features")
    if not isinstance(features, list) or (not features and path.stem == REQUIRED_LAYER):
        found = "no features" if features == [] else shown(features)
        raise PackageError((Fault(path.name, "", "features", found, "a list of features"),))
    return features


def is_wgs84(crs: Any) -> bool:
    """Tell whether a member `crs` is the name of WGS 84; a link never is."""
    properties = crs.get("properties") if isinstance(crs, dict) else None
    name = properties.get("name") if isinstance(properties, dict) else None
    named = isinstance(crs, dict) and crs.get("type") == "name"
    return named and isinstance(name, str) and _CRS_NAMES.fullmatch(name) is not None


def _check(path: Path, number: int, feature: Any) -> Iterator[Fault]:
    is_feature = isinstance(feature, dict) and feature.get("type") == "Feature"
    if not is_feature or not isinstance(feature.get("properties"), dict):
        yield Fault(path.name, f"feature {number}", "", shown(feature), "a Feature with properties")
        return
    where = f"feature {number} ({shown(feature['properties'].get('id', 'no id'))})"
    for field, found, allowed in _property_faults(feature["properties"]):
        yield Fault(path.name, where, field, found, allowed)
    for field, found, allowed in _geometry_faults(feature.get("geometry"), LAYERS[path.stem]):
        yield Fault(path.name, where, field, found, allowed)


def _property_faults(properties: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    for field in _TEXTS:
        value = properties.get(field)
        if not isinstance(value, str) or not value.strip():
            yield field, "nothing" if value in (None, "") else shown(value), "text"
    for field in _OPTIONAL_TEXTS:
        if not isinstance(properties.get(field), str | None):
            yield field, shown(properties[field]), "text or null"
    yield from _url_faults(properties.get("url"))
    yield from time_faults(properties)
    identifier = properties.get("id")
    if isinstance(identifier, str) and identifier and not _ID.fullmatch(identifier):
        yield "id", shown(identifier), f"text of the form {_ID.pattern}"
    if (
        isinstance(properties.get("confidence"), str)
        and properties["confidence"] not in CONFIDENCES
    ):
        yield "confidence", shown(properties["confidence"]), " or ".join(CONFIDENCES)
    error = properties.get("error_m")
    if isinstance(error, bool) or not isinstance(error, int | float) or not 0 <= error < 1e9:
        yield "error_m", shown(error), "metres, 0 or more"


def _url_faults(url: Any) -> Iterator[tuple[str, str, str]]:
    if isinstance(url, str) and not url.startswith("https://"):
        yield "url", shown(url), "an address that begins with https://"


def _geometry_faults(geometry: Any, types: tuple[str, ...]) -> Iterator[tuple[str, str, str]]:
    kind = geometry.get("type") if isinstance(geometry, dict) else None
    if kind not in types:
        yield "geometry", shown(kind or geometry), " or ".join(types)
        return
    try:
        points = list(_points(geometry.get("coordinates")))
    except (TypeError, ValueError, OverflowError, RecursionError):
        yield "coordinates", shown(geometry.get("coordinates")), "pairs of numbers (lon, lat)"
        return
    problem = _coordinate_problem(points)
    if problem:
        yield "coordinates", *problem
    elif kind in _POLYGONS and not _rings_closed(geometry):
        yield "coordinates", "a ring whose last point is not its first", "closed rings"
    else:
        yield from _shape_faults(geometry)


def _coordinate_problem(points: list[tuple[float, float]]) -> tuple[str, str] | None:
    allowed = f"lon {LON_RANGE[0]} to {LON_RANGE[1]}, lat {LAT_RANGE[0]} to {LAT_RANGE[1]}"
    if not points:
        return "no coordinates", allowed
    if len(points) > MAX_VERTICES:
        return f"{len(points)} vertices", f"at most {MAX_VERTICES}"
    for lon, lat in points:
        if not (math.isfinite(lon) and math.isfinite(lat)):
            return f"[{lon}, {lat}], not finite", allowed
        if _within(lon, LON_RANGE) and _within(lat, LAT_RANGE):
            continue
        if _within(lat, LON_RANGE) and _within(lon, LAT_RANGE):
            return f"[{lon}, {lat}], which looks like lat, lon", f"lon first: {allowed}"
        return f"[{lon}, {lat}], outside Denmark", allowed
    return None


def _shape_faults(geometry: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    try:
        form = shape(geometry)
    except (ValueError, TypeError, GEOSException) as error:
        yield "geometry", shown(error), "a valid geometry"
        return
    if form.is_empty or not form.is_valid:
        yield "geometry", explain_validity(form), "a valid geometry (it is never mended silently)"


def _within(value: float, bounds: tuple[float, float]) -> bool:
    return bounds[0] <= value <= bounds[1]


def _points(coordinates: Any, depth: int = 0) -> Iterator[tuple[float, float]]:
    if depth > 4 or not isinstance(coordinates, list) or not coordinates:
        raise ValueError("no coordinates")
    if isinstance(coordinates[0], list):
        for part in coordinates:
            yield from _points(part, depth + 1)
    else:
        if len(coordinates) not in (2, 3) or any(isinstance(c, bool | str) for c in coordinates):
            raise ValueError("not a pair of numbers")
        if not all(math.isfinite(height) for height in coordinates[2:]):
            raise ValueError("a height that is no number")
        yield float(coordinates[0]), float(coordinates[1])


def _rings_closed(geometry: dict[str, Any]) -> bool:
    many = geometry["type"] == "MultiPolygon"
    polygons = geometry["coordinates"] if many else [geometry["coordinates"]]
    try:
        rings = [ring for polygon in polygons for ring in polygon]
        return all(len(ring) >= 4 and ring[0] == ring[-1] for ring in rings)
    except TypeError:  # not nested deep enough to hold rings
        return False


def _row(feature: dict[str, Any]) -> dict[str, str | float | int | BaseGeometry | None]:
    properties = feature["properties"]
    fields = _TEXTS + _OPTIONAL_TEXTS + FOLLOWING
    texts = {field: properties.get(field) or "" for field in fields}
    times = {field: said_time(properties.get(field)) for field in TIMES}
    return {
        **texts,
        **times,
        "class": properties.get("class"),
        "error_m": float(properties["error_m"]),
        "geometry": force_2d(shape(feature["geometry"])),  # heights are not used: files mix them
    }
