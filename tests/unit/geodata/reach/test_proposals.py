"""A drawn path says what it would save, and is refused in words where it is none."""

import json
import os
import random

import pytest
from shapely.geometry import LineString, box

from geodata.__main__ import main
from geodata.commands.reach import scenario_lines, since_lines
from geodata.network.network import read_network, with_line
from geodata.reach.changes import Verdict
from geodata.reach.proposal_file import ProposalError, as_lines
from geodata.reach.proposals import DRAWN_ERROR_M, PROPOSAL, reach_with
from geodata.reach.reach import minutes
from geodata.walking.lines import Line
from tests.drawn_network import area, at, network, on, place, road
from tests.packages_editing import edit_json

AROUND = road("around", (0, 0), (0, 150), (100, 150), (100, 0))
SCHOOL = place("school", 100, 0)


@pytest.fixture
def town_network(tinytown):
    return network(tinytown, roads=[AROUND], places=[SCHOOL])


def only(scenario):
    (change,) = scenario.changes
    return change


def test_a_drawn_link_saves_exactly_what_it_must(town_network):
    scenario = reach_with(town_network, 2020, [at((0, 0), (100, 0))])
    assert (scenario.length_m, scenario.meets, scenario.crossings) == (100, 2, 0)
    found = only(scenario)
    assert (found.before.length_m, found.after.length_m, found.saved_m) == (400, 100, 300)
    assert found.verdict is Verdict.SHORTER


def test_a_path_that_meets_nothing_changes_nothing(town_network):
    scenario = reach_with(town_network, 2020, [at((30, 40), (60, 40))])
    assert scenario.meets == 0
    assert (only(scenario).saved_m, only(scenario).verdict) == (0, Verdict.SAME)


def test_a_path_in_two_lines_does_not_meet_itself(town_network):
    """As the page writes it: a line from point to point."""
    scenario = reach_with(town_network, 2020, [at((30, 40), (60, 40)), at((60, 40), (60, 60))])
    assert scenario.meets == 0


def test_what_a_path_saves_has_its_range_in_words(town_network):
    """300 m shorter and drawn to 10 m: 3.625 to 3.875 minutes, whole ones on drawn roads."""
    scenario = reach_with(town_network, 2020, [at((0, 0), (100, 0))])
    assert list(scenario_lines(scenario))[1] == "home\tschool\tsaves 4 min (3-4) (300 m)"
    loose = reach_with(town_network, 2020, [at((30, 40), (60, 40))])
    assert "lay an end within 20 m of a way" in list(scenario_lines(loose))[1]


def test_a_path_that_meets_a_street_at_one_end_alone_changes_nothing(town_network):
    """It cuts the street in two, and that alone must save nothing."""
    scenario = reach_with(town_network, 2020, [at((0, 75), (40, 75))])
    assert scenario.meets == 1
    assert (only(scenario).saved_m, only(scenario).verdict) == (0, Verdict.SAME)


def test_a_path_across_a_street_does_not_meet_it(town_network):
    """From beyond one side to beyond the other: only its ends could meet."""
    scenario = reach_with(town_network, 2020, [at((-60, 75), (160, 75))])
    assert (scenario.meets, scenario.crossings) == (0, 1)
    assert only(scenario).saved_m == 0


def test_a_saving_below_the_error_of_a_hand_drawn_line_cannot_be_decided(tinytown):
    roads = [road("a", (0, 0), (50, 4), (100, 0))]
    net = network(tinytown, roads=roads, places=[SCHOOL])
    found = only(reach_with(net, 2020, [at((0, 0), (100, 0))]))
    assert 0 < found.saved_m < found.error_m == 10
    assert found.verdict is Verdict.UNDECIDED


@pytest.mark.parametrize(
    "drawn", [[(0, 75), (40, 75)], [(0, 20), (100, 20)], [(50, 150), (90, 60)]]
)
def test_without_the_path_the_minutes_are_those_of_the_network(tinytown, drawn):
    """A street beside home and school is cut by the path: that opens no other way onto it."""
    homes = [area("home", box(-10, -10, -5, 120)), area("shed", box(30, 100, 60, 130))]
    parts = {"roads": [AROUND], "places": [SCHOOL, place("field", 60, 90)], "areas": homes}
    net = network(tinytown, **parts)
    alone = [(w.cost_m, w.first_m, w.last_m) for w in minutes(net, 2020)]
    befores = [change.before for change in reach_with(net, 2020, [at(*drawn)]).changes]
    for (cost, first, last), walk in zip(alone, befores, strict=True):
        assert (walk.first_m, walk.last_m) == (first, last)
        assert walk.cost_m == pytest.approx(cost, abs=0.003)  # a cut rounds to millimetres


def test_with_a_path_no_way_is_longer_than_without_it(tinytown):
    """600 m in 7.5 min; the path saves 4 m and is known to 10 m: people take the shorter one."""
    roads = [road("a", (0, 0), (300, 24.57), (600, 0))]
    net = network(tinytown, roads=roads, places=[place("school", 600, 0)])
    found = only(reach_with(net, 2020, [at((0, 0), (600, 0))]))
    assert found.verdict is Verdict.UNDECIDED
    assert found.before.minutes.high == 8
    assert found.after.error_m == 10  # alone it would be 610 m at most, 7.6 minutes
    assert found.after.minutes.high <= found.before.minutes.high
    assert found.after.minutes.low <= found.before.minutes.low


def test_plans_can_be_counted_as_built_beside_it(tinytown):
    paths = [road("plan", (0, 20), (100, 20), kind="path")]
    net = network(tinytown, roads=[AROUND], paths=paths, places=[SCHOOL],
                  milestones=[on("plan", "2019-01-01", "planned")])  # fmt: skip
    drawn = [at((0, 0), (100, 0))]
    assert only(reach_with(net, 2020, drawn)).saved_m == 300
    assert only(reach_with(net, 2020, drawn, planned=True)).saved_m == 40


@pytest.mark.parametrize(("points", "words"), [
    (((5, 5), (5, 5)), "a path needs two points that are not the same"),
    (((0, 0), (50_000, 0)), "the path is 50.0 km long; at most 5 km"),
    (((9000, 0), (9100, 0)), "the path lies up to 9.1 km from the areas; at most 3 km"),
])  # fmt: skip
def test_what_is_no_path_here_is_refused_in_words(town_network, points, words):
    with pytest.raises(ProposalError, match=words):
        reach_with(town_network, 2020, [at(*points)])


@pytest.mark.parametrize(("content", "words"), [
    ({"type": "LineString", "coordinates": [[10, 56]]}, "a path of one point leads nowhere"),
    ({"type": "Point", "coordinates": [10, 56]}, "'Point' is no line"),
    ({"type": "LineString", "coordinates": [[56, 10], [56, 11]]}, "is not in Denmark: lon first"),
    ({"type": "LineString", "coordinates": [["a", "b"], [1, 2]]}, "is no point"),
    ({"type": "LineString", "coordinates": [[10], [11]]}, "is no point"),
    ({"type": "LineString", "coordinates": [[10, float("nan")], [10, 56]]}, "is not in Denmark"),
    ({"type": "LineString", "coordinates": None}, "a path of one point"),
    ({"type": "LineString", "coordinates": [[10, 56]] * 2001}, "has 2001 points; at most 2000"),
    ({"type": "MultiLineString", "coordinates": [[[10, 56]] * 1001] * 2}, "2002 points; at most"),
    ({"type": "MultiLineString", "coordinates": [[[10, 56]] * 2] * 201}, "has 201 lines; at most 200"),
    ({"type": "LineString", "coordinates": [["10", "56"], ["10", "57"]]}, "is no point: lon, lat"),
    ({"type": "LineString", "coordinates": ["95", [10, 56]]}, "'95' is no point"),
    ({"type": "LineString", "coordinates": [[True, 56], [10, 56]]}, "is no point"),
    ({"type": "LineString", "coordinates": [{"lon": 10, "lat": 56}, [10, 56]]}, "is no point"),
    ({"type": "LineString", "coordinates": [[10**400, 56], [10, 56]]}, "is not in Denmark"),
    ({"type": "FeatureCollection", "features": []}, "holds no line"),
    ({"type": "FeatureCollection", "features": 3}, "'FeatureCollection' is no line"),
    ({"type": "FeatureCollection", "features": [{"type": "FeatureCollection"}]}, "is no line"),
    ({"type": "Feature", "geometry": {"type": "Feature"}}, "'Feature' is no line"),
    ({"type": "LineString", "crs": {"type": "name", "properties": {"name": "EPSG:25832"}}},
     "the member crs is .*EPSG:25832.*; allowed: none, or WGS 84"),
    ({"type": "Feature", "geometry": None}, "is no line"),
    ([], "is no line"), ("x", "is no line"), (None, "is no line"),
])  # fmt: skip
def test_what_is_no_line_is_refused_in_words(content, words):
    with pytest.raises(ProposalError, match=words):
        as_lines(content)


def test_lines_are_read_from_features_and_geometries():
    line = {"type": "LineString", "coordinates": [[9.5, 56.1], [9.51, 56.1, 4.0]]}
    both = {"type": "MultiLineString", "coordinates": [line["coordinates"]] * 2}
    feature = {"type": "Feature", "properties": {}, "geometry": both}
    found = as_lines(
        {"type": "FeatureCollection", "features": [feature, {**feature, "geometry": line}]}
    )
    assert len(found) == 3
    assert found[0].length == pytest.approx(622, abs=1)


def proposal(tmp_path, content):
    file = tmp_path / "proposal.geojson"
    file.write_text(json.dumps(content), encoding="utf-8")
    return file


def test_reach_prints_every_area_and_destination(capsys, town):
    assert main(["reach", "--package", str(town), "--year", "2024"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert (
        lines[0]
        == "schematic walking network: drawn roads and paths, whole minutes with their range"
    )
    assert lines[1].startswith("2024: 4.8 km/h; 2.6 km in 1 parts, 0.0 km cannot be reached")
    assert "bakkegaarden\ttinby-bibliotek\tundated\t15 min (13-17)\t1180 m" in lines
    assert (
        "moelleparken\tspejlsoeen\tplanned\tcannot be decided: no road or path near the place, at least 4 min"
        in lines
    )
    assert len(lines) == 2 + 3 * 3


def test_reach_with_a_proposal_says_who_gains_what(capsys, town, tmp_path):
    """A path from Bakkevej straight to the north of Engparken."""
    line = {"type": "LineString", "coordinates": [[9.5075, 56.106], [9.5080, 56.1030]]}
    assert main(["reach", "--package", str(town), "--with", str(proposal(tmp_path, line))]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[2].startswith("the drawn path is 335 m long, 2 of its ends meet the network")
    assert lines[-1].endswith(" ways stay as they are")


@pytest.mark.parametrize(("content", "words"), [
    ({"type": "LineString", "coordinates": [[9.5, 56.1]]}, "a path of one point leads nowhere"),
    ({"type": "LineString", "coordinates": [[9.5, 56.1], [10.3, 56.1]]}, "the path is 49.8 km long"),
])  # fmt: skip
def test_reach_refuses_a_point_and_fifty_kilometres(capsys, town, tmp_path, content, words):
    assert main(["reach", "--package", str(town), "--with", str(proposal(tmp_path, content))]) == 1
    assert f"proposal.geojson: {words}" in capsys.readouterr().err


def test_reach_names_the_file_that_is_no_proposal(capsys, town, tmp_path):
    assert main(["reach", "--package", str(town), "--with", str(proposal(tmp_path, []))]) == 1
    assert capsys.readouterr().err == (
        "proposal.geojson: '[]' is no line: draw a LineString in GeoJSON\n"
    )


@pytest.mark.parametrize(("name", "words"), [
    ("x" * 300, "a file that cannot be read (File name too long)"),
    ("folder", "found no ordinary file"),
    ("pipe", "found no ordinary file"),
])  # fmt: skip
def test_reach_says_what_is_wrong_with_the_file_itself(capsys, town, tmp_path, name, words):
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    assert main(["reach", "--package", str(town), "--with", str(tmp_path / name)]) == 1
    assert words in capsys.readouterr().err


def test_reach_refuses_a_year_off_the_clock_and_a_missing_file(capsys, town, tmp_path):
    assert main(["reach", "--package", str(town), "--year", "1999"]) == 1
    assert "1999 is not on the clock, 2018 to 2026" in capsys.readouterr().err
    assert main(["reach", "--package", str(town), "--with", str(tmp_path / "none.geojson")]) == 1
    assert "none.geojson: found no such file" in capsys.readouterr().err


@pytest.mark.parametrize(("as_of", "year"), [("2012-12-31", 2018), ("2044-01-01", 2026)])
def test_without_a_year_reach_takes_the_nearest_on_the_clock(capsys, town, as_of, year):
    edit_json(town / "datapackage.json", lambda content: content.update(as_of=as_of))
    assert main(["reach", "--package", str(town)]) == 0
    assert f"\n{year}: " in capsys.readouterr().out


def test_a_drawn_path_leaves_the_network_as_it_was(town_network):
    """Nothing is saved: the same question gives the same answer afterwards."""
    before = [w.length_m for w in minutes(town_network, 2020)]
    edges = town_network.edges
    reach_with(town_network, 2020, [at((0, 0), (100, 0))])
    assert town_network.edges is edges
    assert [w.length_m for w in minutes(town_network, 2020)] == before == [400]


def test_what_has_changed_since_a_year_is_told_in_words(tinytown):
    paths = [road("link", (0, 0), (100, 0), kind="path")]
    opened = [on("link", "2022-05-01", "open")]
    net = network(tinytown, roads=[AROUND], paths=paths, places=[SCHOOL], milestones=opened)
    assert list(since_lines(net, 2021, 2022)) == [
        "since 2021:",
        "home\tschool\tsaves 4 min (3-4) (300 m)",
        "0 ways stay as they are",
        "home\tground within 15 min gained: how much cannot be decided on drawn roads",
    ]
    assert list(since_lines(net, 2022, 2023))[1:] == [
        "no area gains or loses anything",
        "1 ways stay as they are",
    ]


@pytest.mark.parametrize(("since", "words"), [
    ("1999", "1999 is not on the clock"), ("2024", "2024 is not before 2024"),
])  # fmt: skip
def test_since_needs_an_earlier_year_of_the_clock(capsys, town, since, words):
    assert main(["reach", "--package", str(town), "--year", "2024", "--since", since]) == 1
    assert words in capsys.readouterr().err


def paths_between_ways(network, count):
    """Paths from one way to another, with a bend."""
    dice = random.Random(5)
    courses = list(network.edges.courses)
    for _ in range(count):
        one = dice.choice(courses).interpolate(dice.random(), normalized=True)
        near = [c for c in courses if 20 < c.distance(one) < 700]
        if near:
            other = dice.choice(near)
            end = other.interpolate(other.project(one))
            bend = (one.x + end.x) / 2 + dice.uniform(-20, 20), (one.y + end.y) / 2
            yield [LineString([(one.x, one.y), bend]), LineString([bend, (end.x, end.y)])]


@pytest.mark.parametrize("town", ["randers", "tinytown"])
def test_what_is_told_with_a_path_is_what_a_whole_search_finds(request, town):
    """Only ways that a path makes cheaper are reckoned anew."""
    net = read_network(request.getfixturevalue(town))
    changed = 0
    for path in paths_between_ways(net, 8):
        line = Line(
            PROPOSAL, "path", DRAWN_ERROR_M, PROPOSAL, (on(PROPOSAL, "1900-01-01", "open"),)
        )
        whole = minutes(with_line(net, line, path)[0], 2023)
        for found, wanted in zip(reach_with(net, 2023, path).changes, whole, strict=True):
            assert (found.after.reason, found.after.at_most_min) == (wanted.reason, wanted.at_most_min)  # fmt: skip
            if wanted.cost_m is not None:
                assert found.after.cost_m == pytest.approx(wanted.cost_m, abs=0.01)
                assert found.after.minutes.mid == wanted.minutes.mid
            changed += found.verdict is Verdict.SHORTER
    assert changed or town == "tinytown"  # four roads leave little to shorten


def test_edges_that_a_path_does_not_cut_keep_their_numbers(town_network):
    line = Line(PROPOSAL, "path", DRAWN_ERROR_M, PROPOSAL, ())
    drawn, _ = with_line(town_network, line, [at((0, 75), (40, 75))])
    before, after = town_network.edges, drawn.edges
    (cut,) = [n for n in range(len(before.u)) if before.length_mm[n] != after.length_mm[n]]
    assert after.u[cut] == before.u[cut]
    parts = [
        n for n in (cut, *range(len(before.u), len(after.u))) if after.line[n] == before.line[cut]
    ]
    assert sum(after.length_mm[parts]) == before.length_mm[cut]
