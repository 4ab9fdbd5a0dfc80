"""Classes divide the values of a series so that one colour is one value."""

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.figures.classes import MAX_CLASSES, class_of, natural_classes


@st.composite
def printed_values(draw):
    """Values as a report prints them, and the number of their decimals."""
    decimals = draw(st.integers(0, 3))
    limit = 400 * 10**decimals
    units = draw(st.lists(st.integers(-limit, limit), min_size=1, max_size=40))
    return [unit / 10**decimals for unit in units], decimals


@given(printed_values())
def test_there_are_at_most_five_classes_and_never_more_than_distinct_values(drawn):
    values, decimals = drawn
    assert 1 <= len(natural_classes(values, decimals)) <= min(MAX_CLASSES, len(set(values)))


def test_five_is_the_most():
    assert len(natural_classes([float(value) for value in range(40)], 0)) == 5


@given(printed_values())
def test_every_value_is_in_exactly_one_class(drawn):
    values, decimals = drawn
    classes = natural_classes(values, decimals)
    for value in values:
        holding = [i for i, bounds in enumerate(classes) if bounds.low <= value <= bounds.high]
        assert holding == [class_of(value, classes)]


@given(printed_values())
def test_every_number_that_can_be_printed_between_the_ends_has_a_class(drawn):
    values, decimals = drawn
    classes = natural_classes(values, decimals)
    step = 10**decimals
    between = range(round(min(values) * step), round(max(values) * step) + 1)
    for unit in random.Random(0).sample(between, min(len(between), 50)):
        number = unit / step
        assert sum(bounds.low <= number <= bounds.high for bounds in classes) == 1


@given(printed_values())
def test_a_larger_value_is_never_in_a_lower_class(drawn):
    values, decimals = drawn
    classes = natural_classes(values, decimals)
    found = [class_of(value, classes) for value in sorted(values)]
    assert found == sorted(found)


@given(printed_values())
def test_classes_do_not_overlap_and_end_where_the_values_end(drawn):
    values, decimals = drawn
    classes = natural_classes(values, decimals)
    assert all(bounds.low <= bounds.high for bounds in classes)
    assert all(lower.high < upper.low for lower, upper in pairwise(classes))
    assert (classes[0].low, classes[-1].high) == (min(values), max(values))


@given(printed_values(), st.randoms(use_true_random=False))
def test_the_order_of_the_values_does_not_matter(drawn, order):
    values, decimals = drawn
    shuffled = list(values)
    order.shuffle(shuffled)
    assert natural_classes(shuffled, decimals) == natural_classes(values, decimals)


def test_values_far_apart_are_in_classes_of_their_own():
    classes = natural_classes([1.0, 1.1, 50.0, 50.2, 99.0], 1)
    assert len({class_of(value, classes) for value in (1.1, 50.0, 99.0)}) == 3


def test_no_values_have_no_classes():
    assert natural_classes([], 1) == ()
    assert class_of(1.0, ()) is None


@pytest.mark.parametrize("outside", [0.9, 5.1, float("nan"), float("inf"), float("-inf")])
def test_a_value_outside_all_classes_has_none(outside):
    assert class_of(outside, natural_classes([1.0, 5.0], 1)) is None
