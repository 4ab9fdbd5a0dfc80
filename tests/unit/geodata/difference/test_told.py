"""A difference as text, as a workbook and as plain data says what was found."""

import io
import json
from dataclasses import replace

import openpyxl
import pytest

from geodata.__main__ import main
from geodata.difference import spreadsheet
from geodata.difference.difference import difference
from geodata.difference.plain import as_plain
from geodata.difference.spreadsheet import TooLongError, as_xlsx
from geodata.difference.text import as_text
from tests.packages_editing import (
    TINYTOWN,
    append_row,
    edit_cell,
    edit_feature,
    edit_json,
    with_value,
)

TARGET = "godt-naboskab, naboklager, moelleparken, soegade, change_per_year"


def north(feature):
    """Move the upper side of an area by 0.0004 degrees, 44.5 m."""
    for corner in feature["geometry"]["coordinates"][0][2:4]:
        corner[1] += 0.0004


@pytest.fixture
def edited(town):
    """The invented town with a value, an outline, a row and its version changed."""
    edit_cell(town, "observations", 19, "value", "26")
    edit_cell(town, "observations", 19, "source_text", "Mølleparken: 26")
    edit_feature(town, "areas", 1, north)
    append_row(town, "aliases", 2, alias="=HYPERLINK(A1)")
    edit_json(town / "datapackage.json", lambda d: d.update(version="1.1.0"))
    return town


def sheets(content):
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def test_the_command_tells_all_as_text(capsys, edited):
    assert main(["diff", str(TINYTOWN), str(edited)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "tinytown 1.0.0 (2024-12-31) -> tinytown 1.1.0 (2024-12-31)",
        "package:",
        "  version: '1.0.0' -> '1.1.0'",
        "values, 1 changed:",
        "  changed: naboklager, moelleparken, 2024, status: 15 -> 26; "
        "source_text: 'Mølleparken: 15' -> 'Mølleparken: 26' [Naboskab / Naboklager / Status; row 19]",
        "rows, 1 added:",
        "  added: aliases.csv, row 6 (=HYPERLINK(A1))",
        "features, 1 changed:",
        "  moved: areas, moelleparken (Mølleparken): 12.46 ha -> 14.12 ha; gained 1.66 ha, "
        "lost 0.00 ha; up to 44.5 m apart, centre moved 22.3 m",
        "verdicts:",
        f"  {TARGET}: reached (enough) -> not_reached (too_little)",
    ]


def test_a_package_and_itself_are_told_to_be_the_same(capsys):
    assert main(["diff", str(TINYTOWN), str(TINYTOWN)]) == 0
    assert capsys.readouterr().out.splitlines()[1:] == ["no difference"]


def test_a_workbook_has_a_sheet_for_each_kind_and_no_formula(edited, tmp_path, capsys):
    out = tmp_path / "difference.xlsx"
    assert main(["diff", str(TINYTOWN), str(edited), "--format", "xlsx", str(out)]) == 0
    assert capsys.readouterr().out == f"{out}: written\n"
    found = sheets(out.read_bytes())
    assert list(found) == [
        "values",
        "outlines",
        "findings",
        "verdicts",
        "classes",
        "rows",
        "package",
    ]
    (value,) = (dict(zip(found["values"][0], row, strict=True)) for row in found["values"][1:])
    assert (value["old_value"], value["new_value"], value["new_row"]) == (15, 26, 19)
    assert value["new_cell"] == "Naboskab / Naboklager / Status"
    (outline,) = (
        dict(zip(found["outlines"][0], row, strict=True)) for row in found["outlines"][1:]
    )
    assert (outline["what"], outline["id"]) == ("moved", "moelleparken")
    assert outline["farthest_m"] == pytest.approx(44.5, abs=0.1)
    assert found["verdicts"][1][5:7] == ["reached", "enough"]
    sheet = openpyxl.load_workbook(out)["rows"]
    assert (sheet["C2"].value, sheet["C2"].data_type) == ("=HYPERLINK(A1)", "s")
    assert found["package"][1:] == [["version", "'1.0.0'", "'1.1.0'"]]


def test_plain_data_is_json_and_says_the_same(edited, capsys):
    assert main(["diff", str(TINYTOWN), str(edited), "--format", "json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["new"] == {"name": "tinytown", "version": "1.1.0", "as_of": "2024-12-31"}
    (value,) = found["values"]
    assert value["fields"][0] == {"field": "value", "old": 15.0, "new": 26.0}
    assert (value["old"]["source_text"], value["new"]["n"]) == ("Mølleparken: 15", None)
    assert found["rows"][0]["new"]["alias"] == "=HYPERLINK(A1)"
    assert found["verdicts"][0]["new"] == {
        "verdict": "not_reached", "reason": "too_little", "before": None, "until": "2024",
    }  # fmt: skip


def test_bounds_of_classes_that_change_are_told_in_every_format(town, tmp_path, capsys):
    edit_cell(town, "observations", 10, "value", "30.5")
    edit_cell(town, "observations", 10, "source_text", "Mølleparken: 30,5 %")
    command = ["diff", str(TINYTOWN), str(town), "--format"]
    assert main([*command, "text"]) == 0
    text = capsys.readouterr().out
    assert main([*command, "json"]) == 0
    (change,) = json.loads(capsys.readouterr().out)["classes"]
    assert main([*command, "xlsx", str(tmp_path / "d.xlsx")]) == 0
    _, row = sheets((tmp_path / "d.xlsx").read_bytes())["classes"]
    assert (change["series"], change["old"][-1][1], change["new"][-1][1]) == (
        "laesegrupper", 21.4, 30.5)  # fmt: skip
    assert f"classes:\n  laesegrupper: {row[1]} -> {row[2]}\n" in text
    assert (row[0], row[2].endswith(" to 30.5")) == ("laesegrupper", True)


def test_whole_packages_can_be_told_in_every_format(tinytown, randers):
    found = difference(tinytown, randers)
    assert len(as_plain(found)["values"]) == len(tinytown.observations) + len(randers.observations)
    assert json.loads(json.dumps(as_plain(found), allow_nan=False))["features"]
    assert [len(rows) for rows in sheets(as_xlsx(found)).values()] == [
        1 + len(part)
        for part in (found.values, found.features, found.findings, found.verdicts, found.classes,
                     found.rows, found.about)
    ]  # fmt: skip
    assert "went: " not in as_text(found)
    assert "went: invalid implausible: skolefravaer, vangdalen" in as_text(
        difference(randers, tinytown)
    )


def test_text_names_what_is_gone_and_what_is_drawn_with_other_points(tinytown, town, capsys):
    (town / "targets.csv").write_text((town / "targets.csv").read_text().splitlines()[0] + "\n")
    edit_feature(
        town, "areas", 2, lambda f: f["geometry"]["coordinates"][0].insert(1, [9.513, 56.1])
    )
    assert main(["diff", str(TINYTOWN), str(town)]) == 0
    out = capsys.readouterr().out
    assert "removed: targets.csv, old row 3 (godt-naboskab, naboklager, moelleparken;soegade" in out
    assert f"{TARGET}: reached (enough) -> not judged" in out
    assert "soegade (Søgade-kvarteret): 12.46 ha -> 12.46 ha; drawn with other points in" in out
    shorter = replace(tinytown, observations=tinytown.observations[1:])
    assert "removed: laesegrupper, plan-2020, 2018/19, baseline: 12.5 [" in as_text(
        difference(tinytown, shorter)
    )


def test_both_packages_are_refused_with_all_their_faults(capsys, copy_of, town, tmp_path):
    edit_cell(town, "observations", 3, "value", "14,2")
    assert main(["diff", str(tmp_path / "none"), str(town)]) == 1
    told = capsys.readouterr().err
    assert "no such folder" in told
    assert "observations.csv, row 3, value: found '14,2'" in told


def test_a_workbook_needs_a_file_that_can_be_written(capsys, tmp_path):
    asked = ["diff", str(TINYTOWN), str(TINYTOWN), "--format", "xlsx"]
    assert main(asked) == 1
    assert "needs OUT" in capsys.readouterr().err
    assert main([*asked, str(tmp_path / "none" / "out.xlsx")]) == 1
    assert "cannot be written: No such file" in capsys.readouterr().err


def test_more_than_a_sheet_takes_is_refused_and_not_cut(monkeypatch, tinytown, edited, capsys):
    monkeypatch.setattr(spreadsheet, "MAX_ROWS", 2)
    two = with_value(
        with_value(tinytown, "naboklager", "soegade", "2024", value=1.0),
        "naboklager", "moelleparken", "2024", value=2.0,
    )  # fmt: skip
    with pytest.raises(TooLongError, match="2 values differ; a sheet takes 1"):
        as_xlsx(difference(tinytown, two))
