"""Pick the outlines of a time: of features with several, or that are not there at all times."""

from collections.abc import Mapping
from datetime import date
from itertools import pairwise

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import pandas as pd

from geodata.reading.outline_times import TIMES
from geodata.tables.validity import Validity, validity

#: The outlines of each layer, or those of them that have a time, by the layer's name.
Layers = Mapping[str, gpd.GeoDataFrame]


def parted(layers: Layers) -> tuple[dict[str, gpd.GeoDataFrame], dict[str, gpd.GeoDataFrame]]:
    """Return the latest outline of each feature, and all outlines of features with times.

    A layer without times is not touched, and not among the second.
    """
    latest, timed = {}, {}
    for name, frame in layers.items():
        own = frame.index[(frame[list(TIMES)] != "").any(axis=1)]
        if len(own):
            timed[name] = frame[frame.index.isin(own)]
        latest[name] = frame[~frame.index.duplicated(keep="last")] if len(own) else frame
    return latest, timed


def validities(outlines: gpd.GeoDataFrame) -> list[Validity]:
    """Return when each outline of a frame holds."""
    return [validity(*times) for times in zip(*(outlines[name] for name in TIMES), strict=True)]


def holding(timed: Layers, year: int) -> dict[str, npt.NDArray[np.bool_]]:
    """Return which of the outlines with times hold at the end of a year."""
    return {name: np.array([one.holds_in(year) for one in validities(frame)], bool)
            for name, frame in timed.items()}  # fmt: skip


def layers_of(
    latest: Layers, timed: Layers, holds: Mapping[str, npt.NDArray[np.bool_]]
) -> dict[str, gpd.GeoDataFrame]:
    """Return all layers with the outlines that hold, each feature once and in its place."""
    return {
        name: _frame(frame, timed[name], holds[name]) if name in timed else frame
        for name, frame in latest.items()
    }


def _frame(
    latest: gpd.GeoDataFrame, timed: gpd.GeoDataFrame, holds: npt.NDArray[np.bool_]
) -> gpd.GeoDataFrame:
    found = pd.concat([latest[~latest.index.isin(timed.index)], timed[holds]])
    return found.loc[[one for one in latest.index if one in found.index]]


def positions(timed: gpd.GeoDataFrame) -> dict[str, list[Validity]]:
    """Return when each outline of each feature holds, by feature, in their order."""
    found: dict[str, list[Validity]] = {}
    for feature, one in zip(timed.index, validities(timed), strict=True):
        found.setdefault(str(feature), []).append(one)
    return found


def position_in(times: list[Validity], year: int) -> int | None:
    """Return which of a feature's outlines is that of a year; `None` where it is not there."""
    return next((n for n, one in enumerate(times) if one.holds_in(year)), None)


def gaps(times: list[Validity]) -> list[tuple[date, date]]:
    """Return the days between a feature's outlines, first and last, on which it has none."""
    return [
        (date.fromordinal(one.last.toordinal() + 1), date.fromordinal(two.first.toordinal() - 1))
        for one, two in pairwise(times)
        if two.first.toordinal() - one.last.toordinal() > 1
    ]
