"""Find the rows of tables that differ, by their keys; printed numbers are compared by columns."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

import numpy as np
import numpy.typing as npt

from geodata.difference.changes import FieldChange, RowChange
from geodata.package.package import Package
from geodata.reading.schema import FIRST_ROW, table_schemas
from geodata.tables.columns import Column, combined
from geodata.tables.observations import Observations, in_columns
from geodata.tables.records import RECORDS

VALUES = "observations"
_KEY = ("indicator", "geography", "period", "role")
Rows = npt.NDArray[np.intp]


def changed_fields(old: Any, new: Any) -> tuple[FieldChange, ...]:
    """Return the fields of two records of one type that differ, in their order."""
    pairs = ((f.name, getattr(old, f.name), getattr(new, f.name)) for f in fields(old))
    return tuple(FieldChange(name.rstrip("_"), a, b) for name, a, b in pairs if a != b)


def changed_rows(old: Package, new: Package) -> tuple[RowChange, ...]:
    """Return the rows of all tables but the printed numbers that differ, by table and key."""
    names = (name for name in RECORDS if name != VALUES)
    return tuple(change for name in names
                 for change in _of_table(name, getattr(old, name), getattr(new, name)))  # fmt: skip


def _of_table(table: str, old: Sequence[Any], new: Sequence[Any]) -> Iterator[RowChange]:
    key = _key_fields(table)
    before, after = ({tuple(_text(getattr(record, name)) for name in key): (number, record)
                      for number, record in enumerate(records, FIRST_ROW)}
                     for records in (old, new))  # fmt: skip
    for name in sorted({*before, *after}):
        old_row, was = before.get(name, (None, None))
        new_row, now = after.get(name, (None, None))
        if was != now:
            both = was is not None and now is not None
            told = changed_fields(was, now) if both else ()
            yield RowChange(table, name, was, now, old_row, new_row, told)


def _key_fields(table: str) -> list[str]:
    """The fields of a record that make up its key; a record's fields are the table's columns."""
    schema = table_schemas()[table]
    own = dict(zip((f["name"] for f in schema["fields"]), fields(RECORDS[table]), strict=True))
    return [own[name].name for name in schema["primaryKey"]]


def _text(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def changed_values(old: Package, new: Package) -> tuple[RowChange, ...]:
    """Return the printed numbers that differ, by series, place, period and role.

    Records are made of those rows only.
    """
    was, now = in_columns(old.observations), in_columns(new.observations)
    old_rows, new_rows = _common(was, now)
    differ = np.zeros(len(old_rows), bool)
    for name in was.columns:
        before, after, _ = _shared(was.columns[name], now.columns[name])
        differ |= before[old_rows] != after[new_rows]
    changes = [
        *_changed(was, now, old_rows[differ], new_rows[differ]),
        *(RowChange(VALUES, record.key, record, None, row + FIRST_ROW, None)
          for row, record in _others(was, old_rows)),
        *(RowChange(VALUES, record.key, None, record, None, row + FIRST_ROW)
          for row, record in _others(now, new_rows)),
    ]  # fmt: skip
    return tuple(sorted(changes, key=lambda change: change.key))


def _changed(was: Observations, now: Observations, old: Rows, new: Rows) -> Iterator[RowChange]:
    for old_row, new_row, before, after in zip(
        old.tolist(), new.tolist(), was.at(old), now.at(new), strict=True
    ):
        told = changed_fields(before, after)
        yield RowChange(VALUES, before.key, before, after, old_row + FIRST_ROW,
                        new_row + FIRST_ROW, told)  # fmt: skip


def _others(observations: Observations, common: Rows) -> Iterator[tuple[int, Any]]:
    """The rows that the other package does not have, from 0, with their records."""
    own = np.ones(len(observations), bool)
    own[common] = False
    rows = np.flatnonzero(own)
    return zip(rows.tolist(), observations.at(rows), strict=True)


def _common(was: Observations, now: Observations) -> tuple[Rows, Rows]:
    """The rows of both that have the same key, each with its other."""
    parts = []
    for name in _KEY:
        before, after, count = _shared(was.columns[name], now.columns[name])
        parts.append((np.concatenate([before, after]), count))
    keys = combined(parts)
    _, old, new = np.intersect1d(keys[: len(was)], keys[len(was) :], assume_unique=True,
                                 return_indices=True)  # fmt: skip
    return old, new


def _shared(
    old: Column[Any], new: Column[Any]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], int]:
    """The cells of two columns as numbers, equal exactly where cells are; and how many there are."""
    index: dict[Any, int] = {}
    before, after = (
        np.array([index.setdefault(cell, len(index)) for cell in column.distinct], np.int64)[
            column.codes
        ]
        for column in (old, new)
    )
    return before, after, len(index)
