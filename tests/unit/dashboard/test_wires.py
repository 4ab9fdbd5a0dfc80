"""A page hears only of the callbacks whose elements it has."""

import json

from dashboard.compiling.wires import wires_for

LAYOUT = json.dumps({"props": {"id": "page", "children": [{"props": {"id": "asked"}}, "text", {"props": {"id": {"a": 1}}}]}})  # fmt: skip


def wire(output, *inputs, state=()):
    return {"output": output, "inputs": [{"id": one} for one in inputs],
            "state": [{"id": one} for one in state]}  # fmt: skip


def test_a_wire_is_kept_where_all_its_elements_are():
    wires = [wire("a", "page"), wire("b", "page", "asked"), wire("c", "nowhere"),
             wire("d", "page", state=["nowhere"])]  # fmt: skip
    found = json.loads(wires_for(LAYOUT, json.dumps(wires)))
    assert [one["output"] for one in found] == ["a", "b"]
