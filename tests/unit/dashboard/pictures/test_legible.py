"""Letters that no shipped typeface has become a box, so that a memo is made all the same."""

import pytest

from dashboard.pictures import style
from dashboard.pictures.legible import MISSING, legible
from dashboard.pictures.map_labels import Paper


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ådalen og Søgade – 5,4 %", "Ådalen og Søgade – 5,4 %"),
        ("東町", MISSING * 2),
        ("Byen 🙂", f"Byen {MISSING}"),
        ("Cafe\u0301", "Caf\u00e9"),
        ("Nord\u2060by", "Nordby"),
    ],
)
def test_what_cannot_be_drawn_is_a_box(text, shown):
    assert legible(text) == shown
    assert legible(MISSING) == MISSING


def test_a_name_without_a_typeface_is_measured_as_it_is_drawn():
    """A warning of the drawing library would be an error here."""
    paper = Paper(style.new_figure(4, 3).add_subplot(), style.Scale(10.0, 0.8))
    look = {"size": 10.0, "weight": "normal"}
    assert paper.width("東町", **look) == paper.width(MISSING * 2, **look) > 0
