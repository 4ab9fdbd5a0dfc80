"""Tell how far it is on foot: minutes from areas to destinations, and the ground reached."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property

from shapely.geometry import LineString, MultiPolygon, Point
from shapely.geometry.base import BaseGeometry

from geodata.network.network import Network
from geodata.reach.destinations import LAYERS, Destination, destinations
from geodata.tables.statuses import Status
from geodata.walking.access import Access, offsets
from geodata.walking.graph import Found, Graph, search
from geodata.walking.ground import reached
from geodata.walking.routes import Route, shortest
from geodata.walking.settings import MM, SAME_M, SAME_MM, Walking


class Reason(StrEnum):
    """Why no minutes can be told."""

    NO_ENTRANCE = "no_entrance"
    NO_ARRIVAL = "no_arrival"
    NOT_CONNECTED = "not_connected"
    TOO_SPARSE = "too_sparse"
    UNPLACED = "unplaced"
    ABSENT = "absent"
    CLOSED = "closed"
    NO_AREA = "no_area"


@dataclass(frozen=True, slots=True)
class Minutes:
    """Whole minutes with their range; `exact` to a tenth on a surveyed network only.

    On drawn roads streets are missing, so the true way may be as short as the straight
    line: there `low` is the straight line less its error.
    """

    low: int
    mid: int
    high: int
    exact: float | None


@dataclass(frozen=True, slots=True)
class Start:
    """Where a walk begins: an area's outline or a point, in EPSG:25832, and its error.

    `outline` is which of the area's outlines it is, see `Package.outline_in`.
    """

    id: str
    shape: BaseGeometry
    error_m: float
    outline: int = 0


@dataclass(frozen=True, slots=True)
class Walk:
    """The way from a start to a destination, or the reason why none can be told.

    `straight_m` is the straight line from the outline and `at_least_min` what that takes
    less the errors of both: true even where no way is known. `at_most_min` is what the drawn
    way takes at most where it is too long to be believed: streets that are missing from the
    drawing can only make it shorter. `length_m` is the way on the
    ground, `cost_m` the same with steps counted as slower where settings say so, `error_m`
    what both may be off by. `first_m` and `last_m` are
    the straight metres before and after the network. `outline` is that of the start; it is `None`
    where the area is not there. `is_inside` tells that the
    destination lies in, or touches, the area itself; the minutes are then those from its
    nearest entrance. `walked` holds the millimetres and the error of each survey walked.
    """

    start: str
    destination: Destination
    is_inside: bool
    reason: Reason | None = None
    minutes: Minutes | None = None
    straight_m: float | None = None
    at_least_min: int | None = None
    at_most_min: int | None = None
    length_m: float | None = None
    cost_m: float | None = None
    error_m: float | None = None
    first_m: float | None = None
    last_m: float | None = None
    entrance: Point | None = None
    arrival: Point | None = None
    route: LineString | None = None
    walked: Mapping[str, tuple[int, float]] = field(default_factory=dict)
    outline: int | None = 0


@dataclass(frozen=True, slots=True)
class Isochrone:
    """The ground reached from an area within some minutes; hectares on surveyed streets only.

    `outline` is which of the area's outlines it is reached from, see `Package.outline_in`.

    `length_m` is the length of the reached ways, once each; `ground` is in EPSG:25832 and
    empty where the area has no entrance.
    """

    area: str
    year: int
    minutes: int
    ground: MultiPolygon
    length_m: float
    hectares: float | None
    reason: Reason | None
    outline: int | None = 0


@dataclass(frozen=True, eq=False)
class Outset:
    """A start on the network of one year: its entrances and the ways from them."""

    network: Network
    start: Start
    graph: Graph
    limit_mm: float = math.inf

    @cached_property
    def entrances(self) -> tuple[Access, ...]:
        """Every way from the start onto the network."""
        shape = self.start.shape
        outline = shape.boundary if shape.geom_type.endswith("Polygon") else shape
        return self.network.ways_onto(outline, graph=self.graph)

    @cached_property
    def found(self) -> Found:
        """The cheapest ways to everywhere."""
        return search(self.graph, offsets(self.graph, self.entrances), self.limit_mm)


def area_start(network: Network, area: str, year: int) -> Start:
    """Return an area as a start, with its outline of a year.

    Raises `KeyError` where there is no such area at the end of that year.
    """
    areas = network.package.at(year).layers["areas"]
    outline = network.package.outline_in(area, year) or 0
    return Start(area, areas.geometry[area], float(areas["error_m"][area]), outline)


def nowhere(area: str, wanted: Destination) -> Walk:
    """Return the walk from an area that is not there."""
    return Walk(area, wanted, False, reason=Reason.NO_AREA, outline=None)


def entrances(network: Network, area: str, year: int, *, planned: bool = False) -> list[Point]:
    """Return the points of an area's outline from which the network is entered."""
    start = area_start(network, area, year)
    outset = Outset(network, start, network.at(year, planned=planned))
    return [entrance.outside for entrance in outset.entrances]


def minutes(
    network: Network, year: int, *, planned: bool = False, layers: Sequence[str] = LAYERS
) -> tuple[Walk, ...]:
    """Return the way from every area to every destination at the end of a year."""
    package = network.package
    there = package.at(year).layers["areas"].index
    wanted = destinations(package, year, layers)
    return tuple(
        walk
        for area in map(str, package.layers["areas"].index)
        for walk in (
            walks_from(
                network, area_start(network, area, year), year, planned=planned, layers=layers
            )
            if area in there
            else (nowhere(area, one) for one in wanted)
        )
    )


def walks_from(
    network: Network, start: Start, year: int, *, planned: bool = False,
    layers: Sequence[str] = LAYERS,
) -> tuple[Walk, ...]:  # fmt: skip
    """Return the ways from one start to every destination, in the package's order."""
    outset = Outset(network, start, network.at(year, planned=planned))
    wanted = destinations(network.package, year, layers)
    return tuple(walk_to(network, outset, destination) for destination in wanted)


def isochrone(
    network: Network, area: str, year: int, minutes: int, *, planned: bool = False
) -> Isochrone:
    """Return the ground reached from an area's entrances within some minutes."""
    if network.package.outline_in(area, year) is None:
        return Isochrone(area, year, minutes, MultiPolygon(), 0.0, None, Reason.NO_AREA, None)
    graph = network.at(year, planned=planned)
    limit = round(minutes * network.walking.metres_per_minute * MM)
    start = area_start(network, area, year)
    outset = Outset(network, start, graph, limit)
    if not outset.entrances:
        none, outline = MultiPolygon(), start.outline
        return Isochrone(area, year, minutes, none, 0.0, None, Reason.NO_ENTRANCE, outline)
    lines = reached(graph, outset.found, outset.entrances, limit)
    ground = network.ground_along(lines)
    hectares = None if network.is_schematic else ground.area / 10_000
    length = sum(line.length for line in lines)
    return Isochrone(area, year, minutes, ground, length, hectares, None, start.outline)


def walk_to(network: Network, outset: Outset, wanted: Destination) -> Walk:
    """Return the way from an outset to a destination; the year's ways are those of the outset."""
    start = outset.start
    walk = Walk(start.id, wanted, _is_inside(start.shape, wanted.shape), outline=start.outline)
    reason = _unwalkable(network.walking, outset.start, wanted)
    if reason is not None:
        return replace(walk, reason=reason)
    walk = _with_straight(network, outset.start, walk)
    if not outset.entrances:
        return replace(walk, reason=Reason.NO_ENTRANCE)
    arrivals = network.ways_onto(wanted.shape, wanted.error_m, outset.graph)
    if not arrivals:
        return replace(walk, reason=Reason.NO_ARRIVAL)
    route = shortest(outset.graph, outset.found, outset.entrances, arrivals)
    if route is None:
        return replace(walk, reason=Reason.NOT_CONNECTED)
    return _told(network, outset, walk, route)


def _with_straight(network: Network, start: Start, walk: Walk) -> Walk:
    straight = start.shape.distance(walk.destination.shape)
    nearest = max(0.0, straight - start.error_m - walk.destination.error_m)
    whole = math.floor(round(nearest / network.walking.metres_per_minute, 9))
    return replace(walk, straight_m=straight, at_least_min=whole)


def _unwalkable(walking: Walking, start: Start, wanted: Destination) -> Reason | None:
    if wanted.status is Status.ABSENT:
        return Reason.ABSENT
    if wanted.status is Status.CLOSED:
        return Reason.CLOSED
    unplaced = max(start.error_m, wanted.error_m) >= walking.unplaced_m
    return Reason.UNPLACED if unplaced else None


def _is_inside(area: BaseGeometry, wanted: BaseGeometry) -> bool:
    return area.geom_type.endswith("Polygon") and area.distance(wanted) <= SAME_M


def _told(network: Network, outset: Outset, walk: Walk, route: Route) -> Walk:
    """The walk with its figures, or without where the drawn roads are too sparse for it."""
    walked = _walked(outset.graph, route)
    placed = outset.start.error_m + walk.destination.error_m
    error = placed + sum(off for _, off in walked.values())
    straight = walk.straight_m or 0.0
    cost = route.cost_mm / MM
    if network.is_schematic and not walk.is_inside and cost - error > _longest(network, straight):
        most = _minutes(network, 0, cost, cost + error).high
        return replace(walk, reason=Reason.TOO_SPARSE, at_most_min=most)
    nearest = straight - placed if network.is_schematic else cost - error
    return replace(
        walk,
        minutes=_minutes(network, nearest, cost, cost + error),
        length_m=route.length_mm / MM,
        cost_m=cost,
        error_m=error,
        first_m=route.start.gap_mm / MM,
        last_m=route.end.gap_mm / MM,
        entrance=route.start.outside,
        arrival=route.end.outside,
        route=route.course(outset.graph),
        walked=walked,
    )


def _longest(network: Network, straight_m: float) -> float:
    walking = network.walking
    return walking.detour * max(straight_m, walking.detour_from_m)


def _walked(graph: Graph, route: Route) -> dict[str, tuple[int, float]]:
    """How far each survey is walked; a step across a junction does not bring its error along."""
    found: dict[str, tuple[int, float]] = {}
    for stretch in route.stretches:
        line = graph.edges.lines[graph.edges.line[stretch.edge]]
        length = abs(stretch.end_mm - stretch.start_mm)
        before, off = found.get(line.survey, (0, 0.0))
        found[line.survey] = (before + length, max(off, line.error_m))
    return {survey: part for survey, part in found.items() if part[0] > SAME_MM}


def tenths(minutes: float) -> float:
    """Round minutes to a tenth, half a tenth up: the page's scripts do the same."""
    return math.floor(round(minutes * 10, 9) + 0.5) / 10


def _minutes(network: Network, low_m: float, mid_m: float, high_m: float) -> Minutes:
    low, mid, high = (
        round(m / network.walking.metres_per_minute, 9) for m in (low_m, mid_m, high_m)
    )
    exact = None if network.is_schematic else tenths(mid)
    return Minutes(math.floor(max(0.0, low)), math.floor(mid + 0.5), math.ceil(high), exact)
