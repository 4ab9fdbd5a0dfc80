"""Tell what new paths change: minutes saved per area and destination, and places gained."""

from dataclasses import dataclass
from enum import StrEnum

import shapely
from shapely.geometry import MultiPolygon, Point
from shapely.geometry.base import BaseGeometry

from geodata.network.network import Network
from geodata.reach.destinations import Destination
from geodata.reach.reach import Isochrone, Reason, Walk, isochrone, minutes
from geodata.tables.statuses import THERE
from geodata.walking.settings import SAME_M, SAME_MM

#: Half the width in metres of ground that is no more than a rounding of corners.
_SLIVER_M = 1.0


class Verdict(StrEnum):
    """What can be said of the way to a destination, before and after."""

    SAME = "same"
    SHORTER = "shorter"
    LONGER = "longer"
    UNDECIDED = "undecided"
    GAINED = "gained"
    LOST = "lost"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Change:
    """One area and one destination, before and after.

    `saved_m` is how much shorter the way is (what is walked, steps counted as slower where
    settings say so), `saved_min` the same in minutes, `error_m` what that difference may be
    off by: only what differs between the two ways counts. All three are `None` where one
    of the two cannot be told.
    """

    area: str
    destination: Destination
    before: Walk
    after: Walk
    verdict: Verdict
    saved_m: float | None
    saved_min: float | None
    error_m: float | None


@dataclass(frozen=True, slots=True)
class GroundChange:
    """The ground reached before and after, what is gained and what is lost (EPSG:25832)."""

    before: Isochrone
    after: Isochrone
    gained: MultiPolygon
    lost: MultiPolygon


def change(
    network: Network, before_year: int, after_year: int, *, planned: bool = False
) -> tuple[Change, ...]:
    """Return what changes between the ends of two years; with `planned`, plans built after."""
    before = minutes(network, before_year)
    return compare(network, before, minutes(network, after_year, planned=planned))


def ground_change(
    network: Network, area: str, before_year: int, after_year: int, minutes: int,
    *, planned: bool = False,
) -> GroundChange:  # fmt: skip
    """Return the ground that an area gains and loses between the ends of two years."""
    before = isochrone(network, area, before_year, minutes)
    return ground_between(before, isochrone(network, area, after_year, minutes, planned=planned))


def ground_between(before: Isochrone, after: Isochrone) -> GroundChange:
    """Return what is gained and lost between two answers for the same area and minutes.

    Nothing is where the area has another outline: it moved, not what can be reached.
    """
    if before.outline != after.outline:
        return GroundChange(before, after, MultiPolygon(), MultiPolygon())
    gained = _without_slivers(after.ground.difference(before.ground))
    return GroundChange(
        before, after, gained, _without_slivers(before.ground.difference(after.ground))
    )


def _without_slivers(ground: BaseGeometry) -> MultiPolygon:
    """Ground without slivers, which rounded corners leave and nobody reaches."""
    opened = ground.buffer(-_SLIVER_M).buffer(_SLIVER_M)
    return MultiPolygon([part for part in shapely.get_parts(opened) if not part.is_empty])


def compare(
    network: Network, before: tuple[Walk, ...], after: tuple[Walk, ...]
) -> tuple[Change, ...]:
    """Return the differences between two answers for the same areas and destinations."""
    return tuple(_change(network, b, a) for b, a in zip(before, after, strict=True))


def _change(network: Network, before: Walk, after: Walk) -> Change:
    wanted = after.destination
    if before.outline != after.outline:  # nobody walks from where the area was before
        return Change(after.start, wanted, before, after, Verdict.UNKNOWN, None, None, None)
    if _opened(before, after):
        return Change(after.start, wanted, before, after, Verdict.GAINED, None, None, None)
    if before.cost_m is None or after.cost_m is None:
        verdict = _only_one(before, after, network.is_schematic)
        return Change(after.start, wanted, before, after, verdict, None, None, None)
    saved, error = round(before.cost_m - after.cost_m, 3), difference_error_m(before, after)
    return Change(
        after.start, wanted, before, after, _verdict(saved, error),
        saved, saved / network.walking.metres_per_minute, error,
    )  # fmt: skip


def _opened(before: Walk, after: Walk) -> bool:
    """A place that was only on its way and can now be used is new, however one walked there."""
    return (
        after.cost_m is not None
        and after.destination.status in THERE
        and before.destination.status not in THERE
    )


def _only_one(before: Walk, after: Walk, is_schematic: bool) -> Verdict:
    """What is missing from drawn roads may be there in fact: only a new place is a gain.

    A place that is only on its way is none yet.
    """
    if before.cost_m is None and after.cost_m is None:
        return Verdict.UNKNOWN
    missing, other = (before, after) if before.cost_m is None else (after, before)
    unbuilt = missing.reason in (Reason.ABSENT, Reason.CLOSED)
    if unbuilt and other.destination.status not in THERE:
        return Verdict.UNKNOWN
    if is_schematic and missing.reason not in (Reason.ABSENT, Reason.CLOSED):
        return Verdict.UNDECIDED
    return Verdict.GAINED if missing is before else Verdict.LOST


def _verdict(saved_m: float, error_m: float) -> Verdict:
    if abs(saved_m) < SAME_M:
        return Verdict.SAME
    if abs(saved_m) < error_m:
        return Verdict.UNDECIDED
    return Verdict.SHORTER if saved_m > 0 else Verdict.LONGER


def difference_error_m(before: Walk, after: Walk) -> float:
    """Return what the difference of two ways may be off by, in metres.

    What both have in common is off by the same in both, and so makes no difference: the
    area where both leave it at one point, the place where both arrive at one, and each
    line that both walk along for the same length.
    """
    surveys = before.walked.keys() | after.walked.keys()
    off = sum(
        max(one[1], other[1])
        for s in surveys
        for one, other in [(before.walked.get(s, (0, 0.0)), after.walked.get(s, (0, 0.0)))]
        if abs(one[0] - other[0]) > SAME_MM or one[1] != other[1]
    )
    ends = ((before.entrance, after.entrance), (before.arrival, after.arrival))
    places = (_start_error(after), after.destination.error_m)
    return off + sum(e for e, (b, a) in zip(places, ends, strict=True) if not _same(b, a))


def _start_error(walk: Walk) -> float:
    lines = sum(off for _, off in walk.walked.values())
    return (walk.error_m or 0.0) - walk.destination.error_m - lines


def _same(one: Point | None, other: Point | None) -> bool:
    return one is not None and other is not None and one.distance(other) <= SAME_M
