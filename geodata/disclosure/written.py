"""Write the tables of a package anew, without what is hidden."""

import hashlib
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

from geodata.files.package_files import json_text, table_text
from geodata.reading.schema import columns, descriptor
from geodata.reading.text import read_bytes, read_cells, read_json
from geodata.tables.records import Blank, Observation

DESCRIPTOR, FIGURES, BLANKS = "datapackage.json", "observations.csv", "blanks.csv"
#: What of a descriptor says that figures were hidden, and in which tables.
_RULE, _APPLIED = "disclosure", "applied"
_LETTERS = 16
_MOST_BYTES = 1 << 31


def blank_of(o: Observation) -> Blank:
    """Return what stands in place of a hidden figure: its cell, without a word of its content."""
    return Blank(o.indicator, o.geography, o.period, "hidden", o.source_table, o.source_row,
                 o.source_column, "")  # fmt: skip


def files_without(
    folder: Path, rows: Collection[int], blanks: Sequence[Blank]
) -> tuple[dict[str, bytes], str]:
    """Return the files of a package that change, and what names the tables among them.

    `rows` of the table of figures are left out, `blanks` come after those that there are.
    """
    figures = read_cells(folder / FIGURES)
    kept = (figures.row(number) for number in range(len(figures)) if number not in rows)
    before = read_cells(folder / BLANKS) if (folder / BLANKS).exists() else None
    listed = [before.row(n) for n in range(len(before))] if before else []
    listed += [[getattr(blank, name) for name in columns("blanks")] for blank in blanks]
    files = {
        FIGURES: table_text("observations", kept).encode(),
        BLANKS: table_text("blanks", listed).encode(),
    }
    name = _name(files[FIGURES], files[BLANKS])
    return files | {DESCRIPTOR: _described(folder, name).encode()}, name


def tables_name(folder: Path) -> str:
    """Name the tables of a package as they are, as `files_without` does."""
    figures, blanks = (folder / name for name in (FIGURES, BLANKS))
    return _name(
        read_bytes(figures, _MOST_BYTES),
        read_bytes(blanks, _MOST_BYTES) if blanks.exists() else b"",
    )


def _name(figures: bytes, blanks: bytes) -> str:
    return hashlib.sha256(figures + b"\0" + blanks).hexdigest()[:_LETTERS]


def _described(folder: Path, name: str) -> str:
    """The descriptor, which says of which tables it is, and lists the table of blanks."""
    content: dict[str, Any] = read_json(folder / DESCRIPTOR)
    resources = content["resources"]
    if not any(isinstance(one, dict) and one.get("path") == BLANKS for one in resources):
        resources = [*resources, _listed()]
    rule = {**(content.get(_RULE) or {}), _APPLIED: name}
    return json_text({**content, _RULE: rule, "resources": resources})


def _listed() -> dict[str, Any]:
    return {"name": "blanks", "path": BLANKS, "profile": "tabular-data-resource", "format": "csv",
            "mediatype": "text/csv", "encoding": "utf-8", "schema": descriptor("blanks")}  # fmt: skip
