"""Points of a drawn path lie on the way that a hand meant, and nowhere else."""

import pytest
import shapely
from pyproj import Transformer

from geodata.reach.drawing import Drawn, check_points, path_through, put_on_ways
from geodata.reach.proposal_file import ProposalError
from tests.drawn_network import EAST, NORTH, network, on, place, road

TO_DEGREES = Transformer.from_crs("EPSG:25832", "EPSG:4326", always_xy=True)
TO_METRES = Transformer.from_crs("EPSG:4326", "EPSG:25832", always_xy=True)
STREET = road("street", (0, 0), (200, 0))
PLAN = road("plan", (0, 60), (200, 60), kind="path")


@pytest.fixture
def town_network(tinytown):
    return network(tinytown, roads=[STREET], paths=[PLAN], places=[place("school", 200, 0)],
                   milestones=[on("plan", "2019-01-01", "planned")])  # fmt: skip


def drawn(x, y, within_m=0.0):
    lon, lat = TO_DEGREES.transform(EAST + x, NORTH + y)
    return Drawn(lon, lat, within_m)


def metres(point):
    east, north = TO_METRES.transform(point.lon, point.lat)
    return pytest.approx((east - EAST, north - NORTH), abs=0.7)  # a fifth decimal


def test_a_point_is_put_on_the_nearest_way_that_is_so_near(town_network):
    (put,) = put_on_ways(town_network, [drawn(50, 11, 12)], 2020)
    assert metres(put) == (50, 0)
    assert put.within_m == 0


def test_one_that_is_farther_off_or_meant_to_stay_does(town_network):
    points = [drawn(50, 13, 12), drawn(50, 5)]
    far, still = put_on_ways(town_network, points, 2020)
    assert metres(far) == (50, 13)
    assert far.within_m == 12
    assert metres(still) == (50, 5)


def test_only_what_is_walked_in_the_year_counts(town_network):
    point = drawn(50, 55, 80)
    (built,) = put_on_ways(town_network, [point], 2020)
    assert metres(built) == (50, 0)
    (planned,) = put_on_ways(town_network, [point], 2020, planned=True)
    assert metres(planned) == (50, 60)


def test_points_are_rounded_as_an_address_has_them(town_network):
    (put,) = put_on_ways(town_network, [Drawn(10.123456789, 56.987654321)], 2020)
    assert (put.lon, put.lat) == (10.12346, 56.98765)
    assert put_on_ways(town_network, [], 2020) == ()


def test_a_path_is_a_line_from_point_to_point():
    lines = path_through([drawn(0, 0), drawn(100, 0), drawn(100, 50)])
    assert [round(line.length) for line in lines] == [100, 50]
    assert shapely.get_point(lines[0], 1).equals(shapely.get_point(lines[1], 0))


@pytest.mark.parametrize(("points", "why"), [
    ([Drawn(10, 56)] * 202, "tooMany"),
    ([Drawn(10, 56), Drawn(4, 56)], "outside"),
    ([Drawn(56, 10), Drawn(10, 56)], "outside"),
])  # fmt: skip
def test_what_cannot_be_a_path_here_has_its_reason(points, why):
    with pytest.raises(ProposalError) as refused:
        check_points(points)
    assert refused.value.why == why
    check_points([Drawn(10, 56)] * 201)


def test_one_point_is_no_path():
    with pytest.raises(ProposalError) as refused:
        path_through([Drawn(10, 56)])
    assert refused.value.why == "onePoint"
