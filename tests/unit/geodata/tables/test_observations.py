"""Printed numbers by columns are the same records, one by one and as a whole."""

import pytest

from geodata.tables.observations import Observations, in_columns


def test_records_and_columns_say_the_same(tinytown):
    rows = tinytown.observations
    again = in_columns(tuple(rows))
    assert tuple(again) == tuple(rows)
    assert again == rows
    assert again[0] is rows[0]
    assert again[-1] == rows[len(rows) - 1]
    assert again[1:3] == (rows[1], rows[2])
    assert again.at([2, 0]) == (rows[2], rows[0])


def test_a_record_is_made_once(tinytown):
    rows = Observations(in_columns(tinytown.observations).columns)
    assert rows[3] is rows[3] is list(rows)[3]
    with pytest.raises(IndexError):
        rows[len(rows)]


def test_other_numbers_are_not_the_same(tinytown):
    rows = in_columns(tinytown.observations)
    assert rows != tuple(rows)[1:]
    assert rows != tuple(reversed(rows))
    assert rows != "ord"


def test_the_numbers_of_a_series_in_a_place_are_found(randers):
    rows = randers.observations
    found = in_columns(rows).of("skolefravaer", "vangdalen")
    assert found == tuple(o for o in rows if o.key[:2] == ("skolefravaer", "vangdalen"))
    assert len(found) == 4
    assert in_columns(rows).of("skolefravaer", "noget") == in_columns(rows).of("noget", "") == ()


def test_columns_of_all_fields_are_needed():
    with pytest.raises(ValueError, match="indicator"):
        Observations({})
