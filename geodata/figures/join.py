"""Join printed figures to shapes, and parks to the areas around them.

An area's values go to its polygon, a plan's to the dissolve of its members; comparison
groups and sums have no shape of their own. All distances are metres in EPSG:25832,
measured between the nearest edges of two outlines.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry.base import BaseGeometry

from geodata.package.package import Package
from geodata.reading.places import METRES
from geodata.tables.periods import clock_year
from geodata.tables.records import split_list

#: What counts as beside a park, and what as within reach of it, in metres.
NEAR_M = 300
REACH_M = 1000


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An area beside a feature: how far, and how far wrong that can be (both metres).

    `within_m` is 300 or 1000; `certain` is false where the outline errors could move the
    area across that limit.
    """

    feature: str
    area: str
    distance_m: float
    error_m: float
    within_m: int
    certain: bool


def geography_shapes(package: Package) -> gpd.GeoDataFrame:
    """Return the shapes that values belong to, indexed by geography id, in EPSG:25832.

    Those of a year are those of `package.at(year)`: a plan is then made of the members that are
    there, and is not there without any.

    Columns: kind (area or plan), error_m (metres; the largest of a plan's members), geometry.
    """
    areas = package.layers["areas"]
    own = areas[["error_m", "geometry"]].assign(kind="area")
    members = {g.id: [m for m in split_list(g.members) if m in areas.index]
               for g in package.geographies if g.kind == "plan"}  # fmt: skip
    plans = [_plan_shape(areas, plan, inside) for plan, inside in members.items() if inside]
    frame = gpd.GeoDataFrame(pd.concat([own, *plans]), geometry="geometry", crs=METRES)
    return frame[["kind", "error_m", "geometry"]]


def _plan_shape(areas: gpd.GeoDataFrame, plan: str, members: list[str]) -> gpd.GeoDataFrame:
    inside = areas.loc[members]
    row = {"kind": "plan", "error_m": inside["error_m"].max(), "geometry": inside.union_all()}
    return gpd.GeoDataFrame([row], index=[plan], geometry="geometry", crs=METRES)


def shape_finder(package: Package, crs: str = METRES) -> Callable[[str, str], BaseGeometry | None]:
    """Return what finds the shape of a place in a period; comparison groups have none.

    It is the outline of the period's year; without a year the latest.
    """
    found: dict[int, dict[str, BaseGeometry]] = {}

    def shapes(at: Package) -> dict[str, BaseGeometry]:
        if id(at) not in found:
            every = geography_shapes(at).to_crs(crs).geometry
            found[id(at)] = {str(place): shape for place, shape in every.items()}
        return found[id(at)]

    def find(place: str, period: str) -> BaseGeometry | None:
        year = clock_year(period)
        return shapes(package if year is None else package.at(year)).get(place)

    return find


def join_observations(package: Package) -> gpd.GeoDataFrame:
    """Return one row a printed value with its shape in EPSG:25832.

    Columns: indicator, geography, period, role, value and geometry; the geometry is empty
    for comparison groups. The rows are those of `package.observations`, in their order.
    """
    names = ("indicator", "geography", "period", "role", "value")
    rows = [{name: getattr(o, name) for name in names} for o in package.observations]
    shape_of = shape_finder(package)
    frame = pd.DataFrame(rows, columns=list(names))
    shapes: list[Any] = [shape_of(o.geography, o.period) for o in package.observations]
    return gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries(shapes, crs=METRES), crs=METRES)


def neighbours(package: Package, layer: str = "parks") -> tuple[Neighbour, ...]:
    """Return, for every feature of a layer, the areas within 1,000 m, nearest first.

    In a year they are those of `package.at(year)`.
    """
    areas, features = package.layers["areas"], package.layers[layer]
    at, around = features.geometry.to_numpy(), areas.geometry.to_numpy()
    # a country has a thousand areas, of which a park has a few within reach
    of, near = areas.sindex.query(at, predicate="dwithin", distance=REACH_M)
    distances = shapely.distance(at[of], around[near])
    errors = features["error_m"].to_numpy(float)[of] + areas["error_m"].to_numpy(float)[near]
    found = [
        _neighbour(str(feature), str(area), float(distance), float(error))
        for feature, area, distance, error in zip(
            features.index[of], areas.index[near], distances, errors, strict=True
        )
    ]
    return tuple(sorted(found, key=lambda n: (n.feature, n.distance_m, n.area)))


def _neighbour(feature: str, area: str, distance: float, error: float) -> Neighbour:
    within = NEAR_M if distance <= NEAR_M else REACH_M
    crosses_near = abs(distance - NEAR_M) <= error
    crosses_reach = abs(distance - REACH_M) <= error
    certain = not (crosses_near or crosses_reach)
    return Neighbour(feature, area, distance, error, within, certain)
