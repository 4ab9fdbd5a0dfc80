"""Turn drawn lines into a network: they meet only where the drawing says so.

Two lines meet at a vertex that both have, and where the end of one lies on the other. An
end that stops short of another line meets it when their errors explain the gap, up to
`Walking.join_m`; the gap is walked and counted. Lines that merely cross do not meet: one
may be a bridge.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

import numpy as np
import shapely
from shapely import STRtree
from shapely.geometry import LineString, Point

from geodata.walking.edges import EdgeList, Edges, Floats, Ints, as_courses, millimetres, stretch
from geodata.walking.lines import Drawn, Line
from geodata.walking.settings import MM, SAME_M, SAME_MM, Walking

Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Join:
    """An end of a line that meets another `line`, `gap_m` metres away, `at_mm` along it."""

    piece: int
    at_end: bool
    other: int
    at_mm: int
    gap_m: float
    line: Line


@dataclass(slots=True)
class _Points:
    """The nodes of a network and new ones after them."""

    base: Floats
    new: list[tuple[float, float]] = field(default_factory=list)

    def add(self, xy: tuple[float, float]) -> int:
        """Add a node and return its number."""
        self.new.append(xy)
        return len(self.base) + len(self.new) - 1

    def at(self, node: int) -> tuple[float, float]:
        """Return where a node is."""
        if node >= len(self.base):
            return self.new[node - len(self.base)]
        x, y = self.base[node]
        return float(x), float(y)

    def all(self) -> Floats:
        """Return all nodes."""
        return np.concatenate((self.base, np.array(self.new, dtype=float).reshape(-1, 2)))


@dataclass(slots=True)
class _Piece:
    """A stretch that is cut at nodes: distances along it in millimetres, and their nodes."""

    line: int
    course: LineString
    length_mm: int
    cuts: dict[int, int]

    def node(self, at_mm: int, points: _Points, own: int | None) -> int:
        """Return the node at a distance: one that is there, else `own`, else a new one."""
        near = (n for mm, n in self.cuts.items() if abs(mm - at_mm) <= SAME_MM)
        known = next(near, None)
        if known is not None:
            return known
        if own is None:
            own = points.add(_xy(self.course.interpolate(at_mm / MM)))
        self.cuts[at_mm] = own
        return own


def add_lines(base: Edges, drawn: Sequence[Drawn], walking: Walking) -> tuple[Edges, list[Join]]:
    """Return the network with the drawn lines in it, and where their ends meet others.

    Edges of `base` keep their numbers; of one that is cut, its first part does.
    """
    points = _Points(base.points)
    first = len(base.lines)
    pieces = _pieces(drawn, points, first)
    joins = _joins_among(drawn, pieces, walking)
    touched, outside = _joins_to(base, drawn, walking)
    cut = {edge: _whole(base, edge) for edge in touched}
    order = {edge: len(pieces) + n for n, edge in enumerate(cut)}
    joins += [replace(join, other=order[join.other]) for join in outside]
    all_pieces = [*pieces, *cut.values()]
    edges = EdgeList()
    for join in joins:
        _bridge(join, all_pieces, points, edges)
    for piece in pieces:
        _split(piece, edges)
    firsts = {}
    for edge, piece in cut.items():
        firsts[edge] = len(edges.u)
        _split(piece, edges)
    lines = (*base.lines, *(one.line for one in drawn))
    return _merged(base, firsts, edges, points, lines), joins


def _pieces(drawn: Sequence[Drawn], points: _Points, first: int) -> list[_Piece]:
    """Cut lines at their ends and at the vertices that they share."""
    shared = _shared_vertices(drawn)
    nodes: dict[Key, int] = {}
    pieces = []
    for number, one in enumerate(drawn):
        cuts = {}
        for at_mm, xy, is_end in _vertices(one.course):
            key = _key(xy)
            if not is_end and key not in shared:
                continue
            if key not in nodes:
                nodes[key] = points.add(xy)
            cuts[at_mm] = nodes[key]
        pieces.append(_Piece(first + number, one.course, max(cuts), cuts))
    return pieces


def _shared_vertices(drawn: Sequence[Drawn]) -> set[Key]:
    keys = Counter(_key(xy) for one in drawn for xy in _own_vertices(one.course))
    return {key for key, count in keys.items() if count > 1}


def _own_vertices(course: LineString) -> Sequence[tuple[float, float]]:
    """The vertices once each: the last point of a ring is its first."""
    vertices = [(x, y) for x, y, *_ in course.coords]
    return vertices[:-1] if vertices[0] == vertices[-1] else vertices


def _vertices(course: LineString) -> Iterable[tuple[int, tuple[float, float], bool]]:
    coordinates = shapely.get_coordinates(course)
    steps = np.hypot(*np.diff(coordinates, axis=0).T)
    along = np.round(np.concatenate(([0.0], np.cumsum(steps))) * MM).astype(int)
    last = len(along) - 1
    for number, (at_mm, (x, y)) in enumerate(zip(along, coordinates, strict=True)):
        yield int(at_mm), (float(x), float(y)), number in (0, last)


def _joins_among(drawn: Sequence[Drawn], pieces: list[_Piece], walking: Walking) -> list[Join]:
    joins = []
    tree = STRtree([one.course for one in drawn])
    for number, one in enumerate(drawn):
        for at_end, end in _ends(one.course):
            near = tree.query(end, predicate="dwithin", distance=walking.join_m)
            others = [int(n) for n in near if n != number]
            for n in _met(end, one.line, [(n, drawn[n]) for n in others], walking):
                joins.append(_join(number, at_end, end, n, drawn[n], pieces[n].length_mm))
    return joins


def _joins_to(
    base: Edges, drawn: Sequence[Drawn], walking: Walking
) -> tuple[list[int], list[Join]]:
    joins = []
    for number, one in enumerate(drawn):
        for at_end, end in _ends(one.course):
            near = base.tree.query(end, predicate="dwithin", distance=walking.join_m)
            others = {int(n): Drawn(base.lines[base.line[n]], base.courses[n]) for n in near}
            for n in _met(end, one.line, list(others.items()), walking):
                joins.append(_join(number, at_end, end, n, others[n], int(base.length_mm[n])))
    return sorted({join.other for join in joins}), joins


def _met(end: Point, line: Line, others: list[tuple[int, Drawn]], walking: Walking) -> list[int]:
    """Return the lines that an end meets: of those always there the nearest, every dated one.

    A dated line may be missing in some year, and must then not have been the only one.
    """
    gaps = {number: end.distance(other.course) for number, other in others}
    met = [
        (gaps[number], number, other.line)
        for number, other in others
        if gaps[number] <= max(SAME_M, min(walking.join_m, line.error_m + other.line.error_m))
    ]
    always = sorted((gap, number) for gap, number, other in met if not other.is_dated)
    return [number for _, number in always[:1]] + [n for _, n, other in met if other.is_dated]


def _join(
    piece: int, at_end: bool, end: Point, other: int, met: Drawn, length_mm: int
) -> Join:  # fmt: skip
    at_mm = min(millimetres(met.course.project(end)), length_mm)
    return Join(piece, at_end, other, at_mm, end.distance(met.course), met.line)


def _bridge(join: Join, pieces: list[_Piece], points: _Points, edges: EdgeList) -> None:
    piece, other = pieces[join.piece], pieces[join.other]
    end = piece.cuts[piece.length_mm if join.at_end else 0]
    node = other.node(join.at_mm, points, end if join.gap_m < SAME_M else None)
    if node != end:
        course = LineString([points.at(end), points.at(node)])
        edges.add(end, node, millimetres(join.gap_m), piece.line, course)


def _split(piece: _Piece, edges: EdgeList) -> None:
    cuts = sorted(piece.cuts.items())
    for (start, u), (stop, v) in pairwise(cuts):
        edges.add(u, v, stop - start, piece.line, _between(piece, start, stop))


def _between(piece: _Piece, start: int, stop: int) -> LineString:
    if (start, stop) == (0, piece.length_mm):
        return piece.course
    shares = (start / piece.length_mm, stop / piece.length_mm)
    return stretch(piece.course, *shares)


def _whole(base: Edges, edge: int) -> _Piece:
    length = int(base.length_mm[edge])
    ends = {0: int(base.u[edge]), length: int(base.v[edge])}
    return _Piece(int(base.line[edge]), base.courses[edge], length, ends)


def _merged(
    base: Edges, firsts: dict[int, int], new: EdgeList, points: _Points, lines: tuple[Line, ...]
) -> Edges:
    """The network with new edges after its own; the first part of a cut edge takes its place."""
    cut, part = list(firsts), list(firsts.values())
    later = np.setdiff1d(np.arange(len(new.u)), part)

    def joined(old: np.ndarray, added: np.ndarray) -> np.ndarray:
        kept = old.copy()
        kept[cut] = added[part]
        return np.concatenate((kept, added[later]))

    def numbers(old: Ints, added: list[int]) -> Ints:
        return joined(old, np.array(added, dtype=np.int64))

    return Edges(
        points.all(),
        numbers(base.u, new.u),
        numbers(base.v, new.v),
        numbers(base.length_mm, new.length_mm),
        numbers(base.line, new.line),
        joined(base.courses, as_courses(new.courses)),
        lines,
    )


def _ends(course: LineString) -> tuple[tuple[bool, Point], tuple[bool, Point]]:
    return (False, Point(course.coords[0])), (True, Point(course.coords[-1]))


def _key(xy: tuple[float, float]) -> Key:
    return round(xy[0] / SAME_M), round(xy[1] / SAME_M)


def _xy(point: Point) -> tuple[float, float]:
    return point.x, point.y
