"""Two years: the maps move as one, colour means value, and refused pairs say why."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from .facts import Facts, danish
from .serving import Server
from .test_colour_means_value import bounds
from .test_slider_makes_no_request import Counter
from .visiting import Visit

PHONE = {"width": 390, "height": 844}
MAPS = ("earlier", "later", "change")
#: The colour of what cannot be judged, `UNSURE` in `assets/look.js`.
UNSURE = "var(--unsure)"
Visiting = Callable[..., Visit]

_READ_MAP = """
(name) => Object.fromEntries(Object.entries(blok.twoMaps.kept[name].areas).map(([id, layer]) => {
  const path = layer.getElement(), circle = blok.twoMaps.kept[name].counts[id];
  return [id, {
    fill: path.getAttribute("fill"), reason: path.dataset.reason, spoken: path.getAttribute("aria-label"),
    label: circle.label.element.textContent, radius: circle.getRadius(), disc: circle.options.fillColor,
  }];
}))
"""
_LEGEND = """
(id) => [...document.querySelectorAll(`#${id} [data-colour]`)].map((row) =>
  ({colour: row.dataset.colour, text: row.textContent}))
"""
_VIEWS = """
() => Object.values(blok.twoMaps.maps).map((map) =>
  [map.getZoom(), map.getCenter().lat, map.getCenter().lng])
"""


def opened(visit: Visiting, server: Server | str, query: str, **options: Any) -> Visit:
    one = visit(server, f"/sammenlign?fane=aar&{query}", **options)
    one.page.wait_for_function("() => blok.twoMaps.ready()")
    one.page.wait_for_selector("[data-map=change][aria-label]", state="attached")
    return one


def views(one: Visit) -> list[list[float]]:
    found: list[list[float]] = one.page.evaluate(_VIEWS)
    return found


def assert_linked(one: Visit) -> list[float]:
    """A pixel at the closest zoom is far less than this many degrees."""
    first, *others = views(one)
    assert len(others) == 2
    for other in others:
        assert other == pytest.approx(first, abs=3e-4)
    return first


def years_of(facts: Facts, indicator: str) -> list[int]:
    drawn = {*facts.areas, *facts.plans}
    return sorted({year for i, place, year in facts.dated if i == indicator and place in drawn})


def across_break(facts: Facts, indicator: str, area: str, earlier: int, later: int) -> bool:
    return any(
        b["indicator"] == indicator
        and (not b["geographies"] or area in b["geographies"].split(";"))
        and earlier < int(b["date"][:4]) <= later
        for b in facts.table("breaks")
    )


def test_both_years_are_chosen_by_keyboard(randers_server: Server, visit: Visiting) -> None:
    one = opened(visit, randers_server, "indikator=skolefravaer&fra=2020&aar=2023")
    one.page.focus("#year-to")
    one.page.keyboard.press("ArrowDown")
    assert one.state["year"] == 2024
    assert one.page.evaluate("document.activeElement.id") == "year-to"
    one.page.focus("#year-from")
    one.page.keyboard.press("ArrowDown")
    assert (one.state["from"], one.state["year"]) == (2022, 2024)
    one.rest()
    assert (one.query["fra"], one.query["aar"]) == ("2022", "2024")
    heads = [one.text(f"[data-pane={name}] .pane-head strong") for name in MAPS[:2]]
    assert heads == ["2022", "2024"]


def test_the_maps_move_as_one_and_stay_where_they_are(
    randers_server: Server, visit: Visiting
) -> None:
    one = opened(visit, randers_server, "indikator=skolefravaer&fra=2020&aar=2023")
    start = assert_linked(one)
    one.page.click("#map-change .leaflet-control-zoom-in")
    one.page.wait_for_function("(zoom) => blok.twoMaps.maps.earlier.getZoom() > zoom", arg=start[0])
    assert assert_linked(one)[0] > start[0]
    one.page.focus("#map-later")
    one.page.keyboard.press("ArrowLeft")
    one.page.wait_for_timeout(600)
    moved = assert_linked(one)
    assert moved[2] != pytest.approx(start[2], abs=1e-4)
    one.page.evaluate("""() => { window.shape = document.querySelector("[data-map=change]"); }""")
    one.page.select_option("#year-to", "2024")
    assert assert_linked(one) == moved
    assert one.page.evaluate("window.shape.isConnected")


def test_colour_means_value_on_all_three_maps(
    server: Server, facts: Facts, visit: Visiting
) -> None:
    one = opened(visit, server, "")
    checked = 0
    for indicator in facts.indicators:
        years = years_of(facts, indicator)
        for earlier, later in pairwise(years):
            one.set(indicator=indicator, **{"from": earlier}, year=later)
            checked += check_pair(one, facts, indicator, earlier, later)
    assert checked > 3


def check_pair(one: Visit, facts: Facts, indicator: str, earlier: int, later: int) -> int:
    """Check every area of a pair; return how many have a change."""
    rows = one.page.evaluate(_LEGEND, "change-legend")
    drawn = {name: one.page.evaluate(_READ_MAP, name) for name in MAPS}
    changed = 0
    for area in facts.areas:
        before, after = (facts.shown(indicator, area, year) for year in (earlier, later))
        where = f"{indicator} {area} {earlier}-{later}"
        for name, expected in (("earlier", before), ("later", after)):
            assert drawn[name][area]["reason"] == (expected.reason or ""), where
            assert expected.reason or drawn[name][area]["label"].startswith(expected.text), where
        seen = drawn["change"][area]
        if before.value is None or after.value is None:
            assert seen["reason"], where
            assert seen["fill"].startswith("url(#pattern-"), where
        elif across_break(facts, indicator, area, earlier, later):
            assert seen["reason"] == "break", where
        else:
            check_change(seen, rows, after.value - before.value, indicator, facts, where)
            changed += 1
    return changed


def check_change(
    seen: dict[str, Any], rows: list[dict[str, str]], change: float, indicator: str, facts: Facts,
    where: str,
) -> None:  # fmt: skip
    decimals = int(facts.indicators[indicator]["decimals"])
    change = round(change, decimals)
    sign = "+" if change > 0 else "\u2212" if change < 0 else ""
    label = f"{sign}{danish(abs(change), decimals)}"
    assert seen["label"].rstrip("i?") == label, where
    said = f"{label} "
    if facts.indicators[indicator]["unit"] == "count":
        more = "flere" if change > 0 else "færre"
        said = f"{danish(abs(change), decimals)} {more}, " if change else "samme antal, "
    assert said in seen["spoken"], where
    colour = seen["disc"] if facts.is_count(indicator) else seen["fill"]
    holding = [r["colour"] for r in rows if bounds(r["text"])[0] <= change <= bounds(r["text"])[1]]
    judged = "kan ikke" not in seen["spoken"]
    assert colour == (holding[0] if judged else UNSURE), where
    assert len(holding) == 1, where
    better = {"higher": 1, "lower": -1, "neutral": 0}[facts.indicators[indicator]["polarity"]]
    if change and better and judged:
        assert ("bedre" if change * better > 0 else "d\u00e5rligere") in seen["spoken"], where


def test_a_pair_across_a_break_says_why(randers_server: Server, visit: Visiting) -> None:
    one = opened(visit, randers_server, "indikator=sprog-generel&fra=2024&aar=2025")
    shown = one.page.evaluate(_READ_MAP, "change")["glarbjergvej"]
    assert (shown["reason"], shown["label"]) == ("break", "≠")
    assert "ny måde" in shown["spoken"]
    assert "ny måde" in one.text("#change-legend [data-reason=break]")
    assert "Fra 2025 bliver børn kun sprogvurderet efter behov" in one.text("#years-said")
    row = one.page.locator("#years-table tr[data-geography=glarbjergvej]")
    assert row.locator("td.change").get_attribute("data-reason") == "break"
    assert row.locator("td.number").all_text_contents()[0].startswith("40")


def test_the_sum_of_three_areas_stands_in_the_table_with_its_change_and_cells(
    randers_server: Server, visit: Visiting
) -> None:
    one = opened(visit, randers_server, "indikator=uden-for-arbejdsmarkedet&fra=2021&aar=2024")
    row = one.page.locator("tr[data-geography=tre-boligomraader]")
    one.page.click("#two-years summary")
    assert "(beregnet)" in row.locator("th").inner_text()
    values = row.locator("td.number")
    assert [values.nth(i).get_attribute("data-value") for i in (0, 1)] == ["956", "964"]
    assert "+8" in row.locator("td.change").inner_text()
    assert "Hermann Stillings Vej" in row.locator("td.source").inner_text()


def test_a_pair_with_an_invalid_value_says_why(randers_server: Server, visit: Visiting) -> None:
    one = opened(visit, randers_server, "indikator=skolefravaer&fra=2022&aar=2023")
    shown = one.page.evaluate(_READ_MAP, "change")
    assert (shown["energivej"]["reason"], shown["energivej"]["label"]) == ("invalid", "✕")
    assert shown["jennumparken"]["label"] == "−2,6?"  # beside copies: doubtful
    one.page.click("#two-years summary")
    row = one.page.locator("#years-table tr[data-geography=energivej]")
    assert "83" in row.locator("td.number").first.text_content()
    assert "ikke kan bruges" in row.locator("td.change").text_content()
    assert "83" in row.locator("td.source").first.text_content()


@pytest.mark.parametrize(
    ("query", "years", "said"),
    [
        ("fra=2023&aar=2023", ["2022", "2023"], "ens"),
        ("fra=2024&aar=2023", ["2023", "2024"], "omvendt"),
        ("fra=2018&aar=2029", ["2020", "2024"], "2018, 2029"),
    ],
)
def test_years_that_cannot_be_are_the_nearest_pair_and_a_notice(
    randers_server: Server, visit: Visiting, query: str, years: list[str], said: str
) -> None:
    one = opened(visit, randers_server, f"indikator=skolefravaer&{query}")
    chosen = [one.page.input_value("#year-from"), one.page.input_value("#year-to")]
    assert chosen == years
    assert said in one.text("#years-notice")
    assert f"{years[0]} og {years[1]}" in one.text("#years-notice")
    assert one.page.locator("[data-map=change]:not([data-reason=''])").count() < 7


def test_a_series_with_one_year_says_so_and_shows_no_empty_maps(
    randers_server: Server, visit: Visiting
) -> None:
    one = opened(visit, randers_server, "indikator=skolefravaer&fra=2020&aar=2023")
    one.set(indicator="trygge-beboere")
    assert "kun tal for områder eller helhedsplan i 2023" in one.text("#years-notice")
    assert not one.page.is_visible("#map-change")
    one.set(indicator="skolefravaer")
    assert one.page.is_visible("#map-change")


def test_areas_are_reached_and_chosen_by_keyboard(randers_server: Server, visit: Visiting) -> None:
    one = opened(visit, randers_server, "indikator=skolefravaer&fra=2020&aar=2023&omraader=")
    area = one.page.locator("[data-map=later][data-feature=vangdalen]")
    area.focus()
    assert one.page.locator(".pointed[data-feature=vangdalen]").count() == 3
    area.press("Enter")
    assert "vangdalen" in one.state["areas"]
    pressed = one.page.locator("[data-feature=vangdalen][aria-pressed=true]")
    assert pressed.count() == 3


def test_the_maps_stay_while_another_tab_is_chosen(randers_server: Server, visit: Visiting) -> None:
    one = opened(visit, randers_server, "indikator=skolefravaer&fra=2020&aar=2023")
    one.page.click("#map-later .leaflet-control-zoom-in")
    moved = assert_linked(one)
    one.page.evaluate("""() => { window.shape = document.querySelector("[data-map=later]"); }""")
    one.page.click("[data-tab=tid]")
    assert not one.page.is_visible("#two-years")
    one.page.set_viewport_size({"width": 1200, "height": 800})
    one.page.click("[data-tab=aar]")
    assert one.page.is_visible("#map-later")
    assert not one.page.is_visible("#compare-view")
    assert assert_linked(one) == pytest.approx(moved, abs=3e-4)
    assert one.page.evaluate("window.shape.isConnected")
    assert (one.query["fane"], one.query["fra"]) == ("aar", "2020")


def test_both_years_can_be_taken_away(randers_server: Server, visit: Visiting) -> None:
    one = opened(visit, randers_server, "indikator=skolefravaer&fra=2023&aar=2023")
    links = one.page.locator("#years-take a")
    hrefs = [link.get_attribute("href") or "" for link in links.all()]
    assert "aar=2023&fra=2022" in hrefs[0]
    maps = [href for href in hrefs if "/map.svg" in href]
    assert ["aar=2022" in maps[0], "aar=2023" in maps[1]] == [True, True]
    assert "aar=2023&fra=2022" in maps[2]
    for href in maps:
        assert one.page.request.get(randers_server.url + href.lstrip("/")).status == 200


def test_moving_and_choosing_ask_nobody(server: Server, facts: Facts, visit: Visiting) -> None:
    counter = Counter(server)
    try:
        one = opened(visit, counter.url, "")
        one.page.wait_for_load_state("networkidle")
        counter.asked.clear()
        one.requests.clear()
        indicator = next(i for i in facts.indicators if len(years_of(facts, i)) > 2)
        one.set(indicator=indicator)
        one.page.click("#map-later .leaflet-control-zoom-in")
        one.page.focus("#year-from")
        for key in ("Home", "ArrowDown", "ArrowUp"):
            one.page.keyboard.press(key)
        one.page.go_back()
        one.rest()
        assert (one.requests, counter.asked) == ([], [])
    finally:
        counter.close()


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("size", [{"width": 1440, "height": 900}, PHONE])
def test_axe_finds_nothing(
    randers_server: Server, visit: Visiting, language: str, size: dict[str, int]
) -> None:
    query = f"indikator=skolefravaer&fra=2022&aar=2022&sprog={language}"
    one = opened(visit, randers_server, query, viewport=size)
    for indicator in ("skolefravaer", "udsaettelser", "sigtede-15-29", "trygge-beboere"):
        one.set(indicator=indicator)
        one.page.evaluate("document.querySelector('#two-years details').open = true")
        results = Axe().run(one.page)
        assert [
            f"{v['id']}: {v['nodes'][0]['target']}" for v in results.response["violations"]
        ] == []


def test_english_is_complete(randers_server: Server, visit: Visiting) -> None:
    one = opened(visit, randers_server, "indikator=skolefravaer&fra=2020&aar=2023&sprog=en")
    spoken = one.page.evaluate(_READ_MAP, "change")["vangdalen"]["spoken"]
    assert "+0.5 percentage points, cannot be judged, as the two figures do not" in spoken
    assert "2020: 5.7" in spoken
    assert one.text("#change-legend .unit").startswith(", percentage points")


@pytest.mark.parametrize("width", [390, 320])
def test_on_a_phone_one_map_is_seen_and_the_view_is_kept(
    randers_server: Server, visit: Visiting, width: int
) -> None:
    one = opened(visit, randers_server, "indikator=skolefravaer&fra=2020&aar=2023",
                 viewport={"width": width, "height": 844}, has_touch=True)  # fmt: skip
    assert one.page.evaluate("document.documentElement.scrollWidth") <= width
    seen = lambda: [n for n in MAPS if one.page.is_visible(f"[data-pane={n}] .pane-head")]  # noqa: E731
    assert seen() == ["change"]
    one.page.click("#map-change .leaflet-control-zoom-in")
    moved = assert_linked(one)
    one.page.click("#years-switch button >> nth=0")
    assert seen() == ["earlier"]
    assert one.page.evaluate("document.activeElement.textContent") == "2020"
    assert assert_linked(one) == moved
    sizes = one.page.evaluate(
        "Object.values(blok.twoMaps.maps).map((m) => [m.getSize().x, m.getSize().y])"
    )
    assert sizes[0] == sizes[1] == sizes[2]
    assert min(sizes[0]) > 200
