"""Text of twice the size and the visitor's own colours: nothing is cut, covered or unseen."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from .serving import Server
from .visiting import Visit

TWICE_PX = 32

#: Words that their own element cuts off, as tag, class and words.
_CUT = """
() => [...document.querySelectorAll("main *, header *")].filter((e) => {
  const { width, height } = e.getBoundingClientRect();
  const style = getComputedStyle(e);
  const own = [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim());
  return own && width > 2 && height > 2 && style.visibility === "visible"
    && style.overflowX === "hidden" && e.scrollWidth > e.clientWidth + 1;
}).map((e) => `${e.tagName}.${e.className} ${e.textContent}`)
"""

#: Whether the full-screen button of the map is covered by the legend or covers it.
_MEET = """
() => {
  const [a, b] = ["#legend", "#map-region > .full"].map((s) => document.querySelector(s).getBoundingClientRect());
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
"""


def _enlarge(page: Page) -> None:
    """Set the browser's own size of text, as a visitor does."""
    session = page.context.new_cdp_session(page)
    session.send("Page.setFontSizes", {"fontSizes": {"standard": TWICE_PX, "fixed": TWICE_PX}})
    page.reload()
    page.wait_for_selector("body[data-ready]")


@pytest.mark.parametrize("address", ["", "steder", "sammenlign?fane=maal", "sammenlign?fane=rang"])
@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_text_of_twice_the_size_is_read_without_scrolling_sideways(
    server: Server, visit: Callable[..., Visit], address: str, size: tuple[int, int]
) -> None:
    width, height = size
    person = visit(server, address, viewport={"width": width, "height": height})
    _enlarge(person.page)
    root_px = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
    assert person.page.evaluate(root_px) == TWICE_PX
    assert person.page.evaluate("document.documentElement.scrollWidth") <= width
    assert person.page.evaluate(_CUT) == []
    if not address:
        assert not person.page.evaluate(_MEET)


_SEEN = """
(selectors) => selectors.map((s) => {
  const e = document.querySelector(s);
  const behind = getComputedStyle(document.body).backgroundColor;
  const style = getComputedStyle(e);
  return style.color !== behind || style.borderTopWidth !== "0px";
})
"""


def test_with_the_visitors_own_colours_what_is_chosen_and_the_clock_have_a_shape(
    server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(server, forced_colors="active")
    page = person.page
    chosen = page.locator("header nav a[aria-current]").first
    assert chosen.evaluate("(e) => getComputedStyle(e).borderTopWidth") == "2px"
    year = page.locator("#clock .year")
    assert year.evaluate("(e) => getComputedStyle(e).forcedColorAdjust") == "none"
    track = page.locator("#year").evaluate(
        "(e) => getComputedStyle(e, '::-webkit-slider-runnable-track').backgroundColor"
    )
    assert track not in {
        "rgba(0, 0, 0, 0)",
        page.evaluate("getComputedStyle(document.body).backgroundColor"),
    }
    colours = page.locator("#legend li[data-colour] .swatch").evaluate_all(
        "(all) => all.map((e) => getComputedStyle(e).backgroundColor)"
    )
    assert len(set(colours)) == len(colours) > 1
