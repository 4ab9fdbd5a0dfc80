"""List where one may want to walk: places, parks and paths of a package, with their status."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry import MultiPoint
from shapely.geometry.base import BaseGeometry

from geodata.package.package import Package
from geodata.tables.statuses import Status

#: Layers whose features are places to go to.
LAYERS = ("places", "parks")
#: The same, and the paths themselves: one may want to know how far the nearest end of one is.
WITH_PATHS = (*LAYERS, "paths")
_LINES = ("LineString", "MultiLineString")


@dataclass(frozen=True, slots=True)
class Destination:
    """A place, park or path as it stands at the end of a year; `shape` is in EPSG:25832.

    `error_m` is how far from its drawing it may lie, in metres. The shape of a path is its
    ends: a street that crosses it in between may be a bridge.
    """

    id: str
    name: str
    kind: str
    layer: str
    error_m: float
    status: Status
    shape: BaseGeometry


def destinations(
    package: Package, year: int, layers: Sequence[str] = LAYERS
) -> tuple[Destination, ...]:
    """Return the features of some layers with their status at the end of a year, in file order.

    What has no outline in that year is absent; its shape is then its latest.
    """
    then = package.at(year).layers
    return tuple(
        _destination(package, year, layer, str(identifier), _row(then[layer], str(identifier), row)
                     if identifier in package.times else row)
        for layer in layers
        for identifier, row in package.layers[layer].iterrows()
    )  # fmt: skip


def _row(then: gpd.GeoDataFrame, identifier: str, latest: "pd.Series[Any]") -> "pd.Series[Any]":
    found: pd.Series[Any] = then.loc[identifier] if identifier in then.index else latest  # type: ignore[assignment]
    return found


def _destination(
    package: Package, year: int, layer: str, identifier: str, row: "pd.Series[Any]"
) -> Destination:
    shape = row["geometry"]
    return Destination(
        identifier, row["name"], row["kind"], layer, float(row["error_m"]),
        package.status_in(identifier, year),
        _ends(shape) if shape.geom_type in _LINES else shape,
    )  # fmt: skip


def _ends(path: BaseGeometry) -> MultiPoint:
    """Return where a path begins and ends, each of its parts by itself."""
    parts = shapely.get_parts(path)
    return MultiPoint([shapely.get_point(part, n) for part in parts for n in (0, -1)])
