"""A package is refused with every fault at once, each saying file, row, field, found, allowed."""

import shutil
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from geodata.package.loading import read_package
from geodata.reading.faults import PackageError
from geodata.tables.records import RECORDS
from tests.packages_editing import (
    append_row,
    edit_cell,
    edit_feature,
    edit_json,
    faults_of,
    only_fault,
    replace_text,
)


@pytest.mark.parametrize("file", [*(f"{t}.csv" for t in RECORDS), "areas.geojson", "water.geojson",
                                  "datapackage.json"])  # fmt: skip
def test_a_missing_file_is_one_fault(town, file):
    (town / file).unlink()
    fault = only_fault(town)
    assert (fault.file, fault.found) == (file, "no such file")


@pytest.mark.parametrize("file", ["goals.csv", "areas.geojson", "datapackage.json"])
def test_a_file_that_cannot_be_read_is_one_fault(town, file, monkeypatch):
    opened = Path.open

    def refused(path, *mode):
        if path.name == file:
            raise PermissionError(13, "Permission denied")
        return opened(path, *mode)

    monkeypatch.setattr(Path, "open", refused)
    fault = only_fault(town)
    assert (fault.file, fault.found) == (file, "a file that cannot be read (Permission denied)")


@pytest.mark.parametrize("file", ["observations.csv", "parks.geojson", "datapackage.json"])
@pytest.mark.parametrize(
    ("spoil", "found"),
    [
        (lambda data: b"", "an empty file"),
        (lambda data: b"\xef\xbb\xbf" + data, "byte order mark"),
        (lambda data: data + "ø".encode("latin-1"), "0xf8 (latin-1?)"),
    ],
    ids=["empty", "bom", "latin-1"],
)
def test_a_file_that_is_no_plain_utf8_is_one_fault(town, file, spoil, found):
    path = town / file
    path.write_bytes(spoil(path.read_bytes()))
    fault = only_fault(town)
    assert fault.file == file
    assert found in fault.found


def test_a_missing_folder_is_named(tmp_path):
    fault = only_fault(tmp_path / "none")
    assert fault.found == "no such folder"


def test_a_duplicate_observation_is_named(town):
    append_row(town, "observations", like=3, value="1")
    fault = only_fault(town)
    assert (fault.file, fault.where) == ("observations.csv", "row 21")
    assert fault.found == "a row with the same key as an earlier one"


def test_two_values_in_one_clock_year_are_named(town):
    append_row(town, "observations", like=3, period="2021", role="status")
    fault = only_fault(town)
    assert (fault.where, fault.field) == ("row 21", "period")
    assert fault.found == "a second value of laesegrupper for moelleparken in 2021"
    assert "row 3" in fault.allowed


def test_extra_and_missing_cells_are_named(town):
    replace_text(town / "aliases.csv", "Søgade,soegade", "Søgade,soegade,ekstra")
    replace_text(town / "aliases.csv", "Bakkegården,bakkegaarden", "Bakkegården")
    faults = {f.where: f for f in faults_of(town)}
    assert faults["row 3"].found == "an extra cell 'ekstra'"
    assert faults["row 4"].allowed == "2 cells"


def test_an_area_without_a_polygon_and_a_polygon_without_an_area_are_named(town):
    edit_feature(town, "areas", 3, lambda f: f["properties"].update(id="nyby"))
    found = {(f.file, f.found) for f in faults_of(town)}
    assert ("geographies.csv", "area 'bakkegaarden' without a polygon") in found
    assert ("areas.geojson", "a polygon of no area") in found


def test_an_id_in_two_layers_is_named(town):
    edit_feature(town, "places", 1, lambda f: f["properties"].update(id="engparken"))
    assert only_fault(town).found == "'engparken' in 2 layers"


def test_html_in_a_feature_is_named(town):
    edit_feature(town, "parks", 1, lambda f: f["properties"].update(name="<img src=x>"))
    fault = only_fault(town)
    assert (fault.file, fault.where, fault.field) == ("parks.geojson", "engparken", "name")


def test_half_a_character_in_a_feature_is_named_in_printable_words(town):
    replace_text(town / "parks.geojson", '"name": "Engparken"', '"name": "Eng\\ud800"')
    fault = only_fault(town)
    assert fault.field == "name"
    assert str(fault).encode("utf-8")


def test_two_municipalities_are_named(town):
    append_row(town, "geographies", like=7, id="naboby-kommune")
    assert only_fault(town).found == "tinby-kommune, naboby-kommune"


def test_faults_in_several_files_are_told_at_once(town):
    edit_cell(town, "observations", 3, "value", "14,2")
    edit_cell(town, "indicators", 3, "unit", "stk")
    edit_json(town / "datapackage.json", lambda d: d.pop("as_of"))
    edit_feature(town, "areas", 1, lambda f: f["properties"].pop("id"))
    edit_feature(town, "roads", 2, lambda f: f["geometry"].update(coordinates=[[56.1, 9.5]]))
    (town / "breaks.csv").write_bytes(b"")
    (town / "figures.csv").unlink()
    files = {fault.file for fault in faults_of(town)}
    assert files == {"observations.csv", "indicators.csv", "datapackage.json", "areas.geojson",
                     "roads.geojson", "breaks.csv", "figures.csv"}  # fmt: skip


def test_faults_between_tables_are_told_at_once(town):
    edit_cell(town, "observations", 3, "value", "140")
    edit_cell(town, "milestones", 2, "feature", "noget")
    edit_cell(town, "geographies", 2, "name_da", "<b>A</b>")
    edit_cell(town, "targets", 2, "geographies", "noget")
    files = [fault.file for fault in faults_of(town)]
    assert sorted(files) == ["geographies.csv", "milestones.csv", "observations.csv", "targets.csv"]


def test_an_error_says_every_fault_in_words(town):
    edit_cell(town, "observations", 3, "value", "14,2")
    edit_cell(town, "goals", 2, "level", "top")
    with pytest.raises(PackageError) as refused:
        read_package(town)
    assert str(refused.value).splitlines() == [
        "goals.csv, row 2, level: found 'top'; allowed: strategic or sub",
        "observations.csv, row 3, value: found '14,2'; allowed: a number with a decimal point, such as 5.4",
    ]


def test_the_source_may_hold_what_looks_like_html(town):
    edit_cell(town, "observations", 3, "source_text", "Mølleparken: 14,2 % <b>&amp;</b>")
    assert read_package(town).observations[1].source_text.endswith("<b>&amp;</b>")


def test_a_package_is_read_the_same_from_any_folder(tinytown, town):
    moved = shutil.copytree(town, town.with_name("flyttet by"))
    assert read_package(moved).observations == tinytown.observations


def test_records_are_frozen(tinytown):
    with pytest.raises(FrozenInstanceError):
        tinytown.observations[0].value = 1
    with pytest.raises(TypeError):
        tinytown.layers["areas"] = None


def test_cells_become_typed_values(tinytown):
    value = tinytown.observations[4]
    assert (value.value, value.n, value.period_start.isoformat()) == (18.0, 150, "2022-08-01")
    assert tinytown.observations[0].n is None
    assert tinytown.indicators[1].plausible_max is None
    assert tinytown.memberships[2].to_ is None


def test_areas_and_municipality_are_found_by_kind(tinytown):
    assert [a.id for a in tinytown.areas] == ["moelleparken", "soegade", "bakkegaarden"]
    assert tinytown.municipality.id == "tinby-kommune"


def test_faults_in_files_and_between_tables_are_named_at_once(town):
    """A broken layer and a bad cell do not hide what only shows between the good rows."""
    edit_cell(town, "observations", 2, "value", "140")
    edit_cell(town, "observations", 3, "value", "5,4")
    edit_cell(town, "geographies", 2, "name_da", "<b>Møllen</b>")
    edit_cell(town, "observations", 4, "indicator", "ukendt")
    parks = town / "parks.geojson"
    parks.write_text("SQLite format 3", encoding="utf-8")
    edit_json(town / "datapackage.json", lambda d: d["resources"][-1].pop("crs"))
    named = {(fault.file, fault.where, fault.field) for fault in faults_of(town)}
    assert {
        ("observations.csv", "row 2", "value"),
        ("observations.csv", "row 3", "value"),
        ("geographies.csv", "row 2", "name_da"),
        ("parks.geojson", "", ""),
    } <= named
    assert any(file == "observations.csv" and where == "row 4" for file, where, _ in named)
    assert any(field == "crs" for _, _, field in named)
