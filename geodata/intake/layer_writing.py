"""Put new shapes into a layer of a folder: a feature keeps what is said of it, but for its shape."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from geodata.files.package_files import geometry_of, layer_text
from geodata.files.writing import write_whole
from geodata.intake.entries import Reported
from geodata.intake.outlines import FOLLOWING, SINCE, STATED, Outline
from geodata.intake.readings import read_cell
from geodata.intake.sheets import Cell
from geodata.intake.words import words
from geodata.reading.faults import shown
from geodata.reading.outline_times import ALLOWED_TIME, TIMES, said_time, validity_of
from geodata.reading.text import read_json
from geodata.tables.validity import Validity, validity

#: The shape is what these speak of: a new one has them anew.
_NEEDED = ("confidence", "error_m")
#: What was said of the outline before, and is not true of one that follows it.
_OF_BEFORE = ("valid_from", "predecessors", *FOLLOWING)


@dataclass(frozen=True, slots=True)
class Exactness:
    """What is known of shapes where their file does not say: how exact, and since when.

    That is a word, an error in metres, and a year, a month or a day; nothing means that they take
    the place of those that are there.
    """

    confidence: str = ""
    error_m: float | None = None
    since: str = ""


def merge_shapes(
    folder: Path, layer: str, outlines: list[Outline], exact: Exactness, said: Reported
) -> dict[str, Outline]:
    """Write shapes into a layer; return which feature of the file each is, by its place.

    A shape with a time follows the latest one of its feature, which then ends the day before; one
    without, or of the very same time, takes its place.
    What was said of the old shape's exactness and basis is not true of the new one: the file
    or the planner must state it.
    """
    file = folder / f"{layer}.geojson"
    content = read_json(file)
    new = {one.feature: one for one in outlines if one.has_shape}
    places: dict[str, Outline] = {}
    features = [one for old in _latest_marked(content.pop("features"), new)
                for one in _merged(*old, exact, said)]  # fmt: skip
    for number, (_, outline) in enumerate(features, 1):
        if outline is not None:
            places[f"feature {number} ({shown(outline.feature)})"] = outline
    text = layer_text([feature for feature, _ in features], content)
    write_whole(file, text.encode("utf-8"))
    return places


_Feature = dict[str, Any]


def _latest_marked(
    features: list[_Feature], new: dict[str, Outline]
) -> list[tuple[_Feature, Outline | None]]:
    """Each feature, with the new shape where it is the latest outline of what that is for."""
    latest: dict[str, tuple[Validity, int]] = {}
    for place, feature in enumerate(features):
        own = (validity_of(feature["properties"]), place)
        name = feature["properties"]["id"]
        latest[name] = max(latest.get(name, own), own)
    return [(feature, new.get(name) if latest[name][1] == place else None)
            for place, feature in enumerate(features)
            for name in [feature["properties"]["id"]]]  # fmt: skip


def _merged(
    feature: _Feature, outline: Outline | None, exact: Exactness, said: Reported
) -> list[tuple[_Feature, Outline | None]]:
    """A feature as it was, with its new shape, or followed by that."""
    if outline is None:
        return [(feature, None)]
    properties = feature["properties"]
    fresh = _stated(outline, exact, said) | _times(outline, exact)
    since = fresh.get(SINCE, "")
    shape = {**feature, "geometry": geometry_of(outline.shape)}
    if not since or since == said_time(properties.get(SINCE)):
        return [({**shape, "properties": properties | fresh}, outline)]
    before = _day_before(since)
    if before is None:
        said.faults.append(outline.fault(SINCE, shown(since), ALLOWED_TIME))
        return [(feature, None)]
    kept = {name: value for name, value in properties.items() if name not in _OF_BEFORE}
    ended = {**feature, "properties": properties | {"valid_to": before}}
    return [(ended, None), ({**shape, "properties": kept | fresh}, outline)]


def _times(outline: Outline, exact: Exactness) -> dict[str, Any]:
    """Since when a shape holds, and what is said of it beside the one before."""
    own = {name: outline.stated.get(name) for name in (SINCE, *FOLLOWING)}
    own = {name: _as_time(value) if name in TIMES else value for name, value in own.items()}
    own[SINCE] = own[SINCE] or exact.since
    return {name: value for name, value in own.items() if value not in (None, "")}


def _as_time(value: Any) -> str:
    """A time as a file has it: a number, a day of its own kind, or text."""
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return said_time(value)


def _day_before(since: str) -> str | None:
    """The last time before another one, as exact as that: 2025 for 2026, 2026-06 for 2026-07."""
    try:
        last = validity(since, "").first - timedelta(days=1)
    except (ValueError, OverflowError):
        return None
    return last.isoformat()[: len(since)]


def _stated(outline: Outline, exact: Exactness, said: Reported) -> dict[str, Any]:
    given = {name: outline.stated.get(name) for name in STATED}
    given["error_m"] = _number(given["error_m"])
    usual: dict[str, Any] = {"confidence": exact.confidence or None, "error_m": exact.error_m}
    basis = words()["basis"]
    usual |= {name: basis[name].format(file=outline.file) for name in ("basis_da", "basis_en")}
    stated = {
        name: usual.get(name) if value in (None, "") else value for name, value in given.items()
    }
    for name in _NEEDED:
        if stated[name] is None:
            option = {"error_m": "--error METRES", "confidence": "--confidence WORD"}[name]
            said.faults.append(outline.fault(name, "nothing", f"a column {name}, or {option}"))
    return {name: value for name, value in stated.items() if name != "url" or value}


def _number(value: Any) -> Any:
    """A number that a file holds as text; what is none stays, and is a fault of the package."""
    number = read_cell(Cell(value)).number if isinstance(value, str) else None
    return value if number is None else number
