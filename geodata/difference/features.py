"""Find the features that differ: added, removed, described otherwise or drawn anew."""

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
from shapely.geometry.base import BaseGeometry

from geodata.difference.changes import FeatureChange, FieldChange
from geodata.difference.shapes import drawn_alike, move_of, outline_of
from geodata.package.package import Package
from geodata.reading.places import LAYERS

_SHAPE = "geometry"


#: An outline of a feature: its id, and since when it holds.
_Of = tuple[str, str]


def changed_features(old: Package, new: Package) -> tuple[FeatureChange, ...]:
    """Return the features of all layers that differ, by layer, id and time."""
    return tuple(change for layer in LAYERS
                 for change in _of_layer(layer, outlines_of(old, layer), outlines_of(new, layer)))  # fmt: skip


def outlines_of(package: Package, layer: str) -> gpd.GeoDataFrame:
    """Return the outlines of a layer by feature and since when each holds, those of one by time.

    That is nothing for a feature's first outline: what became of it is told, whenever it begins.
    """
    frame = package.every_outline(layer)
    later = frame.index.duplicated(keep="first")
    since = [
        one if is_later else "" for one, is_later in zip(frame["valid_from"], later, strict=True)
    ]
    return frame.set_axis(pd.MultiIndex.from_arrays([frame.index.astype(object), since]))


def _of_layer(layer: str, old: gpd.GeoDataFrame, new: gpd.GeoDataFrame) -> Iterator[FeatureChange]:
    was, now = _described(old), _described(new)
    drawn, redrawn = _drawn(old), _drawn(new)
    moved = _moved(drawn, redrawn)
    before = _preceding(redrawn)
    for one in sorted({*was, *now}):
        both = one in was and one in now
        told = _fields(was[one], now[one]) if both else ()
        if both and not told and one not in moved:
            continue
        start = outline_of(was[one]["name"], drawn[one]) if one in was else None
        after = outline_of(now[one]["name"], redrawn[one]) if one in now else None
        move = move_of(drawn[one], redrawn[one]) if one in moved else None
        follows = start is None and before.get(one) in was
        if follows:
            last = redrawn[before[one]]
            start, move = outline_of(now[one]["name"], last), move_of(last, redrawn[one])
        yield FeatureChange(layer, one[0], start, after, told, move, one[1], follows)


def _preceding(outlines: dict[_Of, BaseGeometry]) -> dict[_Of, _Of]:
    """The outline before each that is not its feature's first."""
    return {after: before for before, after in pairwise(outlines) if before[0] == after[0]}


def shapes_of(
    change: FeatureChange, old: Package, new: Package
) -> tuple[BaseGeometry, BaseGeometry]:
    """Return the two shapes that a moved feature is told by, in EPSG:25832."""
    was, now = (_drawn(outlines_of(package, change.layer)) for package in (old, new))
    own = (change.id, change.since)
    return (now[_preceding(now)[own]] if change.follows else was[own]), now[own]


def before_and_now(
    change: FeatureChange, old: Package, new: Package
) -> tuple[BaseGeometry | None, BaseGeometry | None]:
    """Return what was drawn of a feature and what is, in EPSG:25832; nothing where it is not there.

    One that ends is there no longer.
    """
    if change.move:
        return shapes_of(change, old, new)
    was, now = (_drawn(outlines_of(package, change.layer)).get((change.id, change.since))
                for package in (old, new))  # fmt: skip
    return was, None if change.ends else now


def _drawn(frame: gpd.GeoDataFrame) -> dict[_Of, BaseGeometry]:
    return dict(zip(frame.index, frame.geometry, strict=True))


def _moved(old: dict[_Of, BaseGeometry], new: dict[_Of, BaseGeometry]) -> set[_Of]:
    """The outlines of both that are drawn otherwise; all are held against each other at once."""
    common = [one for one in old if one in new]
    shapes = (np.array([own[one] for one in common], object) for own in (old, new))
    return {one for one, same in zip(common, drawn_alike(*shapes), strict=True) if not same}


def _described(frame: gpd.GeoDataFrame) -> dict[_Of, dict[str, Any]]:
    """The properties of each outline; what is missing is `None`."""
    names: Sequence[str] = [name for name in frame.columns if name != _SHAPE]
    columns = [[_plain(value) for value in frame[name]] for name in names]
    rows = zip(*columns, strict=True)
    return {one: dict(zip(names, row, strict=True))
            for one, row in zip(frame.index, rows, strict=True)}  # fmt: skip


def _plain(value: Any) -> Any:
    """A value as Python has it; a frame writes a missing class as no number."""
    if isinstance(value, np.generic):
        value = value.item()
    return None if isinstance(value, float) and math.isnan(value) else value


def _fields(old: dict[str, Any], new: dict[str, Any]) -> tuple[FieldChange, ...]:
    return tuple(FieldChange(name, old[name], new[name]) for name in old if old[name] != new[name])
