"""Tell a page of those callbacks alone whose elements it has."""

import json
from typing import Any


def wires_for(layout: str, wires: str) -> str:
    """Return the wires (JSON, as Dash's renderer asks for them) of what a layout (JSON) holds."""
    there = set(_ids(json.loads(layout)))
    kept = [wire for wire in json.loads(wires)
            if {one["id"] for one in (*wire["inputs"], *wire["state"])} <= there]  # fmt: skip
    return json.dumps(kept, separators=(",", ":"))


def _ids(part: Any) -> list[str]:
    """Every id in a part of a layout."""
    if isinstance(part, list):
        return [found for one in part for found in _ids(one)]
    if not isinstance(part, dict):
        return []
    props = part.get("props", {})
    own = [props["id"]] if isinstance(props.get("id"), str) else []
    return own + _ids(props.get("children"))
