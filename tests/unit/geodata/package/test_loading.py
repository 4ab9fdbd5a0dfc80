"""A package is refused with every fault at once, each saying file, row, field, found, allowed."""

import shutil
from dataclasses import FrozenInstanceError
from pathlib import Path

import pytest

from geodata.package.loading import read_package
from geodata.reading.faults import PackageError
from geodata.reading.places import LAYERS, METRES, REQUIRED_LAYER
from geodata.reading.schema import REQUIRED_TABLES
from geodata.tables.records import RECORDS
from tests.packages_editing import (
    append_row,
    edit_cell,
    edit_feature,
    edit_json,
    faults_of,
    only_fault,
    read_table,
    replace_text,
    write_table,
)

#: table, row, column, new text -> what was found, what is allowed
BAD_CELLS = {
    "unknown indicator": (("observations", 2, "indicator", "noget"), "'noget' in indicator", "an id of indicators.csv"),
    "unknown geography": (("observations", 2, "geography", "noget"), "'noget' in geography", "an id of geographies.csv"),
    "unknown goal": (("indicators", 2, "goal", "noget"), "'noget' in goal", "an id of goals.csv"),
    "unknown whole": (("indicators", 3, "subset_of", "noget"), "'noget' in subset_of", "an id of indicators.csv"),
    "unknown alias": (("aliases", 2, "geography", "noget"), "'noget' in geography", "an id of geographies.csv"),
}  # fmt: skip
BAD_VALUES = {
    "text for a number": (("observations", 3, "value", "mange"), "'mange'", "a number with a decimal point"),
    "decimal comma": (("observations", 3, "value", "14,2"), "'14,2'", "a number with a decimal point"),
    "thousands": (("observations", 3, "value", "1_4"), "'1_4'", "a number with a decimal point"),
    "percent sign": (("observations", 3, "value", "14%"), "'14%'", "a number with a decimal point"),
    "foreign digits": (("observations", 3, "value", "١٤"), "'١٤'", "a number with a decimal point"),
    "nan": (("observations", 3, "value", "NaN"), "NaN", "a number"),
    "infinity": (("observations", 3, "value", "INF"), "INF", "a number"),
    "too large": (("observations", 13, "value", "9" * 400), "inf", "a finite number"),
    "no value": (("observations", 3, "value", ""), "''", "must not be empty"),
    "share of 140 %": (("observations", 3, "value", "140"), "140 %", "a share from 0 to 100 %"),
    "negative share": (("observations", 3, "value", "-1"), "-1 %", "a share from 0 to 100 %"),
    "negative count": (("observations", 13, "value", "-1"), "-1", "0 or more"),
    "half a count": (("observations", 13, "value", "24.5"), "24.5", "a whole number"),
    "too many decimals": (("observations", 3, "value", "14.25"), "14.25", "at most 1 decimals"),
    "no persons": (("observations", 6, "n", "0"), "'0'", "1 or more"),
    "half persons": (("observations", 6, "n", "150.5"), "'150.5'", "a whole number"),
    "unknown role": (("observations", 3, "role", "start"), "'start'", "baseline or status"),
    "malformed period": (("observations", 3, "period", "2020-21"), "'2020-21'", "text of the form"),
    "years apart": (("observations", 3, "period", "2020/22"), "'2020/22'", "2022/23 (two years in a row)"),
    "foreign period": (("observations", 13, "period", "٢٠١٩"), "'٢٠١٩'", "2023, 2022/23"),
    "off the clock": (("observations", 3, "period", "2016/17"), "'2016/17'", "a period on the clock, 2018 to 2026"),
    "backwards days": (("observations", 6, "period_end", "2022-07-31"), "2022-07-31, before 2022-08-01", "a day after the start"),
    "short date": (("observations", 6, "period_start", "2022-8-1"), "'2022-8-1'", "a date as YYYY-MM-DD"),
    "no such day": (("milestones", 4, "date", "2022-02-30"), "'2022-02-30'", "a date as YYYY-MM-DD"),
    "plausible nan": (("indicators", 2, "plausible_max", "NaN"), "'NaN'", "a number with a decimal point"),
    "target nan": (("targets", 3, "value", "NaN"), "'NaN'", "a number with a decimal point"),
    "figure infinity": (("figures", 2, "value", "inf"), "'inf'", "a number with a decimal point"),
    "unknown unit": (("indicators", 2, "unit", "pct"), "'pct'", "percent or grade"),
    "bad id": (("goals", 2, "id", "Flere læsere"), "'Flere læsere'", "text of the form"),
    "html in a name": (("geographies", 2, "name_da", "<b>Mølleparken</b>"), "<b>", "plain text"),
    "entity in a text": (("goals", 2, "text_da", "Flere&nbsp;elever"), "&nbsp;", "plain text"),
    "line break in a text": (("goals", 2, "text_da", "Flere\nelever"), "Flere", "plain text"),
    "turned reading direction": (("goals", 2, "text_da", "Flere\u202eelever"), "Flere", "plain text"),
    "unknown target area": (("targets", 2, "geographies", "moelleparken;noget"), "'noget'", "an id of geographies.csv"),
    "unknown target series": (("targets", 2, "indicator", "laesegrupper;noget"), "'noget'", "an id of indicators.csv"),
    "target that adds shares of no whole": (("targets", 2, "indicator", "laesegrupper;laesegrupper"), "'laesegrupper;laesegrupper'", "shares of one whole"),
    "target that adds a share to a count": (("targets", 3, "indicator", "naboklager;laesegrupper"), "'naboklager;laesegrupper'", "counts of one unit"),
    "change without a number": (("targets", 3, "value", ""), "''", "a number other than 0 (for change_per_year)"),
    "change of nothing": (("targets", 3, "value", "0"), "'0'", "a number other than 0"),
    "target without a series": (("targets", 3, "indicator", ""), "nothing", "a series (for change_per_year)"),
    "unknown break area": (("breaks", 2, "geographies", "noget"), "'noget'", "an id of geographies.csv"),
    "unknown member": (("geographies", 5, "members", "moelleparken;noget"), "'noget'", "an id of geographies.csv"),
    "member without shape": (("geographies", 5, "members", "moelleparken;tinby-kommune"), "'tinby-kommune', which is a comparison", "kind area"),
    "unknown milestone feature": (("milestones", 2, "feature", "noget"), "'noget'", "a feature in a layer"),
    "unknown figure feature": (("figures", 2, "feature", "noget"), "'noget'", "a feature in a layer, or of a plan"),
    "unknown offer feature": (("offers", 2, "features", "engparken;noget"), "'noget'", "features in a layer"),
    "unknown theme": (("activities", 2, "theme", "noget"), "'noget'", "naboskab or skole"),
    "unknown theme of the evaluation": (("evaluation", 2, "theme", "noget"), "'noget'", "naboskab or skole"),
    "plan that is no plan": (("memberships", 2, "plan", "tinby-kommune"), "'tinby-kommune', which is a comparison", "kind plan"),
    "member that is no area": (("memberships", 2, "geography", "tinby-kommune"), "'tinby-kommune', which is a comparison", "kind area"),
    "membership that ends first": (("memberships", 2, "to", "2019"), "2019, before 2020", "no earlier than from"),
    "target that ends first": (("targets", 2, "to", "2019"), "2019, before 2020", "no earlier than from"),
}  # fmt: skip


@pytest.mark.parametrize(
    ("table", "row", "column", "text", "told"),
    [
        ("targets", 3, "kind", "direction", "row 3, value: found '-2'; allowed: 1 or -1 (for direction)"),
        ("targets", 2, "kind", "off_state_list_by", "row 2, value: found ''; allowed: a year (for off_state_list_by)"),
        ("indicators", 2, "polarity", "neutral", "row 2, indicator: found 'laesegrupper'; allowed: "
         "a series of which higher or lower is better (for parity_with_municipality)"),
    ],
)  # fmt: skip
def test_a_target_that_cannot_be_judged_is_told(town, table, row, column, text, told):
    edit_cell(town, table, row, column, text)
    assert str(only_fault(town)) == f"targets.csv, {told}"


@pytest.mark.parametrize("case", BAD_CELLS)
def test_an_unknown_id_is_named(town, case):
    (table, row, column, text), found, allowed = BAD_CELLS[case]
    edit_cell(town, table, row, column, text)
    fault = only_fault(town)
    assert (fault.file, fault.where) == (f"{table}.csv", f"row {row}")
    assert (fault.found, fault.allowed) == (found, allowed)


@pytest.mark.parametrize("case", BAD_VALUES)
def test_a_bad_cell_is_named(town, case):
    (table, row, column, text), found, allowed = BAD_VALUES[case]
    edit_cell(town, table, row, column, text)
    fault = next(f for f in faults_of(town) if f.field == column)
    assert (fault.file, fault.where) == (f"{table}.csv", f"row {row}")
    assert found in fault.found
    assert allowed in fault.allowed
    assert str(fault).isprintable()


@pytest.mark.parametrize("file", [*(f"{t}.csv" for t in RECORDS), "areas.geojson", "water.geojson",
                                  "datapackage.json"])  # fmt: skip
def test_a_missing_file_is_one_fault(town, file):
    (town / file).unlink()
    fault = only_fault(town)
    assert (fault.file, fault.found) == (file, "no such file")


@pytest.mark.parametrize("file", ["goals.csv", "areas.geojson", "datapackage.json"])
def test_a_file_that_cannot_be_read_is_one_fault(town, file, monkeypatch):
    read = Path.read_bytes

    def refused(path):
        if path.name == file:
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refused)
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


def layer_resource(descriptor):
    return next(r for r in descriptor["resources"] if r["name"] == "areas")


BAD_DESCRIPTORS = {
    "missing crs": (lambda d: layer_resource(d).pop("crs"), "crs", "a missing CRS", "EPSG:4326"),
    "other crs": (lambda d: layer_resource(d).update(crs="EPSG:25832"), "crs", "'EPSG:25832'", "EPSG:4326"),
    "unlisted file": (lambda d: d["resources"].pop(0), "goals.csv", "not listed", "one resource for each file"),
    "listed as parts": (lambda d: d["resources"][0].update(path=["goals.csv"]), "goals.csv", "not listed", "one resource"),
    "no day": (lambda d: d.pop("as_of"), "as_of", "nothing", "a date as YYYY-MM-DD"),
    "other day": (lambda d: d.update(as_of="31.12.2024"), "as_of", "'31.12.2024'", "a date as YYYY-MM-DD"),
    "clock as text": (lambda d: d["clock"].update(first="2018"), "clock.first", "'2018'", "a year"),
    "clock that is true": (lambda d: d["clock"].update(first=True), "clock.first", "'True'", "a year"),
    "clock backwards": (lambda d: d["clock"].update(first=2027), "clock", "2027 to 2026", "no later than last"),
    "no source": (lambda d: d.update(sources=[{"title": ""}]), "sources[0].title", "nothing", "text"),
    "name for a header": (lambda d: d.update(name="a\r\nSet-Cookie: x=1"), "name", "'a", "small letters"),
    "name with a quote": (lambda d: d.update(name='by "x"'), "name", '"x"', "small letters"),
    "html in the source": (lambda d: d["sources"][0].update(title="<b>R</b>"), "sources", "<b>", "plain text"),
    "line in the version": (lambda d: d.update(version="1\n2"), "version", "'1", "plain text"),
    "html in a licence": (lambda d: d.update(licenses=[{"name": "<script>"}]), "licenses", "<script>", "plain text"),
    "licence as text": (lambda d: d.update(licenses="CC"), "licenses", "'CC'", "a list"),
    "licence as number": (lambda d: d.update(licenses=5), "licenses", "'5'", "a list"),
    "licence without name": (lambda d: d.update(licenses=[{"title": "x"}]), "licenses.name", "nothing", "text"),
    "no theme name": (lambda d: d["themes"][0].pop("name_en"), "themes.name_en", "nothing", "text"),
    "html in the title": (lambda d: d.update(title_da="<i>Tinby</i>"), "title_da", "<i>", "plain text"),
    "html in a theme": (lambda d: d["themes"][1].update(name_da="<i>Skole</i>"), "themes", "<i>", "plain text"),
    "start as text": (lambda d: d.update(start="her"), "start", "'her'", "an object with indicator"),
    "start series as number": (lambda d: d["start"].update(indicator=3), "start.indicator", "'3'", "an indicator id"),
    "unknown start series": (lambda d: d["start"].update(indicator="noget"), "start.indicator", "'noget'", "an id of this package"),
    "start outside areas": (lambda d: d["start"].update(area="tinby-kommune"), "start.area", "'tinby-kommune'", "an id of this package"),
}  # fmt: skip


def test_a_package_that_does_not_say_what_is_first_begins_with_its_first(town):
    edit_json(town / "datapackage.json", lambda d: d.pop("start"))
    started = read_package(town).descriptor
    assert (started.start_indicator, started.start_area) == ("laesegrupper", "moelleparken")


def test_a_package_without_a_series_is_told_what_to_do(town):
    for table in ("indicators", "observations", "targets", "breaks", "blanks", "remarks"):
        write_table(town, table, read_table(town, table)[:1])
    edit_json(town / "datapackage.json", lambda d: d.pop("start"))
    fault = only_fault(town)
    assert (fault.file, fault.found) == ("indicators.csv", "no series yet")
    assert "docs/new-town.md" in fault.allowed


@pytest.mark.parametrize("case", BAD_DESCRIPTORS)
def test_a_bad_descriptor_is_named(town, case):
    change, field, found, allowed = BAD_DESCRIPTORS[case]
    edit_json(town / "datapackage.json", change)
    fault = only_fault(town)
    assert (fault.file, fault.field) == ("datapackage.json", field)
    assert found in fault.found
    assert allowed in fault.allowed


@pytest.mark.parametrize("content", ["[]", "7", '"text"', "null", '{"resources": 5, "themes": 5}'])
def test_a_descriptor_of_another_shape_is_refused_without_a_crash(town, content):
    (town / "datapackage.json").write_text(content)
    assert {fault.file for fault in faults_of(town)} == {"datapackage.json"}


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
