"""Pack the streets of an imported network for drawing: merged, and no finer than is seen."""

from typing import Any

import numpy as np
import shapely

from dashboard.payload.places.geometry import flat_line
from dashboard.payload.places.network import walked_letters
from geodata.network.file import SURVEY
from geodata.network.network import Network

#: A bend nearer than this to a straight line is not seen on the map, in metres.
_DETAIL_M = 1.5
#: What OpenStreetMap calls the ways that are for walking alone, or nearly so.
PATHS = frozenset({
    "footway", "path", "pedestrian", "steps", "cycleway", "track", "bridleway", "crossing",
    "platform", "corridor", "pier", "pavement",
})  # fmt: skip


def write_streets(network: Network) -> dict[str, Any]:
    """Return the imported streets and paths as packed lines (`flat_line`).

    Those that are not there in all years stand by themselves, with a letter for each year of
    the clock (`walked_letters`). Drawn lines are not among them: the map has those already.
    """
    edges, lines = network.edges, network.edges.lines
    imported = np.array([line.survey == SURVEY for line in lines], dtype=bool)
    dated = np.array([line.is_dated for line in lines], dtype=bool)
    is_path = np.array([line.kind in PATHS for line in lines], dtype=bool)
    always = imported & ~dated
    clock = network.package.descriptor
    years = range(clock.first_year, clock.last_year + 1)
    return {
        "streets": _merged(edges.courses[(always & ~is_path)[edges.line]]),
        "paths": _merged(edges.courses[(always & is_path)[edges.line]]),
        "dated": [[walked_letters(lines[n], years), _merged(edges.courses[edges.line == n])]
                  for n in np.flatnonzero(imported & dated)],
    }  # fmt: skip


def _merged(courses: np.ndarray) -> list[list[int]]:
    """Lines that go on in each other as one, which takes a third of the points."""
    merged = shapely.get_parts(shapely.line_merge(shapely.multilinestrings(courses)))
    return [flat_line(line) for line in shapely.simplify(merged, _DETAIL_M)]
