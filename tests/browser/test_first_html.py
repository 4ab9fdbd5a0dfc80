"""The first HTML is a map: read and moved without scripts, and replaced without a jump with them."""

from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page

from .serving import Server

SIZES = {"desktop": (1440, 900), "phone": (390, 844)}
LOOKS: list[dict[str, Any]] = [{}, {"color_scheme": "dark"}, {"forced_colors": "active"}]
#: What moved of its own in the first seconds, noted from the start.
WATCH = """
window.moved = [];
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) moved.push([one.value, one.sources.map(({ node }) => node && node.className)]);
}).observe({ type: "layout-shift", buffered: true });
"""
#: Where the parts of the page that is seen stand.
BOXES = """
() => Object.fromEntries(["header", ".controls", ".map-region", ".map", ".panel", ".clock", ".legend"].map((name) => {
  const seen = [...document.querySelectorAll(name)].find((one) => getComputedStyle(one).visibility !== "hidden");
  const { x, y, width, height } = seen.getBoundingClientRect();
  return [name, [x, y, width, height]];
}))
"""


@pytest.fixture
def contexts(browser: Browser) -> Iterator[Any]:
    opened: list[BrowserContext] = []

    def open_one(size: str = "desktop", **options: Any) -> BrowserContext:
        width, height = SIZES[size]
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        context.set_default_timeout(10_000)
        opened.append(context)
        return context

    yield open_one
    for context in opened:
        context.close()


def _unscripted(context: BrowserContext, address: str) -> Page:
    """A page whose scripts never come."""
    page = context.new_page()
    page.route("**/*.js", lambda route: route.abort())
    page.goto(address)
    return page


@pytest.mark.parametrize("size", SIZES)
def test_without_scripts_the_map_is_read_and_moved_by_links(
    contexts: Any, randers_server: Server, size: str
) -> None:
    page = contexts(size, java_script_enabled=False).new_page()
    page.goto(f"{randers_server.url}?aar=2023&indikator=skolefravaer")
    assert page.locator(".drawing").bounding_box()["width"] > 300
    assert "6,2" in page.locator("tbody tr", has_text="Vangdalen").inner_text()
    assert not page.locator("#loading").is_visible()
    page.locator("a.drawn-step[aria-label*='2024']").click()
    assert page.locator(".now .year").inner_text() == "2024"
    assert "10,1" in page.locator("tbody tr", has_text="Vangdalen").inner_text()
    page.locator(".clock a.tick", has_text="2022").click()
    assert page.locator("svg.drawing title").first.text_content().endswith(", 2022")
    page.locator(".drawn-choice summary").click()
    page.locator(".drawn-choice a", has_text="Jobparate").click()
    assert "Jobparate" in page.locator(".sentence").inner_text()
    page.locator("tbody a", has_text="Vangdalen").click()
    assert page.locator(".panel h2").inner_text() == "Vangdalen"
    page.locator(".languages a", has_text="EN").click()
    assert page.locator("html").get_attribute("lang") == "en"
    assert "omraader=vangdalen" in page.url
    assert page.locator(".panel h2").inner_text() == "Vangdalen"
    assert page.locator("noscript a", has_text="memo (PDF)").first.is_visible()


@pytest.mark.parametrize("size", SIZES)
def test_the_living_map_takes_its_place_without_a_jump(
    contexts: Any, randers_server: Server, size: str
) -> None:
    before = _unscripted(contexts(size), randers_server.url).evaluate(BOXES)
    page = contexts(size).new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.add_init_script(WATCH)
    page.goto(randers_server.url)
    page.wait_for_selector("body[data-ready]", state="attached")
    page.wait_for_timeout(500)
    assert sum(value for value, _ in page.evaluate("moved")) <= 0.02, page.evaluate("moved")
    assert page.locator("#drawn").count() == 0
    assert page.locator("main").count() == 1
    after = page.evaluate(BOXES)
    apart = {name: box for name, box in after.items()
             if max(abs(a - b) for a, b in zip(box, before[name], strict=True)) > 3}  # fmt: skip
    assert apart == {}
    assert said == []


@pytest.mark.parametrize("look", LOOKS, ids=str)
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing_in_the_drawing(
    contexts: Any, server: Server, size: str, look: dict[str, Any]
) -> None:
    page = _unscripted(contexts(size, **look), server.url)
    found = Axe().run(page).response["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []


def test_only_one_of_both_is_there_for_a_screen_reader(
    contexts: Any, randers_server: Server
) -> None:
    page = contexts().new_page()
    page.route("**/series-*", lambda route: None)
    page.goto(randers_server.url)
    page.wait_for_selector("#react-entry-point main", state="attached")
    assert page.get_by_role("main").count() == 1
    assert page.get_by_role("img", name="Skolefravær, 0.-9. klasse, 2024").count() == 1


def test_what_cannot_be_fetched_is_told_and_the_drawing_stays(
    contexts: Any, randers_server: Server
) -> None:
    page = contexts().new_page()
    page.route("**/series-*", lambda route: route.abort())
    page.goto(randers_server.url)
    page.wait_for_selector("body[data-failed]", state="attached")
    assert page.locator("#loading").bounding_box()["width"] > 100
    assert page.locator("#loading").inner_text() != ""
    assert page.locator(".drawing").is_visible()
