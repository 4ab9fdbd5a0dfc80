"""Pack lines and polygons as short lists of whole numbers for the browser."""

from functools import cache

import numpy as np
import shapely
from pyproj import Transformer
from shapely.geometry.base import BaseGeometry

from geodata.reading.places import METRES, WGS84

#: Degrees are sent as whole numbers of this fraction, about a tenth of a metre.
DEGREE_PARTS = 1_000_000
MM = 1000


def flat_line(line: BaseGeometry) -> list[int]:
    """Return a line of EPSG:25832 as lon, lat, and then the steps from point to point.

    In whole millionths of a degree.
    """
    lon, lat = _to_degrees().transform(*shapely.get_coordinates(line).T)
    degrees = np.round(np.column_stack((lon, lat)) * DEGREE_PARTS).astype(int)
    steps = np.diff(degrees, axis=0, prepend=[[0, 0]])
    return [int(n) for n in steps.ravel()]


def flat_rings(shape: BaseGeometry) -> list[list[list[int]]]:
    """Return the polygons of a shape in EPSG:25832, each as its rings, outer one first."""
    polygons = [p for p in shapely.get_parts(shape) if not p.is_empty]
    return [[flat_line(ring) for ring in (p.exterior, *p.interiors)] for p in polygons]


def flat_metres(shape: BaseGeometry, east: int, north: int) -> list[int]:
    """Return a line's points as whole millimetres from a corner, x and y by turns."""
    moved = (shapely.get_coordinates(shape) - (east, north)) * MM
    return [int(n) for n in np.round(moved).ravel()]


@cache
def _to_degrees() -> Transformer:
    return Transformer.from_crs(METRES, WGS84, always_xy=True)
