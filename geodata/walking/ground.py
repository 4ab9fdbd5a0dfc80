"""Draw the ground that is reached on foot: the walked stretches with a strip on each side."""

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geodata.walking.access import Access
from geodata.walking.graph import Found, Graph
from geodata.walking.settings import MM

#: Lines are crossed on a grid of this many metres. Stretches cut from one line lie beside each
#: other by less than a number can hold; only on a grid do they surely meet where they overlap.
_GRID_M = 1 / MM
#: Corners of the strip are round enough with this many segments a quarter circle.
_QUARTER = 8
#: From where to where along an edge, in millimetres.
Span = tuple[int, int]


def reached(
    graph: Graph, found: Found, starts: tuple[Access, ...], limit_mm: int
) -> list[LineString]:
    """Return every stretch of the year's network that costs at most the limit, once each."""
    edges = graph.edges
    left_u = limit_mm - found.cost_mm[edges.u]
    left_v = limit_mm - found.cost_mm[edges.v]
    touched = graph.walked & ((left_u > 0) | (left_v > 0))
    whole = touched & (np.maximum(left_u, 0) + np.maximum(left_v, 0) >= graph.cost_mm)
    spans: dict[int, list[Span]] = {}
    for edge in np.flatnonzero(touched & ~whole):
        spans[int(edge)] = _from_ends(graph, int(edge), float(left_u[edge]), float(left_v[edge]))
    for start in starts:
        if not whole[start.edge]:
            spans.setdefault(start.edge, []).extend(_around(graph, start, limit_mm))
    parts = [edges.piece(edge, *span) for edge, some in spans.items() for span in _once(some)]
    return [*edges.courses[whole], *parts]


def strip(lines: list[LineString], ground_m: float) -> MultiPolygon:
    """Return the ground within a distance of the lines, in EPSG:25832.

    Blocks of streets are kept but for their middle, which is some ten times faster than
    joining a strip for each street. Lines may lie on each other and cross themselves.
    """
    noded = shapely.get_parts(shapely.union_all(lines, grid_size=_GRID_M))
    blocks, *rest = (shapely.get_parts(part) for part in shapely.polygonize_full(noded))
    strips = shapely.buffer(np.concatenate(rest), ground_m, quad_segs=_QUARTER)
    ground = shapely.union(_streets(blocks, ground_m), shapely.union_all(strips))
    return MultiPolygon([part for part in shapely.get_parts(ground) if isinstance(part, Polygon)])


def _streets(blocks: NDArray[np.object_], ground_m: float) -> BaseGeometry:
    """The ground along the outlines of blocks."""
    middles = shapely.get_parts(shapely.buffer(blocks, -ground_m, quad_segs=_QUARTER))
    around = shapely.coverage_union_all(blocks).buffer(ground_m, quad_segs=_QUARTER)
    inner = [part for part in middles if not part.is_empty]
    return around.difference(MultiPolygon(inner))


def _from_ends(graph: Graph, edge: int, left_u: float, left_v: float) -> list[Span]:
    length = int(graph.edges.length_mm[edge])
    spans = []
    if left_u > 0:
        spans.append((0, min(length, _length(graph, edge, left_u))))
    if left_v > 0:
        spans.append((max(0, length - _length(graph, edge, left_v)), length))
    return spans


def _around(graph: Graph, start: Access, limit_mm: int) -> list[Span]:
    """A long edge may be reached in its middle and at neither end."""
    left = limit_mm - start.gap_mm
    if left <= 0:
        return []
    reach = _length(graph, start.edge, left)
    length = int(graph.edges.length_mm[start.edge])
    return [(max(0, start.at_mm - reach), min(length, start.at_mm + reach))]


def _length(graph: Graph, edge: int, cost_mm: float) -> int:
    """How far a cost leads along an edge, in millimetres."""
    slower = graph.walking.steps_slower if graph.edges.is_steps[edge] else 1.0
    return round(cost_mm / slower)


def _once(spans: list[Span]) -> list[Span]:
    """Spans that overlap are one."""
    merged: list[Span] = []
    for low, high in sorted(spans):
        if merged and low <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        elif high > low:
            merged.append((low, high))
    return merged
