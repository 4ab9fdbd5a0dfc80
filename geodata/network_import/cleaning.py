"""Keep the edges of a town, drop what is no way, and say what was dropped and what hangs apart."""

from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry import Polygon, box

from geodata.network.dates import DATED
from geodata.network_import.clipping import clip
from geodata.network_import.errors import NetworkImportError
from geodata.package.package import Package
from geodata.walking.settings import KM, MM, WALKING

#: Metres around areas and destinations that are kept: more than a quarter of an hour on foot.
MARGIN_M = 1_500.0


@dataclass(frozen=True, slots=True)
class Dropped:
    """How many edges were left out, and why; `cut` were cut at the edge of the town."""

    outside: int
    cut: int
    zero_length: int
    doubled: int
    unreadable: int = 0


def surroundings(package: Package) -> Polygon:
    """Return the rectangle around areas, parks and places whose position is known.

    Where that of none is, it is around all of them as they are drawn.
    """
    layers = [package.layers[name] for name in ("areas", "parks", "places")]
    placed = [frame[frame["error_m"] < WALKING.unplaced_m] for frame in layers]
    frames = placed if any(len(frame) for frame in placed) else layers
    bounds = np.array([frame.total_bounds for frame in frames if len(frame)])
    low, high = bounds[:, :2].min(axis=0), bounds[:, 2:].max(axis=0)
    return box(*(low - MARGIN_M), *(high + MARGIN_M))


def clean(edges: gpd.GeoDataFrame, town: Polygon) -> tuple[gpd.GeoDataFrame, Dropped]:
    """Return what lies in the town of the edges, each once, and what was dropped.

    Raises `NetworkImportError` where no edge lies in the town.
    """
    kept, cut = clip(edges, town)
    if kept.empty:
        raise NetworkImportError(_elsewhere(edges, town))
    outside = len(edges) - kept.index.nunique()
    long_enough = shapely.length(kept.geometry.to_numpy()) > 0.5 / MM
    if not long_enough.any():
        raise NetworkImportError("none of its ways in the town has a length")
    kept = kept[long_enough]
    single = ~_doubled(kept)
    dropped = Dropped(outside, cut, int((~long_enough).sum()), int((~single).sum()))
    return kept[single].reset_index(drop=True), dropped


def _elsewhere(edges: gpd.GeoDataFrame, town: Polygon) -> str:
    there = box(*edges.total_bounds)
    away = there.distance(town) / KM
    where = f"they lie {away:.0f} km away" if away >= 1 else "they lie around it, not in it"
    return f"the file is of another town: none of its ways is in this one, {where}"


def _doubled(edges: gpd.GeoDataFrame) -> np.ndarray:
    """Edges that repeat an earlier one, in either direction, and are there as long."""
    wkb = shapely.to_wkb(shapely.normalize(edges.geometry.to_numpy()))
    ends = np.sort(edges[["u", "v"]].to_numpy(), axis=1)
    keys = edges[list(DATED)].assign(a=ends[:, 0], b=ends[:, 1], wkb=wkb)
    return np.asarray(pd.DataFrame(keys).duplicated())
