"""On a phone everything is there, large enough to touch, and nothing sticks out."""

from collections.abc import Callable

import pytest

from .facts import Facts
from .serving import Server
from .visiting import Visit

WIDTHS = [390, 320]
LEAST_TARGET_PX = 24

#: Elements to touch that are seen and smaller than they may be; links within text may be.
_SMALL = """
(least) => [...document.querySelectorAll("button, select, summary, input, header a")].filter((e) => {
  const box = (e.closest("label") || e).getBoundingClientRect();
  const style = getComputedStyle(e);
  if (style.visibility === "hidden" || box.width === 0 || box.right < 0) return false;
  return box.width < least - 0.5 || box.height < least - 0.5;
}).map((e) => `${e.outerHTML.slice(0, 120)} ${JSON.stringify((e.closest("label") || e).getBoundingClientRect())}`)
"""


def _phone(visit: Callable[..., Visit], server: Server, width: int, address: str = "") -> Visit:
    return visit(server, address, viewport={"width": width, "height": 844}, has_touch=True,
                 is_mobile=True)  # fmt: skip


def _sideways(person: Visit) -> int:
    return int(person.page.evaluate("document.documentElement.scrollWidth - innerWidth"))


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_sticks_out_in_any_series(
    server: Server, facts: Facts, visit: Callable[..., Visit], width: int
) -> None:
    person = _phone(visit, server, width)
    assert person.page.evaluate("innerWidth") == width
    for indicator in facts.indicators:
        years = facts.years_of(indicator) or facts.years
        for year in (facts.years[0], years[-1]):
            person.set(indicator=indicator, year=year)
            assert _sideways(person) <= 0, (indicator, year)
    for park in facts.features("parks"):
        person.set(areas=[park])
        assert _sideways(person) <= 0, park


@pytest.mark.parametrize("width", WIDTHS)
def test_map_clock_and_panel_are_seen(
    server: Server, visit: Callable[..., Visit], width: int
) -> None:
    person = _phone(visit, server, width)
    for part in ("map", "clock", "panel", "legend"):
        assert person.page.locator(f"#{part}").is_visible(), part
    for part in ("map", "clock"):
        box = person.page.locator(f"#{part}").bounding_box()
        assert box is not None
        assert 0 <= box["y"] < 844
        assert box["x"] + box["width"] <= width + 1


@pytest.mark.parametrize("width", WIDTHS)
def test_the_controls_unfold(
    server: Server, facts: Facts, visit: Callable[..., Visit], width: int
) -> None:
    person = _phone(visit, server, width)
    button = person.page.locator("#controls-toggle")
    assert button.get_attribute("aria-expanded") == "false"
    assert not person.page.is_visible("#indicator")
    button.tap()
    assert button.get_attribute("aria-expanded") == "true"
    assert person.page.is_visible("#indicator")
    assert _sideways(person) <= 0
    other = next(i for i in facts.indicators if i != person.state["indicator"])
    person.choose(other)
    assert button.text_content() == facts.indicators[other]["name_da"]
    button.tap()
    assert not person.page.is_visible("#indicator")


@pytest.mark.parametrize("width", WIDTHS)
def test_what_is_touched_is_large_enough(
    server: Server, facts: Facts, visit: Callable[..., Visit], width: int
) -> None:
    person = _phone(visit, server, width)
    person.page.tap("#controls-toggle")
    person.page.evaluate("for (const d of document.querySelectorAll('details')) d.open = true")
    assert person.page.evaluate(_SMALL, LEAST_TARGET_PX) == []
    person.set(areas=[facts.features("parks")[0]], year=facts.years[0])
    assert person.page.evaluate(_SMALL, LEAST_TARGET_PX) == []


@pytest.mark.parametrize(("address", "links"), [
    ("sammenlign?fane=maal", ".goal-table a"), ("data", "td.to-map a"),
    ("om", "td a, tbody th a"),
])  # fmt: skip
def test_links_in_tables_are_large_enough(
    server: Server, visit: Callable[..., Visit], address: str, links: str
) -> None:
    person = _phone(visit, server, 390, address)
    heights = person.page.locator(links).evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect().height)"
    )
    assert heights
    assert min(heights) >= LEAST_TARGET_PX


#: Whether all of an element's words are seen within it and within its clock.
_WHOLE = """
(e) => e.scrollWidth <= e.clientWidth + 1 && getComputedStyle(e).textOverflow === "clip"
  && ["#clock .line", "#clock .ticks"].every((s) => document.querySelector(s).getBoundingClientRect().top >= e.getBoundingClientRect().bottom - 1)
  && [...document.querySelectorAll("#clock .tick")].every((t) => t.getBoundingClientRect().bottom <= document.querySelector("#clock").getBoundingClientRect().bottom)
"""


@pytest.mark.parametrize(("width", "height"), [(390, 844), (320, 844), (844, 390)])
def test_what_happened_in_a_year_is_told_in_whole_words_over_the_clock(
    randers_server: Server, visit: Callable[..., Visit], width: int, height: int
) -> None:
    person = visit(randers_server, "/", viewport={"width": width, "height": height},
                   has_touch=True, is_mobile=True)  # fmt: skip
    words = person.page.locator(".pin-words")
    for year in (2022, 2023, 2024, 2025, 2027):
        person.set(year=year)
        assert str(year) in words.inner_text()
        assert words.evaluate(_WHOLE), (year, words.inner_text())
    person.set(indicator="trygge-beboere", year=2019)
    assert person.page.locator("#clock .offer button").is_visible()
    assert words.evaluate(_WHOLE)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_ranking_shows_period_and_remarks_without_scrolling_sideways(
    randers_server: Server, visit: Callable[..., Visit], width: int
) -> None:
    person = _phone(visit, randers_server, width,
                    "sammenlign?fane=rang&indikator=skolefravaer&aar=2024")  # fmt: skip
    rows = person.page.locator(".ranking tbody tr")
    assert "skoleåret 2023/24" in rows.first.inner_text()
    scroll = person.page.locator(".scroll:has(.ranking)")
    assert scroll.evaluate("(e) => e.scrollWidth - e.clientWidth") <= 0


def test_the_efforts_stand_under_headings_that_a_phone_keeps_closed(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = _phone(visit, randers_server, 390, "sammenlign?fane=indsatser")
    page = person.page
    assert page.evaluate("document.documentElement.scrollHeight") < 6 * 844
    fold = page.locator(".effort-theme details").first
    assert not fold.locator(".activity").first.is_visible()
    assert "(9)" in fold.locator("summary").inner_text()
    fold.locator("summary").press("Enter")
    assert fold.locator(".activity").first.is_visible()


def test_the_name_of_the_chosen_place_is_whole_on_the_map(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = _phone(visit, randers_server, 390, "steder?aar=2025&sted=badesoe")
    name = person.page.locator(".chosen-name").bounding_box()
    where = person.page.locator("#map").bounding_box()
    zoom = person.page.locator(".leaflet-control-zoom").bounding_box()
    assert name is not None
    assert where is not None
    assert zoom is not None
    assert where["x"] <= name["x"]
    assert name["x"] + name["width"] <= where["x"] + where["width"]
    assert name["y"] >= where["y"]
    assert name["x"] >= zoom["x"] + zoom["width"] or name["y"] >= zoom["y"] + zoom["height"]
