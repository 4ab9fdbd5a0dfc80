"""Turn shapes into what matplotlib draws."""

from collections.abc import Iterator

import numpy as np
from matplotlib.path import Path
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry


def path_of(shape: BaseGeometry) -> Path:
    """Return a polygon with its holes, or a line, as one path in the shape's own metres."""
    rings = list(_rings(shape))
    return Path.make_compound_path(*(Path(np.asarray(ring.coords)[:, :2]) for ring in rings))


def _rings(shape: BaseGeometry) -> Iterator[LineString]:
    if isinstance(shape, MultiPolygon | MultiLineString):
        for part in shape.geoms:
            yield from _rings(part)
    elif isinstance(shape, Polygon):
        yield shape.exterior
        yield from shape.interiors
    elif isinstance(shape, LineString):
        yield shape
