"""What a page of the staff area sends when somebody does something on it."""

import base64
from pathlib import Path
from typing import Any

from werkzeug.test import TestResponse

from dashboard.archive.archive import Archive
from dashboard.drafting.bench import Bench
from tests.staff.area import Browser


def act(browser: Browser, pressed: str, search: str = "", **states: Any) -> Any:
    """Press what has an id, as the renderer would ask; return the properties that it changes.

    `states` are by `id__property`, with `_` for `-`.
    """
    wire = next(one for one in wires(browser) if one["inputs"][0]["id"] == pressed)
    answer = asked(browser, wire, 1, search, **states)
    assert answer.status_code in (200, 204), answer.get_data(as_text=True)
    return answer.get_json()["response"] if answer.status_code == 200 else {}


def asked(browser: Browser, wire: dict[str, Any], clicks: int | None, search: str = "",
          **states: Any) -> TestResponse:  # fmt: skip
    """Ask what the renderer asks for one wire."""
    given = {name.replace("__", ".").replace("_", "-"): value for name, value in states.items()}
    given["staff-address.search"] = search
    said = {
        "output": wire["output"],
        "outputs": _outputs(wire["output"]),
        "inputs": [one | {"value": clicks if one["property"] == "n_clicks" else given.get(_of(one))}
                   for one in wire["inputs"]],
        "state": [one | {"value": given.get(_of(one))} for one in wire["state"]],
        "changedPropIds": [_of(wire["inputs"][0])],
    }  # fmt: skip
    return browser.ask(said)


def wires(browser: Browser) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = browser.get("/medarbejder/_dash-dependencies").get_json()
    return found


def handed_in(browser: Browser, search: str, file: Path) -> Any:
    """Hand in a file."""
    content = "data:text/csv;base64," + base64.b64encode(file.read_bytes()).decode()
    return act(browser, "staff-upload", search, staff_upload__contents=[content],
               staff_upload__filename=[file.name])  # fmt: skip


def begun(browser: Browser, archive: Archive, title: str = "Tal for 2026") -> str:
    """Begin a draft; return the search part of its address."""
    to = act(browser, "staff-begin", staff_title__value=title)["staff-address"]["search"]
    assert Bench(archive).drafts()[0].title == title
    return str(to)


def _of(part: dict[str, Any]) -> str:
    return f"{part['id']}.{part['property']}"


def _outputs(told: str) -> Any:
    if "." not in told:  # none at all
        return []
    names = told.strip(".").split("...")
    parts = [dict(zip(("id", "property"), name.rsplit(".", 1), strict=True)) for name in names]
    return parts if told.startswith("..") else parts[0]
