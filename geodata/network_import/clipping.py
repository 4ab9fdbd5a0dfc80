"""Cut edges at the rectangle around a town: what lies outside is no way of this town."""

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray
from shapely.geometry import Polygon

from geodata.walking.edges import Courses, Ints


def clip(edges: gpd.GeoDataFrame, town: Polygon) -> tuple[gpd.GeoDataFrame, int]:
    """Return what lies in the rectangle of the town, and how many edges were cut at it.

    A part keeps the nodes of the ends that it still has; where it was cut, it ends at a node
    of its own, which it shares with no other.
    """
    courses = edges.geometry.to_numpy()
    west, south, east, north = shapely.bounds(courses).T
    x0, y0, x1, y1 = town.bounds
    inside = (west >= x0) & (south >= y0) & (east <= x1) & (north <= y1)
    across = ~inside & (west <= x1) & (south <= y1) & (east >= x0) & (north >= y0)
    parts, which = _parts(courses[across], town)
    cut = edges[across].iloc[which].set_geometry(gpd.GeoSeries(parts, crs=edges.crs).array)
    whole = courses[across][which]
    fresh = int(edges[["u", "v"]].to_numpy().max()) + 1 + np.arange(2 * len(cut))
    cut["u"] = np.where(_same_end(parts, whole, 0), cut["u"], fresh[: len(cut)])
    cut["v"] = np.where(_same_end(parts, whole, -1), cut["v"], fresh[len(cut) :])
    kept = pd.concat([edges[inside], cut]).sort_index(kind="stable")
    return gpd.GeoDataFrame(kept, crs=edges.crs), len(np.unique(which))


def _parts(courses: Courses, town: Polygon) -> tuple[Courses, Ints]:
    """The lines that are left of each course, in their order along it, and whose they are."""
    clipped = shapely.clip_by_rect(courses, *town.bounds)
    parts, which = shapely.get_parts(clipped, return_index=True)
    is_line = shapely.length(parts) > 0
    return parts[is_line], which[is_line]


def _same_end(parts: Courses, whole: Courses, end: int) -> NDArray[np.bool_]:
    left, there = (shapely.get_coordinates(shapely.get_point(c, end)) for c in (parts, whole))
    same: NDArray[np.bool_] = (left == there).all(axis=1)
    return same
