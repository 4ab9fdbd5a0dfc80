"""Write a package's files as text that people can compare: a row or a feature a line."""

import csv
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geodata.reading.places import WGS84
from geodata.reading.schema import columns

#: Decimals of degrees: a millimetre.
_DECIMALS = 8


def json_text(content: Any) -> str:
    """Return JSON with a line for each value."""
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def table_text(table: str, rows: Iterable[Iterable[str]]) -> str:
    """Return a table as CSV: the head that its schema has, then the rows."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([columns(table), *rows])
    return text.getvalue()


def layer_text(features: Iterable[Mapping[str, Any]], head: Mapping[str, Any]) -> str:
    """Return a layer as GeoJSON: the members of its head, then a line for each feature."""
    members = json.dumps(head, ensure_ascii=False)[1:-1]
    rows = ",\n".join(json.dumps(feature, ensure_ascii=False) for feature in features)
    return f'{{\n{members},\n"features": [\n{rows}\n]\n}}\n'


def layer_resource(layer: str) -> dict[str, Any]:
    """Return how a package's list of files names a layer."""
    return {"name": layer, "path": f"{layer}.geojson", "format": "geojson",
            "mediatype": "application/geo+json", "encoding": "utf-8", "crs": WGS84}  # fmt: skip


def geometry_of(shape: BaseGeometry) -> dict[str, Any]:
    """Return a shape in degrees as GeoJSON has it; its vertices are rounded, nothing is mended."""
    rounded = shapely.transform(shape, lambda points: points.round(_DECIMALS))
    geometry: dict[str, Any] = json.loads(shapely.to_geojson(rounded))
    return geometry
