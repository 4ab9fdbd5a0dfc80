"""Gather every walk and all reached ground over the clock's years, each different one once."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import TypeVar

import numpy as np
import shapely
from numpy.typing import NDArray

from geodata.network.network import Network
from geodata.reach.changes import Change, GroundChange, compare, ground_between
from geodata.reach.destinations import WITH_PATHS, Destination, destinations
from geodata.reach.reach import (
    Isochrone,
    Outset,
    Start,
    Walk,
    area_start,
    isochrone,
    nowhere,
    walk_to,
)
from geodata.tables.statuses import THERE

_T = TypeVar("_T")

#: A year, whether plans are built in it, and what may be walked on then.
Case = tuple[int, bool, bytes]
#: The minutes that reached ground is drawn for.
GROUND_MINUTES = (5, 10, 15)
#: Two hours on foot in a straight line: what lies farther away has no minutes here.
FAR_M = 10_000.0


@dataclass(frozen=True, slots=True)
class Ways:
    """The different walks of one area and destination: `years` and `planned` are indices.

    Both have one entry a year of the clock; `planned` with what is only planned built.
    `changes` holds what differs from one walk (by index) to another.
    """

    walks: tuple[Walk, ...]
    years: tuple[int, ...]
    planned: tuple[int, ...]
    changes: Mapping[tuple[int, int], Change]


@dataclass(frozen=True, slots=True)
class Grounds:
    """The ground reached from one area, one set for `GROUND_MINUTES` where it differs.

    `changes` holds the widest ground gained and lost from one set (by index) to another,
    where there is any.
    """

    sets: tuple[tuple[Isochrone, ...], ...]
    years: tuple[int, ...]
    planned: tuple[int, ...]
    changes: Mapping[tuple[int, int], GroundChange]


@dataclass(frozen=True, eq=False)
class WalkView:
    """All that a page shows of walking; ways by (area, destination), grounds by area."""

    network: Network
    ways: Mapping[tuple[str, str], Ways]
    grounds: Mapping[str, Grounds]


def build_walks(network: Network) -> WalkView:
    """Return every walk and all ground of the clock's years; searches only where ways differ."""
    cases = tuple(_cases(network))
    count = len(cases) // 2
    ways = {}
    ends = {year: destinations(network.package, year, WITH_PATHS) for year, _, _ in cases}
    for area in _areas(network):
        for destination, walks in _walks_of(network, area, cases, ends).items():
            distinct, places = _distinct(walks, [_same_walk(walk) for walk in walks])
            changes = _changes(network, distinct)
            ways[area, destination] = Ways(distinct, places[:count], places[count:], changes)
    return WalkView(network, ways, _grounds(network, cases, count))


def _areas(network: Network) -> list[str]:
    return [str(area) for area in network.package.layers["areas"].index]


def _cases(network: Network) -> Iterator[Case]:
    """Every year without and then with plans, with what may be walked on in it."""
    clock = network.package.descriptor
    for planned in (False, True):
        for year in range(clock.first_year, clock.last_year + 1):
            yield year, planned, network.at(year, planned=planned).walked.tobytes()


def _walks_of(
    network: Network, area: str, cases: tuple[Case, ...], ends: Mapping[int, Sequence[Destination]]
) -> dict[str, list[Walk]]:
    """The walks from an area in every case, by destination; nobody walks to what is far away.

    A walk is decided by where it begins, what may be walked on and what stands at its end.
    """
    outsets: dict[Hashable, Outset] = {}
    known: dict[Hashable, Walk] = {}
    found: dict[str, list[Walk]] = {}
    starts = _starts(network, area, cases)
    near = _near(network, starts, ends)
    for year, planned, walked in cases:
        start = starts[year]
        for wanted in (one for one in ends[year] if one.id in near):
            if start is None:
                found.setdefault(wanted.id, []).append(nowhere(area, wanted))
                continue
            begun = (walked, start.outline)
            if begun not in outsets:
                outsets[begun] = Outset(network, start, network.at(year, planned=planned))
            key = (*begun, wanted.id, wanted.status, network.package.outline_in(wanted.id, year))
            if key not in known:
                known[key] = walk_to(network, outsets[begun], wanted)
            found.setdefault(wanted.id, []).append(known[key])
    return found


def _starts(network: Network, area: str, cases: tuple[Case, ...]) -> dict[int, Start | None]:
    """Where walks from an area begin in each year; `None` where it is not there."""
    years = dict.fromkeys(year for year, _, _ in cases)
    return {year: None if network.package.outline_in(area, year) is None
            else area_start(network, area, year) for year in years}  # fmt: skip


def _near(
    network: Network,
    starts: Mapping[int, Start | None],
    ends: Mapping[int, Sequence[Destination]],
) -> set[str]:
    """The destinations that are near enough in some year; each pair of outlines is held once."""
    near: set[str] = set()
    shapes = {start.outline: start.shape for start in starts.values() if start}
    outline = network.package.outline_in
    distinct = {(one.id, outline(one.id, year)): one for year in ends for one in ends[year]}
    for shape in shapes.values():
        away = shapely.distance(shape, [one.shape for one in distinct.values()])
        near |= {one.id for one, m in zip(distinct.values(), away, strict=True) if m <= FAR_M}
    return near


def _same_walk(walk: Walk) -> Hashable:
    ends = (walk.entrance.wkb if walk.entrance else b"", walk.arrival.wkb if walk.arrival else b"")
    bounds = (walk.at_least_min, walk.at_most_min)
    there = walk.destination.status in THERE
    return (
        there,
        walk.reason,
        bounds,
        walk.cost_m,
        walk.error_m,
        ends,
        tuple(sorted(walk.walked.items())),
    )


def _distinct(values: list[_T], keys: list[Hashable]) -> tuple[tuple[_T, ...], tuple[int, ...]]:
    """Return the different values in order, and for each value the place of its like."""
    order = list(dict.fromkeys(keys))
    firsts = tuple(values[keys.index(key)] for key in order)
    return firsts, tuple(order.index(key) for key in keys)


def _changes(network: Network, walks: tuple[Walk, ...]) -> dict[tuple[int, int], Change]:
    places = range(len(walks))
    return {
        (i, j): compare(network, (walks[i],), (walks[j],))[0]
        for i in places
        for j in places
        if i != j
    }


def _grounds(network: Network, cases: tuple[Case, ...], count: int) -> dict[str, Grounds]:
    grounds = {}
    for area in _areas(network):
        made: dict[Hashable, tuple[Isochrone, ...]] = {}
        near = _edges_near(network, area, cases)
        # a path far away changes what may be walked on, and nothing here
        every = [(network.package.outline_in(area, year), np.frombuffer(key, bool)[near].tobytes())
                 for year, _, key in cases]  # fmt: skip
        for (year, planned, _), key in zip(cases, every, strict=True):
            if key not in made:
                made[key] = tuple(
                    isochrone(network, area, year, m, planned=planned) for m in GROUND_MINUTES
                )
        alike = {key: _same_ground(ones) for key, ones in made.items()}
        sets, places = _distinct([made[key] for key in every], [alike[key] for key in every])
        grounds[area] = Grounds(sets, places[:count], places[count:], _ground_changes(sets))
    return grounds


def _edges_near(network: Network, area: str, cases: tuple[Case, ...]) -> NDArray[np.intp]:
    """The edges that some ground of an area can hang on.

    Nobody gets farther than the straight line of the widest minutes, from an entrance that is
    no farther from the outline than the last metres; a metre more is for rounding.
    """
    walking = network.walking
    reach_m = GROUND_MINUTES[-1] * walking.metres_per_minute
    starts = {start.outline: start for start in _starts(network, area, cases).values() if start}
    found = [
        network.edges.tree.query(
            start.shape, predicate="dwithin",
            distance=reach_m + walking.longest_last_m(start.error_m) + 1,
        )
        for start in starts.values()
    ]  # fmt: skip
    return np.unique(np.concatenate(found)) if found else np.zeros(0, np.intp)


def _same_ground(ones: tuple[Isochrone, ...]) -> Hashable:
    return tuple((one.ground.wkb, one.length_m, one.hectares, one.reason) for one in ones)


def _ground_changes(
    sets: tuple[tuple[Isochrone, ...], ...],
) -> dict[tuple[int, int], GroundChange]:
    widest = [ones[-1] for ones in sets]
    pairs = permutations(range(len(widest)), 2)
    found = {(i, j): ground_between(widest[i], widest[j]) for i, j in pairs}
    return {pair: one for pair, one in found.items() if one.gained or one.lost}
