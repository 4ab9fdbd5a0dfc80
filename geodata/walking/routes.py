"""Find and draw the shortest way from some accesses to others."""

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import shapely
from shapely.geometry import LineString

from geodata.walking.access import Access, all_beside, beside, columns
from geodata.walking.graph import Found, Graph
from geodata.walking.settings import MM


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of an edge that is walked, from one distance along it to another."""

    edge: int
    start_mm: int
    end_mm: int


@dataclass(frozen=True, slots=True)
class Route:
    """A way from a shape to another: straight to the network, along it, straight off it.

    `cost_mm` is the length, longer where steps are slower.
    """

    start: Access
    end: Access
    stretches: tuple[Stretch, ...]
    cost_mm: int

    @property
    def length_mm(self) -> int:
        """The length on the ground, both straight ends included."""
        walked = sum(abs(s.end_mm - s.start_mm) for s in self.stretches)
        return walked + self.start.gap_mm + self.end.gap_mm

    def course(self, graph: Graph) -> LineString:
        """Return the way as a line in EPSG:25832; a point where start and end are one."""
        parts = [graph.edges.piece(s.edge, s.start_mm, s.end_mm) for s in self.stretches]
        points = [self.start.outside, self.start.on, *parts, self.end.on, self.end.outside]
        coordinates = np.concatenate([shapely.get_coordinates(part) for part in points])
        new = np.ones(len(coordinates), dtype=bool)
        new[1:] = np.abs(np.diff(coordinates, axis=0)).max(axis=1) > 1 / MM
        kept = coordinates[new]
        return LineString(kept if len(kept) > 1 else np.repeat(kept, 2, axis=0))


def shortest(
    graph: Graph, found: Found, starts: tuple[Access, ...], ends: tuple[Access, ...]
) -> Route | None:
    """Return the cheapest way from any start to any end, `None` where there is none.

    `found` is the search from those starts.
    """
    straight = _along_one_edge(graph, starts, ends)
    cost, place, node = _cheapest(graph, found, ends)
    if straight is not None and straight.cost_mm <= cost:
        return straight
    if not np.isfinite(cost):
        return None
    end = ends[place]
    nodes = found.nodes_to(node)
    start = _start_at(graph, starts, nodes[0])
    between = (_stretch(graph, a, b) for a, b in pairwise(nodes))
    first, last = _leave(graph, start, nodes[0]), _leave(graph, end, node)
    stretches = (first, *between, Stretch(last.edge, last.end_mm, last.start_mm))
    return Route(start, end, stretches, int(cost))


def cost_of(
    graph: Graph, found: Found, starts: tuple[Access, ...], ends: tuple[Access, ...]
) -> float:
    """Return what the cheapest way costs in millimetres, infinite where there is none."""
    straight = _along_one_edge(graph, starts, ends)
    cost, _, _ = _cheapest(graph, found, ends)
    return cost if straight is None else min(cost, straight.cost_mm)


def _cheapest(graph: Graph, found: Found, ends: tuple[Access, ...]) -> tuple[float, int, int]:
    """The cheapest way to an end over a node: its cost, which end, and the node."""
    if not ends:
        return np.inf, 0, 0
    nodes, rest = all_beside(graph, ends)
    costs = found.cost_mm[nodes] + rest
    best = int(np.argmin(costs))
    return float(costs[best]), best // 2, int(nodes[best])


def _along_one_edge(
    graph: Graph, starts: tuple[Access, ...], ends: tuple[Access, ...]
) -> Route | None:
    """The cheapest way that leaves no edge: no node is passed."""
    common = set(columns(starts)[0].tolist()).intersection(columns(ends)[0].tolist())
    by_edge: dict[int, list[Access]] = {}
    for start in starts if common else ():
        by_edge.setdefault(start.edge, []).append(start)
    ways = [
        Route(start, end, (Stretch(end.edge, start.at_mm, end.at_mm),),
              _cost_between(graph, start, end))
        for end in (ends if common else ())
        for start in by_edge.get(end.edge, ())
    ]  # fmt: skip
    return min(ways, key=lambda way: way.cost_mm, default=None)


def _cost_between(graph: Graph, start: Access, end: Access) -> int:
    along = abs(graph.part_mm(end.edge, end.at_mm) - graph.part_mm(end.edge, start.at_mm))
    return along + start.gap_mm + end.gap_mm


def _start_at(graph: Graph, starts: tuple[Access, ...], node: int) -> Access:
    """The start from which a first node is reached at the least cost."""
    nodes, costs = all_beside(graph, starts)
    return starts[int(np.argmin(np.where(nodes == node, costs, np.inf))) // 2]


def _leave(graph: Graph, access: Access, node: int) -> Stretch:
    """The stretch from an access to the cheaper node of its edge that is this one."""
    costs = [cost if n == node else np.inf for n, cost in beside(graph, access)]
    whole = int(graph.edges.length_mm[access.edge])
    return Stretch(access.edge, access.at_mm, 0 if costs[0] <= costs[1] else whole)


def _stretch(graph: Graph, a: int, b: int) -> Stretch:
    edge = graph.edge_between(a, b)
    whole = int(graph.edges.length_mm[edge])
    forward = int(graph.edges.u[edge]) == a
    return Stretch(edge, 0, whole) if forward else Stretch(edge, whole, 0)
