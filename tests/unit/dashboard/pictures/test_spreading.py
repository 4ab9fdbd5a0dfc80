"""Labels are moved apart, in their order, and no further than they must."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from dashboard.pictures.spreading import spread

places = st.lists(st.floats(0, 100), max_size=12)


@given(places)
def test_labels_that_fit_keep_their_distance_their_bounds_and_their_order(wanted):
    placed = spread(wanted, 5, 0, 100)
    assert all(-1e-9 <= place <= 100 + 1e-9 for place in placed)
    order = sorted(range(len(wanted)), key=lambda i: wanted[i])
    moved = [placed[i] for i in order]
    assert all(b - a >= 5 - 1e-9 for a, b in pairwise(moved))


def test_labels_far_apart_are_left_where_they_are():
    assert spread([10, 90, 50], 5, 0, 100) == [10, 90, 50]


def test_equal_labels_are_stacked():
    assert spread([10, 10, 10], 5, 0, 100) == [10, 15, 20]


def test_labels_at_the_top_are_pushed_down():
    assert spread([99, 100], 5, 0, 100) == [95, 100]


def test_more_labels_than_fit_still_do_not_cover_each_other():
    assert spread([0, 0, 0], 50, 0, 60) == [-40, 10, 60]


def test_no_labels_are_no_places():
    assert spread([], 5, 0, 100) == []
