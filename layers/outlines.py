"""Take from the outlines of areas the vertices that no map shows, common borders together."""

from collections.abc import Mapping
from dataclasses import replace

import geopandas as gpd
import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geodata.package.package import Package

#: So many points a large screen has across a first view; a single area is looked at smaller.
_POINTS_ACROSS, _POINTS_OF_AREA = 4_000, 400


def with_fewer_vertices(package: Package) -> Package:
    """Return the package with its areas simplified as one coverage.

    A border of two areas stays one border. Areas that overlap, or miss each other's vertices,
    are no coverage and stay as they are; of outlines in time those of the last year are looked at.
    """
    latest = package.layers["areas"]
    here = package.at(package.descriptor.last_year).layers["areas"]
    outlines = here.geometry.to_numpy()
    if not len(outlines) or not shapely.coverage_is_valid(outlines):
        return package
    fewer = dict(
        zip(here.index, shapely.coverage_simplify(outlines, tolerance_m(outlines)), strict=True)
    )
    drawn = dict(zip(here.index, outlines, strict=True))
    layers = {**package.layers, "areas": _with(latest, drawn, fewer)}
    timed = {name: _with(frame, drawn, fewer) if name == "areas" else frame
             for name, frame in package.outlines.items()}  # fmt: skip
    return replace(package, layers=layers, outlines=timed)


def _with(
    frame: gpd.GeoDataFrame, drawn: Mapping[str, BaseGeometry], fewer: Mapping[str, BaseGeometry]
) -> gpd.GeoDataFrame:
    """The frame with fewer vertices where an outline is one of those drawn."""
    found = [fewer[one] if drawn.get(one) is shape else shape
             for one, shape in zip(frame.index, frame.geometry, strict=True)]  # fmt: skip
    return frame.set_geometry(gpd.GeoSeries(found, index=frame.index, crs=frame.crs))


def tolerance_m(outlines: NDArray[np.object_]) -> float:
    """Return how wide a triangle (the root of its area, in metres) may go unseen.

    It is less than a point of a first view of all areas, and of a view of the smallest alone.
    """
    west, south, east, north = shapely.bounds(outlines).T
    across = max(east.max() - west.min(), north.max() - south.min())
    smallest = np.maximum(east - west, north - south).min()
    return float(min(across / _POINTS_ACROSS, smallest / _POINTS_OF_AREA))
