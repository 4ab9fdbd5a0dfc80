"""What a package says of itself is held against what may be said."""

import pytest

from geodata.package.loading import read_package
from tests.packages_editing import (
    edit_json,
    faults_of,
    only_fault,
    read_table,
    write_table,
)


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
    "called in one language": (lambda d: d["sources"][0].update(called_da="rapporten"), "sources[0].called_en", "nothing", "text"),
    "html in what it is called": (lambda d: d["sources"][0].update(called_da="<b>", called_en="x"), "sources", "<b>", "plain text"),
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
