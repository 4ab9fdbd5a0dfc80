"""Every different walk and ground is held once, and each year finds its own."""

import pytest
from shapely.geometry import LineString

from geodata.network.network import read_network
from geodata.package.loading import read_package
from geodata.reach.changes import Verdict, change
from geodata.reach.reach import isochrone, minutes
from layers.walks import GROUND_MINUTES, build_walks
from tests.drawn_network import EAST, NORTH, network, on, place, road
from tests.packages_editing import RANDERS, TINYTOWN

#: From home's corner east to a school, with a link that saves 100 m from 2021 on.
ROUND = road("round", (0, 0), (0, 100), (200, 100))
LINK = road("link", (0, 0), (200, 100), kind="path")
LINK_M = (200**2 + 100**2) ** 0.5


@pytest.fixture(scope="module")
def view(tinytown):
    opened = (on("link", "2020-01-01", "planned"), on("link", "2021-05-01", "open"))
    parts = {"roads": [ROUND], "paths": [LINK], "places": [place("school", 200, 100)]}
    return build_walks(network(tinytown, milestones=opened, **parts))


def test_two_walks_are_held_and_every_year_finds_its_own(view):
    ways = view.ways["home", "school"]
    clock = view.network.package.descriptor
    years = range(clock.first_year, clock.last_year + 1)
    assert [round(walk.length_m, 2) for walk in ways.walks] == [300, round(LINK_M, 2)]
    assert ways.years == tuple(int(year >= 2021) for year in years)
    assert ways.planned == tuple(int(year >= 2020) for year in years)


def test_what_the_link_saves_is_told_both_ways(view):
    changes = view.ways["home", "school"].changes
    assert set(changes) == {(0, 1), (1, 0)}
    assert changes[0, 1].saved_m == pytest.approx(300 - LINK_M, abs=0.002)
    assert changes[0, 1].verdict == Verdict.SHORTER
    assert changes[1, 0].verdict == Verdict.LONGER


def test_ground_is_held_once_for_each_way_of_walking(view):
    grounds = view.grounds["home"]
    assert len(grounds.sets) == 2
    assert {tuple(one.minutes for one in ones) for ones in grounds.sets} == {GROUND_MINUTES}
    assert grounds.years == view.ways["home", "school"].years
    assert grounds.sets[1][2].length_m == pytest.approx(300 + LINK_M, abs=0.01)


def test_the_ground_along_the_link_is_gained_with_it_and_lost_without(view):
    changes = view.grounds["home"].changes
    assert set(changes) == {(0, 1), (1, 0)}
    gained = changes[0, 1].gained
    assert gained.area > 0
    assert gained.contains(LineString([(EAST + 60, NORTH + 30), (EAST + 140, NORTH + 70)]))
    assert changes[0, 1].lost.is_empty
    assert changes[1, 0].lost.equals(gained)


@pytest.mark.parametrize("planned", [False, True])
def test_looking_up_is_the_same_as_asking(randers, planned):
    asked = read_network(randers)
    view = build_walks(asked)
    clock = randers.descriptor
    for year in (clock.first_year, 2021, 2023, clock.last_year):
        index = year - clock.first_year
        for walk in minutes(asked, year, planned=planned):
            ways = view.ways[walk.start, walk.destination.id]
            found = ways.walks[(ways.planned if planned else ways.years)[index]]
            assert (found.reason, found.minutes, found.cost_m, found.error_m) == (
                walk.reason, walk.minutes, walk.cost_m, walk.error_m)  # fmt: skip


def test_changes_are_those_of_the_facts(randers):
    asked = read_network(randers)
    view = build_walks(asked)
    first = randers.descriptor.first_year
    for found in change(asked, 2020, 2023):
        ways = view.ways[found.area, found.destination.id]
        pair = ways.years[2020 - first], ways.years[2023 - first]
        held = ways.changes[pair] if pair[0] != pair[1] else None
        verdict = held.verdict if held else None
        same = (Verdict.SAME, Verdict.UNKNOWN)
        assert verdict == found.verdict or (verdict is None and found.verdict in same)


def test_the_bounds_of_a_walk_that_cannot_be_told_are_those_of_its_year(tinytown):
    """2,100 m drawn for 100 m straight, 1,500 m from 2020 on: too long to believe, both."""
    link = road("link", (0, 700), (100, 700), kind="path")
    roads = [road("west", (0, 0), (0, 700)), road("west-on", (0, 700), (0, 1000)),
             road("top", (0, 1000), (100, 1000)), road("east", (100, 1000), (100, 700)),
             road("east-on", (100, 700), (100, 0))]  # fmt: skip
    view = build_walks(network(
        tinytown, roads=roads, paths=[link], places=[place("school", 100, 0)],
        milestones=[on("link", "2020-01-01", "open")]))  # fmt: skip
    ways = view.ways["home", "school"]
    most = {2018 + n: ways.walks[i].at_most_min for n, i in enumerate(ways.years)}
    assert (most[2019], most[2020]) == (27, 19)


def test_a_place_that_closes_is_lost_and_not_unknown(tinytown):
    life = [on("school", f"{year}-01-01", status)
            for year, status in ((2018, "planned"), (2019, "open"), (2020, "closed"))]  # fmt: skip
    net = network(tinytown, roads=[ROUND], places=[place("school", 200, 100)], milestones=life)
    ways = build_walks(net).ways["home", "school"]
    indices = [ways.years[year - 2018] for year in (2018, 2019, 2020)]
    assert len(set(indices)) == 3
    assert ways.changes[indices[1], indices[2]].verdict == Verdict.LOST
    assert ways.changes[indices[0], indices[1]].verdict == Verdict.GAINED


@pytest.mark.parametrize("package", [RANDERS, TINYTOWN], ids=lambda folder: folder.name)
def test_each_year_finds_the_ground_that_is_reached_in_it(package):
    """Whatever is left out because it is far away, or alike, changes nothing."""
    network = read_network(read_package(package))
    clock = network.package.descriptor
    years = range(clock.first_year, clock.last_year + 1)
    for area, grounds in build_walks(network).grounds.items():
        for planned, numbers in ((False, grounds.years), (True, grounds.planned)):
            for year, number in zip(years, numbers, strict=True):
                for held, within in zip(grounds.sets[number], GROUND_MINUTES, strict=True):
                    asked = isochrone(network, area, year, within, planned=planned)
                    assert held.length_m == asked.length_m
                    assert held.ground.equals_exact(asked.ground, 0)
