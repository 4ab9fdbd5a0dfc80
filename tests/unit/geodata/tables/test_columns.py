"""A table by columns gives back exactly the rows it was made of."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.tables import columns
from geodata.tables.columns import Column, cells, combined, doubled

ROWS = st.lists(st.lists(st.sampled_from(["", "a", "b", "æ"]), max_size=4), max_size=12)


@given(rows=ROWS)
def test_rows_of_any_width_come_back(rows):
    found = cells([["x", "y"], *rows])
    assert found.header == ("x", "y")
    assert [found.row(n) for n in range(len(found))] == rows
    assert sorted(found.odd) == [n for n, row in enumerate(rows) if len(row) != 2]


def test_rows_come_back_in_order_when_there_are_many(monkeypatch):
    monkeypatch.setattr(columns, "_CHUNK", 3)
    rows = [[str(n % 4), str(n)] for n in range(10)]
    found = cells([["x", "y"], *rows])
    assert [found.row(n) for n in range(10)] == rows
    assert found.column("x").distinct == ("0", "1", "2", "3")
    assert found.column("y").codes.tolist() == list(range(10))


def test_a_table_without_rows_has_its_header():
    found = cells([["x"]])
    assert (len(found), found.header, found.column("x").distinct) == (0, ("x",), ())
    assert cells([]).header == ()


def test_a_question_is_asked_once_for_each_different_cell():
    asked = []
    column = Column(("a", "b"), np.array([0, 1, 1, 0], np.int32))
    assert column.where(asked.append(text) or text == "b" for text in column.distinct).tolist() == [
        False, True, True, False,
    ]  # fmt: skip
    assert asked == ["a", "b"]


def test_rows_with_equal_cells_are_found():
    found = cells([["x", "y"], ["a", "1"], ["b", "1"], ["a", "2"], ["b", "1"]])
    assert doubled([found.column("x")]).tolist() == [True] * 4
    assert doubled([found.column("x"), found.column("y")]).tolist() == [False, True, False, True]


@pytest.mark.parametrize("count", [3, 2**40])
def test_numbers_are_one_where_all_their_parts_are_equal(count):
    one = np.array([0, 1, 2, 0, 1])
    other = np.array([2, 1, 0, 2, 0])
    keys = combined([(one, count), (other, count), (one, count)])
    assert len(np.unique(keys)) == 4
    assert keys[0] == keys[3]
    assert np.argsort(keys, kind="stable").tolist() == [0, 3, 4, 1, 2]
