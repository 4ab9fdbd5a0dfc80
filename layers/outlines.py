"""Take from the outlines of areas the vertices that no map shows, common borders together."""

from dataclasses import replace

import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.package.package import Package

#: So many points a large screen has across a first view; a single area is looked at smaller.
_POINTS_ACROSS, _POINTS_OF_AREA = 4_000, 400


def with_fewer_vertices(package: Package) -> Package:
    """Return the package with its areas simplified as one coverage.

    A border of two areas stays one border. Areas that overlap, or miss each other's vertices,
    are no coverage and stay as they are.
    """
    areas = package.layers["areas"]
    outlines = areas.geometry.to_numpy()
    if not shapely.coverage_is_valid(outlines):
        return package
    found = shapely.coverage_simplify(outlines, tolerance_m(outlines))
    return replace(package, layers={**package.layers, "areas": areas.set_geometry(found)})


def tolerance_m(outlines: NDArray[np.object_]) -> float:
    """Return how wide a triangle (the root of its area, in metres) may go unseen.

    It is less than a point of a first view of all areas, and of a view of the smallest alone.
    """
    west, south, east, north = shapely.bounds(outlines).T
    across = max(east.max() - west.min(), north.max() - south.min())
    smallest = np.maximum(east - west, north - south).min()
    return float(min(across / _POINTS_ACROSS, smallest / _POINTS_OF_AREA))
