"""Pack the streets of an imported network for drawing: merged, and no finer than is seen."""

from typing import Any

import numpy as np
import shapely

from dashboard.payload.places.geometry import flat_line
from geodata.network import Network
from geodata.network_file import SURVEY

#: A bend nearer than this to a straight line is not seen on the map, in metres.
_DETAIL_M = 1.5
#: What OpenStreetMap calls the ways that are for walking alone, or nearly so.
PATHS = frozenset({
    "footway", "path", "pedestrian", "steps", "cycleway", "track", "bridleway", "crossing",
    "platform", "corridor", "pier", "pavement",
})  # fmt: skip


def write_streets(network: Network) -> dict[str, Any]:
    """Return the imported streets and paths as packed lines (`flat_line`).

    Drawn lines are not among them: the map has those already.
    """
    edges = network.edges
    imported = np.array([line.survey == SURVEY for line in edges.lines], dtype=bool)
    is_path = np.array([line.kind in PATHS for line in edges.lines], dtype=bool)
    return {
        "streets": _merged(edges.courses[(imported & ~is_path)[edges.line]]),
        "paths": _merged(edges.courses[(imported & is_path)[edges.line]]),
    }


def _merged(courses: np.ndarray) -> list[list[int]]:
    """Lines that go on in each other as one, which takes a third of the points."""
    merged = shapely.get_parts(shapely.line_merge(shapely.multilinestrings(courses)))
    return [flat_line(line) for line in shapely.simplify(merged, _DETAIL_M)]
