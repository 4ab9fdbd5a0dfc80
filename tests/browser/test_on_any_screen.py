"""From a phone on its side to the screen of a council hall, and the whole of it for the map."""

from collections.abc import Callable

import pytest

from .serving import Server
from .visiting import Visit

_BOXES = """
() => ["#map-region", "#clock"].map((one) => {
  const { top, bottom, left, right, width, height } = document.querySelector(one).getBoundingClientRect();
  return { top, bottom, left, right, width, height };
})
"""


def _visible(box: dict[str, float], width: int, height: int) -> bool:
    return (box["top"] >= 0 and box["bottom"] <= height + 1 and box["left"] >= 0
            and box["right"] <= width + 1)  # fmt: skip


@pytest.mark.parametrize("address", ["", "steder"])
@pytest.mark.parametrize("size", [(844, 390), (1024, 768), (820, 1180), (1920, 1080), (2560, 1440)])
def test_map_and_clock_are_seen_together(
    server: Server, visit: Callable[..., Visit], address: str, size: tuple[int, int]
) -> None:
    width, height = size
    person = visit(server, address, viewport={"width": width, "height": height})
    where, clock = person.page.evaluate(_BOXES)
    assert all(_visible(box, width, height) for box in (where, clock)), (where, clock)
    assert where["height"] >= 128
    if width >= 1920:
        assert where["width"] * where["height"] > 0.4 * width * height
    assert person.page.evaluate("document.documentElement.scrollWidth") <= width


def test_text_grows_on_a_large_screen_and_with_the_visitors_own(
    server: Server, visit: Callable[..., Visit]
) -> None:
    root_px = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
    person = visit(server, viewport={"width": 1280, "height": 800})
    assert person.page.evaluate(root_px) == 16
    person.page.set_viewport_size({"width": 2560, "height": 1440})
    assert 21 <= person.page.evaluate(root_px) <= 22


@pytest.mark.parametrize("has_its_own_way", [True, False])
@pytest.mark.parametrize("address", ["", "steder", "sammenlign"])
def test_the_whole_screen(
    server: Server, visit: Callable[..., Visit], address: str, has_its_own_way: bool
) -> None:
    person = visit(server, address)
    page = person.page
    if not has_its_own_way:
        page.evaluate("Element.prototype.requestFullscreen = undefined")
    button = page.get_by_role("button", name="Fuld skærm")
    assert button.get_attribute("aria-pressed") == "false"
    button.click()
    page.wait_for_selector("main.filled")
    assert button.get_attribute("aria-pressed") == "true"
    assert page.evaluate("document.activeElement.className") == "full"
    assert page.evaluate("Boolean(document.fullscreenElement)") is has_its_own_way
    if address != "sammenlign":
        size = page.evaluate("[innerWidth, innerHeight]")
        assert all(_visible(box, *size) for box in page.evaluate(_BOXES))
        year = person.state["year"]
        page.focus("#year")
        page.keyboard.press("ArrowLeft")
        assert person.state["year"] == year - 1
    if has_its_own_way:
        button.click()
    else:
        page.keyboard.press("Escape")
    page.wait_for_selector("main:not(.filled)")
    assert button.get_attribute("aria-pressed") == "false"
    assert person.complaints() == []
