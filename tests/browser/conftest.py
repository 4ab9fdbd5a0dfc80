"""Servers on both packages, one browser, and a fresh context for every visit."""

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.packages_editing import RANDERS, TINYTOWN

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
        context.set_default_timeout(10_000)
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


def _of_browser(reports: list[Any]) -> list[Any]:
    own = f"{_HERE.relative_to(ROOT).as_posix()}/"
    return [report for report in reports if report.nodeid.startswith(own)]


def _reports(config: pytest.Config, *outcomes: str) -> list[Any]:
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    stats = reporter.stats if reporter else {}
    return _of_browser([report for outcome in outcomes for report in stats.get(outcome, [])])


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """A browser test that did not run is a failure: nobody looks at skips."""
    if _reports(session.config, "skipped") and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    ran = {report.nodeid for report in _reports(config, "passed", "failed")}
    skipped = _reports(config, "skipped")
    terminalreporter.write_line(f"{len(ran)} browser tests ran")
    if skipped:
        names = ", ".join(report.nodeid for report in skipped)
        terminalreporter.write_line(f"skipped, which counts as a failure: {names}", red=True)
