"""Find the features that differ: added, removed, described otherwise or drawn anew."""

import math
from collections.abc import Iterator, Sequence
from typing import Any

import geopandas as gpd
import numpy as np
from shapely.geometry.base import BaseGeometry

from geodata.difference.changes import FeatureChange, FieldChange
from geodata.difference.shapes import drawn_alike, move_of, outline_of
from geodata.package.package import Package
from geodata.reading.places import LAYERS

_SHAPE = "geometry"


def changed_features(old: Package, new: Package) -> tuple[FeatureChange, ...]:
    """Return the features of all layers that differ, by layer and id."""
    return tuple(change for layer in LAYERS
                 for change in _of_layer(layer, old.layers[layer], new.layers[layer]))  # fmt: skip


def _of_layer(layer: str, old: gpd.GeoDataFrame, new: gpd.GeoDataFrame) -> Iterator[FeatureChange]:
    was, now = _described(old), _described(new)
    drawn = dict(zip(old.index, old.geometry, strict=True))
    redrawn = dict(zip(new.index, new.geometry, strict=True))
    moved = _moved(drawn, redrawn)
    for one in sorted({*was, *now}):
        both = one in was and one in now
        told = _fields(was[one], now[one]) if both else ()
        if both and not told and one not in moved:
            continue
        before = outline_of(was[one]["name"], drawn[one]) if one in was else None
        after = outline_of(now[one]["name"], redrawn[one]) if one in now else None
        move = move_of(drawn[one], redrawn[one]) if one in moved else None
        yield FeatureChange(layer, one, before, after, told, move)


def _moved(old: dict[str, BaseGeometry], new: dict[str, BaseGeometry]) -> set[str]:
    """The features of both that are drawn otherwise; all are held against each other at once."""
    common = [one for one in old if one in new]
    shapes = (np.array([own[one] for one in common], object) for own in (old, new))
    return {one for one, same in zip(common, drawn_alike(*shapes), strict=True) if not same}


def _described(frame: gpd.GeoDataFrame) -> dict[str, dict[str, Any]]:
    """The properties of each feature, by its id; what is missing is `None`."""
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
