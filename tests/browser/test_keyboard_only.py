"""Everything that a mouse can do, keys can."""

from collections.abc import Callable
from typing import Any

import pytest

from .facts import Facts
from .serving import Server
from .visiting import Visit

_NAME = """
() => {
  const e = document.activeElement;
  return e.getAttribute("data-feature") || e.getAttribute("data-layer-switch") || e.id
    || (e.classList.contains("play") ? "play" : e.className.toString());
}
"""


def _focused(person: Visit) -> str:
    return str(person.page.evaluate(_NAME))


def _walk(person: Visit) -> list[str]:
    """Press Tab until it comes round; return what had the focus, in order."""
    names: list[str] = []
    person.page.evaluate("document.activeElement.blur()")
    for _ in range(300):
        person.page.keyboard.press("Tab")
        if person.page.evaluate("document.activeElement === document.body"):
            return names
        names.append(_focused(person))
    raise AssertionError(f"Tab does not come round: {names}")


def test_tab_reaches_everything(server: Server, facts: Facts, visit: Callable[..., Visit]) -> None:
    person = visit(server)
    names = _walk(person)
    boxes = person.page.locator("[data-layer-switch]")
    switches = [str(boxes.nth(i).get_attribute("data-layer-switch")) for i in range(boxes.count())]
    visible = [park for park in facts.features("parks") if person.feature(park).is_visible()]
    assert len(switches) >= 4
    assert visible
    missing = {"indicator", "play", "year", *switches, *facts.areas, *visible} - set(names)
    assert missing == set()
    assert names.index("indicator") < names.index(facts.areas[0]) < names.index("play")
    assert names.index("play") < names.index("year") or names.index("year") < names.index("play")


@pytest.mark.parametrize("key", ["Enter", " "])
def test_enter_and_space_choose_an_area(
    server: Server, facts: Facts, visit: Callable[..., Visit], key: str
) -> None:
    person = visit(server)
    area = next(a for a in facts.areas if a not in person.state["areas"])
    path = person.area(area)
    assert path.get_attribute("role") == "button"
    assert path.get_attribute("aria-pressed") == "false"
    scrolled = person.page.evaluate("scrollY")
    path.focus()
    person.page.keyboard.press(key)
    assert person.state["areas"] == [area]
    assert path.get_attribute("aria-pressed") == "true"
    assert _focused(person) == area
    assert person.page.evaluate("scrollY") == scrolled
    assert person.page.locator("path[data-layer=areas][aria-pressed=true]").count() == 1


def test_a_park_is_chosen_by_key(server: Server, facts: Facts, visit: Callable[..., Visit]) -> None:
    person = visit(server)
    park = facts.features("parks")[0]
    person.feature(park).press("Enter")
    assert person.state["areas"] == [park]
    assert person.feature(park).get_attribute("aria-pressed") == "true"


def test_the_spoken_name_follows_the_clock_and_focus_stays(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server)
    indicator, area = facts.descriptor["start"]["indicator"], facts.descriptor["start"]["area"]
    path = person.area(area)
    path.focus()
    handle: Any = path.element_handle()
    for year in facts.years:
        person.set(year=year)
        spoken = path.get_attribute("aria-label")
        shown = facts.shown(indicator, area, year)
        assert (shown.text or str(year)) in spoken
        assert person.page.evaluate("(e) => document.activeElement === e && e.isConnected", handle)


def test_focus_stays_while_the_clock_plays(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server)
    person.set(year=facts.years[0])
    person.page.focus(".play")
    person.page.keyboard.press("Enter")
    person.area(facts.areas[0]).focus()
    person.page.wait_for_function("(y) => blok.state.get().year > y", arg=facts.years[0])
    assert _focused(person) == facts.areas[0]


def test_arrows_home_and_end_move_the_year(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server)
    first, last = facts.years[0], facts.years[-1]
    person.page.focus("#year")
    moves = [("Home", first), ("ArrowRight", first + 1), ("ArrowUp", first + 2),
             ("ArrowLeft", first + 1), ("ArrowDown", first), ("ArrowLeft", first),
             ("End", last), ("ArrowRight", last)]  # fmt: skip
    for key, year in moves:
        person.page.keyboard.press(key)
        assert person.state["year"] == year
        assert person.page.text_content("#clock .year") == str(year)
        assert str(person.page.get_attribute("#year", "aria-valuetext")).startswith(str(year))


def test_the_skip_link_leads_to_the_main_part(server: Server, visit: Callable[..., Visit]) -> None:
    person = visit(server)
    person.page.keyboard.press("Tab")
    assert person.page.evaluate("document.activeElement.className") == "skip"
    person.page.keyboard.press("Enter")
    assert person.page.evaluate("document.activeElement.id") == "main"
