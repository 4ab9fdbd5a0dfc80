"""Decide what an area looks like at a year: looked up in a series, as `assets/look.js` does."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from dashboard.drawn.state import VALUE, Doc, State

Cells = dict[str, dict[str, Any]]
#: The reason of an area that is not there in a year, and so not drawn.
NOT_DRAWN = "not_there"
NEUTRAL, UNSURE = "var(--neutral)", "var(--unsure)"
_COMING = frozenset({"planned", "approved", "funded", "building"})
_VAGUE = frozenset({"idea", "expected"})
_GONE = frozenset({"absent", "closed"})


@dataclass(frozen=True, slots=True)
class Look:
    """How an area is drawn: a colour or a reason, the radius of its circle, its value and mark."""

    fill: str
    reason: str | None
    label: str
    text: str
    mark: str = ""
    radius: float = 0.0
    disc: str = ""


@dataclass(frozen=True)
class Shown:
    """A series at a year in a mode: printed cells, what is drawn of them, and reasons."""

    doc: Doc
    state: State
    series: Mapping[str, Any]
    printed: Cells
    drawn: Cells
    reasons: Mapping[str, str]

    @property
    def legend(self) -> Mapping[str, Any]:
        """What the colours mean: of the series, or of its mode."""
        found: Mapping[str, Any] = self.series
        return found if self.state.mode == VALUE else found["modes"][self.state.mode]


def cells_of(columns: Mapping[str, Any], year: int) -> Cells:
    """Return the records of one year, by place, of those that `payload.columns` packed."""
    before = 0
    for at, positions in columns["at"].items():
        if at == str(year):
            return {columns["places"][position]: _record(columns["fields"], before + row)
                    for row, position in enumerate(positions)}  # fmt: skip
        before += len(positions)
    return {}


def _record(fields: Mapping[str, Any], row: int) -> dict[str, Any]:
    return {name: one["values"][one["codes"][row] if "codes" in one else 0]
            for name, one in fields.items()}  # fmt: skip


def shown(doc: Doc, state: State, series: Mapping[str, Any]) -> Shown:
    """Look up what a state shows of its series."""
    printed = cells_of(series["cells"], state.year)
    of_mode = series if state.mode == VALUE else series["modes"][state.mode]
    drawn = printed if state.mode == VALUE else cells_of(of_mode["cells"], state.year)
    return Shown(doc, state, series, printed, drawn, of_mode["reasons"][str(state.year)])


def area_look(one: Shown, area: str) -> Look:
    """Return how an area is drawn."""
    why = one.reasons.get(area)
    if why:
        told = one.doc["reasons"][why]
        return Look(f"url(#drawn-{why})", why, told["glyph"], _reason_text(one, area, told["text"]))
    now = one.drawn[area]
    severity = one.printed[area]["severity"]
    mark = one.doc["texts"][f"mark.{severity}"] if severity else ""
    label = now.get("label") or now["text"]
    colour = _colour(one, now)
    if not one.series["circles"]:
        return Look(colour, None, label, value_text(now), mark)
    return Look(NEUTRAL, None, label, value_text(now), mark, now["radius"] or 0.0, colour)


def _reason_text(one: Shown, area: str, told: str) -> str:
    printed = one.printed.get(area)
    return f"{told} ({printed['text']})" if printed else told


def value_text(cell: Mapping[str, Any]) -> str:
    """Return a value in words, with what keeps a change from being one between whole years."""
    caveat = cell.get("caveat")
    return f"{cell['text']} ({caveat})" if caveat else str(cell["text"])


def _colour(one: Shown, now: Mapping[str, Any]) -> str:
    if one.series["circles"] and one.state.mode == VALUE:
        return str(one.series["circle"])
    return UNSURE if now["cls"] is None else str(one.legend["classes"][now["cls"]]["colour"])


def plan_colour(one: Shown, plan: str) -> str | None:
    """Return the colour of a plan's outline, or `None` where it has no value to draw."""
    now, own = one.drawn.get(plan), one.printed.get(plan)
    if now is None or own is None or own["severity"] == "invalid":
        return None
    return _colour(one, now)


def presence(doc: Doc, feature: str, year: int) -> str:
    """Say how sure a feature's existence is: hidden, there, coming or vague."""
    status = doc["features"][feature]["status"][year - doc["years"][0]]
    if status in _GONE:
        return "hidden"
    if status in _COMING:
        return "coming"
    return "vague" if status in _VAGUE else "there"


def outline_of(doc: Doc, layer: str, feature: str, year: int) -> int | None:
    """Return which of a feature's outlines is that of a year, `None` where it is not there."""
    layer = "areas" if layer == "counts" else layer
    own = doc.get("outlines", {}).get("years", {}).get(layer, {}).get(feature)
    position: int | None = own[year - doc["years"][0]] if own else 0
    return position
