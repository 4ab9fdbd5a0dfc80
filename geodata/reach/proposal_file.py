"""Read a drawn path from GeoJSON: lines in Denmark, few enough to be reckoned with."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import geopandas as gpd
from shapely.geometry import LineString

from geodata.reading.faults import shown
from geodata.reading.places import LAT_RANGE, LON_RANGE, METRES, WGS84, is_wgs84
from geodata.reading.text import read_json

#: Of all lines together: a path of 5 km with a point every few metres.
MAX_POINTS = 2_000
MAX_LINES = 200


class ProposalError(Exception):
    """A drawn path cannot be used; the message says why in words.

    `why` names the reason for whoever says it in other words, with its `values`; it is empty for
    what only a file can be refused for.
    """

    def __init__(self, message: str, why: str = "", **values: float) -> None:
        super().__init__(message)
        self.why = why
        self.values = values


def read_proposal(file: Path) -> tuple[LineString, ...]:
    """Return the lines of a GeoJSON file in EPSG:25832.

    Raises `PackageError` where it is no JSON, `ProposalError` where it holds no lines.
    """
    return as_lines(read_json(file))


def as_lines(content: Any) -> tuple[LineString, ...]:
    """Return the lines of GeoJSON content (WGS 84) in EPSG:25832."""
    _refuse_other_crs(content)
    drawn = [line for geometry in _geometries(content) for line in _coordinates(geometry)]
    _refuse_too_many(drawn)
    lines = [_line(points) for points in drawn]
    moved = gpd.GeoSeries(lines, crs=WGS84).to_crs(METRES)
    return tuple(LineString(line.coords) for line in moved)


def _refuse_other_crs(content: Any) -> None:
    crs = content.get("crs") if isinstance(content, dict) else None
    if crs is not None and not is_wgs84(crs):
        raise ProposalError(f"the member crs is {shown(crs)}; allowed: none, or WGS 84 by its name")


def _geometries(content: Any) -> Iterator[Any]:
    """The geometries of a feature collection, a feature, or a geometry alone."""
    features = content.get("features") if _type(content) == "FeatureCollection" else [content]
    for feature in features if isinstance(features, list) else [content]:
        yield feature.get("geometry") if _type(feature) == "Feature" else feature


def _coordinates(geometry: Any) -> list[Any]:
    """The coordinates of each line of a geometry."""
    kind = _type(geometry)
    if kind == "LineString":
        return [geometry.get("coordinates")]
    if kind == "MultiLineString" and isinstance(geometry.get("coordinates"), list):
        lines: list[Any] = geometry["coordinates"]
        return lines
    raise ProposalError(f"{shown(kind or geometry)} is no line: draw a LineString in GeoJSON")


def _type(thing: Any) -> Any:
    return thing.get("type") if isinstance(thing, dict) else None


def _refuse_too_many(drawn: list[Any]) -> None:
    if not drawn:
        raise ProposalError("the proposal holds no line: draw a LineString")
    if len(drawn) > MAX_LINES:
        raise ProposalError(f"the proposal has {len(drawn)} lines; at most {MAX_LINES}")
    points = sum(len(line) for line in drawn if isinstance(line, list))
    if points > MAX_POINTS:
        raise ProposalError(f"the path has {points} points; at most {MAX_POINTS}")


def _line(points: Any) -> LineString:
    if not isinstance(points, list) or len(points) < 2:
        raise ProposalError("a path of one point leads nowhere: draw at least two")
    return LineString([_point(point) for point in points])


def _point(point: Any) -> tuple[float, float]:
    pair = point[:2] if isinstance(point, list) else []
    if len(pair) < 2 or any(type(number) not in (int, float) for number in pair):
        raise ProposalError(f"{shown(point)} is no point: lon, lat in degrees, as numbers")
    lon, lat = pair
    if not (LON_RANGE[0] <= lon <= LON_RANGE[1] and LAT_RANGE[0] <= lat <= LAT_RANGE[1]):
        raise ProposalError(f"{shown(point)} is not in Denmark: lon first, then lat, in degrees")
    return lon, lat
