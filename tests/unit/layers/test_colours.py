"""Colours tell classes apart, for colour-blind eyes too."""

import re
from itertools import pairwise

import pytest

from geodata.figures.classes import MAX_CLASSES
from layers.colours import SINGLE, sequential
from tests.colour_measures import CLEARLY_DIFFERENT, distance, lab, linear

COUNTS = range(1, MAX_CLASSES + 1)


@pytest.mark.parametrize("count", COUNTS)
def test_there_is_one_colour_for_each_class(count):
    assert len(set(sequential(count))) == count


@pytest.mark.parametrize("count", COUNTS)
def test_colours_are_hexadecimal(count):
    assert all(re.fullmatch(r"#[0-9a-f]{6}", colour) for colour in sequential(count))


@pytest.mark.parametrize("count", COUNTS)
def test_a_higher_class_is_darker(count):
    lightness = [lab(linear(colour))[0] for colour in sequential(count)]
    assert all(lower > higher + 5 for lower, higher in pairwise(lightness))


@pytest.mark.parametrize("count", COUNTS[1:])
def test_neighbouring_classes_differ_for_a_deuteranope(count):
    assert all(distance(*pair) > CLEARLY_DIFFERENT for pair in pairwise(sequential(count)))


def test_one_class_has_the_colour_of_the_circles():
    assert sequential(1) == (SINGLE,)


def test_no_class_has_no_colour():
    assert sequential(0) == ()
