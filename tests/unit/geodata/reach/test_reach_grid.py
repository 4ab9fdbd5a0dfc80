"""Ways on a grid of streets: as long as they must be, the same back, no detour shorter."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shapely.geometry import Point

from geodata.reach.reach import (
    Outset,
    Start,
)
from geodata.walking.access import accesses
from geodata.walking.routes import shortest
from geodata.walking.settings import WALKING
from tests.drawn_network import EAST, NORTH, network, road

GRID = [road(f"r{i}", *[(100 * x, 100 * i) for x in range(5)]) for i in range(5)] + [
    road(f"c{i}", *[(100 * i, 100 * y) for y in range(5)]) for i in range(5)
]
SPOTS = st.tuples(st.integers(0, 400), st.integers(0, 4), st.booleans()).map(
    lambda s: (s[0], 100 * s[1]) if s[2] else (100 * s[1], s[0])
)


@pytest.fixture(scope="module")
def grid(tinytown):
    """Streets that are entered only by who stands on them: nobody cuts a corner."""
    return network(tinytown, replace(WALKING, last_m=0.001), roads=GRID)


def distance(grid, here, there):
    start = Start("here", Point(EAST + here[0], NORTH + here[1]), 0)
    graph = grid.at(2020)
    outset = Outset(grid, start, graph)
    ends = accesses(graph, Point(EAST + there[0], NORTH + there[1]))
    return shortest(graph, outset.found, outset.entrances, ends).cost_mm


def on_the_grid(here, there):
    """The way along streets 100 m apart, without a graph."""
    (x1, y1), (x2, y2) = here, there
    same_row, same_column = y1 == y2 and y1 % 100 == 0, x1 == x2 and x1 % 100 == 0
    dx, dy = abs(x1 - x2), abs(y1 - y2)
    if not same_row and y1 % 100 == 0 == y2 % 100 and x1 // 100 == x2 // 100:
        left = min(x1 % 100 + x2 % 100, 200 - x1 % 100 - x2 % 100)
        dx = max(dx, left)
    if not same_column and x1 % 100 == 0 == x2 % 100 and y1 // 100 == y2 // 100:
        dy = max(dy, min(y1 % 100 + y2 % 100, 200 - y1 % 100 - y2 % 100))
    return 1000 * (dx + dy)


@settings(deadline=None)
@given(SPOTS, SPOTS)
def test_ways_on_a_grid_are_what_they_must_be(grid, here, there):
    assert distance(grid, here, there) == pytest.approx(on_the_grid(here, there), abs=3)


@settings(deadline=None)
@given(SPOTS, SPOTS)
def test_there_is_as_far_as_back(grid, here, there):
    assert distance(grid, here, there) == distance(grid, there, here)


@settings(deadline=None)
@given(SPOTS, SPOTS, SPOTS)
def test_no_detour_is_shorter(grid, a, b, c):
    assert distance(grid, a, c) <= distance(grid, a, b) + distance(grid, b, c) + 4
