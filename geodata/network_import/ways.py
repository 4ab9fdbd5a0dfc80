"""Hold the ways of a file before they are cut: their points, and which points are one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from numpy.typing import NDArray

from geodata.network.dates import DATED, Dating, agreed
from geodata.network_import.dating import Said
from geodata.reading.places import METRES
from geodata.walking.edges import Floats, Ints

#: Points of all ways of a file: ten times those of a town of 100,000 residents.
MAX_POINTS = 5_000_000


@dataclass(frozen=True, eq=False)
class Ways:
    """Ways as one long list of points: `way` says whose, `node` which point, `xy` where.

    `xy` is in EPSG:25832. Two ways meet where they have the same `node`. `said` has a row for
    each way: its kind, when it is there, and how many days could not be read. `date` is the newest day that the file speaks of, if it does, and
    `unreadable` counts what should have been a way and has no line that can be read.
    """

    way: Ints
    node: Ints
    xy: Floats
    said: pd.DataFrame
    date: date | None
    unreadable: int = 0


def table_of(said: Sequence[Said]) -> pd.DataFrame:
    """Return what is said of each way as a table."""
    rows = [(one.kind, *one.dating, one.unread) for one in said]
    return pd.DataFrame(rows, columns=["kind", *DATED, "unread"])


def agreed_table(said: pd.DataFrame, known_on: date) -> pd.DataFrame:
    """Return a table without the days that cannot be true on the source's day; they are unread."""
    days = said[list(DATED)].itertuples(index=False, name=None)
    kept = [agreed(Dating(*row), known_on) for row in days]
    table = pd.DataFrame([dating for dating, _ in kept], columns=list(DATED), index=said.index)
    unread = said["unread"] + [count for _, count in kept]
    return said.assign(**{str(name): table[name] for name in DATED}, unread=unread)


def cut(ways: Ways) -> gpd.GeoDataFrame:
    """Return the edges between the nodes that ways share: u, v, what is said of them, geometry.

    A node is the end of a way, and every point that is passed more than once.
    """
    start, end = _is_first(ways.way), _is_first(ways.way[::-1])[::-1]
    _, names, counts = np.unique(ways.node, return_inverse=True, return_counts=True)
    nodes = np.flatnonzero(start | end | (counts[names] > 1))
    a, b = nodes[:-1], nodes[1:]
    same = ways.way[a] == ways.way[b]
    a, b = a[same], b[same]
    sizes = b - a + 1
    edge = np.repeat(np.arange(len(a)), sizes)
    within = np.arange(sizes.sum()) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    courses = shapely.linestrings(ways.xy[np.repeat(a, sizes) + within], indices=edge)
    said = ways.said.iloc[ways.way[a]].reset_index(drop=True)
    return gpd.GeoDataFrame(
        said.assign(u=ways.node[a], v=ways.node[b]), geometry=courses, crs=METRES
    )


def _is_first(way: Ints) -> NDArray[np.bool_]:
    first = np.ones(len(way), dtype=bool)
    first[1:] = way[1:] != way[:-1]
    return first
