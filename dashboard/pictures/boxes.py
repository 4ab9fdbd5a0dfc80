"""Boxes, lines and outlines of a drawing: what touches what, and how far apart they are.

A twin of `assets/shapes/boxes.js`; `tests/unit/js/test_placing_agrees.py` asks both. All is in
one unit of length, with y downwards; a ring is a list of points.
"""

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

Point = tuple[float, float]
Line = tuple[Point, Point]
Rings = Sequence[Sequence[Point]]


class Box(NamedTuple):
    """A box with its sides along the axes."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def middle(self) -> Point:
        """The point in the middle."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    @property
    def corners(self) -> tuple[Point, Point, Point, Point]:
        """The corners, from the first round."""
        left, top, right, bottom = self
        return (left, top), (right, top), (right, bottom), (left, bottom)

    def grown(self, by: float) -> "Box":
        """Return the box, larger by so much on each side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def overlaps(self, other: "Box") -> bool:
        """Whether two boxes share more than an edge."""
        return (self.left < other.right and other.left < self.right
                and self.top < other.bottom and other.top < self.bottom)  # fmt: skip

    def within(self, outer: "Box") -> bool:
        """Whether the box lies in another."""
        return (self.left >= outer.left and self.right <= outer.right
                and self.top >= outer.top and self.bottom <= outer.bottom)  # fmt: skip


def around(at: Point, width: float, height: float) -> Box:
    """Return the box of a size round a middle."""
    x, y = at
    return Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)


def bounds(rings: Rings) -> Box:
    """Return the box round all rings."""
    xs, ys = zip(*(point for ring in rings for point in ring), strict=True)
    return Box(min(xs), min(ys), max(xs), max(ys))


def edges(rings: Rings) -> Iterator[Line]:
    """Yield the lines of all rings, each closed."""
    for ring in rings:
        for i, point in enumerate(ring):
            yield point, ring[(i + 1) % len(ring)]


def holds(rings: Rings, at: Point) -> bool:
    """Whether a point lies in an outline of rings; holes are rings too."""
    x, y = at
    crossed = [((ax, ay), (bx, by)) for (ax, ay), (bx, by) in edges(rings)
               if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax]  # fmt: skip
    return len(crossed) % 2 == 1


def crosses(line: Line, box: Box) -> bool:
    """Whether a line runs through a box: what of it lies between all four sides."""
    (ax, ay), (bx, by) = line
    start, end = 0.0, 1.0
    sides = ((ax - bx, ax - box.left), (bx - ax, box.right - ax),
             (ay - by, ay - box.top), (by - ay, box.bottom - ay))  # fmt: skip
    for steps, room in sides:
        if steps == 0 and room <= 0:
            return False
        if steps < 0:
            start = max(start, room / steps)
        if steps > 0:
            end = min(end, room / steps)
    return start < end


def meet(one: Line, two: Line) -> bool:
    """Whether two lines cross."""

    def side(line: Line, at: Point) -> float:
        (ax, ay), (bx, by) = line
        return (bx - ax) * (at[1] - ay) - (by - ay) * (at[0] - ax)

    return (side(one, two[0]) * side(one, two[1]) < 0
            and side(two, one[0]) * side(two, one[1]) < 0)  # fmt: skip


def runs_over(line: Line, own: Box, rings: Rings) -> bool:
    """Whether a line runs over an outline with the box round it."""
    return crosses(line, own) and (
        holds(rings, line[0]) or any(meet(line, edge) for edge in edges(rings))
    )


def covers(box: Box, rings: Rings) -> bool:
    """Whether a box lies on an outline, wholly or in part."""
    return holds(rings, box.middle) or any(crosses(edge, box) for edge in edges(rings))


def fits(box: Box, rings: Rings) -> bool:
    """Whether a box lies wholly in an outline."""
    return holds(rings, box.middle) and not any(crosses(edge, box) for edge in edges(rings))


def between(box: Box, rings: Rings) -> tuple[Point, Point, float]:
    """Return the shortest line from a box to an outline beside it, and its length."""
    pairs = [pair for edge in edges(rings)
             for pair in ((_clamped(box, edge[0]), edge[0]),
                          *((corner, _nearest_on(edge, corner)) for corner in box.corners))]  # fmt: skip
    lengths = [math.hypot(a[0] - b[0], a[1] - b[1]) for a, b in pairs]
    best = lengths.index(min(lengths))
    return *pairs[best], lengths[best]


def _clamped(box: Box, at: Point) -> Point:
    x, y = at
    return min(max(x, box.left), box.right), min(max(y, box.top), box.bottom)


def _nearest_on(edge: Line, at: Point) -> Point:
    (ax, ay), (bx, by) = edge
    dx, dy = bx - ax, by - ay
    long = dx * dx + dy * dy
    share = 0.0 if long == 0 else min(max(((at[0] - ax) * dx + (at[1] - ay) * dy) / long, 0), 1)
    return ax + share * dx, ay + share * dy
