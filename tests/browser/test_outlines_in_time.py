"""A planner steps the clock over the year in which outlines changed, and sees the other shapes."""

from collections.abc import Callable
from typing import Any

from .serving import Server
from .visiting import Visit

SHAPE = "path[data-layer=areas][data-feature={}]"


def shown(person: Visit) -> set[str]:
    """The areas that are seen on the map."""
    return set(
        person.page.evaluate("""[...document.querySelectorAll('path[data-layer=areas]')]
        .filter((one) => one.getBoundingClientRect().width > 0).map((one) => one.dataset.feature)""")
    )


def box(person: Visit, area: str) -> dict[str, float]:
    return dict(person.page.locator(SHAPE.format(area)).bounding_box() or {})


def named(person: Visit) -> str:
    """The names that are seen on the map, in one text."""
    seen = "[...document.querySelectorAll('.area-name')].filter((one) => one.style.visibility !== 'hidden')"
    return str(person.page.evaluate(f"{seen}.map((one) => one.textContent).sort().join()"))


def step(person: Visit, key: str) -> None:
    person.page.focus("#year")
    person.page.keyboard.press(key)
    person.rest()


def test_a_step_of_the_clock_exchanges_the_outlines_and_asks_nobody(
    skelby_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(skelby_server, "/?aar=2022&omraader=oesterled")
    person.page.wait_for_load_state("networkidle")
    person.requests.clear()
    before = box(person, "oesterled")
    assert shown(person) == {"oesterled", "vesterled", "noerremark", "soendermark", "storgaarden"}
    step(person, "ArrowRight")
    after = box(person, "oesterled")
    assert after["x"] == before["x"]
    assert after["width"] > 1.6 * before["width"]
    assert shown(person) == {"oesterled", "vesterled", "noerremark", "soendermark", "lillegaarden", "nygaarden"}  # fmt: skip
    step(person, "ArrowRight")
    assert named(person) == "Lillegården,Markerne,Nygården,Vesterled,Østerled"
    step(person, "Home")
    step(person, "ArrowRight")
    step(person, "ArrowRight")
    assert box(person, "oesterled") == before
    assert "Storgården" in named(person)
    assert person.requests == []


def test_the_focus_stays_on_an_area_that_is_drawn_anew(
    skelby_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(skelby_server, "/?aar=2022")
    person.page.locator(SHAPE.format("oesterled")).focus()
    for year in (2023, 2022, 2024):
        person.page.evaluate("(year) => blok.state.set({ year })", year)
        assert person.page.evaluate("document.activeElement.dataset.feature") == "oesterled"
        assert person.page.locator(SHAPE.format("oesterled")).count() == 1


def test_a_press_finds_the_area_of_the_year_where_it_lies(
    skelby_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(skelby_server, "/?aar=2022&omraader=vesterled")
    at = box(person, "noerremark")
    spot = (at["x"] + at["width"] / 2, at["y"] + 12)
    for year, area in ((2022, "noerremark"), (2024, "markerne")):
        person.page.evaluate("(year) => blok.state.set({ year })", year)
        person.page.mouse.click(*spot)
        assert person.state["areas"] == [area]


def test_what_was_not_there_is_told_in_words(
    skelby_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(skelby_server, "/?aar=2024&omraader=noerremark")
    panel = person.page.locator("#panel")
    assert "Området fandtes ikke da" in panel.inner_text()
    assert "Blev 2024 en del af Markerne" in panel.inner_text()
    row = person.page.locator("#table tr[data-geography=noerremark]")
    assert "Området fandtes ikke da" in str(row.text_content())
    person.open("/?aar=2024&omraader=markerne")
    assert "Dannet 2024 af Nørremark og Søndermark" in panel.inner_text()
    person.open("/?aar=2022&omraader=storgaarden")
    assert "Delt 2023 i Lillegården og Nygården" in panel.inner_text()


def test_a_walk_from_an_area_that_is_not_there_says_so(
    skelby_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(skelby_server, "/steder?aar=2024&omraader=noerremark")
    start = person.page.locator(".near-me")
    assert "Området fandtes ikke da." in start.inner_text()
    assert person.page.locator(SHAPE.format("noerremark")).bounding_box() is None
    person.page.evaluate("blok.state.set({ year: 2022 })")
    assert "Området fandtes ikke da." not in start.inner_text()


def test_two_years_draw_each_its_own_and_dash_what_was_before(
    skelby_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(skelby_server, "/sammenlign?fane=aar&fra=2022&aar=2024&indikator=i-job")
    person.page.wait_for_selector(".outline-before")
    person.rest()

    def seen(name: str) -> Any:
        return person.page.evaluate(
            """(name) => [...document.querySelectorAll(`[data-pane=${name}] path[data-map]`)]
              .filter((one) => one.getBoundingClientRect().width > 0).length""", name)  # fmt: skip

    assert [seen("earlier"), seen("later"), seen("change")] == [5, 5, 5]
    assert person.page.locator("path.outline-before").count() == 5
    assert "Stiplet: omridset i 2022" in person.page.locator("#change-legend").inner_text()
    assert "Boligerne ved Ny Allé hører med" in person.page.locator("#years-said").inner_text()
