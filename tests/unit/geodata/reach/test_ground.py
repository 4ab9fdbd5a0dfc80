"""The ground that is reached on foot, and what is so on the shipped network."""

import math

import pytest
from shapely import buffer, union_all
from shapely.geometry import box

from geodata.network.network import read_network
from geodata.reach.changes import Verdict, change, ground_change
from geodata.reach.destinations import WITH_PATHS, destinations
from geodata.reach.reach import (
    Outset,
    Reason,
    area_start,
    isochrone,
    minutes,
)
from geodata.walking.access import accesses
from geodata.walking.ground import reached
from tests.drawn_network import area, network, on, road
from tests.unit.geodata.reach.ways import AROUND, SCHOOL, only

CROSS = [road("west-east", (-400, 0), (0, 0), (400, 0)), road("north", (0, 0), (0, 400))]


def test_the_ground_reached_is_reckoned_by_hand(tinytown):
    """From the crossing 400 m each way: three strips that overlap where they meet."""
    start = [area("home", box(-1, -1, 1, 0))]
    net = network(tinytown, roads=CROSS, areas=start)
    found = isochrone(net, "home", 2020, 2)
    assert found.length_m == pytest.approx(3 * 160 + 1 + 1, abs=0.01)  # the outline is 1 m out
    strips, ends = 322 * 50 + (160 - 25) * 50, 3 * math.pi * 25**2 / 2
    assert found.ground.area == pytest.approx(strips + ends, rel=0.01)
    assert found.hectares is None
    assert found.reason is None


def test_an_area_without_an_entrance_reaches_no_ground(tinytown):
    net = network(tinytown, roads=CROSS, areas=[area("home", box(-90, -900, 0, -100))])
    found = isochrone(net, "home", 2020, 15)
    assert (found.ground.is_empty, found.length_m, found.reason) == (True, 0, Reason.NO_ENTRANCE)


def test_a_long_edge_is_reached_in_its_middle_alone(tinytown):
    roads = [road("long", (-5000, 5), (5000, 5))]
    found = isochrone(network(tinytown, roads=roads), "home", 2020, 5)
    assert found.length_m == 2 * (400 - 5)


@pytest.mark.parametrize("planned", [False, True])
def test_ways_onto_the_network_are_those_of_each_year(randers_network, planned):
    """They are sought once for all years: in each the same as if sought for it alone."""
    places = destinations(randers_network.package, 2023, WITH_PATHS)
    shapes = [(d.shape, d.error_m) for d in places]
    shapes += [(a.boundary, 0.0) for a in randers_network.package.layers["areas"].geometry]
    for year in (2018, 2021, 2023):
        graph = randers_network.at(year, planned=planned)
        for shape, error_m in shapes:
            alone = accesses(graph, shape, error_m)
            assert set(randers_network.ways_onto(shape, error_m, graph)) == set(alone)


def test_ground_is_what_lies_within_the_strip_of_what_is_reached(randers_network):
    """Against one strip for each stretch, joined: the slow way to the same ground."""
    graph = randers_network.at(2023)
    start = area_start(randers_network, "jennumparken", 2023)
    outset = Outset(randers_network, start, graph, 800_000)
    lines = reached(graph, outset.found, outset.entrances, 800_000)
    slow = union_all(buffer(lines, 25, quad_segs=8))
    ground = isochrone(randers_network, "jennumparken", 2023, 10).ground
    assert ground.is_valid
    assert ground.symmetric_difference(slow).area < slow.area / 1000


@pytest.mark.parametrize("area_id", ["jennumparken", "glarbjergvej", "vangdalen", "centrum"])
def test_ground_grows_with_minutes(randers_network, area_id):
    small, middle, large = (isochrone(randers_network, area_id, 2023, m) for m in (5, 10, 15))
    assert 0 < small.length_m < middle.length_m < large.length_m
    for less, more in ((small.ground, middle.ground), (middle.ground, large.ground)):
        assert less.area < more.area
        assert less.difference(more).area < more.area / 1000  # rounded corners


@pytest.fixture(scope="module")
def randers_network(randers):
    return read_network(randers)


def test_more_paths_never_make_a_way_longer(randers_network):
    before = {(w.start, w.destination.id): w for w in minutes(randers_network, 2017)}
    for after in minutes(randers_network, 2023, planned=True):
        old = before[after.start, after.destination.id]
        if old.cost_m is not None:
            assert after.cost_m <= old.cost_m


def test_every_area_and_destination_of_a_package_has_minutes_or_a_reason(randers_network):
    walks = minutes(randers_network, 2023)
    layers = randers_network.package.layers
    assert len(walks) == len(layers["areas"]) * (len(layers["places"]) + len(layers["parks"]))
    assert all((w.minutes is None) != (w.reason is None) for w in walks)
    told = [w for w in walks if w.minutes]
    assert told
    assert all(w.minutes.low <= w.minutes.mid <= w.minutes.high for w in told)
    assert all(w.straight_m <= w.length_m + 0.01 for w in told)
    assert all(w.route.length == pytest.approx(w.length_m, abs=0.1) for w in told)


def test_a_new_path_gains_the_ground_along_it(tinytown):
    """Two minutes are 160 m: a new way south is a strip of that length, less what was there."""
    paths = [road("south", (0, 0), (0, -400), kind="path")]
    net = network(tinytown, roads=CROSS, paths=paths, areas=[area("home", box(-1, 0, 1, 1))],
                  milestones=[on("south", "2022-01-01", "open")])  # fmt: skip
    found = ground_change(net, "home", 2021, 2022, 2)
    assert found.gained.area == pytest.approx((160 - 25) * 50 + math.pi * 25**2 / 2, rel=0.01)
    assert found.lost.is_empty
    same = ground_change(net, "home", 2022, 2023, 2)
    assert (same.gained.is_empty, same.lost.is_empty) == (True, True)


@pytest.mark.parametrize(
    ("status", "verdict"),
    [("open", Verdict.GAINED), ("approved", Verdict.UNKNOWN), ("funded", Verdict.UNKNOWN)],
)
def test_only_a_place_that_opens_is_a_new_place_to_go(tinytown, status, verdict):
    news = [on("school", "2022-05-01", status)]
    net = network(tinytown, roads=[AROUND], places=[SCHOOL], milestones=news)
    assert only(change(net, 2021, 2022)).verdict is verdict
