"""Rows that are left out before the library looks at a table have no fault: both say the same."""

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from geodata.reading import schema
from geodata.reading.schema import check_tables
from geodata.tables.columns import cells
from geodata.tables.records import RECORDS
from tests.packages_editing import TINYTOWN, read_table

TABLES = {table: read_table(TINYTOWN, table) for table in RECORDS}
TEXTS = ("", "0", "-1", "1", "07", "1.0", "1e3", " 7", "NaN", "2022-8-1", "2023-01-01", "2023-02-30",
         "skole", "yes", "status", "noget", "moelleparken", "laesegrupper", "flere-laesere",
         "2021/22", "2021\n", "https://example.org", "Æ")  # fmt: skip


def spoiled(edits):
    """The town's tables with some cells changed, rows doubled, cut short, made longer or emptied."""
    tables = {table: [list(row) for row in rows] for table, rows in TABLES.items()}
    for table, row, column, text, how in edits:
        rows = tables[table]
        number = row % (len(rows) - 1) + 1 if len(rows) > 1 else 0
        if how == "double":
            rows.append(list(rows[number]))
        if how == "cut":
            rows[number] = rows[number][: column % len(rows[0])]
        if how == "longer":
            rows[number] = [*rows[number], text]
        if how == "empty":
            rows.insert(number + 1, [])
        if how == "edit" and rows[number]:
            rows[number][column % len(rows[number])] = text
    return {table: cells(rows) for table, rows in tables.items()}


EDITS = st.lists(
    st.tuples(st.sampled_from(list(RECORDS)), st.integers(0, 20), st.integers(0, 20),
              st.sampled_from(TEXTS),
              st.sampled_from(["edit", "edit", "edit", "double", "cut", "longer", "empty"])),
    min_size=4, max_size=12,
)  # fmt: skip


@settings(max_examples=8, deadline=None, derandomize=True, phases=[Phase.generate])
@given(edits=EDITS)
def test_the_faults_are_those_of_the_library_on_all_rows(edits):
    tables = spoiled(edits)
    screened = check_tables(tables)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(schema, "suspects", lambda _, table, __: np.arange(len(table)))
        assert screened == check_tables(tables)


def test_a_day_written_in_two_ways_is_one_key():
    tables = spoiled([])
    rows = [list(row) for row in TABLES["breaks"]]
    rows.insert(1, [rows[1][0], rows[1][1], "2023-1-1", *rows[1][3:]])
    faults = check_tables({**tables, "breaks": cells(rows)})
    assert [(f.where, f.field, f.found) for f in faults] == [
        ("row 3", "", "a row with the same key as an earlier one"),
        ("row 2", "date", "'2023-1-1'"),
    ]


def test_a_town_in_order_needs_no_library(monkeypatch):
    monkeypatch.setattr(schema, "import_module", lambda name: pytest.fail(f"{name} was loaded"))
    assert check_tables(spoiled([])) == []
