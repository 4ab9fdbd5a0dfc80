"""Find the rows of a table that may have a fault; all others are certainly in order.

Each different cell is looked at once. Whoever is suspected here is checked by the library of
the table schemas, which alone says what is wrong; so this may suspect too much, never too little.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from geodata.tables.columns import Cells, Column, Mask, doubled

Rows = npt.NDArray[np.intp]

#: How numbers and dates are written: no NaN, no 1_000, no digits of other scripts, no 2022-8-1.
_FORMS = {
    "number": re.compile(r"-?[0-9]+(\.[0-9]+)?"),
    "integer": re.compile(r"-?[0-9]+"),
    "date": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
}


def suspects(schema: dict[str, Any], table: Cells, tables: Mapping[str, Cells]) -> Rows:
    """Return the rows, from 0, that the library must look at.

    `schema` is a Frictionless table schema whose references are all to `tables`.
    """
    fields = schema["fields"]
    every = np.arange(len(table))
    referred = [key["reference"] for key in schema.get("foreignKeys", [])]
    if table.header != tuple(field["name"] for field in fields):
        return every
    if any(r["fields"][0] not in tables[r["resource"]].header for r in referred):
        return every
    bad = [c.where(not _is_fine(f, text) for text in c.distinct)
           for f, c in zip(fields, table.columns, strict=True)]  # fmt: skip
    keys = set(schema.get("primaryKey", []))
    # Two keys may be one in other words (2022-8-1): the library alone knows.
    if any(f["name"] in keys and f["type"] != "string" and b.any()
           for f, b in zip(fields, bad, strict=True)):  # fmt: skip
        return every
    found = np.logical_or.reduce([*bad, *_doubled(schema, table), *_unknown(schema, table, tables)])
    found[list(table.odd)] = True
    return np.flatnonzero(found)


def is_formed(kind: str, cell: str) -> bool:
    """Tell whether a cell of a kind of field is written as the format says."""
    form = _FORMS.get(kind)
    return form is None or form.fullmatch(cell) is not None


def _is_fine(field: dict[str, Any], cell: str) -> bool:
    rules = field.get("constraints", {})
    if not cell:
        return not rules.get("required")
    if not is_formed(field["type"], cell) or (field["type"] == "date" and not _is_day(cell)):
        return False
    pattern, words = rules.get("pattern"), rules.get("enum")
    if (pattern and not re.fullmatch(pattern, cell)) or (words and cell not in words):
        return False
    low, high = rules.get("minimum"), rules.get("maximum")
    return (low is None or float(cell) >= low) and (high is None or float(cell) <= high)


def _is_day(cell: str) -> bool:
    try:
        date.fromisoformat(cell)
    except ValueError:
        return False
    return True


def _doubled(schema: dict[str, Any], table: Cells) -> list[Mask]:
    """Rows whose key, or whose cell in a column of unique ones, stands in another row too."""
    unique = [f["name"] for f in schema["fields"] if f.get("constraints", {}).get("unique")]
    found = [doubled([table.column(name)]) & _filled(table.column(name)) for name in unique]
    keys = schema.get("primaryKey", [])
    return [*found, doubled([table.column(name) for name in keys])] if keys else found


def _filled(column: Column[str]) -> Mask:
    return column.where(bool(text) for text in column.distinct)


def _unknown(schema: dict[str, Any], table: Cells, tables: Mapping[str, Cells]) -> list[Mask]:
    """Rows that name what another table does not have."""
    found = []
    for key in schema.get("foreignKeys", []):
        other = tables[key["reference"]["resource"]].column(key["reference"]["fields"][0])
        known = {"", *other.distinct}
        column = table.column(key["fields"][0])
        found.append(column.where(text not in known for text in column.distinct))
    return found
