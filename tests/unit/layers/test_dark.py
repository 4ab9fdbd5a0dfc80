"""In the dark a class keeps its hue and its place in the order, and stays told apart."""

import math
from itertools import combinations, pairwise

import pytest

from geodata.figures.classes import MAX_CLASSES, ClassRange
from layers.colours import PLACES, SINGLE, diverging, sequential
from layers.dark import PLACES_IN_THE_DARK, dark
from tests.colour_measures import CLEARLY_DIFFERENT, contrast, distance, lab, linear

COUNTS = range(2, MAX_CLASSES + 1)
#: Differences from much lower to much higher, round none.
CHANGES = tuple(ClassRange(*ends) for ends in ((-30, -16), (-15, -1), (0, 0), (1, 15), (16, 30)))
POLARITIES = ("higher", "lower", "neutral")


def hue(colour):
    _, a, b = lab(linear(colour))
    return math.atan2(b, a)


def strength(colour):
    return math.hypot(*lab(linear(colour))[1:])


@pytest.mark.parametrize("count", COUNTS)
def test_a_higher_class_is_brighter(count):
    lightness = [lab(linear(dark(colour)))[0] for colour in sequential(count)]
    assert all(lower + 5 < higher for lower, higher in pairwise(lightness))


@pytest.mark.parametrize("count", COUNTS)
def test_neighbouring_classes_differ_for_a_deuteranope(count):
    twins = [dark(colour) for colour in sequential(count)]
    assert all(distance(*pair) > CLEARLY_DIFFERENT for pair in pairwise(twins))


@pytest.mark.parametrize("polarity", POLARITIES)
def test_differences_are_dim_at_zero_and_bright_far_from_it(polarity):
    lightness = [lab(linear(dark(c)))[0] for c in diverging(CHANGES, polarity)]
    assert lightness[0] > lightness[1] + 10 > lightness[2] + 15
    assert lightness[4] > lightness[3] + 10 > lightness[2] + 15


@pytest.mark.parametrize("polarity", POLARITIES)
def test_lower_and_higher_differ_for_a_deuteranope(polarity):
    much_less, less, none, more, much_more = (dark(c) for c in diverging(CHANGES, polarity))
    for pair in ((much_less, much_more), (less, more), (much_less, less), (less, none),
                 (none, more), (more, much_more)):  # fmt: skip
        assert distance(*pair) > CLEARLY_DIFFERENT, pair


@pytest.mark.parametrize("polarity", POLARITIES)
def test_a_twin_has_the_hue_of_its_colour(polarity):
    for colour in (*diverging(CHANGES, polarity), *sequential(5), SINGLE):
        if strength(colour) > 20 and strength(dark(colour)) > 8:
            turned = abs(hue(colour) - hue(dark(colour)))
            assert min(turned, 2 * math.pi - turned) < math.radians(30), (colour, dark(colour))


def test_ten_places_are_told_apart():
    assert [dark(colour) for colour in PLACES] == list(PLACES_IN_THE_DARK)
    assert all(one != two for one, two in combinations(PLACES_IN_THE_DARK, 2))


def test_white_and_black_have_twins_at_the_ends():
    assert contrast(dark("#ffffff"), dark("#000000")) > 4.5
