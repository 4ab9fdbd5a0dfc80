"""Make features that the package did not have, and the rows of the places that new areas are."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from geodata.files.package_files import geometry_of
from geodata.intake.entries import Reported
from geodata.intake.feature_columns import AS_PLACE, DESCRIBED
from geodata.intake.merging import read_table, write_table
from geodata.intake.names import Names, found_name, places_of
from geodata.intake.outlines import Outline
from geodata.intake.stated import Exactness, fresh
from geodata.package.package import Package
from geodata.reading.schema import FIRST_ROW, columns
from geodata.tables.records import split_list

_TABLE = "geographies"
#: An area that is one needs no other word for what it is; what a park or a path is, its file says.
_KINDS = {"areas": "area"}


def new_feature(
    outline: Outline, layer: str, exact: Exactness, said: Reported
) -> dict[str, Any]:  # fmt: skip
    """Return a feature with all that its file, or whoever hands it in, says of it."""
    given = {name: _text(outline, name) for name in DESCRIBED}
    given["kind"] = given["kind"] or _KINDS.get(layer, "")
    if not given["kind"]:
        allowed = "a column kind: what it is, such as in the layers of this package"
        said.faults.append(outline.fault("kind", "nothing", allowed))
    named = {"id": outline.feature, "name": outline.name}
    told = {name: text for name, text in given.items()
            if text and (name, text) != ("name_en", outline.name)}  # fmt: skip
    own = {name: value for name, value in fresh(outline, exact, said).items() if value is not None}
    return {"type": "Feature", "properties": named | told | own,
            "geometry": geometry_of(outline.shape)}  # fmt: skip


def add_places(
    folder: Path, base: Package, outlines: Sequence[Outline], said: Reported
) -> Mapping[tuple[str, str], Outline]:
    """Write a row for each new area behind those of the others; return which row is of which."""
    rows, names = read_table(folder, _TABLE), columns(_TABLE)
    kind = names.index("kind")
    first = max((n for n, row in enumerate(rows, 1) if row[kind] == "area"), default=0)
    new = [_place(one, base, said) for one in outlines]
    rows[first:first] = [[cells.get(name, "") for name in names] for cells in new]
    write_table(folder, _TABLE, rows)
    said.told += [line for one in outlines for line in _plans(one, base)]
    return {(f"{_TABLE}.csv", f"row {number}"): one
            for number, one in enumerate(outlines, first + FIRST_ROW)}  # fmt: skip


def _place(outline: Outline, base: Package, said: Reported) -> dict[str, str]:
    given = {name: _text(outline, name) for name in AS_PLACE}
    given["municipality"] = _municipality(outline, given["municipality"], base, said)
    english = _text(outline, "name_en") or outline.name
    return given | {"id": outline.feature, "name_da": outline.name, "name_en": english,
                    "kind": "area"}  # fmt: skip


def _municipality(outline: Outline, text: str, base: Package, said: Reported) -> str:
    """The comparison group of a new area: it must be stated where that of every other area is."""
    groups = {g.id: g.name_da for g in base.geographies if g.kind == "comparison"}
    if not text:
        if all(area.municipality for area in base.areas):
            allowed = f"a column municipality: {' or '.join(groups)}"
            said.faults.append(outline.fault("municipality", "nothing", allowed))
        return ""
    every = places_of(base)
    names = Names(_TABLE, groups, {
        name: kept for name, ids in every.ids.items() if (kept := ids & groups.keys())})  # fmt: skip
    match = names.match(text)
    if not match.id:
        found, allowed = found_name(text, match.near), " or ".join(groups) or "nothing"
        said.faults.append(outline.fault("municipality", found, allowed))
    return match.id


def _plans(outline: Outline, base: Package) -> list[str]:
    """Say where an area is a part of no plan, though what it is made of is one."""
    plans = [g.id for g in base.geographies if g.kind == "plan"
             and set(split_list(g.members)) & set(outline.predecessors)]  # fmt: skip
    if not plans:
        return []
    return [f"geographies.csv: {outline.feature} is a part of no plan; what it is made of is one "
            f"of {', '.join(plans)}: add it to their members where it is"]  # fmt: skip


def _text(outline: Outline, name: str) -> str:
    value = outline.stated.get(name)
    return "" if value is None else " ".join(str(value).split())
