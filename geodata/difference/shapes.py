"""Measure how a shape was drawn anew: hectares, metres apart, shift; all in EPSG:25832."""

import math

import numpy as np
import numpy.typing as npt
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.difference.changes import Move, Outline

M2_IN_HA = 10_000
#: Drawings are held against each other at points this close together, or closer,
STEP_M = 5.0
#: unless they are so long that it would be more points than these.
_MOST_POINTS = 20_000
_GROUND, _LINE = 2, 1


def outline_of(name: str, shape: BaseGeometry) -> Outline:
    """Return how large a feature is drawn."""
    dimension = shapely.get_dimensions(shape)
    area = float(shape.area / M2_IN_HA) if dimension == _GROUND else None
    return Outline(name, area, float(shape.length) if dimension == _LINE else None)


def drawn_alike(
    old: npt.NDArray[np.object_], new: npt.NDArray[np.object_]
) -> npt.NDArray[np.bool_]:
    """Return which shapes are the same: where a ring begins and which way it runs says nothing."""
    same: npt.NDArray[np.bool_] = shapely.equals_exact(
        shapely.normalize(old), shapely.normalize(new), 0
    )
    return same


def move_of(old: BaseGeometry, new: BaseGeometry) -> Move:
    """Return how far a shape moved; the same measures either way, but for what is gained or lost."""
    was, now = _valid(old), _valid(new)
    return Move(
        gained_ha=float(now.difference(was).area / M2_IN_HA),
        lost_ha=float(was.difference(now).area / M2_IN_HA),
        farthest_m=max(_farthest(old, new), _farthest(new, old)),
        shift_m=float(old.centroid.distance(new.centroid)),
    )


def _valid(shape: BaseGeometry) -> BaseGeometry:
    """A shape that was valid in degrees may touch itself by rounding in metres."""
    return shape if shape.is_valid else shapely.make_valid(shape)


def _farthest(one: BaseGeometry, other: BaseGeometry) -> float:
    """How far the points of one drawing are from the other at most, in metres."""
    drawn, target = _drawing(one), _drawing(other)
    step = max(STEP_M, drawn.length / _MOST_POINTS)
    points = shapely.points(shapely.get_coordinates(shapely.segmentize(drawn, step)))
    shapely.prepare(target)
    farthest = float(shapely.distance(points, target).max())
    return farthest if math.isfinite(farthest) else 0.0


def _drawing(shape: BaseGeometry) -> BaseGeometry:
    """What is drawn of a shape: rings of ground, all else as it is."""
    return shape.boundary if shapely.get_dimensions(shape) == _GROUND else shape
