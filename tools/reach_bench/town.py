"""Invent a town with a street grid: a data package and an OpenStreetMap file of its streets."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import osmium
from osmium.osm.mutable import Node, Way
from pyproj import Transformer

from geodata.reading.places import METRES, WGS84

#: The south-west corner in EPSG:25832.
CORNER = (525_000.0, 6_211_000.0)
#: Metres between two crossings.
BLOCK_M = 60.0
_AREA_M = 400.0


def edge_count(side: int) -> int:
    """Return how many stretches a square grid with this many crossings a side has."""
    return 2 * side * (side - 1)


def write_streets(file: Path, side: int) -> None:
    """Write a square grid of streets as OpenStreetMap data; the suffix names the format."""
    numbers = np.arange(side * side).reshape(side, side)
    x, y = np.meshgrid(np.arange(side) * BLOCK_M, np.arange(side) * BLOCK_M)
    lon, lat = _degrees(x.ravel(), y.ravel())
    with osmium.SimpleWriter(str(file)) as writer:
        for number in range(side * side):
            writer.add_node(Node(id=number + 1, location=(lon[number], lat[number])))
        for way, nodes in enumerate((*numbers, *numbers.T), 1):
            refs = [int(node) + 1 for node in nodes]
            writer.add_way(Way(id=way, nodes=refs, tags={"highway": "residential"}))


def make_package(like: Path, folder: Path, side: int) -> None:
    """Copy a package and spread its areas over the grid, as squares of 400 m."""
    shutil.copytree(like, folder, dirs_exist_ok=True)
    file = folder / "areas.geojson"
    content = json.loads(file.read_text(encoding="utf-8"))
    corners = _spread(len(content["features"]), side * BLOCK_M)
    for feature, (x, y) in zip(content["features"], corners, strict=True):
        feature["geometry"] = {"type": "Polygon", "coordinates": [_square(x, y)]}
    file.write_text(json.dumps(content), encoding="utf-8")


def shortcut(side: int) -> list[tuple[float, float]]:
    """Return a path across five blocks beside the first area, in EPSG:25832."""
    x, y = (corner + round(0.1 * side) * BLOCK_M for corner in CORNER)
    return [(x, y), (x + 5 * BLOCK_M, y + 5 * BLOCK_M)]


def _spread(count: int, size: float) -> Iterator[tuple[float, float]]:
    """Places on the diagonal and off it, a tenth of the size away from the rim."""
    for number in range(count):
        share = 0.1 + 0.8 * number / max(1, count - 1)
        yield share * size, (0.1 + 0.8 * (number * 2 % count) / max(1, count - 1)) * size


def _square(x: float, y: float) -> list[list[Any]]:
    xs = np.array([x, x + _AREA_M, x + _AREA_M, x, x])
    ys = np.array([y, y, y + _AREA_M, y + _AREA_M, y])
    return [[round(lon, 7), round(lat, 7)] for lon, lat in zip(*_degrees(xs, ys), strict=True)]


def _degrees(x: Any, y: Any) -> tuple[Any, Any]:
    to_degrees = Transformer.from_crs(METRES, WGS84, always_xy=True)
    lon, lat = to_degrees.transform(x + CORNER[0], y + CORNER[1])
    return lon, lat
