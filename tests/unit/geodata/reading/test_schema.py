"""Tables, record types and datapackage.json say the same."""

from dataclasses import fields
from datetime import date
from typing import get_type_hints

import pytest

from geodata.reading.schema import check_tables, columns, table_schemas
from geodata.tables.columns import cells
from geodata.tables.records import RECORDS
from tests.packages_editing import RANDERS, TINYTOWN, read_table, write_table
from tools.datapackage import main as datapackage

TYPES = {"string": str, "integer": int, "number": float, "date": date}


def declared(field):
    """The type that a column's schema asks of the record: optional where it may be empty."""
    kind = TYPES[field["type"]]
    may_be_empty = kind is not str and not field.get("constraints", {}).get("required")
    return kind | None if may_be_empty else kind


def test_every_table_has_a_record_type():
    assert list(RECORDS) == list(table_schemas())


@pytest.mark.parametrize("table", list(RECORDS))
def test_record_fields_equal_the_table_schema_in_name_and_order(table):
    assert tuple(f.name.rstrip("_") for f in fields(RECORDS[table])) == columns(table)


@pytest.mark.parametrize("table", list(RECORDS))
def test_record_types_equal_the_table_schema(table):
    hints = get_type_hints(RECORDS[table])
    wanted = [declared(field) for field in table_schemas()[table]["fields"]]
    assert [hints[f.name] for f in fields(RECORDS[table])] == wanted


@pytest.mark.parametrize("package", [RANDERS, TINYTOWN], ids=lambda path: path.name)
def test_datapackage_json_holds_the_table_schemas(package):
    assert datapackage([str(package), "--check"]) == 0


def test_a_datapackage_json_out_of_step_is_noticed(town, capsys):
    file = town / "datapackage.json"
    file.write_text(file.read_text(encoding="utf-8").replace('"minimum": 0', '"minimum": 1', 1))
    assert datapackage([str(town), "--check"]) == 1
    assert "indicators" in capsys.readouterr().err


@pytest.mark.parametrize("package", [RANDERS, TINYTOWN], ids=lambda path: path.name)
def test_shipped_tables_are_valid(package):
    assert check_tables({table: cells(read_table(package, table)) for table in RECORDS}) == []


def test_a_reference_to_a_table_that_could_not_be_read_is_no_second_fault(town):
    tables = {t: cells(read_table(town, t)) for t in RECORDS if t != "goals"}
    assert check_tables(tables) == []


@pytest.mark.parametrize("header", [("alias", "geografi"), ("geography", "alias"), ("alias",)])
def test_a_wrong_header_is_one_fault_a_column_with_the_columns_that_are_allowed(town, header):
    rows = read_table(town, "aliases")
    write_table(town, "aliases", [list(header), *(row[: len(header)] for row in rows[1:])])
    faults = check_tables({"aliases": cells(read_table(town, "aliases"))})
    wrong = {c for c, h in zip(columns("aliases"), (*header, None), strict=False) if c != h}
    assert {fault.field for fault in faults} == wrong
    assert {fault.allowed for fault in faults} == {"the columns alias, geography"}
