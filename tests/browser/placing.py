"""Read the page of paths and places as a visitor sees it."""

from typing import Any

from .visiting import Visit

#: Parts of the page that are closed on a phone.
OPEN = "afsnit=steder,stier,tilbud,tidslinje,aendringer,tegn"
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True}

_CARDS = """
() => [...document.querySelectorAll("#chosen .card, #cards .part .card")].map((card) => ({
  id: card.dataset.card,
  name: card.querySelector(".card-name").textContent,
  kind: card.querySelector(".card-kind").textContent,
  walk: (card.querySelector(".walk-time") || { textContent: "" }).textContent,
}))
"""
_NEWS = "(list) => [...document.querySelectorAll(`[data-list=${list}] [data-news]`)].map((li) => li.dataset.news)"


def cards(person: Visit) -> dict[str, dict[str, str]]:
    """The cards in the order of the page, by id, in closed parts of it too."""
    return {one["id"]: one for one in person.page.evaluate(_CARDS)}


def news(person: Visit, which: str) -> list[str]:
    """The ids of what is `fresh` or `coming`."""
    return list(person.page.evaluate(_NEWS, which))


def map_ready(person: Visit) -> None:
    """Wait until the map is drawn and the ground reached with it."""
    person.page.wait_for_selector("path[data-layer=areas][aria-label]", state="attached")
    person.page.wait_for_function("() => blok.overlay.map() !== null")


def spot(person: Visit, x: float, y: float) -> tuple[float, float]:
    """A point of the window, given as shares of the map's width and height."""
    box = person.page.locator("#map").bounding_box()
    assert box is not None
    return box["x"] + x * box["width"], box["y"] + y * box["height"]
