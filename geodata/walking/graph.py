"""Search shortest ways on the network of one year, with SciPy's sparse graphs."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components, dijkstra

from geodata.walking.edges import Edges, Floats, Ints
from geodata.walking.settings import Walking

#: What SciPy writes where nothing comes before a node.
NOWHERE = -9999


@dataclass(frozen=True, eq=False)
class Graph:
    """The ways of one year: `walked` says which edges, `cost_mm` what each costs to walk.

    A cost is a length in millimetres, longer on steps where settings say that they are
    slower. `edge_of` names the edge behind each entry of `matrix`, the cheapest of several.
    """

    edges: Edges
    walking: Walking
    walked: NDArray[np.bool_]
    cost_mm: Ints
    matrix: csr_array
    edge_of: Ints

    def edge_between(self, a: int, b: int) -> int:
        """Return the cheapest edge from node to node; they must be neighbours."""
        start, stop = self.matrix.indptr[a], self.matrix.indptr[a + 1]
        place = start + np.searchsorted(self.matrix.indices[start:stop], b)
        return int(self.edge_of[place])

    def part_mm(self, edge: int, length_mm: int) -> int:
        """Return what a stretch of an edge costs."""
        steps = self.edges.is_steps[edge]
        return round(length_mm * self.walking.steps_slower) if steps else length_mm

    @cached_property
    def islands(self) -> tuple[float, ...]:
        """The lengths in metres of the connected parts, longest first."""
        if not self.walked.any():
            return ()
        _, labels = connected_components(self.matrix, directed=False)
        parts = labels[self.edges.u[self.walked]]
        lengths = np.bincount(parts, weights=self.edges.length_mm[self.walked] / 1000)
        return tuple(sorted((float(m) for m in lengths if m > 0), reverse=True))


def graph_at(edges: Edges, year: int, planned: bool, walking: Walking) -> Graph:
    """Return the graph of what may be walked at the end of a year, plans built or not."""
    walked = edges.walked(year, planned=planned)
    cost = np.where(
        edges.is_steps, np.round(edges.length_mm * walking.steps_slower), edges.length_mm
    ).astype(np.int64)
    matrix, edge_of = _matrix(edges, walked, cost)
    return Graph(edges, walking, walked, cost, matrix, edge_of)


def _matrix(edges: Edges, walked: NDArray[np.bool_], cost: Ints) -> tuple[csr_array, Ints]:
    """Both directions of every walked edge; of several between two nodes the cheapest."""
    used = np.flatnonzero(walked & (edges.u != edges.v))
    a = np.concatenate((edges.u[used], edges.v[used]))
    b = np.concatenate((edges.v[used], edges.u[used]))
    edge = np.concatenate((used, used))
    order = np.lexsort((edge, cost[edge], b, a))
    a, b, edge = a[order], b[order], edge[order]
    first = np.ones(len(a), dtype=bool)
    first[1:] = (a[1:] != a[:-1]) | (b[1:] != b[:-1])
    a, b, edge = a[first], b[first], edge[first]
    count = len(edges.points)
    starts = np.searchsorted(a, np.arange(count + 1)).astype(np.int32)
    weights = cost[edge].astype(float)
    return csr_array((weights, b.astype(np.int32), starts), shape=(count, count)), edge


@dataclass(frozen=True, eq=False)
class Found:
    """Costs in millimetres from a start to every node, infinite where no way leads."""

    cost_mm: Floats
    before: Ints

    def nodes_to(self, node: int) -> list[int]:
        """Return the nodes on the way from the start to a node, the start left out."""
        way = [node]
        start = len(self.cost_mm)
        while (previous := int(self.before[way[-1]])) not in (start, NOWHERE):
            way.append(previous)
        return way[::-1]


def search(graph: Graph, offsets: dict[int, int], limit_mm: float = np.inf) -> Found:
    """Return the cheapest ways to all nodes, from nodes that cost their offset to reach."""
    count = graph.matrix.shape[0]
    matrix = graph.matrix
    nodes = np.fromiter(offsets, dtype=np.int32, count=len(offsets))
    costs = np.fromiter(offsets.values(), dtype=float, count=len(offsets))
    with_start = csr_array(
        (
            np.concatenate((matrix.data, costs)),
            np.concatenate((matrix.indices, nodes)),
            np.append(matrix.indptr, matrix.indptr[-1] + len(nodes)).astype(np.int32),
        ),
        shape=(count + 1, count + 1),
    )
    cost, before = dijkstra(
        with_start, directed=True, indices=count, return_predecessors=True, limit=limit_mm
    )
    return Found(cost[:count], before[:count].astype(np.int64))
