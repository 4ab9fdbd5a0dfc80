"""A question about a drawn path is read strictly, and answered with what it changes or why not."""

import pytest
from werkzeug.datastructures import MultiDict

from dashboard.asked import RefusedError
from dashboard.making.path import read_points, tell_path
from dashboard.payload.places.walks import write_bounds
from geodata.network.network import read_network
from geodata.reach.changes import Verdict
from geodata.reach.drawing import Drawn, path_through
from geodata.reach.proposals import reach_with

YEAR = 2023
#: From the end of a street to another, beside an area whose ways it shortens.
PATH = (Drawn(10.0345, 56.4798), Drawn(10.0372, 56.4835))


@pytest.fixture(scope="module")
def network(randers):
    return read_network(randers)


@pytest.fixture(scope="module")
def told(network):
    return tell_path(network, PATH, YEAR, planned=False)


def read(**query):
    return read_points(MultiDict(query), 50)


def test_a_path_is_read_as_the_address_has_it():
    points = read(sti="1003450_5647980_270_370_-10_0", naer="12_0_75", aar="2023")
    assert points == (Drawn(10.0345, 56.4798, 12), Drawn(10.0372, 56.4835), Drawn(10.0371, 56.4835, 75))  # fmt: skip


@pytest.mark.parametrize(("query", "key"), [
    ({}, "error.path.points"),
    ({"sti": "1"}, "error.path.points"),
    ({"sti": "1_2_3"}, "error.path.points"),
    ({"sti": "1_999999999"}, "error.path.points"),
    ({"sti": "\u0661_\u0662"}, "error.path.points"),
    ({"sti": "1_2\n"}, "error.path.points"),
    ({"sti": "1_2", "naer": "1_2"}, "error.path.points"),
    ({"sti": "1_2", "naer": "-1"}, "error.path.points"),
    ({"sti": "1_2", "naer": "1001"}, "error.path.points"),
    ({"sti": "1_2", "naer": ""}, "error.path.points"),
    ({"sti": "1_2", "omraader": "x"}, "error.path.key"),
])  # fmt: skip
def test_what_is_no_path_is_refused(query, key):
    with pytest.raises(RefusedError) as refused:
        read(**query)
    assert refused.value.key == key


def test_too_long_a_question_is_not_read():
    with pytest.raises(RefusedError) as refused:
        read_points(MultiDict({"sti": "1_2"}), 8_001)
    assert refused.value.key == "error.path.too_long"


def test_an_answer_is_what_the_network_says(network, told):
    found = reach_with(network, YEAR, path_through(PATH))
    assert (told["metres"], told["meets"], told["crossings"]) == (
        found.length_m, found.meets, found.crossings)  # fmt: skip
    rows = {(row["area"], row["place"]): row for row in told["rows"]}
    assert len(rows) == len(found.changes)
    for change in found.changes:
        row = rows[change.area, change.destination.id]
        assert row["verdict"] == change.verdict
        if change.verdict is Verdict.SHORTER:
            after = change.after.minutes
            assert row["saved"] == change.saved_m
            assert row["after"]["minutes"] == [after.low, after.mid, after.high]
        if change.verdict is Verdict.UNKNOWN:
            assert row["after"] == write_bounds(change.after)


def test_somebody_gains_and_what_stays_the_same_is_told_in_a_word(told):
    verdicts = [row["verdict"] for row in told["rows"]]
    assert Verdict.SHORTER in verdicts
    same = next(row for row in told["rows"] if row["verdict"] == Verdict.SAME)
    assert set(same) == {"area", "place", "verdict"}


def test_points_come_back_as_they_were_put_on_ways(network, told):
    assert told["path"] == [[10.0345, 56.4798], [10.0372, 56.4835]]
    loose = [Drawn(p.lon + 0.00005, p.lat, 40) for p in PATH]
    found = tell_path(network, loose, YEAR, planned=False)
    assert found["on"] == [True, True]
    assert found["meets"] == 2


@pytest.mark.parametrize(("points", "why"), [
    ((PATH[0],), ["onePoint", {}]),
    ((PATH[0], PATH[0]), ["samePoint", {}]),
    ((PATH[0], Drawn(10.84, 56.48)), ["tooLong", {"km": 49.6, "most": 5.0}]),
    ((Drawn(10.12, 56.5), Drawn(10.121, 56.501)), ["tooFar", {"km": 5.2, "most": 3.0}]),
    ((Drawn(4, 56), Drawn(4.01, 56)), ["outside", {}]),
    (PATH * 101, ["tooMany", {"count": 202, "most": 201}]),
])  # fmt: skip
def test_what_is_no_path_here_says_why(network, points, why):
    found = tell_path(network, points, YEAR, planned=False)
    assert found["why"] == why
    assert "rows" not in found
    assert len(found["path"]) == len(found["on"]) == len(points)
