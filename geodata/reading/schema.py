"""Check the tables of a data package against `tableschemas.json`, with Frictionless.

The JSON file is the one source of what a valid table is. Column types, allowed words,
patterns, keys and references are checked by the library; only its words are made ours. It
needs a third of a millisecond for a row, so rows that are certainly in order are left out
(`geodata.reading.screening`); where all are, it is not even loaded.
"""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from geodata.reading.faults import Fault, shown
from geodata.reading.screening import Rows, is_formed, suspects
from geodata.tables.columns import Cells

#: The tables that a package cannot do without; the others may be absent or empty.
REQUIRED_TABLES = frozenset({"geographies", "indicators", "observations"})
TABLE_SCHEMAS = Path(__file__).with_name("tableschemas.json")

_TYPE_WORDS = {
    "number": "a number with a decimal point, such as 5.4",
    "integer": "a whole number, such as 7",
    "date": "a date as YYYY-MM-DD",
    "string": "text",
}
#: Where the library's own words name another row.
_POSITION = re.compile(r"(the same as in the row at position )([0-9]+)")
#: How people count the rows of a table: the header is row 1.
FIRST_ROW = 2


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


def check_tables(tables: Mapping[str, Cells]) -> list[Fault]:
    """Return every fault of the tables.

    Tables that are missing from `tables` were reported by whoever read them; references
    to them are not checked, so that one missing file is one fault.
    """
    schemas = {name: _known(name, set(tables)) for name in tables}
    rows = {name: suspects(schemas[name], tables[name], tables) for name in tables}
    if not any(len(found) for found in rows.values()):
        return []
    for name in _referred_to(schemas):
        rows[name] = np.arange(len(tables[name]))
    faults = _library_faults(schemas, tables, rows)
    told = {(fault.file, fault.where, fault.field) for fault in faults}
    forms = [f for name in tables for f in _form_faults(name, tables[name], rows[name])]
    return faults + [f for f in forms if (f.file, f.where, f.field) not in told]


def _referred_to(schemas: Mapping[str, dict[str, Any]]) -> set[str]:
    """The tables whose ids others name: the library looks these up."""
    return {
        key["reference"]["resource"]
        for schema in schemas.values()
        for key in schema.get("foreignKeys", [])
    }


def _library_faults(
    schemas: Mapping[str, dict[str, Any]], tables: Mapping[str, Cells], rows: Mapping[str, Rows]
) -> list[Fault]:
    library = import_module("frictionless")
    resources = [
        library.Resource(
            name=name,
            data=[list(table.header), *(table.row(int(row)) for row in rows[name])],
            schema=library.Schema.from_descriptor(schemas[name]),
        )
        for name, table in tables.items()
    ]
    report = library.Package(resources=resources).validate()
    return [
        _fault(task.name, error, rows[task.name]) for task in report.tasks for error in task.errors
    ]


def _form_faults(table: str, found: Cells, rows: Rows) -> Iterator[Fault]:
    """Cells that the library takes though they are not written as the format says."""
    if found.header != columns(table):
        return
    fields = table_schemas()[table]["fields"]
    for number in rows.tolist():
        for field, cell in zip(fields, found.row(number), strict=False):
            if cell and not is_formed(field["type"], cell):
                words = _TYPE_WORDS[field["type"]]
                where = f"row {number + FIRST_ROW}"
                yield Fault(f"{table}.csv", where, field["name"], shown(cell), words)


def _known(table: str, present: set[str]) -> dict[str, Any]:
    schema = descriptor(table)
    keys = schema.get("foreignKeys", [])
    return {**schema, "foreignKeys": [k for k in keys if k["reference"]["resource"] in present]}


def _fault(table: str, error: Any, rows: Rows) -> Fault:
    row = getattr(error, "row_number", None)
    where = f"row {_in_file(row, rows)}" if row else ""
    field = getattr(error, "field_name", None) or ""
    found, allowed = _words(table, field, error)
    found = _POSITION.sub(lambda match: match[1] + str(_in_file(int(match[2]), rows)), found)
    return Fault(f"{table}.csv", where, field, found, allowed)


def _in_file(number: int, rows: Rows) -> int:
    """The place in the file of a row that the library counts among those that it was given."""
    return int(rows[number - FIRST_ROW]) + FIRST_ROW


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
