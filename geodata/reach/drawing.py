"""Take the points of a path as a hand put them on a map: each on the way that it was meant for."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import geopandas as gpd
import numpy as np
import shapely
from shapely.geometry import LineString, Point
from shapely.geometry.base import BaseGeometry

from geodata.network.network import Network
from geodata.reach.proposal_file import MAX_LINES, ProposalError
from geodata.reading.places import LAT_RANGE, LON_RANGE, METRES, WGS84
from geodata.walking.graph import Graph

#: A path is one line from point to point.
MAX_DRAWN = MAX_LINES + 1
#: Degrees are told to so many decimals, about a metre.
DECIMALS = 5


@dataclass(frozen=True, slots=True)
class Drawn:
    """A point in degrees (WGS 84); it is put on a way that is within so many metres."""

    lon: float
    lat: float
    within_m: float = 0.0


def check_points(points: Sequence[Drawn]) -> None:
    """Raise `ProposalError` for so many points, or such, that they are no path."""
    if len(points) > MAX_DRAWN:
        raise ProposalError(
            f"the path has {len(points)} points; at most {MAX_DRAWN}",
            "tooMany", count=len(points), most=MAX_DRAWN,
        )  # fmt: skip
    outside = [p for p in points if not (LON_RANGE[0] <= p.lon <= LON_RANGE[1]
                                         and LAT_RANGE[0] <= p.lat <= LAT_RANGE[1])]  # fmt: skip
    if outside:
        raise ProposalError("the path has a point that is not in Denmark", "outside")


def put_on_ways(
    network: Network, points: Sequence[Drawn], year: int, *, planned: bool = False
) -> tuple[Drawn, ...]:
    """Return the points rounded, each on the nearest way walked in a year where one is so near.

    One that is on a way has no more metres to go; one that is not stays where it is.
    """
    metres = gpd.GeoSeries([Point(p.lon, p.lat) for p in points], crs=WGS84).to_crs(METRES)
    graph = network.at(year, planned=planned)
    moved = [_nearest(graph, at, p.within_m) for at, p in zip(metres, points, strict=True)]
    back = gpd.GeoSeries([at or Point() for at in moved], crs=METRES).to_crs(WGS84)
    return tuple(
        _rounded(p) if at is None else _rounded(Drawn(float(lon), float(lat)))
        for p, at, lon, lat in zip(points, moved, back.x, back.y, strict=True)
    )


def _nearest(graph: Graph, at: BaseGeometry, within_m: float) -> Point | None:
    """The nearest point of the ways that are walked, if it is within so many metres."""
    if within_m <= 0:
        return None
    near = graph.edges.tree.query(at, predicate="dwithin", distance=within_m)
    courses = graph.edges.courses[near[graph.walked[near]]]
    if not len(courses):
        return None
    nearest = courses[int(np.argmin(shapely.distance(courses, at)))]
    return Point(shapely.get_coordinates(shapely.shortest_line(nearest, at))[0])


def _rounded(point: Drawn) -> Drawn:
    return replace(point, lon=round(point.lon, DECIMALS), lat=round(point.lat, DECIMALS))


def path_through(points: Sequence[Drawn]) -> tuple[LineString, ...]:
    """Return the path in EPSG:25832, a line from point to point, so that each may meet a way.

    Raises `ProposalError` where there are fewer than two points.
    """
    if len(points) < 2:
        raise ProposalError("a path of one point leads nowhere: draw at least two", "onePoint")
    lines = [LineString([(a.lon, a.lat), (b.lon, b.lat)]) for a, b in pairwise(points)]
    moved = gpd.GeoSeries(lines, crs=WGS84).to_crs(METRES)
    return tuple(LineString(line.coords) for line in moved)
