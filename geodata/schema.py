"""Check the tables of a data package against `tableschemas.json`, with Frictionless.

The JSON file is the one source of what a valid table is. Column types, allowed words,
patterns, keys and references are checked by the library; only its words are made ours.
"""

import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import frictionless
from frictionless import Resource, Schema

from geodata.faults import Fault, shown

#: The tables that a package cannot do without; the others may be absent or empty.
REQUIRED_TABLES = frozenset({"geographies", "indicators", "observations"})
TABLE_SCHEMAS = Path(__file__).with_name("tableschemas.json")

_TYPE_WORDS = {
    "number": "a number with a decimal point, such as 5.4",
    "integer": "a whole number, such as 7",
    "date": "a date as YYYY-MM-DD",
    "string": "text",
}
#: How numbers and dates are written: no NaN, no 1_000, no digits of other scripts, no 2022-8-1.
_FORMS = {
    "number": re.compile(r"-?[0-9]+(\.[0-9]+)?"),
    "integer": re.compile(r"-?[0-9]+"),
    "date": re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}"),
}


@cache
def table_schemas() -> dict[str, dict[str, Any]]:
    """Return the Frictionless table schema of every table, by table name."""
    schemas: dict[str, dict[str, Any]] = json.loads(TABLE_SCHEMAS.read_text(encoding="utf-8"))
    return schemas


def descriptor(table: str) -> dict[str, Any]:
    """Return the schema as it stands in a package's `datapackage.json`."""
    return {key: value for key, value in table_schemas()[table].items() if key != "description"}


def columns(table: str) -> tuple[str, ...]:
    """Return a table's column names in order."""
    return tuple(field["name"] for field in table_schemas()[table]["fields"])


def check_tables(tables: dict[str, list[list[str]]]) -> list[Fault]:
    """Return every fault of the tables: header row first, cells as text.

    Tables that are missing from `tables` were reported by whoever read them; references
    to them are not checked, so that one missing file is one fault.
    """
    resources = [
        Resource(name=name, data=rows, schema=Schema.from_descriptor(_known(name, set(tables))))
        for name, rows in tables.items()
    ]
    report = frictionless.Package(resources=resources).validate()
    faults = [_fault(task.name, error) for task in report.tasks for error in task.errors]
    told = {(fault.file, fault.where, fault.field) for fault in faults}
    forms = [fault for name, rows in tables.items() for fault in _form_faults(name, rows)]
    return faults + [f for f in forms if (f.file, f.where, f.field) not in told]


def _form_faults(table: str, rows: list[list[str]]) -> Iterator[Fault]:
    """Cells that the library takes though they are not written as the format says."""
    if tuple(rows[0]) != columns(table):
        return
    fields = table_schemas()[table]["fields"]
    for number, row in enumerate(rows[1:], 2):
        for field, cell in zip(fields, row, strict=False):
            form = _FORMS.get(field["type"])
            if cell and form and not form.fullmatch(cell):
                words = _TYPE_WORDS[field["type"]]
                yield Fault(f"{table}.csv", f"row {number}", field["name"], shown(cell), words)


def _known(table: str, present: set[str]) -> dict[str, Any]:
    schema = descriptor(table)
    keys = schema.get("foreignKeys", [])
    return {**schema, "foreignKeys": [k for k in keys if k["reference"]["resource"] in present]}


def _fault(table: str, error: Any) -> Fault:
    row = getattr(error, "row_number", None)
    field = getattr(error, "field_name", None) or ""
    found, allowed = _words(table, field, error)
    return Fault(f"{table}.csv", f"row {row}" if row else "", field, found, allowed)


def _words(table: str, field: str, error: Any) -> tuple[str, str]:
    cell = shown(getattr(error, "cell", "") or "")
    count = f"{len(columns(table))} cells"
    words: dict[str, Callable[[], tuple[str, str]]] = {
        "type-error": lambda: (cell, _TYPE_WORDS[_field(table, field)["type"]]),
        "constraint-error": lambda: (cell, _constraint_words(_field(table, field), error.note)),
        "foreign-key": lambda: _reference_words(error.note),
        "primary-key": lambda: ("a row with the same key as an earlier one", "each key once"),
        "missing-cell": lambda: ("fewer cells than columns", count),
        "extra-cell": lambda: (f"an extra cell {cell}", count),
        "blank-row": lambda: ("an empty row", "rows with values"),
    }
    known = words.get(error.type)
    if known is None:
        return str(error.note or error.title), f"the columns {', '.join(columns(table))}"
    return known()


def _constraint_words(field: dict[str, Any], note: str) -> str:
    rules = field["constraints"]
    if '"enum"' in note:
        return " or ".join(rules["enum"])
    if '"pattern"' in note:
        return f"text of the form {rules['pattern']}"
    if '"unique"' in note:
        return "each value once"
    if '"minimum"' in note:
        return f"{rules['minimum']} or more"
    if '"maximum"' in note:
        return f"{rules['maximum']} or less"
    return "a value (the cell must not be empty)"


def _reference_words(note: str) -> tuple[str, str]:
    match = re.search(r'for "(.+?)": values "(.*?)" not found .* "(.+?)" as', note)
    if match is None:
        return note, "a known id"
    field, value, table = match.groups()
    return f"{shown(value)} in {field}", f"an id of {table}.csv"


def _field(table: str, name: str) -> dict[str, Any]:
    fields: list[dict[str, Any]] = table_schemas()[table]["fields"]
    return next(field for field in fields if field["name"] == name)
