"""Say where the lines of a path layer meet: at shared vertices, and where one ends on another."""

import numpy as np
import shapely
from shapely import STRtree

from geodata.walking.edges import Courses, Floats, Ints
from geodata.walking.settings import SAME_M


def points_of(lines: Courses) -> tuple[Ints, Ints, Floats]:
    """Return the points of lines: whose each is, which node it is, and where it lies."""
    xy, way = shapely.get_coordinates(_with_ends(lines), return_index=True)
    keys = np.round(xy / SAME_M).astype(np.int64)
    _, node = np.unique(keys, axis=0, return_inverse=True)
    return way.astype(np.int64), node.astype(np.int64), xy


def _with_ends(lines: Courses) -> Courses:
    """Give lines a vertex where the end of another one lies on them."""
    ends = np.concatenate((shapely.get_point(lines, 0), shapely.get_point(lines, -1)))
    which, on = STRtree(lines).query(ends, predicate="dwithin", distance=SAME_M / 2)
    met: dict[int, list[int]] = {}
    for end, line in zip(which, on, strict=True):
        if end % len(lines) != line:
            met.setdefault(int(line), []).append(int(end))
    lines = lines.copy()
    for line, some in met.items():
        lines[line] = shapely.snap(lines[line], shapely.multipoints(ends[some]), SAME_M)
    return lines
