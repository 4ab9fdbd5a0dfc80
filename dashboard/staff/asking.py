"""Let pages of the staff area ask only what is wired, in the shape that Dash's renderer sends.

Dash itself believes what it is sent and breaks on anything else. What the values are is for
the function of each callback to judge.
"""

from collections.abc import Mapping
from typing import Any

from dash import Dash
from flask import Flask, abort, request

from dashboard.identity.settings import AREA

_DISPATCH = f"{AREA}_dash-update-component"
_LISTS = ("inputs", "state")


def add_asking(server: Flask, app: Dash) -> None:
    """Refuse a question that no page of ours asks."""

    @server.before_request
    def ask() -> None:
        if request.path == _DISPATCH and not is_question(_body(), app.callback_map):
            abort(400)


def _body() -> object:
    """What was sent; nothing where it is no JSON, or JSON that is too deep."""
    try:
        return request.get_json(silent=True)
    except RecursionError:
        return None


def is_question(body: object, wires: Mapping[str, Mapping[str, Any]]) -> bool:
    """Tell whether a body is what Dash's renderer sends for one of the wires."""
    if not isinstance(body, dict):
        return False
    output, changed = body.get("output"), body.get("changedPropIds", [])
    if not isinstance(output, str) or "callback" not in wires.get(output, {}):
        return False
    return (
        all(_fit(body.get(name, []), wires[output].get(name, [])) for name in _LISTS)
        and isinstance(changed, list)
        and all(isinstance(one, str) and "." in one for one in changed)
        and _named(body.get("outputs"), output)
    )


def _fit(sent: object, wired: list[Mapping[str, str]]) -> bool:
    """Whether what was sent are the wired inputs, in their order."""
    return (
        isinstance(sent, list)
        and len(sent) == len(wired)
        and all(_is(one, wire) for one, wire in zip(sent, wired, strict=True))
    )


def _is(sent: object, wire: Mapping[str, str]) -> bool:
    """Whether an input is the wired one; one with a pattern stands for any number of elements."""
    if wire["id"].startswith("{"):
        found = sent if isinstance(sent, list) else [sent]
        return all(isinstance(one, dict) and one.get("property") == wire["property"] and
                   isinstance(one.get("id"), dict) for one in found)  # fmt: skip
    named = isinstance(sent, dict) and (sent.get("id"), sent.get("property"))
    return named == (wire["id"], wire["property"])


def _named(outputs: object, output: str) -> bool:
    """Whether the outputs are repeated as the renderer does: none, one, or a list for several."""
    if "." not in output:  # of a callback that changes nothing by itself
        return not outputs
    if output.startswith("..") or "{" in output:
        named = outputs if isinstance(outputs, list) else [outputs]
        return bool(named) and all(_is_named(one) for one in named)
    identifier, _, name = output.rpartition(".")
    # one of several callbacks with the same output has a hash behind its name
    return (isinstance(outputs, dict) and outputs.get("id") == identifier
            and str(outputs.get("property")).partition("@")[0] == name.partition("@")[0])  # fmt: skip


def _is_named(output: object) -> bool:
    """Whether an output, or each of those that a pattern stands for, has its two parts."""
    if isinstance(output, list):
        return all(_is_named(one) for one in output)
    return isinstance(output, dict) and {"id", "property"} <= output.keys()
