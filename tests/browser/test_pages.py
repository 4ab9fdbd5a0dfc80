"""Every page of the navigation opens, complains of nothing and fits the phone."""

import pytest
from axe_playwright_python.sync_playwright import Axe

PAGES = ["/om", "/om?sprog=en", "/steder", "/steder?sprog=en"]


@pytest.mark.parametrize("address", PAGES)
@pytest.mark.parametrize("size", [(1440, 900), (390, 844)])
def test_page_opens_and_fits(server, browser, address, size) -> None:
    page = browser.new_page(viewport={"width": size[0], "height": size[1]})
    problems: list[str] = []
    page.on("console", lambda m: problems.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: problems.append(str(e)))
    page.goto(server.url.rstrip("/") + address)
    page.wait_for_selector("body[data-ready]", state="attached")
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    assert page.locator("h1").count() == 1
    assert Axe().run(page).response["violations"] == []
    assert problems == []
    page.close()


def test_links_between_pages_carry_the_view(randers_server, visit) -> None:
    one = visit(randers_server, "/?aar=2021&indikator=udsaettelser")
    one.page.click("header nav a[href^='/om']")
    one.page.wait_for_selector(".page-about")
    one.page.wait_for_selector("body[data-ready]", state="attached")
    one.page.click("header nav a[href^='/?']")
    one.ready()
    assert one.state["year"] == 2021
    assert one.state["indicator"] == "udsaettelser"
