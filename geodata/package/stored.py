"""Store the printed numbers of a package and what was found in them, and read a package by them.

A table of two million rows takes half a minute to read; the same in columns is mapped into
memory, and of it is read what is asked for.
"""

import io
import json
from collections.abc import Sequence
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from geodata.package.loading import read_package
from geodata.package.package import Package
from geodata.tables.columns import Column
from geodata.tables.findings import Finding, Severity
from geodata.tables.observations import Observations, in_columns
from geodata.tables.records import Observation

#: The different values of all columns, and the findings.
DISTINCT, FINDINGS = "distinct.json", "findings.json"
_FIELDS = tuple(field.name for field in fields(Observation))


def store(package: Package) -> dict[str, bytes]:
    """Return the files, by their names: a column's positions as NumPy writes them, and two of JSON.

    The findings of the package must be known.
    """
    observations = in_columns(package.observations)
    if package.findings is None:
        raise ValueError("the findings of the package are not known")
    files = {f"{name}.npy": _written(observations.columns[name].codes) for name in _FIELDS}
    distinct = {name: [_plain(v) for v in observations.columns[name].distinct] for name in _FIELDS}
    files[DISTINCT] = json.dumps(distinct, ensure_ascii=False).encode()
    files[FINDINGS] = json.dumps(_rows(observations, package.findings), ensure_ascii=False).encode()
    return files


def restore(package: Path, stored: Path) -> Package:
    """Return the package in a folder with its numbers and findings from a folder of stored ones.

    Raises `geodata.reading.faults.PackageError` as `read_package` does, and `OSError` or
    `ValueError` for stored files that are missing or cut short.
    """
    observations = _observations(stored)
    read = read_package(package, observations)
    found = json.loads((stored / FINDINGS).read_text("utf-8"))
    return replace(read, findings=tuple(_finding(observations, *one) for one in found))


def _written(codes: Any) -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, np.ascontiguousarray(codes, dtype="<i4"), allow_pickle=False)
    return buffer.getvalue()


def _plain(value: Any) -> Any:
    """Return a value as JSON has it: days by their ISO form, in a list to be told from text."""
    return [value.isoformat()] if isinstance(value, date) else value


def _value(plain: Any) -> Any:
    return date.fromisoformat(plain[0]) if isinstance(plain, list) else plain


def _rows(observations: Observations, found: Sequence[Finding]) -> list[list[Any]]:
    """The findings with rows in place of records."""
    rows = {one.key: row for row, one in observations.made()}
    return [[rows[f.observation.key], f.rule, f.severity.value, f.detail,
             [rows[other.key] for other in f.related]] for f in found]  # fmt: skip


def _finding(
    observations: Observations, row: int, rule: str, severity: int, detail: str, related: list[int]
) -> Finding:
    return Finding(rule, Severity(severity), observations[row],
                   tuple(observations[other] for other in related), detail)  # fmt: skip


def _observations(stored: Path) -> Observations:
    distinct = json.loads((stored / DISTINCT).read_text("utf-8"))
    columns = {
        name: Column([_value(plain) for plain in distinct[name]],
                     np.load(stored / f"{name}.npy", mmap_mode="r", allow_pickle=False))
        for name in _FIELDS
    }  # fmt: skip
    return Observations(columns)
