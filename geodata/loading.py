"""Read a data package from a folder: everything is checked, and every fault is told at once."""

from datetime import date
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import Any

import geopandas as gpd

from geodata.consistency import check_consistency
from geodata.descriptor import read_descriptor
from geodata.faults import Fault, PackageError
from geodata.package import Package
from geodata.places import LAYERS, read_layer
from geodata.reading import collect, read_rows
from geodata.records import RECORDS
from geodata.schema import check_tables, columns, table_schemas


def read_package(path: Path) -> Package:
    """Return the package in a folder; raise `PackageError` with every fault found."""
    if not path.is_dir():
        fault = Fault(str(path), "", "", "no such folder", "a folder with a data package")
        raise PackageError((fault,))
    faults: list[Fault] = []
    descriptor = collect(faults, lambda: read_descriptor(path / "datapackage.json"))
    tables = _read_tables(path, faults)
    layers = _read_layers(path, faults)
    faults += check_tables(tables)
    if faults or descriptor is None:
        raise PackageError(tuple(faults))
    records = {name: _records(name, rows) for name, rows in tables.items()}
    frozen = MappingProxyType(layers)
    package = Package(path=path, descriptor=descriptor, layers=frozen, **records)
    faults += check_consistency(package)
    if faults:
        raise PackageError(tuple(faults))
    return package


def _read_tables(path: Path, faults: list[Fault]) -> dict[str, list[list[str]]]:
    read = {n: collect(faults, partial(read_rows, path / f"{n}.csv")) for n in table_schemas()}
    return {name: rows for name, rows in read.items() if rows is not None}


def _read_layers(path: Path, faults: list[Fault]) -> dict[str, gpd.GeoDataFrame]:
    read = {n: collect(faults, partial(read_layer, path / f"{n}.geojson")) for n in LAYERS}
    return {name: frame for name, frame in read.items() if frame is not None}


def _records(table: str, rows: list[list[str]]) -> tuple[Any, ...]:
    types = {field["name"]: field["type"] for field in table_schemas()[table]["fields"]}
    return tuple(
        RECORDS[table](
            *(_value(types[c], cell) for c, cell in zip(columns(table), row, strict=True))
        )
        for row in rows[1:]
    )


def _value(kind: str, cell: str) -> str | float | int | date | None:
    if kind == "string":
        return cell
    if not cell:
        return None
    if kind == "integer":
        return int(cell)
    return float(cell) if kind == "number" else date.fromisoformat(cell)
