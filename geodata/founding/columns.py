"""Explain every table and column of a package to whoever fills them in."""

from collections.abc import Iterator
from typing import Any

from geodata.reading.schema import REQUIRED_TABLES, table_schemas

_HEAD = """# What stands in which column

Each table is a text file: the first line names the columns, each further line is a row. Cells are
parted by commas; a cell that has a comma itself stands in double quotes ("12,5 %"). Numbers have
a decimal point (12.5), days are written 2024-12-31. Save as UTF-8 with a text editor: a Danish
Excel writes semicolons instead. An empty table is no fault, unless it says so.
"""
#: What is said of the features of layers, which have no table schema.
_LAYERS = """## areas.geojson, parks.geojson, paths.geojson and other layers

Each feature has the properties `id`, `name`, `kind`, `confidence`, `error_m` (metres), `basis_da`,
`basis_en` and `source`. Where an outline holds for some years only, a second feature with the same `id`
follows it, and these may be stated:

- `valid_from`, `valid_to`: since when and until when it holds (2026, 2026-07 or 2026-07-01; the last day
  counts); maps of a year show the outline that holds at its end
- `change_da`, `change_en`: what is other than in the outline before: its figures break off there
- `comparable_da`, `comparable_en`: why they can be compared nonetheless, and do not break off
- `predecessors`: the ids of the areas that it was made of, joined by `;` (for merged or divided areas)
"""
_KINDS = {"number": "number", "integer": "whole number", "date": "day", "string": "text"}


def columns_text() -> str:
    """Return a Markdown text with a list for each table, made from the table schemas, and one for layers."""
    tables = (line for table in table_schemas() for line in _table(table))
    return "\n".join([_HEAD, *tables, _LAYERS])


def _table(table: str) -> Iterator[str]:
    schema = table_schemas()[table]
    needed = " (needs rows)" if table in REQUIRED_TABLES - {"observations"} else ""
    yield f"## {table}.csv{needed}\n"
    yield f"{schema['description']}\n" if schema.get("description") else ""
    yield from (_column(field) for field in schema["fields"])
    yield ""


def _column(field: dict[str, Any]) -> str:
    rules = field.get("constraints", {})
    told = [_KINDS[field["type"]], "must be filled in" if rules.get("required") else "may be empty"]
    if "enum" in rules:
        told.append(f"one of: {', '.join(rules['enum'])}")
    return f"- `{field['name']}`: {field['description']} ({'; '.join(told)})"
