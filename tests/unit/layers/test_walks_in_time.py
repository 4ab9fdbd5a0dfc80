"""Walks begin at the outline of their year, and are not held against those from another one."""

import pytest

from geodata.commands.reach import since_lines
from geodata.network.network import edge_table, read_network
from geodata.reach.changes import Verdict, change
from geodata.reach.reach import Reason, area_start, isochrone, minutes
from layers.walks import build_walks


@pytest.fixture(scope="module")
def network(skelby):
    return read_network(skelby)


def walk(network, year, area, to):
    return next(w for w in minutes(network, year, layers=("places", "parks", "paths"))
                if (w.start, w.destination.id) == (area, to))  # fmt: skip


def test_an_area_begins_at_the_outline_of_its_year(network):
    then, now = (area_start(network, "oesterled", year) for year in (2022, 2023))
    assert (then.outline, now.outline) == (0, 1)
    assert now.shape.area > then.shape.area
    with pytest.raises(KeyError):
        area_start(network, "markerne", 2022)


def test_nobody_walks_from_an_area_that_is_not_there(network):
    assert walk(network, 2024, "noerremark", "skolen").reason is Reason.NO_AREA
    assert walk(network, 2022, "noerremark", "skolen").reason is not Reason.NO_AREA
    ground = isochrone(network, "markerne", 2022, 15)
    assert (ground.reason, ground.ground.is_empty) == (Reason.NO_AREA, True)


def test_a_destination_lies_where_it_was_in_the_year(network):
    """The park reached the road in 2023: the straight line to it became shorter."""
    then, now = (walk(network, year, "noerremark", "engen").straight_m for year in (2022, 2023))
    assert (then, now) == pytest.approx((428, 180), abs=1)


def test_each_course_of_a_path_is_walked_in_its_own_years(network):
    for year, metres in ((2023, 399), (2024, 730)):
        table = edge_table(network, year)
        own = table[(table["line"] == "skelstien") & (table["status"] != "absent")]
        assert own["length_m"].sum() == pytest.approx(metres, abs=3)
    ends = edge_table(network, 2024).drop_duplicates(["line", "from", "to"]).set_index("line")
    own = ends.loc[["skelstien"]]
    assert set(own["to"].dropna().astype(str)) == {"2024-01-01"}
    assert set(own["from"].dropna().astype(str)) == {"2024-01-01"}


def test_where_the_area_moved_nothing_is_said_of_the_way(network):
    found = {(c.area, c.destination.id): c.verdict for c in change(network, 2022, 2024)}
    assert found["oesterled", "skolen"] is Verdict.UNKNOWN
    assert found["markerne", "skolen"] is Verdict.UNKNOWN
    assert "oesterled" not in "\n".join(since_lines(network, 2022, 2024))


def test_the_page_has_a_walk_for_every_year(network, skelby):
    view = build_walks(network)
    ways = view.ways["markerne", "skolen"]
    reasons = [ways.walks[place].reason for place in ways.years]
    assert reasons[:4] == [Reason.NO_AREA] * 4
    assert Reason.NO_AREA not in reasons[4:]
    assert {len(one.years) for one in view.ways.values()} == {len(reasons)}
    grounds = view.grounds["markerne"]
    assert [grounds.sets[place][0].reason for place in grounds.years][:4] == [Reason.NO_AREA] * 4
    assert grounds.changes == {}
