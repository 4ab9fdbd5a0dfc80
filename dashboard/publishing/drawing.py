"""Draw outlines that were moved, before and after, in one small picture each."""

from collections.abc import Iterator
from typing import Any

from shapely import force_2d, get_coordinates, get_parts, get_rings
from shapely.affinity import affine_transform
from shapely.geometry.base import BaseGeometry

from geodata.difference.changes import Difference
from geodata.difference.features import shapes_of
from geodata.package.package import Package

#: The longer side of a drawing, in its own units, and what stays free around it.
_SIDE, _EDGE = 300.0, 10.0


def drawings(changes: Difference, old: Package, new: Package) -> list[dict[str, Any]]:
    """Return for each moved outline its name, its two paths and the size of the drawing."""
    return [
        {"name": change.new.name} | _drawing(*shapes_of(change, old, new))
        for change in changes.features
        if change.move is not None and change.new is not None
    ]  # fmt: skip


def _drawing(old: BaseGeometry, new: BaseGeometry) -> dict[str, Any]:
    left, low, right, high = old.union(new).bounds
    scale = _SIDE / max(right - left, high - low, 1)
    onto = [scale, 0, 0, -scale, _EDGE - scale * left, _EDGE + scale * high]
    drawn = {name: "".join(_path(affine_transform(shape, onto)))
             for name, shape in (("old", old), ("new", new))}  # fmt: skip
    size = {"width": round(scale * (right - left) + 2 * _EDGE, 1),
            "height": round(scale * (high - low) + 2 * _EDGE, 1)}  # fmt: skip
    return drawn | size


def _path(shape: BaseGeometry) -> Iterator[str]:
    for part in get_parts(force_2d(shape)):
        lines = get_rings(part) if part.geom_type == "Polygon" else [part]
        for line in lines:
            points = " L".join(f"{x:.1f} {y:.1f}" for x, y in get_coordinates(line))
            yield f"M{points}{'Z' if part.geom_type == 'Polygon' else ''}"
