"""A step of the clock changes all that tells of the year in one go, and touches nothing else."""

from collections.abc import Callable
from typing import Any

import pytest

from .serving import Server
from .visiting import Visit

#: Moves the clock as a key does; what is told right after the event has come with it.
_STEP = """
(year) => {
  const range = document.querySelector("#year");
  range.value = year;
  range.dispatchEvent(new Event("input", { bubbles: true }));
  const text = (selector) => document.querySelector(selector).textContent;
  const { state } = blok;
  const id = state.get().areas[0];
  return {
    clock: text("#clock .year"), sentence: text("#sentence"), panel: text("#panel .brief"),
    caption: text("#table caption"), spoken: blok.map.kept.areas[id].getElement().getAttribute("aria-label"),
  };
}
"""

#: Changes an element three times, and tells what became of its parts.
_REVISED = """
() => {
  const { el } = blok.dom;
  const done = [];
  const box = document.body.appendChild(el("div", {}));
  const part = (year, extra) => [
    el("p", null, `In ${year}`), extra, el("details", { "data-key": "more" }, el("summary", null, "More")),
    el("button", { "data-key": "go", onClick: () => done.push(year) }, "Go"),
  ];
  blok.revise(box, ...part(2020));
  const [words, fold, button] = box.children;
  fold.open = true;
  button.focus();
  blok.revise(box, ...part(2021, el("em", null, "between")));
  const kept = [box.children[0] === words, box.children[2] === fold, box.children[3] === button];
  const came = box.textContent;
  button.click();
  const held = document.activeElement === button;
  blok.revise(box, ...part(2022));
  button.click();
  const left = { kept, came, held, open: fold.open, done, now: box.textContent, count: box.children.length };
  box.remove();
  return left;
}
"""

_PLACES = """
() => Object.fromEntries([...document.querySelectorAll("#map .area-name")].filter((e) => e.style.visibility !== "hidden")
  .map((e) => [e.dataset.name, [...e.children].map((line) => [line.getAttribute("x"), line.getAttribute("y")]).join(" ")]))
"""


@pytest.fixture
def person(randers_server: Server, visit: Callable[..., Visit]) -> Visit:
    return visit(randers_server, "/?indikator=ungdomsuddannelse-15-mdr&omraader=jennumparken")


def _told(person: Visit, year: int) -> dict[str, Any]:
    told: dict[str, Any] = person.page.evaluate(_STEP, year)
    return told


def test_everything_tells_of_the_year_at_once(person: Visit) -> None:
    first, second = _told(person, 2022), _told(person, 2023)
    assert (first["clock"], second["clock"]) == ("2022", "2023")
    for part in ("sentence", "panel", "caption", "spoken"):
        assert first[part] != second[part], part


def test_what_does_not_tell_of_the_year_stays_in_its_place(person: Visit) -> None:
    person.page.click("#panel [data-key=about-summary]")
    person.page.evaluate("""() => {
      for (const element of document.querySelectorAll("#panel h2, #panel svg, #panel .about")) element.kept = true;
    }""")
    person.page.focus("#panel [data-key=about-summary]")
    _told(person, 2023)
    kept = "() => [...document.querySelectorAll('#panel *')].filter((e) => e.kept).map((e) => e.localName)"
    assert person.page.evaluate(kept) == ["h2", "svg", "details"]
    assert person.page.evaluate("() => document.querySelector('#panel .about').open")
    assert person.page.evaluate("() => document.activeElement.dataset.key") == "about-summary"


def test_another_area_has_a_panel_of_its_own(person: Visit) -> None:
    before = person.page.inner_text("#panel h2")
    person.set(areas=["centrum"])
    assert person.page.inner_text("#panel h2") != before
    person.page.click("#panel [data-key=close]")
    assert person.state["areas"] == []


def test_a_button_that_stays_does_what_the_new_one_would(person: Visit) -> None:
    assert person.page.evaluate(_REVISED) == {
        "kept": [True, True, True], "came": "In 2021betweenMoreGo", "held": True, "open": True,
        "done": [2021, 2022], "now": "In 2022MoreGo", "count": 3,
    }  # fmt: skip


def test_names_of_areas_stay_where_they_are_from_year_to_year(person: Visit) -> None:
    """A value may be wider in another year: there is room for the widest."""
    seen = []
    for year in (2022, 2023, 2022):
        _told(person, year)
        person.page.wait_for_timeout(300)
        seen.append(person.page.evaluate(_PLACES))
    assert len(seen[0]) > 3
    assert seen[0] == seen[1] == seen[2]


def test_names_go_at_once_where_they_stood_in_that_year_before(person: Visit) -> None:
    """Places that open move names; the second time nobody has to wait for it."""
    seen = {}
    for year in (2024, 2020, 2024, 2020):
        _told(person, year)
        if year in seen:
            assert person.page.evaluate(_PLACES) == seen[year]
        person.page.wait_for_timeout(300)
        seen[year] = person.page.evaluate(_PLACES)
