"""Read the placemarks of a KML or KMZ file; links in it are never followed."""

import zipfile
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import geopandas as gpd
from shapely.errors import ShapelyError
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Point, Polygon
from shapely.geometry.base import BaseGeometry

from geodata.intake.errors import IntakeError
from geodata.intake.opening import checked_head
from geodata.intake.packed import look_into
from geodata.intake.xmlfile import root_of
from geodata.reading.places import WGS84

ENDINGS = (".kml", ".kmz")
_SHAPES = ("Point", "LineString", "Polygon")


def read_kml(file: Path, columns: Collection[str]) -> gpd.GeoDataFrame:
    """Return the placemarks of a file in WGS 84, with their names and some columns.

    A shape that cannot be read is missing. Raises `IntakeError` for what is no KML.
    """
    marks = root_of(file.name, _content(file)).findall(".//{*}Placemark")
    rows = [_row(mark, columns) for mark in marks]
    read: list[Any] = [_shape(mark) for mark in marks]
    shapes = gpd.GeoSeries(read, crs=WGS84)
    return gpd.GeoDataFrame(rows, columns=sorted({key for row in rows for key in row}),
                            geometry=shapes)  # fmt: skip


def _content(file: Path) -> bytes:
    checked_head(file)
    if file.suffix.lower() == ".kml":
        return file.read_bytes()
    inside = [name for name in look_into(file) if name.lower().endswith(".kml")]
    if len(inside) != 1:
        raise IntakeError(file.name, f"{len(inside)} KML files inside", "one")
    with zipfile.ZipFile(file) as archive:
        return archive.read(inside[0])


def _row(mark: ElementTree.Element, columns: Collection[str]) -> dict[str, str]:
    said = {"id": mark.get("id"), "name": mark.findtext("{*}name")}
    for data in mark.iterfind(".//{*}ExtendedData//*[@name]"):
        name = data.get("name", "")
        if name in columns:
            said[name] = data.findtext("{*}value") or data.text
    return {name: text.strip() for name, text in said.items() if text and text.strip()}


def _shape(mark: ElementTree.Element) -> BaseGeometry | None:
    """The shape of a placemark; several of one kind are one shape."""
    try:
        found = [_SHAPED[kind](e) for kind in _SHAPES for e in mark.iterfind(f".//{{*}}{kind}")]
    except (ValueError, ShapelyError):
        return None
    if len(found) == 1:
        return found[0]
    polygons = [one for one in found if isinstance(one, Polygon)]
    if found and len(polygons) == len(found):
        return MultiPolygon(polygons)
    lines = [one for one in found if isinstance(one, LineString)]
    return MultiLineString(lines) if found and len(lines) == len(found) else None


def _polygon(element: ElementTree.Element) -> BaseGeometry:
    outer = element.find("{*}outerBoundaryIs")
    if outer is None:
        raise ValueError("no outer ring")
    return Polygon(_points(outer), [_points(e) for e in element.iterfind("{*}innerBoundaryIs")])


def _points(element: ElementTree.Element) -> list[tuple[float, float]]:
    words = (element.findtext(".//{*}coordinates") or "").split()
    pairs = [word.split(",")[:2] for word in words]
    return [(float(lon), float(lat)) for lon, lat in pairs]


_SHAPED: dict[str, Callable[[ElementTree.Element], BaseGeometry]] = {
    "Point": lambda element: Point(_points(element)[:1]),
    "LineString": lambda element: LineString(_points(element)),
    "Polygon": _polygon,
}
