"""In the dark: readable on every page, a colour still means its value, and paper stays white."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe

from .facts import Facts
from .serving import Server
from .visiting import WHOLE, Visit

PAGES = ("", "sammenlign", "sammenlign?fane=matrix", "sammenlign?fane=aar", "sammenlign?fane=rang",
         "sammenlign?fane=maal", "sammenlign?fane=indsatser", "sammenlign?fane=pas", "steder", "data",
         "om")  # fmt: skip
#: What an eye sees: each area's colour, and those of the legend with their words.
_SEEN = """
() => {
  const own = (element, name) => getComputedStyle(element)[name];
  const rows = [...document.querySelectorAll("#legend li[data-class]")].map((row) =>
    [own(row.querySelector(".swatch"), "backgroundColor"), row.dataset.class]);
  const areas = [...document.querySelectorAll("path[data-layer=areas][data-reason='']")].map((path) =>
    [path.dataset.feature, own(path, "fill")]);
  return { rows: Object.fromEntries(rows), areas: Object.fromEntries(areas) };
}
"""
_CLASSES = """
({areas}) => {
  const { state } = blok;
  return WHOLE.then((doc) =>
    Object.fromEntries(areas.map((id) => [id, String(blok.look.drawn(doc, state.get(), id).cls)])));
}
""".replace("WHOLE", WHOLE)
_BRIGHTNESS = """
(selector) => getComputedStyle(document.querySelector(selector)).backgroundColor
  .match(/\\d+/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0)
"""
_PAPER, _WHITE = ".chart .bg, .chart .main-svg", 765


def _wait_for_brightness(person: Visit, selector: str, test: str) -> None:
    """From 0 to 765; a chart is drawn anew a moment after the visitor's setting changed."""
    person.page.wait_for_function(f"(selector) => ({_BRIGHTNESS})(selector) {test}", arg=selector)


@pytest.mark.parametrize("address", PAGES)
def test_axe_finds_nothing(server: Server, visit: Callable[..., Visit], address: str) -> None:
    person = visit(server, address, color_scheme="dark")
    _wait_for_brightness(person, "body", "< 150")
    found = Axe().run(person.page).response["violations"]
    assert [(one["id"], node["target"]) for one in found for node in one["nodes"]] == []


def test_a_colour_means_its_value(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    """What is painted is what the legend shows beside the class of the value, for both schemes."""
    person = visit(server, color_scheme="dark")
    checked, by_scheme = 0, {}
    for scheme in ("dark", "light"):
        person.page.emulate_media(color_scheme=scheme)
        for indicator in facts.indicators:
            if facts.is_count(indicator) or not facts.years_of(indicator):
                continue
            person.set(indicator=indicator, year=facts.years_of(indicator)[-1])
            seen = person.page.evaluate(_SEEN)
            classes = person.page.evaluate(_CLASSES, {"areas": list(seen["areas"])})
            assert len(seen["rows"]) == len(set(seen["rows"].values())), indicator
            for area, colour in seen["areas"].items():
                assert seen["rows"][colour] == classes[area], (scheme, indicator, area)
                checked += 1
            by_scheme[scheme, indicator] = tuple(seen["rows"])
    assert checked > 0
    assert all(by_scheme["dark", i] != rows for (s, i), rows in by_scheme.items() if s == "light")


def test_charts_follow_the_visitor_and_paper_stays_white(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, "sammenlign?indikator=skolefravaer", color_scheme="dark")
    _wait_for_brightness(person, _PAPER, "< 150")
    person.page.emulate_media(color_scheme="light")
    _wait_for_brightness(person, _PAPER, f"== {_WHITE}")
    person.page.emulate_media(color_scheme="dark", media="print")
    _wait_for_brightness(person, _PAPER, f"== {_WHITE}")
    _wait_for_brightness(person, "body", f"== {_WHITE}")
    assert person.complaints() == []
