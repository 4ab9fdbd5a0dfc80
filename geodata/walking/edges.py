"""Hold a noded network as plain arrays: lengths are whole millimetres, so sums are exact."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely import STRtree
from shapely.geometry import LineString
from shapely.geometry.base import BaseGeometry
from shapely.ops import substring

from geodata.walking.lines import STEPS, Line
from geodata.walking.settings import MM

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Courses = NDArray[np.object_]


@dataclass(frozen=True, eq=False)
class Edges:
    """Edges from node `u` to node `v`, each a stretch of a line, courses in EPSG:25832.

    `points` holds the nodes' x and y in metres, `line` the place of each edge's line in
    `lines`. Two edges meet only where they share a node.
    """

    points: Floats
    u: Ints
    v: Ints
    length_mm: Ints
    line: Ints
    courses: Courses
    lines: tuple[Line, ...]

    @cached_property
    def tree(self) -> STRtree:
        """An index of the courses."""
        return STRtree(self.courses)

    @cached_property
    def is_steps(self) -> NDArray[np.bool_]:
        """Which edges are steps."""
        return self._by_line([line.kind == STEPS for line in self.lines])

    @cached_property
    def is_dated(self) -> NDArray[np.bool_]:
        """Which edges are of lines that are not there in all years."""
        return self._by_line([line.is_dated for line in self.lines])

    def walked(self, year: int, *, planned: bool) -> NDArray[np.bool_]:
        """Which edges may be walked on at the end of a year."""
        return self._by_line([line.is_walked(year, planned=planned) for line in self.lines])

    def piece(self, edge: int, start_mm: int, end_mm: int) -> LineString:
        """Return the course of an edge from one distance along it to another, either way."""
        whole = int(self.length_mm[edge])
        course: LineString = self.courses[edge]
        if (start_mm, end_mm) == (0, whole):
            return course
        if (start_mm, end_mm) == (whole, 0):
            return reverse(course)
        return stretch(course, start_mm / whole, end_mm / whole)

    def _by_line(self, flags: list[bool]) -> NDArray[np.bool_]:
        return np.array(flags, dtype=bool)[self.line] if flags else np.zeros(0, dtype=bool)


@dataclass
class EdgeList:
    """Edges that are being gathered, to become `Edges`."""

    u: list[int] = field(default_factory=list)
    v: list[int] = field(default_factory=list)
    length_mm: list[int] = field(default_factory=list)
    line: list[int] = field(default_factory=list)
    courses: list[LineString] = field(default_factory=list)

    def add(self, u: int, v: int, length_mm: int, line: int, course: LineString) -> None:
        """Add one edge."""
        self.u.append(u)
        self.v.append(v)
        self.length_mm.append(length_mm)
        self.line.append(line)
        self.courses.append(course)


_NONE = np.zeros(0, dtype=np.int64)
NO_EDGES = Edges(np.zeros((0, 2)), _NONE, _NONE, _NONE, _NONE, np.zeros(0, dtype=object), ())


def millimetres(metres: float) -> int:
    """Return metres as whole millimetres."""
    return round(metres * MM)


def stretch(course: LineString, start: float, end: float) -> LineString:
    """Return a part of a line between two shares of it; of no length, two equal points."""
    part = substring(course, start, end, normalized=True)
    return part if isinstance(part, LineString) else LineString([part, part])


def reverse(course: LineString) -> LineString:
    """Return a line from its end to its beginning."""
    return LineString(shapely.get_coordinates(course)[::-1])


def as_courses(courses: Sequence[BaseGeometry]) -> Courses:
    """Return lines as an array that numpy does not take apart."""
    array = np.empty(len(courses), dtype=object)
    array[:] = list(courses)
    return array
