"""Let pages ask through Dash's callbacks: at their own address, and nothing else than is wired.

Dash's renderer asks beside the layout that it began with, so the address names the release.
Dash itself believes what it is sent and breaks on anything else: here that is refused in words.
"""

from collections.abc import Callable, Mapping
from typing import Any

from dash import Dash
from flask import Flask, Response, abort, request
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

from dashboard.release.reading import Release
from dashboard.release.shelf import SITE

#: The endpoint of the only address that may be posted to.
ASKING = "ask"
#: Bytes that a question may have: the longest path has a tenth of it.
MAX_BODY = 64_000
_DISPATCH = "/_dash-update-component"
_KEYS = frozenset({"output", "outputs", "inputs", "changedPropIds", "parsedChangedPropsIds"})

#: What is wired: the ids and properties of the inputs by output.
Wires = Mapping[str, list[tuple[str, str]]]


def add_asking(app: Dash, server: Flask, release: Release) -> None:
    """Answer for callbacks at the addresses of the release's pages."""
    server.config["MAX_CONTENT_LENGTH"] = MAX_BODY
    wires = wires_of(app)
    dispatch: Callable[[], Any] = server.view_functions[_DISPATCH]

    @server.post("/pages/<version>/<language>/<page>/_dash-update-component", endpoint=ASKING)
    def ask(version: str, language: str, page: str) -> Response:
        layout = f"{SITE}/pages/{version}/{language}/{page}/_dash-layout"
        if layout not in release.manifest.files:
            abort(404, "error.page_of_before")
        if not request.is_json:
            raise UnsupportedMediaType("error.question")
        if not is_question(_body(), wires):
            raise BadRequest("error.question")
        answer: Response = server.make_response(dispatch())
        answer.headers["Cache-Control"] = "no-store"
        return answer


def _body() -> object:
    """What was sent; nothing where it is no JSON, or JSON that is too deep."""
    try:
        return request.get_json(silent=True)
    except RecursionError:
        return None


def wires_of(app: Dash) -> Wires:
    """Return what is wired to a function of the server."""
    return {
        output: [(one["id"], one["property"]) for one in wire["inputs"]]
        for output, wire in app.callback_map.items()
        if "callback" in wire
    }


def is_question(body: object, wires: Wires) -> bool:
    """Tell whether a body is what Dash's renderer sends for one of the wires."""
    if not isinstance(body, dict) or not _KEYS.issuperset(body.keys() - {"state"}):
        return False
    output, inputs = body.get("output"), body.get("inputs")
    if not isinstance(output, str) or output not in wires or body.get("state"):
        return False
    if not isinstance(inputs, list) or not all(isinstance(one, dict) for one in inputs):
        return False
    changed = body.get("changedPropIds", [])
    names = {f"{identifier}.{name}" for identifier, name in wires[output]}
    return (
        [(one.get("id"), one.get("property")) for one in inputs] == wires[output]
        and isinstance(changed, list)
        and all(isinstance(one, str) and one in names for one in changed)
        and body.get("outputs") == _outputs(output)
    )


def _outputs(output: str) -> dict[str, str]:
    """What the renderer repeats of a single output."""
    identifier, _, name = output.rpartition(".")
    return {"id": identifier, "property": name}
