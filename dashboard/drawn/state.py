"""Read what an address asks the map for, with the meaning and the fall-backs of `assets/state.js`."""

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from werkzeug.datastructures import MultiDict

Doc = Mapping[str, Any]
VALUE = "value"
#: A longer text of an address counts as not there.
_MAX_LENGTH = 400
_NUMBER = re.compile(r"[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class State:
    """What is viewed; everything in it is known to the document."""

    year: int
    indicator: str
    mode: str
    areas: tuple[str, ...]
    layers: tuple[str, ...]
    language: str


def initial(doc: Doc) -> State:
    """Return the view that a visit begins with."""
    start = doc["start"]
    layers = tuple(layer["id"] for layer in doc["layers"])
    return State(
        start["year"], start["indicator"], VALUE, (start["area"],), layers, doc["language"]
    )


def parse(query: MultiDict[str, str], doc: Doc) -> State:
    """Return the nearest view to what an address asks for that there is."""
    state = initial(doc)
    for key, read in _READERS.items():
        for text in query.getlist(key):
            if len(text) <= _MAX_LENGTH:
                state = read(text, state, doc)
    return state


def offers(doc: Doc, indicator: str, mode: str) -> bool:
    """Tell whether a series can be shown in a mode."""
    modes = doc["indicators"][indicator]["modes"]
    return mode == VALUE or (mode in modes and modes[mode]["disabled"] is None)


def address(state: State, path: str = "/", **changed: Any) -> str:
    """Return the address of a view, or of one that differs from it, on this page or another."""
    shown = replace(state, **changed)
    pairs = {
        "aar": shown.year,
        "indikator": shown.indicator,
        "vis": shown.mode,
        "omraader": ",".join(shown.areas),
        "lag": ",".join(shown.layers),
        "sprog": shown.language,
    }
    return f"{path}?{'&'.join(f'{key}={value}' for key, value in pairs.items())}"


def _year(text: str, state: State, doc: Doc) -> State:
    wanted = float(text) if _NUMBER.fullmatch(text.strip()) else math.nan
    if not math.isfinite(wanted):
        return state
    first, last = doc["years"][0], doc["years"][-1]
    return replace(state, year=math.floor(min(max(wanted, first), last) + 0.5))


def _indicator(text: str, state: State, doc: Doc) -> State:
    return replace(state, indicator=text) if text in doc["indicators"] else state


def _mode(text: str, state: State, doc: Doc) -> State:
    return replace(state, mode=text if offers(doc, state.indicator, text) else VALUE)


def _areas(text: str, state: State, doc: Doc) -> State:
    known = dict.fromkeys(one for one in _list(text) if one in doc["features"])
    kept = tuple(known)[: len(doc["areas"])]
    return replace(state, areas=kept) if kept or text == "" else state


def _layers(text: str, state: State, doc: Doc) -> State:
    asked = _list(text)
    kept = tuple(layer["id"] for layer in doc["layers"] if layer["id"] in asked)
    return replace(state, layers=kept)


def _list(text: str) -> list[str]:
    return text.split(",") if text else []


#: In the order in which they are read: a mode is one of the series asked for.
_READERS: dict[str, Callable[[str, State, Doc], State]] = {
    "aar": _year,
    "indikator": _indicator,
    "vis": _mode,
    "omraader": _areas,
    "lag": _layers,
}
