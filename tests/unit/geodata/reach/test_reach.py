"""Minutes on foot, reckoned by hand on a small drawn network."""

from dataclasses import replace

import pytest
from shapely.geometry import Point, box

from geodata.reach.changes import Verdict, change
from geodata.reach.reach import (
    Minutes,
    Reason,
    Start,
    entrances,
    minutes,
    walks_from,
)
from geodata.tables.statuses import Status
from geodata.walking.settings import WALKING
from tests.drawn_network import EAST, NORTH, area, network, on, place, road
from tests.unit.geodata.reach.ways import AROUND, LINK, OPENED, SCHOOL, only


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
