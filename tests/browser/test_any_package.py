"""Packages that differ most: every page opens, complains of nothing, fits, and says what it lacks."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.generated.live import live
from tests.generated.sample import SAMPLE
from tests.generated.writing import read, write

from .visiting import Visit

PAGES = ("", "sammenlign?fane=tid", "sammenlign?fane=matrix", "sammenlign?fane=aar", "sammenlign?fane=rang",
         "sammenlign?fane=maal", "sammenlign?fane=indsatser", "sammenlign?fane=pas", "steder", "data",
         "om")  # fmt: skip
SIZES = ((1440, 900), (390, 844))
#: What a reader of a page must not meet: slips, what is empty, what leads to nothing.
_WRONG = """
() => {
  const seen = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.offsetParent);
  const empty = seen("h1, h2, h3, h4, h5, dd, dt, summary, legend, caption, .nothing").filter((one) => !one.textContent.trim());
  const bare = seen(".legend-title").filter((one) => one.parentElement.querySelectorAll("li").length === 0);
  const slips = document.body.innerText.match(/undefined|NaN|\\[object|\\bnull\\b|: *$/g) || [];
  const sideways = document.documentElement.scrollWidth > innerWidth ? [`${document.documentElement.scrollWidth} wide`] : [];
  return [...slips, ...sideways, ...empty.map((one) => `empty ${one.outerHTML.slice(0, 200)}`), ...bare.map((one) => `no classes: ${one.innerText}`)];
}
"""
_FILES = (
    "[...document.querySelectorAll('a[href*=\"/download/values.csv\"]')].map((one) => one.href)"
)


@pytest.fixture(scope="module", params=SAMPLE)
def address(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:  # fmt: skip
    folder: Path = tmp_path_factory.mktemp(request.param)
    with live(read(write(folder, SAMPLE[request.param]))) as url:
        yield url


def _wrong_at(page: Page, size: tuple[int, int]) -> list[str]:
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.wait_for_timeout(120)  # what follows a new size
    return [f"{size[0]}: {one}" for one in page.evaluate(_WRONG)]


def test_every_page_of_any_package_is_whole(address: str, visit: Callable[..., Visit]) -> None:
    person, wrong = visit(address), []
    for where in PAGES:
        person.page.set_viewport_size({"width": SIZES[0][0], "height": SIZES[0][1]})
        person.open(where)
        wrong += [f"{where} {one}" for size in SIZES for one in _wrong_at(person.page, size)]
        for file in set(person.page.evaluate(_FILES)):
            if not person.page.request.get(file).ok:
                wrong.append(f"{where} offers {file}")
    assert wrong == []
    assert person.complaints() == []


def test_a_package_with_nothing_says_so(browser: Browser, tmp_path: Path) -> None:
    page = browser.new_page()
    with live(read(write(tmp_path, SAMPLE["bare"]))) as url:
        for tab, said in (("tid", "Serien har ingen tal med et årstal."),
                          ("maal", "Datapakken har ingen mål, der kan vurderes.")):  # fmt: skip
            page.goto(f"{url}sammenlign?fane={tab}")
            assert page.text_content("#compare-view .nothing") == said
        page.goto(f"{url}data")
        page.wait_for_selector("body[data-ready]", state="attached")
        assert page.locator("#downloads a").count() == 0
    page.close()
