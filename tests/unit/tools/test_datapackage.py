"""The schemas inside a datapackage.json are kept equal to the one source of them."""

import json

import pytest

from tests.packages_editing import edit_json
from tools.datapackage import SCHEMAS, main, out_of_step, read_json, table_schema, with_schemas

TABLES = {"goals": {"description": "ours", "fields": [{"name": "id"}]}, "figures": {"fields": []}}
PACKAGE = {
    "name": "town",
    "resources": [
        {"name": "goals", "format": "csv", "schema": {"fields": []}},
        {"name": "areas", "format": "geojson"},
        {"name": "figures", "format": "csv", "schema": {"fields": []}},
    ],
}


def test_the_schema_of_a_table_is_its_entry_without_our_description():
    assert table_schema(TABLES["goals"]) == {"fields": [{"name": "id"}]}


def test_tables_get_their_schemas_and_the_rest_is_kept():
    wanted = with_schemas(PACKAGE, TABLES)
    assert wanted["name"] == "town"
    assert [r["name"] for r in wanted["resources"]] == ["goals", "areas", "figures"]
    assert wanted["resources"][0]["schema"] == {"fields": [{"name": "id"}]}
    assert wanted["resources"][1] == PACKAGE["resources"][1]


def test_the_package_that_was_read_is_not_changed():
    before = json.dumps(PACKAGE)
    with_schemas(PACKAGE, TABLES)
    assert json.dumps(PACKAGE) == before


def test_a_table_without_a_schema_is_told_with_those_that_have_one():
    unknown = {"resources": [{"name": "dogs", "format": "csv"}]}
    with pytest.raises(
        SystemExit, match=r"'dogs' has no table schema\. Known tables: goals, figur"
    ):
        with_schemas(unknown, TABLES)


def test_the_resources_that_differ_are_named():
    assert out_of_step(PACKAGE, with_schemas(PACKAGE, TABLES)) == ["goals"]


def test_a_package_in_step_is_in_order(town):
    assert main(["--check", str(town)]) == 0


def test_a_package_out_of_step_is_told_and_left_alone(town, capsys):
    file = town / "datapackage.json"
    edit_json(file, lambda content: content["resources"][0]["schema"]["fields"].pop())
    before = file.read_bytes()
    assert main(["--check", str(town)]) == 1
    assert "out of step with tableschemas.json: goals." in capsys.readouterr().err
    assert file.read_bytes() == before


def test_writing_brings_a_package_into_step(town):
    file = town / "datapackage.json"
    title = read_json(file)["title"]
    edit_json(file, lambda content: content["resources"][0]["schema"]["fields"].pop())
    assert main([str(town)]) == 0
    assert main(["--check", str(file)]) == 0
    assert read_json(file)["title"] == title
    assert file.read_text(encoding="utf-8").endswith("}\n")


def test_writing_twice_changes_nothing(town):
    main([str(town)])
    before = (town / "datapackage.json").read_bytes()
    main([str(town)])
    assert (town / "datapackage.json").read_bytes() == before


def test_the_shipped_package_is_in_step():
    assert main(["--check"]) == 0


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(SystemExit, match="there is no such file"):
        main([str(tmp_path)])


@pytest.mark.parametrize(
    ("text", "said"), [('{\n"a":', "line 2: not valid JSON"), ("[1]", "expected a JSON object")]
)
def test_a_file_that_is_no_package_is_told(tmp_path, text, said):
    file = tmp_path / "datapackage.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SystemExit, match=said):
        read_json(file)


def test_the_one_source_of_schemas_is_there():
    assert {"observations", "indicators"} < set(read_json(SCHEMAS))
