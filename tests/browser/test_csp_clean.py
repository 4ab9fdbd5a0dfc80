"""The strict headers are there, nothing breaks them, and nothing tells what runs here."""

import re
import sys
import urllib.error
import urllib.request
from collections.abc import Callable
from importlib.metadata import version

import pytest

from .facts import Facts
from .serving import Server
from .visiting import Visit

HEADERS = {
    "Content-Security-Policy", "Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy",
    "Permissions-Policy", "Referrer-Policy", "X-Content-Type-Options",
}  # fmt: skip
PATHS = ["", "health", "assets/state.js", "_dash-layout", "_dash-dependencies", "no-such-page"]


def _get(url: str) -> tuple[dict[str, str], str]:
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return dict(answer.headers), answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return dict(error.headers), error.read().decode()


def test_a_visit_breaks_no_rule(server: Server, facts: Facts, visit: Callable[..., Visit]) -> None:
    person = visit(server)
    for indicator in facts.indicators:
        person.choose(indicator)
    person.area(facts.areas[0]).hover(force=True)
    person.feature(facts.features("parks")[0]).press("Enter")
    person.page.locator("summary").last.click()
    person.page.click(".play")
    person.rest()
    assert person.complaints() == []


def test_a_broken_rule_would_be_noticed(server: Server, visit: Callable[..., Visit]) -> None:
    """The listener works: an inline script is refused, and seen to be."""
    person = visit(server)
    person.page.evaluate(
        "const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
        "document.body.append(s)"
    )
    person.page.wait_for_function("() => window.violations.length > 0")
    assert person.page.evaluate("window.ran") is None
    person.page.evaluate("window.violations = []")
    person.problems.clear()


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_has_the_headers(server: Server, path: str) -> None:
    headers, _ = _get(server.url + path)
    assert set(headers) >= HEADERS
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-eval" not in policy
    assert "'unsafe-inline'" not in policy.partition("script-src")[2].partition(";")[0]
    assert "http" not in policy


@pytest.mark.parametrize("path", PATHS)
def test_nothing_tells_which_versions_run(server: Server, path: str) -> None:
    headers, text = _get(server.url + path)
    assert "Server" not in headers
    assert "X-Powered-By" not in headers
    python = ".".join(map(str, sys.version_info[:3]))
    said = f"{headers} {text}"
    for secret in ("python_version", "dash_version", "Werkzeug", "waitress", "Traceback"):
        assert secret not in said
    if path != "assets/state.js":
        assert not re.search(rf"\b({re.escape(python)}|{re.escape(version('dash'))})\b", said)
