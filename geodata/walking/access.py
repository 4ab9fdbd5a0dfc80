"""Step from an outline or a place onto the network: the last metres, straight and short."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
import shapely
from shapely import STRtree
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from geodata.walking.edges import Edges, Ints, millimetres
from geodata.walking.graph import Graph
from geodata.walking.settings import MM


@dataclass(frozen=True, slots=True)
class Access:
    """A point on an edge, `gap_mm` away from a point of the outline or place."""

    edge: int
    at_mm: int
    gap_mm: int
    outside: Point
    on: Point


def accesses(graph: Graph, shape: BaseGeometry, error_m: float = 0.0) -> tuple[Access, ...]:
    """Return every way from a shape onto the year's network within `Walking.last_m`.

    What is only known to lie within `error_m` of its drawing may lie beside any way so near:
    there the straight last metres may be as long as that error.

    A line is an outline that is crossed; a polygon is reached where its outline is, or at
    any crossing inside it. From a point one steps onto the nearest way that is always
    there, and onto any other that is at most `Walking.join_m` farther off: nobody jumps to
    a bridge past the street at the door. As dated ways set no limit, a new path can only
    add an access.
    """
    tree, reach = graph.edges.tree, graph.walking.longest_last_m(error_m)
    near = np.sort(tree.query(shape, predicate="dwithin", distance=reach))
    near = near[graph.walked[near]]
    if not len(near):
        return ()
    return _stepped_onto(graph, _onto(graph, near, shape), near)


def moved(found: Sequence[Access], base: Edges, edges: Edges) -> tuple[Access, ...]:
    """Return ways onto a network as ways onto the same one with some of its edges cut.

    A cut alone opens no new way: each lies on the part that its point on the edge is on.
    """
    cut = set(np.flatnonzero(base.length_mm != edges.length_mm[: len(base.u)]).tolist())
    added = np.arange(len(base.u), len(edges.u))
    return tuple(_on_part(edges, one, added) if one.edge in cut else one for one in found)


def _on_part(edges: Edges, one: Access, added: Ints) -> Access:
    """The same way on the part of a cut edge that it lies on: the first one, or a new one."""
    parts = np.append(one.edge, added[edges.line[added] == edges.line[one.edge]])
    part = int(parts[np.argmin(shapely.distance(edges.courses[parts], one.on))])
    along = millimetres(edges.courses[part].project(one.on))
    return replace(one, edge=part, at_mm=min(along, int(edges.length_mm[part])))


def accesses_onto(
    base: Graph, graph: Graph, numbers: Ints, shape: BaseGeometry, error_m: float
) -> tuple[Access, ...]:
    """Return the ways from a shape onto some edges that a network `base` does not have."""
    reach = base.walking.longest_last_m(error_m)
    near = shapely.dwithin(graph.edges.courses[numbers], shape, reach)
    if not near.any():
        return ()
    found = _onto(graph, numbers[near], shape)
    streets = np.sort(base.edges.tree.query(shape, predicate="dwithin", distance=reach))
    return _stepped_onto(base, found, streets)


def _onto(graph: Graph, sought: Ints, shape: BaseGeometry) -> list[Access]:
    courses = graph.edges.courses[sought]
    touching = shapely.intersects(courses, shape)
    straight = shapely.get_coordinates(shapely.shortest_line(shape, courses[~touching]))
    found = list(_beside(graph, sought[~touching], straight.reshape(-1, 2, 2)))
    for edge in sought[touching]:
        found += _across(graph, int(edge), shape)
    return found


def _stepped_onto(graph: Graph, found: list[Access], near: Ints) -> tuple[Access, ...]:
    always = near[~graph.edges.is_dated[near]]
    if not len(always):
        return tuple(found)
    streets = STRtree(graph.edges.courses[always])
    outside = [access.outside for access in found]
    _, nearest = streets.query_nearest(outside, return_distance=True, all_matches=False)
    farthest = (nearest + graph.walking.join_m) * MM
    return tuple(a for a, most in zip(found, farthest, strict=True) if a.gap_mm <= most)


def _beside(graph: Graph, near: np.ndarray, straight: np.ndarray) -> Iterator[Access]:
    for edge, (outside, on) in zip(near, straight, strict=True):
        gap = millimetres(float(np.hypot(*(outside - on))))
        yield Access(int(edge), _along(graph, int(edge), Point(on)), gap, Point(outside), Point(on))


def _across(graph: Graph, edge: int, shape: BaseGeometry) -> list[Access]:
    """Where an edge meets the shape itself: nothing to bridge."""
    course = graph.edges.courses[edge]
    edge_of_shape = shape.boundary if shape.geom_type.endswith("Polygon") else shape
    points = list(_points(course.intersection(edge_of_shape)))
    points += [end for end in map(Point, (course.coords[0], course.coords[-1]))
               if end.intersects(shape)]  # fmt: skip
    if not points:  # touching by less than what can be computed
        points = [Point(shapely.get_coordinates(shapely.shortest_line(course, shape))[0])]
    return [Access(edge, _along(graph, edge, point), 0, point, point) for point in points]


def _points(met: BaseGeometry) -> Iterator[Point]:
    for part in shapely.get_parts(met):
        if isinstance(part, LineString) and not part.is_empty:
            yield from map(Point, (part.coords[0], part.coords[-1]))
        elif isinstance(part, Point) and not part.is_empty:
            yield part


def _along(graph: Graph, edge: int, on: Point) -> int:
    along = millimetres(graph.edges.courses[edge].project(on))
    return min(along, int(graph.edges.length_mm[edge]))


def offsets(graph: Graph, starts: Sequence[Access]) -> dict[int, int]:
    """Return what it costs in millimetres to come from a start to the nodes beside it."""
    nodes, costs = all_beside(graph, starts)
    order = np.argsort(-costs, kind="stable")  # of one node the cheapest comes last, and stays
    return dict(zip(nodes[order].tolist(), costs[order].tolist(), strict=True))


def all_beside(graph: Graph, found: Sequence[Access]) -> tuple[Ints, Ints]:
    """Return the nodes beside some ways and what each costs from there, as `beside`, by turns."""
    edge, at_mm, gap_mm = columns(found)
    edges = graph.edges
    slower = np.where(edges.is_steps[edge], graph.walking.steps_slower, 1.0)
    before = np.round(at_mm * slower).astype(np.int64)
    nodes = np.stack((edges.u[edge], edges.v[edge]), axis=1)
    costs = np.stack((before, graph.cost_mm[edge] - before), axis=1) + gap_mm[:, None]
    return nodes.ravel(), costs.ravel()


def columns(found: Sequence[Access]) -> tuple[Ints, Ints, Ints]:
    """Return edges, millimetres along them and gaps of some ways, as arrays."""
    if isinstance(found, Onto):
        return found.columns
    table = np.array([(one.edge, one.at_mm, one.gap_mm) for one in found], dtype=np.int64)
    edge, at_mm, gap_mm = table.reshape(-1, 3).T
    return edge, at_mm, gap_mm


class Onto(tuple[Access, ...]):
    """Ways onto a network that are asked about again and again."""

    @cached_property
    def columns(self) -> tuple[Ints, Ints, Ints]:
        """The same as arrays."""
        return columns(tuple(self))


def beside(graph: Graph, access: Access) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return the two nodes of the edge, each with the cost from the shape to it."""
    edges, edge = graph.edges, access.edge
    before = graph.part_mm(edge, access.at_mm)
    after = int(graph.cost_mm[edge]) - before
    u, v = int(edges.u[edge]), int(edges.v[edge])
    return (u, before + access.gap_mm), (v, after + access.gap_mm)
