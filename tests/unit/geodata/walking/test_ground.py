"""Reached ground is drawn from any lines: doubled, crossed, overlapping by less than a number."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import buffer, union_all
from shapely.geometry import LineString

from geodata.walking.edges import stretch
from geodata.walking.ground import strip

EAST, NORTH = 488_580.0, 6_118_452.0
#: Corners of a small street grid, so that lines overlap, cross and go back on themselves.
CORNERS = st.tuples(st.integers(0, 4), st.integers(0, 4))
SHARES = st.floats(0, 1)


def slow(lines):
    """One strip for each straight piece, joined: the same ground, some ten times slower."""
    pieces = [LineString(pair) for line in lines for pair in pairwise(line.coords)]
    return union_all(buffer([piece for piece in pieces if piece.length], 25, quad_segs=8))


@st.composite
def drawings(draw):
    """Lines between corners, and stretches cut out of them."""
    size = draw(st.sampled_from([7.0, 30.1, 55.37]))
    lines = []
    for corners in draw(st.lists(st.lists(CORNERS, min_size=2, max_size=5), max_size=6)):
        line = LineString([(EAST + x * size, NORTH + y * size) for x, y in corners])
        lines += [line, stretch(line, *sorted((draw(SHARES), draw(SHARES))))]
    return [line for line in lines if line.length > 1]


def test_a_path_beside_a_road_by_less_than_a_millimetre_is_one_ground():
    """Two stretches between the same corners, one cut short, are no two blocks that overlap."""
    road = LineString([(488644.53087153955, 6118453.147747011),
                       (488663.73336286505, 6118472.684424808)])  # fmt: skip
    path = LineString([road.coords[0], (488663.7334897822, 6118472.684553934)])
    onward = LineString([road.coords[1], path.coords[1], (488677.9754049427, 6118493.235644685)])
    ground = strip([road, onward, path], 25)
    assert ground.is_valid
    assert ground.area == pytest.approx(slow([road, onward]).area, rel=0.001)


@given(drawings())
def test_ground_is_what_lies_beside_the_lines(lines):
    ground, beside = strip(lines, 25), slow(lines)
    assert ground.is_valid
    assert ground.symmetric_difference(beside).area <= beside.area / 50  # rounded corners
