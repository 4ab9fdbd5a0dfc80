"""Servers on both packages, one browser, and a fresh context for every visit."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.packages_editing import RANDERS, SKELBY, TINYTOWN

from .facts import Facts
from .serving import ROOT, Server, serve
from .visiting import Visit

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
_HERE = Path(__file__).parent


def _browser_path() -> str:
    named = os.environ.get("BLOKTILBY_TEST_BROWSER")
    if named:
        return named
    found = subprocess.run([sys.executable, "-m", "tools.browser"], cwd=ROOT, text=True,
                           capture_output=True, check=False)  # fmt: skip
    if found.returncode:
        pytest.fail(found.stderr, pytrace=False)
    return found.stdout.strip().splitlines()[-1]


def _served(package: Path) -> Iterator[Server]:
    try:
        server = serve(package)
    except RuntimeError as error:
        pytest.fail(str(error), pytrace=False)
    yield server
    server.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=_browser_path(), args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def randers_server() -> Iterator[Server]:
    yield from _served(RANDERS)


@pytest.fixture(scope="session")
def tinytown_server() -> Iterator[Server]:
    yield from _served(TINYTOWN)


@pytest.fixture(scope="session")
def skelby_server() -> Iterator[Server]:
    yield from _served(SKELBY)


@pytest.fixture(params=["randers_server", "tinytown_server"])
def server(request: pytest.FixtureRequest) -> Server:
    """The shipped package, then the invented one: the page must serve any."""
    return request.getfixturevalue(request.param)


@pytest.fixture
def facts(server: Server, tmp_path: Path) -> Facts:
    return Facts(server.package, tmp_path)


@pytest.fixture
def visit(browser: Browser) -> Iterator[Callable[..., Visit]]:
    """Open pages; at the end none may have complained, unless it was `forgiven`."""
    visits: list[Visit] = []

    def open_page(server: Server | str, address: str = "", **options: Any) -> Visit:
        options = {"viewport": {"width": 1440, "height": 900}} | options
        context = browser.new_context(**options)
        context.set_default_timeout(30_000)
        url = server if isinstance(server, str) else server.url
        try:
            visits.append(Visit(context, url, address))
        except BaseException:
            context.close()
            raise
        return visits[-1]

    yield open_page
    complaints = [words for one in visits for words in one.complaints()]
    for one in visits:
        one.context.close()
    assert complaints == []


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where nobody can press again, one slow moment of a busy machine stops nothing.

    A test that needed its second try is named at the end of the run.
    """
    if not os.environ.get("CI"):
        return
    for item in items:
        if item.path.is_relative_to(_HERE):
            item.add_marker(pytest.mark.flaky(reruns=1))
