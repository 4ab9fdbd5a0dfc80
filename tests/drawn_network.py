"""Draw a small walking network in metres, for figures that can be reckoned by hand."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

import geopandas as gpd
from shapely.geometry import LineString, Point, box

from geodata.network.network import Network, read_network
from geodata.package.package import Package
from geodata.reading.places import METRES
from geodata.tables.records import Milestone
from geodata.walking.settings import WALKING, Walking

#: Where the drawings lie, so that they are in Denmark.
EAST, NORTH = 560_000.0, 6_250_000.0
HOME = box(-10, -10, 0, 0)


def at(*points: tuple[float, float]) -> LineString:
    """A line through points given in metres from the corner of the drawing."""
    return LineString([(EAST + x, NORTH + y) for x, y in points])


def frame(rows: Sequence[dict[str, Any]]) -> gpd.GeoDataFrame:
    columns = ["id", "name", "kind", "error_m", "geometry"]
    return gpd.GeoDataFrame(rows, columns=columns, geometry="geometry", crs=METRES).set_index("id")


def row(identifier: str, geometry: Any, kind: str, error_m: float) -> dict[str, Any]:
    return {"id": identifier, "name": identifier, "kind": kind, "error_m": error_m,
            "geometry": geometry}  # fmt: skip


def road(identifier: str, *points: tuple[float, float], kind: str = "road", error_m: float = 0):
    return row(identifier, at(*points), kind, error_m)


def place(identifier: str, x: float, y: float, error_m: float = 0):
    return row(identifier, Point(EAST + x, NORTH + y), "school", error_m)


def area(identifier: str, shape: Any = HOME, error_m: float = 0):
    moved = gpd.GeoSeries([shape]).translate(EAST, NORTH)[0]
    return row(identifier, moved, "area", error_m)


def on(feature: str, day: str, status: str) -> Milestone:
    return Milestone(feature, date.fromisoformat(day), "day", status, "", "", "", None, "")


def drawn(
    town: Package, roads=(), paths=(), places=(), areas=(), milestones=()
) -> Package:  # fmt: skip
    """The package with its layers replaced; `home` is an area at the corner of the drawing."""
    layers = {
        **town.layers,
        "roads": frame(roads),
        "paths": frame(paths),
        "places": frame(places),
        "parks": frame(()),
        "areas": frame(areas or [area("home")]),
    }
    return replace(town, layers=MappingProxyType(layers), milestones=tuple(milestones))


def network(town: Package, walking: Walking = WALKING, **parts: Any) -> Network:
    return read_network(drawn(town, **parts), walking)
