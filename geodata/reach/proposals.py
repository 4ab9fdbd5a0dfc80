"""Ask what a drawn path would change: nothing is saved, nothing is invented around it."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import numpy as np
import shapely
from shapely.geometry import LineString, Point

from geodata.network.network import Network, with_line
from geodata.reach.changes import Change, compare
from geodata.reach.proposal_file import ProposalError
from geodata.reach.reach import Outset, Reason, Walk, area_start, minutes, walk_to
from geodata.tables.records import Milestone
from geodata.walking.edges import Ints
from geodata.walking.graph import Graph
from geodata.walking.lines import ALWAYS, Line
from geodata.walking.noding import Join
from geodata.walking.routes import cost_of
from geodata.walking.settings import KM, MM, SAME_M, SAME_MM

#: The id of the drawn line in every answer.
PROPOSAL = "proposal"
#: A line drawn by hand on a map may lie this far from what was meant, in metres.
DRAWN_ERROR_M = 10.0
MAX_LENGTH_M = 5_000.0
#: Years, with plans and without, whose minutes are kept for the next question.
KEPT_YEARS = 32
#: How far from the package's areas a path may be drawn, in metres.
SURROUNDINGS_M = 3_000.0


#: A proposal is open in every year, but no way that was always there.
_OPEN = Milestone(PROPOSAL, ALWAYS, "day", "open", "", "", "", None, "")
#: What keeps a walk from being one on any network.
_NO_WAY = (Reason.ABSENT, Reason.CLOSED, Reason.UNPLACED, Reason.NO_AREA)


@dataclass(frozen=True, slots=True)
class Scenario:
    """What a drawn path changes: one `Change` per area and destination.

    `meets` counts the ends that meet the network, `crossings` the ways that the path crosses
    between its ends, which it does not meet.
    """

    changes: tuple[Change, ...]
    length_m: float
    meets: int
    crossings: int


def reach_with(
    network: Network, year: int, proposal: Sequence[LineString], *, planned: bool = False
) -> Scenario:
    """Return what drawn lines (EPSG:25832) would change at the end of a year.

    Raises `ProposalError` for a line that is no path: a point, too long, far away.
    """
    check(network, proposal, year)
    line = Line(PROPOSAL, "path", DRAWN_ERROR_M, PROPOSAL, (_OPEN,))
    after, joins = with_line(network, line, proposal)
    without = known_minutes(network, year, planned)
    with_it = _walks_with(after, year, planned, without)
    changes = compare(after, without, tuple(map(no_longer, without, with_it)))
    length = sum(course.length for course in proposal)
    crossings = _crossings(network, proposal, year, planned=planned)
    meets = _meets(proposal, joins, year, planned=planned)
    return Scenario(changes, length, meets, crossings)


@lru_cache(maxsize=KEPT_YEARS)
def known_minutes(network: Network, year: int, planned: bool) -> tuple[Walk, ...]:
    """Return the minutes of a network without any drawn path, kept for the next question."""
    return minutes(network, year, planned=planned)


def _walks_with(
    after: Network, year: int, planned: bool, without: Sequence[Walk]
) -> tuple[Walk, ...]:
    """The walks with a path: where it makes none cheaper, that is the walk without it."""
    graph = after.at(year, planned=planned)
    outsets = {area: Outset(after, area_start(after, area, year), graph)
               for area in dict.fromkeys(w.start for w in without if w.reason is not Reason.NO_AREA)}  # fmt: skip
    return tuple(
        walk if walk.reason in _NO_WAY or _is_same(after, outsets[walk.start], walk)
        else walk_to(after, outsets[walk.start], walk.destination)
        for walk in without
    )  # fmt: skip


def _is_same(after: Network, outset: Outset, walk: Walk) -> bool:
    """Whether the cheapest way costs what it did; a cut rounds lengths to millimetres."""
    wanted = walk.destination
    ends = after.ways_onto(wanted.shape, wanted.error_m, outset.graph)
    cost = cost_of(outset.graph, outset.found, outset.entrances, ends)
    if walk.cost_m is None:
        return cost == math.inf and walk.reason is not Reason.TOO_SPARSE
    return abs(cost - walk.cost_m * MM) < SAME_MM


def no_longer(without: Walk, with_it: Walk) -> Walk:
    """Return the walk with a path, bounded by the walk without it, which is there still.

    The new way is drawn by hand: where it is off by more than it saves, it is the old one that
    people take, so both ends of the range are the shorter ones of the two.
    """
    if with_it.minutes is None or without.minutes is None:
        return with_it
    low = min(with_it.minutes.low, without.minutes.low)
    high = min(with_it.minutes.high, without.minutes.high)
    return replace(with_it, minutes=replace(with_it.minutes, low=low, high=high))


def check(network: Network, proposal: Sequence[LineString], year: int) -> None:
    """Raise `ProposalError` with words where lines cannot be a path in this town."""
    length = sum(course.length for course in proposal)
    if any(course.length < 1 for course in proposal):
        raise ProposalError("a path needs two points that are not the same", "samePoint")
    if length > MAX_LENGTH_M:
        raise ProposalError(
            f"the path is {length / KM:.1f} km long; at most {MAX_LENGTH_M / KM:g} km",
            "tooLong", km=round(length / KM, 1), most=MAX_LENGTH_M / KM,
        )  # fmt: skip
    areas = network.package.at(year).layers["areas"].union_all()
    far = max(Point(xy).distance(areas) for xy in shapely.get_coordinates(list(proposal)))
    if far > SURROUNDINGS_M:
        raise ProposalError(
            f"the path lies up to {far / KM:.1f} km from the areas; "
            f"at most {SURROUNDINGS_M / KM:g} km",
            "tooFar", km=round(far / KM, 1), most=SURROUNDINGS_M / KM,
        )  # fmt: skip


def _meets(
    proposal: Sequence[LineString], joins: Sequence[Join], year: int, *, planned: bool
) -> int:
    """How many points where its lines end meet something else that is walked on."""
    others = [join for join in joins if join.line.id != PROPOSAL]
    walked = [join for join in others if join.line.is_walked(year, planned=planned)]
    return len({proposal[join.piece].coords[-1 if join.at_end else 0] for join in walked})


def _crossings(
    network: Network, proposal: Sequence[LineString], year: int, *, planned: bool
) -> int:
    """How many walked edges a path crosses that none of its ends comes near enough to meet."""
    graph = network.at(year, planned=planned)
    pieces = [LineString(pair) for course in proposal for pair in pairwise(course.coords)]
    crossed = np.unique(graph.edges.tree.query(pieces, predicate="crosses")[1])
    crossed = np.setdiff1d(crossed, _beside_ends(graph, proposal))
    return int(np.count_nonzero(graph.walked[crossed]))


def _beside_ends(graph: Graph, proposal: Sequence[LineString]) -> Ints:
    """The edges so near an end of a line that their errors cannot tell them from meeting."""
    edges, join_m = graph.edges, graph.walking.join_m
    ends = shapely.points([course.coords[end] for course in proposal for end in (0, -1)])
    which, near = edges.tree.query(ends, predicate="dwithin", distance=join_m)
    error_m = np.array([edges.lines[line].error_m for line in edges.line[near]])
    explained = np.clip(error_m + DRAWN_ERROR_M, SAME_M, join_m)
    beside: Ints = near[shapely.distance(ends[which], edges.courses[near]) <= explained]
    return beside
