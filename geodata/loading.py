"""Read a data package from a folder: everything is checked, and every fault is told at once."""

from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import geopandas as gpd

from geodata.consistency import Draft, check_consistency
from geodata.descriptor import Descriptor, files_of, read_descriptor, resource_faults
from geodata.faults import Fault, PackageError
from geodata.fingerprint import fingerprint
from geodata.package import Package
from geodata.places import LAYERS, empty_layer, read_layer
from geodata.reading import collect, read_rows
from geodata.records import RECORDS
from geodata.schema import check_tables, columns, table_schemas


def read_package(path: Path) -> Package:
    """Return the package in a folder; raise `PackageError` with every fault found."""
    if not path.is_dir():
        fault = Fault(str(path), "", "", "no such folder", "a folder with a data package")
        raise PackageError((fault,))
    faults: list[Fault] = []
    file = path / "datapackage.json"
    descriptor = collect(faults, lambda: read_descriptor(file))
    files = files_of(path)
    tables = _read_tables(path, files, faults)
    layers = _read_layers(path, files, faults)
    faults += check_tables(tables)
    if descriptor is None:
        raise PackageError(tuple(faults))
    faults += resource_faults(file, files)
    draft = _draft(path, descriptor, tables, layers, faults)
    faults += check_consistency(draft)
    if faults:
        raise PackageError(tuple(faults))
    return draft.package


def _draft(
    path: Path,
    descriptor: Descriptor,
    tables: dict[str, list[list[str]]],
    layers: dict[str, gpd.GeoDataFrame],
    faults: list[Fault],
) -> Draft:
    """Return what can be read of a package: all of it where there are no faults."""
    named = {(fault.file.partition(".")[0], fault.where) for fault in faults}
    broken = frozenset(name for name, _ in named)
    records: dict[str, tuple[Any, ...]] = {}
    numbers: dict[str, list[int]] = {}
    for table in table_schemas():
        rows = tables.get(table, [[]])
        whole = rows[0] == list(columns(table))
        kept = [n for n in range(2, len(rows) + 1) if whole and (table, f"row {n}") not in named]
        numbers[table] = kept
        records[table] = tuple(_record(table, rows[number - 1]) for number in kept)
    package = Package(path=path, fingerprint=fingerprint(path, _files()), descriptor=descriptor,
                      layers=MappingProxyType(layers), **records)  # fmt: skip
    return Draft(package, numbers, broken)


def _files() -> list[str]:
    """The files that a package may have; the first names an imported network and its content."""
    tables = [f"{name}.csv" for name in table_schemas()]
    return ["datapackage.json", *tables, *(f"{name}.geojson" for name in LAYERS)]


def _read_tables(
    path: Path, files: tuple[str, ...], faults: list[Fault]
) -> dict[str, list[list[str]]]:
    """Read the tables; one that the package does without is its header."""

    def read(name: str) -> list[list[str]] | None:
        if f"{name}.csv" not in files:
            return [list(columns(name))]
        return collect(faults, partial(read_rows, path / f"{name}.csv"))

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


def _record(table: str, row: list[str]) -> Any:
    types = {field["name"]: field["type"] for field in table_schemas()[table]["fields"]}
    cells = zip(columns(table), row, strict=True)
    return RECORDS[table](*(_value(types[column], cell) for column, cell in cells))


def _value(kind: str, cell: str) -> str | float | int | date | None:
    if kind == "string":
        return cell
    if not cell:
        return None
    if kind == "integer":
        return int(cell)
    return float(cell) if kind == "number" else date.fromisoformat(cell)
