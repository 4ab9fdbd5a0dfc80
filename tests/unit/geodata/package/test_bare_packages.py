"""A package needs only areas, series and figures; what it lists must be there."""

from pathlib import Path

import pytest

from geodata.package.loading import read_package
from geodata.reading.places import LAYERS, METRES, REQUIRED_LAYER
from geodata.reading.schema import REQUIRED_TABLES
from geodata.tables.records import RECORDS
from tests.packages_editing import (
    edit_cell,
    edit_json,
    faults_of,
    only_fault,
    read_table,
    write_table,
)

OPTIONAL_TABLES = sorted(set(RECORDS) - REQUIRED_TABLES)


OPTIONAL_LAYERS = sorted(set(LAYERS) - {REQUIRED_LAYER})


def leave_out(town: Path, *files: str) -> None:
    """Delete files and what the descriptor says of them."""
    for file in files:
        (town / file).unlink()
    edit_json(town / "datapackage.json", lambda d: d.update(
        resources=[r for r in d["resources"] if r["path"] not in files]))  # fmt: skip


def with_bare_tables(town: Path) -> Path:
    """The town with nothing but areas, series and figures."""
    indicators = read_table(town, "indicators")
    for row in range(2, len(indicators) + 1):
        edit_cell(town, "indicators", row, "goal", "")
    edit_json(
        town / "areas.geojson", lambda c: [f["properties"].pop("source") for f in c["features"]]
    )
    files = [f"{t}.csv" for t in OPTIONAL_TABLES] + [f"{la}.geojson" for la in OPTIONAL_LAYERS]
    leave_out(town, *(file for file in files if (town / file).exists()))
    return town


def test_a_package_needs_only_areas_series_and_figures(town):
    package = read_package(with_bare_tables(town))
    assert len(package.observations) == len(read_table(town, "observations")) - 1
    assert [table for table in OPTIONAL_TABLES if getattr(package, table)] == []
    assert {name: len(frame) for name, frame in package.layers.items()} == {
        "areas": 3, "parks": 0, "places": 0, "paths": 0, "roads": 0, "water": 0,
    }  # fmt: skip
    assert {str(frame.crs) for frame in package.layers.values()} == {METRES}


@pytest.mark.parametrize("layer", OPTIONAL_LAYERS)
def test_a_layer_may_be_empty(town, layer):
    for table in ("milestones", "figures", "offers"):
        write_table(town, table, read_table(town, table)[:1])
    edit_json(town / f"{layer}.geojson", lambda content: content.update(features=[]))
    assert len(read_package(town).layers[layer]) == 0


@pytest.mark.parametrize("table", sorted(REQUIRED_TABLES))
def test_a_table_that_all_else_needs_is_missed(town, table):
    leave_out(town, f"{table}.csv")
    found = {(fault.file, fault.where, fault.found) for fault in faults_of(town)}
    assert (f"{table}.csv", "", "no such file") in found


def test_a_listed_file_that_is_not_there_is_missed(town):
    (town / "parks.geojson").unlink()
    assert ("parks.geojson", "no such file") in {(f.file, f.found) for f in faults_of(town)}


def test_a_file_that_is_there_must_be_listed(town):
    edit_json(town / "datapackage.json", lambda d: d.update(
        resources=[r for r in d["resources"] if r["path"] != "water.geojson"]))  # fmt: skip
    fault = only_fault(town)
    assert (fault.field, fault.found) == ("water.geojson", "not listed")


def test_what_names_a_row_of_an_absent_table_is_a_fault(town):
    leave_out(town, "goals.csv", "targets.csv")
    assert {fault.allowed for fault in faults_of(town)} == {"an id of goals.csv"}
