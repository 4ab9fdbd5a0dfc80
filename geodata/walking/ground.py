"""Draw the ground that is reached on foot: the walked stretches with a strip on each side."""

import numpy as np
from shapely.geometry import LineString, MultiLineString, MultiPolygon, Polygon

from geodata.walking.access import Access
from geodata.walking.graph import Found, Graph

#: Corners of the strip are round enough with this many segments a quarter circle.
_QUARTER = 4
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
    """Return the ground within a distance of the lines, in EPSG:25832."""
    shape = MultiLineString(lines).buffer(ground_m, quad_segs=_QUARTER)
    return MultiPolygon([shape]) if isinstance(shape, Polygon) else MultiPolygon(shape)


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
