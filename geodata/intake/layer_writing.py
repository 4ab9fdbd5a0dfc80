"""Put new shapes into a layer of a folder: a feature keeps what is said of it, but for its shape."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geodata.files.package_files import geometry_of, layer_text
from geodata.files.writing import write_whole
from geodata.intake.entries import Reported
from geodata.intake.outlines import STATED, Outline
from geodata.intake.readings import read_cell
from geodata.intake.sheets import Cell
from geodata.intake.words import words
from geodata.reading.faults import shown
from geodata.reading.text import read_json

#: The shape is what these speak of: a new one has them anew.
_NEEDED = ("confidence", "error_m")


@dataclass(frozen=True, slots=True)
class Exactness:
    """How exact shapes are, where their file does not say: a word, and an error in metres."""

    confidence: str = ""
    error_m: float | None = None


def merge_shapes(
    folder: Path, layer: str, outlines: list[Outline], exact: Exactness, said: Reported
) -> dict[str, Outline]:
    """Write shapes into a layer; return which feature of the file each is, by its place.

    What was said of the old shape's exactness and basis is not true of the new one: the file
    or the planner must state it.
    """
    file = folder / f"{layer}.geojson"
    content = read_json(file)
    new = {one.feature: one for one in outlines if one.has_shape}
    places: dict[str, Outline] = {}
    for number, feature in enumerate(content["features"], 1):
        outline = new.get(feature["properties"]["id"])
        if outline is not None:
            feature["properties"] |= _stated(outline, exact, said)
            feature["geometry"] = geometry_of(outline.shape)
            places[f"feature {number} ({shown(outline.feature)})"] = outline
    write_whole(file, layer_text(content.pop("features"), content).encode("utf-8"))
    return places


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
