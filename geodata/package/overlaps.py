"""Find areas that lie over each other."""

from collections.abc import Iterator, Sequence

from shapely import STRtree
from shapely.geometry.base import BaseGeometry


def overlaps(shapes: Sequence[BaseGeometry | None]) -> Iterator[tuple[int, int, float]]:
    """Yield which two polygons share ground, by their places, and how much of the smaller one.

    What is missing, empty or not valid cannot be reckoned with: that is for others to tell.
    """
    whole = [(place, shape) for place, shape in enumerate(shapes)
             if shape is not None and not shape.is_empty and shape.is_valid]  # fmt: skip
    kept = [shape for _, shape in whole]
    pairs = zip(*STRtree(kept).query(kept, "intersects").tolist(), strict=True)
    for (one, own), (other, shape) in ((whole[a], whole[b]) for a, b in sorted(pairs) if a < b):
        yield one, other, own.intersection(shape).area / min(own.area, shape.area)
