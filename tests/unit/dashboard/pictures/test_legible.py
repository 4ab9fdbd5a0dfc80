"""Letters that no shipped typeface has become a box, so that a memo is made all the same."""

import pytest

from dashboard.pictures.legible import MISSING, legible


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
