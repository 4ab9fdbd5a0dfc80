"""Every callback of the staff area, asked by everybody and with values that no page sends."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from dashboard.identity.person import ROLES
from dashboard.identity.settings import AREA
from tests.staff.area import Area, Browser

#: What a page may send, and what none does.
VALUES: dict[str, Any] = {
    "nothing": None, "a number": 1, "a text": "x", "a list": ["x"], "lists": [[1]], "an object": {"a": 1},
    "an address": "/medarbejder/", "a search": "?kladde=../../x&sprog=xx", "a path": "../../etc/passwd",
    "markup": "<script>alert(1)</script>", "a long text": "é" * 20_000, "a truth": True,
}  # fmt: skip


def wires(browser: Browser) -> list[dict[str, Any]]:
    """What the server says that can be asked, without what a browser answers itself."""
    told = browser.get(f"{AREA}_dash-dependencies").get_json()
    return [wire for wire in told if wire["clientside_function"] is None]


def question(wire: dict[str, Any], value: object) -> dict[str, Any]:
    """What the renderer would ask of a wire if each element had this value."""
    output: str = wire["output"]
    several = output.startswith("..")
    # a callback that changes nothing by itself has no output, and a hash for a name
    parts = output.strip(".").split("...") if "." in output else []
    named = [_part(one.partition("@")[0]) for one in parts]
    asked = [one | {"value": value} for one in wire["inputs"]]
    return {
        "output": output,
        "outputs": named if several or not named else named[0],
        "inputs": asked,
        "state": [one | {"value": value} for one in wire["state"]],
        "changedPropIds": [f"{asked[0]['id']}.{asked[0]['property']}"],
    }


def _part(name: str) -> dict[str, str]:
    identifier, _, prop = name.rpartition(".")
    return {"id": identifier, "property": prop}


def each(area: Area, browser: Browser) -> Iterator[dict[str, Any]]:
    found = wires(area.signed_in("viewer"))
    assert found
    yield from (question(wire, value) for wire in found for value in VALUES.values())


def test_nobody_gets_an_answer_without_a_sign_in(area: Area) -> None:
    browser = area.browser()
    for asked in each(area, browser):
        assert browser.ask(asked, "").status_code == 401, asked["output"]


def test_nobody_gets_an_answer_without_the_mark(area: Area) -> None:
    browser = area.signed_in("publisher")
    for asked in each(area, browser):
        assert browser.ask(asked, "x").status_code == 403, asked["output"]


@pytest.mark.parametrize("role", ROLES)
def test_whatever_is_sent_is_answered_in_words(area: Area, role: str) -> None:
    browser = area.signed_in(role)
    mark = browser.mark()
    for asked in each(area, browser):
        answer = browser.ask(asked, mark)
        told = answer.get_data(as_text=True)
        assert answer.status_code < 500, (asked["output"], json.dumps(asked)[:300], told)
        assert "Traceback" not in told
        assert "<script>alert" not in told or answer.mimetype == "application/json"


def test_a_lesser_role_does_nothing_that_a_higher_one_may_not(area: Area) -> None:
    """Whoever may less is refused wherever somebody who may more is, and perhaps elsewhere."""
    refused: dict[str, set[str]] = {}
    for role in ROLES:
        browser = area.signed_in(role)
        mark = browser.mark()
        refused[role] = {
            wire["output"]
            for wire in wires(browser)
            if browser.ask(question(wire, None), mark).status_code == 403
        }
    assert refused["viewer"] >= refused["editor"] >= refused["publisher"] == set()
