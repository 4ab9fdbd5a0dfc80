"""Colours tell classes apart, for colour-blind eyes too."""

import re
from itertools import pairwise

import pytest

from layers.classes import MAX_CLASSES
from layers.colours import SINGLE, sequential

COUNTS = range(1, MAX_CLASSES + 1)
#: Deuteranopia on linear light, from Machado, Oliveira and Fernandes (2009), severity 1.
DEUTERANOPIA = (
    (0.367322, 0.860646, -0.227968),
    (0.280085, 0.672501, 0.047413),
    (-0.011820, 0.042940, 0.968881),
)
TO_XYZ = (
    (0.4124, 0.3576, 0.1805),
    (0.2126, 0.7152, 0.0722),
    (0.0193, 0.1192, 0.9505),
)
WHITE = (0.9505, 1.0, 1.089)
#: CIE76 differences under ten are hard to see between patches that do not touch.
CLEARLY_DIFFERENT = 10


def linear(colour):
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def times(matrix, vector):
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def lab(light):
    x, y, z = (
        (part / white) ** (1 / 3) if part / white > 0.008856 else 7.787 * part / white + 16 / 116
        for part, white in zip(times(TO_XYZ, light), WHITE, strict=True)
    )
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def seen_by_deuteranopes(colour):
    return lab([min(max(c, 0), 1) for c in times(DEUTERANOPIA, linear(colour))])


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
    for one, two in pairwise(map(seen_by_deuteranopes, sequential(count))):
        assert sum((a - b) ** 2 for a, b in zip(one, two, strict=True)) ** 0.5 > CLEARLY_DIFFERENT


def test_one_class_has_the_colour_of_the_circles():
    assert sequential(1) == (SINGLE,)


def test_no_class_has_no_colour():
    assert sequential(0) == ()
