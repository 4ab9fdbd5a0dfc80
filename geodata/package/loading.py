"""Read a data package from a folder: everything is checked, and every fault is told at once."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import geopandas as gpd
import numpy as np

from geodata.package.consistency import check_consistency
from geodata.package.draft import Draft
from geodata.package.outlines import parted
from geodata.package.package import Package
from geodata.reading.descriptor import Descriptor, files_of, read_descriptor, resource_faults
from geodata.reading.faults import Fault, PackageError
from geodata.reading.fingerprint import fingerprint
from geodata.reading.places import LAYERS, empty_layer, read_layer
from geodata.reading.schema import FIRST_ROW, check_tables, columns, table_schemas
from geodata.reading.screening import Rows
from geodata.reading.text import collect, read_cells
from geodata.tables.columns import Cells, Column, cells
from geodata.tables.observations import Observations
from geodata.tables.records import RECORDS


def read_package(path: Path, observations: Observations | None = None) -> Package:
    """Return the package in a folder; raise `PackageError` with every fault found.

    Numbers that are given were read and checked before, with the rest of the package: their
    table is not looked at again, nor whether all parts agree.
    """
    if not path.is_dir():
        fault = Fault(str(path), "", "", "no such folder", "a folder with a data package")
        raise PackageError((fault,))
    faults: list[Fault] = []
    file = path / "datapackage.json"
    descriptor = collect(faults, lambda: read_descriptor(file))
    files = files_of(path)
    tables = _read_tables(
        path, files, faults, without="" if observations is None else "observations"
    )
    layers = _read_layers(path, files, faults)
    faults += check_tables(tables)
    if descriptor is None:
        raise PackageError(tuple(faults))
    faults += resource_faults(file, files)
    draft = _draft(path, descriptor, tables, layers, faults)
    if observations is None:
        faults += check_consistency(draft)
    if faults:
        raise PackageError(tuple(faults))
    if observations is None:
        return draft.package
    return replace(draft.package, observations=observations)


def _draft(
    path: Path,
    descriptor: Descriptor,
    tables: dict[str, Cells],
    layers: dict[str, gpd.GeoDataFrame],
    faults: list[Fault],
) -> Draft:
    """Return what can be read of a package: all of it where there are no faults."""
    named = {(fault.file.partition(".")[0], fault.where) for fault in faults}
    broken = frozenset(name for name, _ in named)
    records: dict[str, Any] = {}
    numbers: dict[str, Sequence[int]] = {}
    for table in table_schemas():
        found = tables.get(table, cells([columns(table)]))
        kept = _kept(table, found, named)
        numbers[table] = _numbers(kept, len(found))
        typed = {f["name"]: _typed(f["type"], found.columns[n], kept)
                 for n, f in enumerate(table_schemas()[table]["fields"])
                 if len(kept)}  # fmt: skip
        records[table] = _records(table, typed)
    latest, outlines = parted(layers)
    package = Package(path=path, fingerprint=fingerprint_of(path),
                      descriptor=_started(descriptor, records), layers=MappingProxyType(latest),
                      outlines=MappingProxyType(outlines), **records)  # fmt: skip
    return Draft(package, numbers, broken)


def _started(descriptor: Descriptor, records: dict[str, Any]) -> Descriptor:
    """A package that does not say what is shown first begins with its first series and area."""
    areas = (g.id for g in records["geographies"] if g.kind == "area")
    series = (i.id for i in records["indicators"])
    return replace(
        descriptor,
        start_indicator=descriptor.start_indicator or next(series, ""),
        start_area=descriptor.start_area or next(areas, ""),
    )


def fingerprint_of(path: Path) -> str:
    """Return the fingerprint of a package in a folder, see `Package`; nothing of it is checked."""
    return fingerprint(path, file_names())


def file_names() -> list[str]:
    """Return the files that a package may have; the first names a network and its content."""
    tables = [f"{name}.csv" for name in table_schemas()]
    return ["datapackage.json", *tables, *(f"{name}.geojson" for name in LAYERS)]


def _read_tables(
    path: Path, files: tuple[str, ...], faults: list[Fault], without: str
) -> dict[str, Cells]:
    """Read the tables; one that the package does without, or that is left out, is its header."""

    def read(name: str) -> Cells | None:
        if name == without or f"{name}.csv" not in files:
            return cells([columns(name)])
        return collect(faults, partial(read_cells, path / f"{name}.csv"))

    found = {name: read(name) for name in table_schemas()}
    return {name: rows for name, rows in found.items() if rows is not None}


def _read_layers(
    path: Path, files: tuple[str, ...], faults: list[Fault]
) -> dict[str, gpd.GeoDataFrame]:
    """Read the layers; one that the package does without is empty."""

    def read(name: str) -> gpd.GeoDataFrame | None:
        if f"{name}.geojson" not in files:
            return empty_layer()
        return collect(faults, partial(read_layer, path / f"{name}.geojson"))

    found = {name: read(name) for name in LAYERS}
    return {name: frame for name, frame in found.items() if frame is not None}


def _kept(table: str, found: Cells, named: set[tuple[str, str]]) -> Rows:
    """The rows, from 0, of which nothing is wrong; none where the columns are others."""
    if found.header != columns(table):
        return np.zeros(0, np.intp)
    bad = {int(where.removeprefix("row ")) - FIRST_ROW for file, where in named
           if file == table and where.startswith("row ")}  # fmt: skip
    kept = np.ones(len(found), bool)
    kept[[row for row in bad if 0 <= row < len(found)]] = False
    return np.flatnonzero(kept)


def _numbers(kept: Rows, count: int) -> Sequence[int]:
    """How people count these rows; of two million in order it is not worth to keep a list."""
    whole = range(FIRST_ROW, count + FIRST_ROW)
    return whole if len(kept) == count else [whole[row] for row in kept.tolist()]


def _typed(kind: str, column: Column[str], rows: Rows) -> Column[Any]:
    """The values of some rows of a column; what stands in others only is not even looked at."""
    used, codes = np.unique(column.codes[rows], return_inverse=True)
    values = [_value(kind, column.distinct[code]) for code in used.tolist()]
    return Column(values, codes.astype(np.int32))


def _records(table: str, typed: dict[str, Column[Any]]) -> Sequence[Any]:
    """The rows as records; the printed numbers are many and stay columns."""
    if not typed:
        return ()
    if table == "observations":
        return Observations(typed)
    rows = range(len(next(iter(typed.values()))))
    return tuple(RECORDS[table](*(column[row] for column in typed.values())) for row in rows)


def _value(kind: str, cell: str) -> str | float | int | date | None:
    if kind == "string":
        return cell
    if not cell:
        return None
    if kind == "integer":
        return int(cell)
    return float(cell) if kind == "number" else date.fromisoformat(cell)
