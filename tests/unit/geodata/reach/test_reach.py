"""Minutes on foot, reckoned by hand on a small drawn network."""

import math
from dataclasses import replace

import pytest
from shapely import buffer, union_all
from shapely.geometry import Point, box

from geodata.network.network import read_network
from geodata.reach.changes import Verdict, change, ground_change
from geodata.reach.destinations import WITH_PATHS, destinations
from geodata.reach.reach import (
    Minutes,
    Outset,
    Reason,
    Start,
    area_start,
    entrances,
    isochrone,
    minutes,
    walks_from,
)
from geodata.tables.statuses import Status
from geodata.walking.access import accesses
from geodata.walking.ground import reached
from geodata.walking.settings import WALKING
from tests.drawn_network import EAST, NORTH, area, network, on, place, road

#: 400 m from home to school; the link is 100 m long.
AROUND = road("around", (0, 0), (0, 150), (100, 150), (100, 0))
LINK = road("link", (0, 0), (100, 0), kind="path")
SCHOOL = place("school", 100, 0)
OPENED = on("link", "2022-05-01", "open")


def only(walks):
    (walk,) = walks
    return walk


def test_four_hundred_metres_are_five_minutes(tinytown):
    walk = only(minutes(network(tinytown, roads=[AROUND], places=[SCHOOL]), 2020))
    assert (walk.start, walk.destination.id, walk.reason) == ("home", "school", None)
    assert (walk.length_m, walk.error_m, walk.first_m, walk.last_m) == (400, 0, 0, 0)
    assert walk.minutes == Minutes(low=1, mid=5, high=5, exact=None)
    assert walk.straight_m == 100
    assert [(x - EAST, y - NORTH) for x, y in walk.route.coords] == [
        (0, 0), (0, 150), (100, 150), (100, 0)]  # fmt: skip


def test_a_new_link_saves_exactly_what_it_must(tinytown):
    net = network(tinytown, roads=[AROUND], paths=[LINK], places=[SCHOOL], milestones=[OPENED])
    found = only(change(net, 2021, 2022))
    assert (found.before.length_m, found.after.length_m) == (400, 100)
    assert (found.saved_m, found.saved_min, found.error_m) == (300, 3.75, 0)
    assert found.verdict is Verdict.SHORTER


def test_without_the_link_the_difference_is_exactly_0(tinytown):
    net = network(tinytown, roads=[AROUND], places=[SCHOOL], milestones=[OPENED])
    found = only(change(net, 2021, 2022))
    assert (found.saved_m, found.saved_min, found.verdict) == (0, 0, Verdict.SAME)


def test_millimetres_are_no_shorter_way(tinytown):
    """The drawn positions are no finer than a centimetre: 8 mm less is the same way."""
    bent = road("bent", (0, 0), (150, 1.1), (300, 0))
    net = network(tinytown, roads=[bent], paths=[road("straight", (0, 0), (300, 0), kind="path")],
                  places=[place("school", 300, 0)],
                  milestones=[on("straight", "2022-05-01", "open")])  # fmt: skip
    found = only(change(net, 2021, 2022))
    assert 0 < found.saved_m < 0.01
    assert found.verdict is Verdict.SAME


def test_a_link_elsewhere_changes_nothing(tinytown):
    aside = road("link", (0, 150), (0, 300), kind="path")
    net = network(tinytown, roads=[AROUND], paths=[aside], places=[SCHOOL], milestones=[OPENED])
    found = only(change(net, 2021, 2022))
    assert (found.saved_m, found.verdict) == (0, Verdict.SAME)


@pytest.mark.parametrize("year_and_length", [(2021, 400), (2022, 100), (2023, 100), (2024, 400)])
def test_a_path_is_used_from_its_opening_until_it_closes(tinytown, year_and_length):
    year, length = year_and_length
    dates = [OPENED, on("link", "2024-03-01", "closed")]
    net = network(tinytown, roads=[AROUND], paths=[LINK], places=[SCHOOL], milestones=dates)
    assert only(minutes(net, year)).length_m == length


@pytest.mark.parametrize(("status", "planned", "length"), [
    ("idea", True, 400), ("planned", False, 400), ("planned", True, 100), ("funded", True, 100),
    ("building", False, 400), ("building", True, 100), ("expected", False, 400),
    ("expected", True, 100), ("closed", True, 400),
])  # fmt: skip
def test_plans_count_only_when_asked_for_and_ideas_never(tinytown, status, planned, length):
    dates = [on("link", "2020-01-01", status)]
    net = network(tinytown, roads=[AROUND], paths=[LINK], places=[SCHOOL], milestones=dates)
    assert only(minutes(net, 2021, planned=planned)).length_m == length


def test_what_the_plan_alone_changes(tinytown):
    dates = [on("link", "2020-01-01", "planned")]
    net = network(tinytown, roads=[AROUND], paths=[LINK], places=[SCHOOL], milestones=dates)
    assert only(change(net, 2021, 2021, planned=True)).saved_m == 300
    assert only(change(net, 2021, 2021)).verdict is Verdict.SAME


def test_steps_count_and_are_slower_where_stated(tinytown):
    steps = {**LINK, "kind": "steps"}
    level = network(tinytown, roads=[AROUND], paths=[steps], places=[SCHOOL])
    assert only(minutes(level, 2020)).cost_m == 100
    slow = replace(WALKING, steps_slower=2.5)
    walk = only(
        minutes(network(tinytown, slow, roads=[AROUND], paths=[steps], places=[SCHOOL]), 2020)
    )
    assert (walk.length_m, walk.cost_m, walk.minutes.mid) == (100, 250, 3)
    slower = replace(WALKING, steps_slower=5)
    walk = only(
        minutes(network(tinytown, slower, roads=[AROUND], paths=[steps], places=[SCHOOL]), 2020)
    )
    assert (walk.length_m, walk.cost_m) == (400, 400)


def test_the_range_comes_from_the_errors_of_area_place_and_lines(tinytown):
    parts = {"roads": [{**AROUND, "error_m": 40}], "places": [place("school", 100, 0, 60)],
             "areas": [area("home", error_m=20)]}  # fmt: skip
    walk = only(minutes(network(tinytown, **parts), 2020))
    assert walk.error_m == 120
    assert walk.minutes == Minutes(low=0, mid=5, high=7, exact=None)  # 520 m are 6.5 minutes


def test_the_last_metres_are_straight_and_counted(tinytown):
    parts = {"places": [place("school", 50, 160)], "areas": [area("home", box(-40, -10, -30, 10))]}
    walk = only(minutes(network(tinytown, roads=[AROUND], **parts), 2020))
    assert (walk.first_m, walk.last_m) == (30, 10)
    assert walk.length_m == 30 + 150 + 50 + 10
    assert (walk.entrance.x - EAST, walk.entrance.y - NORTH) == (-30, 0)


@pytest.mark.parametrize(("parts", "reason"), [
    ({"areas": [area("home", box(-200, -10, -80, 10))]}, Reason.NO_ENTRANCE),
    ({"places": [place("school", 200, 0)]}, Reason.NO_ARRIVAL),
    ({"places": [place("school", 500, 0)], "paths": [road("p", (500, 0), (600, 0))]},
     Reason.NOT_CONNECTED),
    ({"places": [place("school", 100, 0, 1000)]}, Reason.UNPLACED),
    ({"milestones": [on("school", "2023-01-01", "open")]}, Reason.ABSENT),
    ({"milestones": [on("school", "2015-01-01", "closed")]}, Reason.CLOSED),
    ({"roads": [road("round", (0, 0), (0, 900), (100, 900), (100, 0))]}, Reason.TOO_SPARSE),
])  # fmt: skip
def test_what_cannot_be_told_has_a_reason_and_no_number(tinytown, parts, reason):
    walk = only(
        minutes(network(tinytown, **{"roads": [AROUND], "places": [SCHOOL], **parts}), 2020)
    )
    assert walk.reason is reason
    assert (walk.minutes, walk.length_m, walk.route) == (None, None, None)


def test_the_straight_line_is_the_least_even_where_no_way_is_known(tinytown):
    """480 m to the school less 80 m of errors: at least 5 minutes, whatever the streets."""
    parts = {"places": [place("school", 480, 0, 50)], "areas": [area("home", error_m=30)]}
    walk = only(minutes(network(tinytown, roads=[AROUND], **parts), 2020))
    assert (walk.reason, walk.straight_m, walk.at_least_min) == (Reason.NO_ARRIVAL, 480, 5)
    unplaced = {"places": [place("school", 480, 0, 600)]}
    walk = only(minutes(network(tinytown, roads=[AROUND], **unplaced), 2020))
    assert (walk.straight_m, walk.at_least_min) == (None, None)


@pytest.mark.parametrize(("error_m", "reason"), [(99, Reason.NO_ARRIVAL), (100, None)])
def test_a_place_may_lie_beside_any_way_as_near_as_it_is_uncertain(tinytown, error_m, reason):
    """100 m past the end of the road: told only where the place may lie at that end."""
    parts = {"roads": [AROUND], "places": [place("school", 200, 0, error_m)]}
    walk = only(minutes(network(tinytown, **parts), 2020))
    assert walk.reason is reason
    if reason is None:
        assert (walk.length_m, walk.last_m, walk.error_m) == (500, 100, 100)
        assert walk.minutes == Minutes(low=1, mid=6, high=8, exact=None)


def test_a_detour_that_cannot_be_believed_is_still_the_most_it_can_take(tinytown):
    """1,900 m drawn and 40 m of error: missing streets can only make it shorter."""
    detour = road("round", (0, 0), (0, 900), (100, 900), (100, 0))
    parts = {"roads": [detour], "places": [place("school", 100, 0, 40)]}
    walk = only(minutes(network(tinytown, **parts), 2020))
    assert (walk.reason, walk.at_least_min, walk.at_most_min) == (Reason.TOO_SPARSE, 0, 25)


def test_a_difference_below_its_range_cannot_be_decided(tinytown):
    paths = [{**LINK, "error_m": 200}]
    parts = {"roads": [{**AROUND, "error_m": 101}], "paths": paths, "places": [SCHOOL]}
    found = only(change(network(tinytown, **parts, milestones=[OPENED]), 2021, 2022))
    assert (found.saved_m, found.error_m, found.verdict) == (300, 301, Verdict.UNDECIDED)


def test_an_error_that_both_ways_share_does_not_blur_their_difference(tinytown):
    parts = {"areas": [area("home", error_m=400)], "places": [place("school", 100, 0, 400)]}
    net = network(tinytown, roads=[AROUND], paths=[LINK], milestones=[OPENED], **parts)
    found = only(change(net, 2021, 2022))
    assert (found.error_m, found.verdict) == (0, Verdict.SHORTER)


def test_a_place_that_opens_is_gained_and_one_that_closes_is_lost(tinytown):
    opening = [on("school", "2022-01-01", "open")]
    net = network(tinytown, roads=[AROUND], places=[SCHOOL], milestones=opening)
    assert only(change(net, 2021, 2022)).verdict is Verdict.GAINED
    closing = [on("school", "2015-01-01", "open"), on("school", "2022-01-01", "closed")]
    net = network(tinytown, roads=[AROUND], places=[SCHOOL], milestones=closing)
    assert only(change(net, 2021, 2022)).verdict is Verdict.LOST
    assert only(change(net, 2010, 2022)).verdict is Verdict.UNKNOWN


def test_on_drawn_roads_a_new_connection_is_no_proof_of_a_gain(tinytown):
    """The missing street may be there in fact, only not in the drawing."""
    paths = [road("link", (100, 0), (150, 0), kind="path")]
    around = road("around", (0, 0), (0, 100), (100, 100), (100, 0))
    parts = {"roads": [around], "paths": paths, "places": [place("school", 180, 0)]}
    found = only(change(network(tinytown, **parts, milestones=[OPENED]), 2021, 2022))
    assert (found.before.reason, found.after.length_m) == (Reason.NO_ARRIVAL, 380)
    assert found.verdict is Verdict.UNDECIDED


def test_a_place_in_the_area_says_so(tinytown):
    parts = {"areas": [area("home", box(-200, -10, 0, 10))], "places": [place("hall", -60, 0)]}
    roads = [road("in", (-100, 0), (0, 0))]
    walk = only(minutes(network(tinytown, roads=roads, **parts), 2020))
    assert walk.is_inside
    assert walk.length_m == 60


def test_entrances_are_points_of_the_outline(tinytown):
    net = network(tinytown, roads=[AROUND], places=[SCHOOL])
    outline = net.package.layers["areas"].geometry["home"].boundary
    found = entrances(net, "home", 2020)
    assert found
    assert all(outline.distance(point) < 1e-6 for point in found)


def test_a_point_is_a_start_too(tinytown):
    net = network(tinytown, roads=[AROUND], places=[SCHOOL])
    start = Start("here", Point(EAST + 50, NORTH + 160), 0)
    walk = only(walks_from(net, start, 2020))
    assert walk.length_m == 10 + 50 + 150
    assert not walk.is_inside


def test_destinations_carry_their_status(tinytown):
    net = network(tinytown, roads=[AROUND], places=[SCHOOL],
                  milestones=[on("school", "2020-01-01", "planned")])  # fmt: skip
    assert only(minutes(net, 2021)).destination.status is Status.PLANNED


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
    start = area_start(randers_network, "jennumparken")
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
