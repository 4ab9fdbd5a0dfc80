"""The colours of the pages, by day and in the dark: text and graphics stand out from their ground."""

import re
from itertools import product

import pytest

from dashboard.bundles import ASSETS, GROUPS, bundles
from dashboard.compiling.pages import BARS
from dashboard.shades import dark_rules, shade, shades_in
from layers.colours import PLACES, SINGLE, sequential
from layers.dark import PLACES_IN_THE_DARK, dark
from tests.colour_measures import CLEARLY_DIFFERENT, contrast, distance

TEXT, GRAPHICS = 4.5, 3.0
_DAY, _DARK = (
    dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{6});", part))
    for part in (ASSETS / "0-tokens.css").read_text("utf-8").split("@media screen")
)
PALETTES = {"day": _DAY, "dark": _DARK}
PLACES_OF = {"day": PLACES, "dark": PLACES_IN_THE_DARK}
GROUNDS = ("--paper", "--ground", "--faint", "--pill", "--accent-soft", "--warn-soft",
           "--reached-soft", "--on-the-way-soft", "--not-reached-soft")  # fmt: skip
#: What is read, and on what.
READ = [
    *product(("--ink", "--ink-soft"), GROUNDS),
    *product(("--accent", "--chosen", "--warn"), ("--paper", "--ground", "--faint")),
    ("--warn", "--warn-soft"), ("--accent", "--accent-soft"), ("--on-accent", "--accent"),
    ("--on-accent", "--off"), ("--better-ink", "--paper"), ("--ink", "--halo"), ("--warn", "--halo"),
]  # fmt: skip
#: What is seen, and before what.
SEEN = [
    *product(("--edge", "--accent", "--reached", "--on-the-way", "--not-reached", "--green", "--chosen"),
             ("--paper",)),
    *product(("--map-ink", "--chosen", "--green", "--blue", "--path", "--place", "--sketched", "--accent"),
             ("--map-ground", "--neutral", "--built")),
    ("--hatch-bad", "--neutral"), ("--gained-edge", "--map-ground"), ("--track", "--paper"),
]  # fmt: skip


@pytest.mark.parametrize("scheme", PALETTES)
def test_text_can_be_read(scheme):
    tokens = PALETTES[scheme]
    faint = {pair: contrast(*(tokens[name] for name in pair)) for pair in READ}
    assert {pair: found for pair, found in faint.items() if found < TEXT} == {}


@pytest.mark.parametrize("scheme", PALETTES)
def test_graphics_can_be_seen(scheme):
    tokens = PALETTES[scheme]
    faint = {pair: contrast(*(tokens[name] for name in pair)) for pair in SEEN}
    assert {pair: found for pair, found in faint.items() if found < GRAPHICS} == {}


@pytest.mark.parametrize("scheme", PALETTES)
def test_the_colours_of_places_can_be_read(scheme):
    assert all(contrast(one, PALETTES[scheme]["--paper"]) >= TEXT for one in PLACES_OF[scheme])


@pytest.mark.parametrize("scheme", PALETTES)
def test_no_class_looks_like_having_no_figures(scheme):
    turned = dark if scheme == "dark" else str
    classes = [turned(colour) for colour in (*sequential(5), SINGLE)]
    tokens = PALETTES[scheme]
    for none in (tokens["--neutral"], tokens["--unsure"]):
        assert all(distance(one, none) > CLEARLY_DIFFERENT for one in classes), none


def test_every_colour_has_its_value_in_the_dark():
    assert set(_DAY) == set(_DARK)


def test_colours_stand_in_the_tokens_alone():
    """Elsewhere they have names, so that they have a value in the dark too."""
    found = [
        f"{file.relative_to(ASSETS)}: {line.strip()}"
        for file in sorted(ASSETS.rglob("*.*"))
        if file.suffix in (".js", ".css") and file.name not in ("0-tokens.css", "print.css")
        for line in file.read_text("utf-8").splitlines()
        if re.search(r"#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b(?=[\s;\",)])|\brgba?\(", line)
    ]
    assert found == []


@pytest.mark.parametrize("page", GROUPS)
def test_every_name_of_a_colour_is_a_token(page):
    text = bundles()[f"{page}.css"].text + bundles()[f"{page}.js"].text
    used = set(re.findall(r"var\((--[a-z][\w-]*)\)", text))
    made = set(re.findall(r"(--[a-z][\w-]*)\s*[:\"]", text))
    assert used <= made, used - made


def test_the_bars_of_the_browser_have_the_colour_of_the_head():
    assert re.findall(r"#[0-9a-f]{6}", BARS) == [_DAY["--paper"], _DARK["--paper"]]


def test_shades_that_documents_name_have_their_twins_in_every_style_sheet():
    assert shade("#41a3c4") == "var(--k-41a3c4,#41a3c4)"
    shades = shades_in(f"a document with {shade('#41a3c4')} in it")
    rules = dark_rules(shades)
    assert f"--k-41a3c4:{dark('#41a3c4')};" in rules
    assert rules.startswith("@media screen and (prefers-color-scheme: dark)")
    assert all(made.text.endswith(rules) == made.name.endswith(".css")
               for made in bundles(shades).values())  # fmt: skip
