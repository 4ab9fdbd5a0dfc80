"""Exports hold every printed value with its findings, and are whole or not there."""

import csv
import errno
import io
import json
import os
import re

import pytest

from geodata.files.export import as_csv, as_csv_excel, as_geojson, inert, rounded, write
from geodata.files.printed import COLUMNS, NUMBERS, number, rows
from geodata.rules.quality import by_observation, find, severity_of
from tests.packages_editing import with_value

FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\nx", "\0x", "＝1", "＋1", "－1", "＠x"]


def read(text):
    return list(csv.DictReader(io.StringIO(text, newline="")))


def as_excel_reads(text):
    """The rows as a Danish Excel takes them: semicolons, and numbers with a decimal comma."""
    mark, body = text[:1], text[1:]
    assert mark == "\ufeff"
    found = list(csv.DictReader(io.StringIO(body, newline=""), delimiter=";"))
    return [{c: v.replace(",", ".") if c in NUMBERS else v for c, v in row.items()}
            for row in found]  # fmt: skip


def test_every_value_of_randers_is_one_row_with_all_columns(randers):
    written = read(as_csv(randers))
    assert len(written) == len(randers.observations) == 344
    assert all(tuple(row) == COLUMNS for row in written)


def test_cells_say_what_the_package_says(randers):
    for row, o in zip(read(as_csv(randers)), randers.observations, strict=True):
        assert (row["indicator"], row["geography"], row["period"], row["role"]) == o.key
        assert float(row["value"]) == o.value
        assert row["source_text"] == o.source_text
        assert row["n"] == ("" if o.n is None else str(o.n))
        assert row["period_end"] == (o.period_end.isoformat() if o.period_end else "")


def test_severity_is_the_gravest_and_flags_are_all_rules_once(randers):
    findings = by_observation(find(randers))
    for row, o in zip(rows(randers), randers.observations, strict=True):
        own = findings.get(o.key, [])
        gravest = severity_of(own)
        assert row["severity"] == (gravest.name.lower() if gravest else "")
        assert row["flags"].split(";") == (list(dict.fromkeys(f.rule for f in own)) or [""])
    assert {row["severity"] for row in rows(randers)} == {"", "note", "doubtful", "invalid"}


def test_units_come_from_the_series(tinytown):
    units = {(row["indicator"], row["unit"]) for row in rows(tinytown)}
    assert units == {("laesegrupper", "percent"), ("naboklager", "count")}


@pytest.mark.parametrize("name", ["randers", "tinytown", "kystby"])
def test_csv_for_excel_holds_what_csv_for_programs_does(request, name):
    package = request.getfixturevalue(name)
    assert as_excel_reads(as_csv_excel(package)) == read(as_csv(package))


def test_excel_gets_danish_numbers_iso_days_and_its_own_line_ends(tinytown):
    package = with_value(
        tinytown, "naboklager", "soegade", "2024", value=0.1 + 0.2, note="3.4; 5,6"
    )
    head, *lines = as_csv_excel(package).removeprefix("\ufeff").split("\r\n")
    assert head == ";".join(COLUMNS)
    assert lines.pop() == ""
    assert len(lines) == len(package.observations)
    assert ";0,30000000000000004;" in lines[-1]
    assert '"3.4; 5,6"' in lines[-1]


def test_excel_gets_five_point_four_with_a_comma_and_days_as_iso(randers):
    found = list(csv.DictReader(io.StringIO(as_csv_excel(randers)), delimiter=";"))
    for row, o in zip(found, randers.observations, strict=True):
        assert row["value"] == f"{o.value:g}".replace(".", ",")
        assert row["period_end"] == (o.period_end.isoformat() if o.period_end else "")
    assert "5,4" in {row["value"] for row in found}


def test_values_are_written_as_printed():
    written = [number(v) for v in (18.0, 5.4, 0.0, -2.5, 348.0, 45.52)]
    assert written == ["18", "5.4", "0", "-2.5", "348", "45.52"]


@pytest.mark.parametrize("text", FORMULAS)
def test_text_that_a_spreadsheet_takes_for_a_formula_is_quoted(tinytown, text):
    assert inert(text) == f"'{text}"
    package = with_value(tinytown, "naboklager", "soegade", "2024", source_text=text)
    assert read(as_csv(package))[-1]["source_text"] == f"'{text}"
    assert as_excel_reads(as_csv_excel(package))[-1]["source_text"] == f"'{text}"


@pytest.mark.parametrize("text", ["a\r=1+1", "a\r\n=1+1", "\r=1+1"])
def test_a_carriage_return_cannot_begin_a_row(tinytown, text):
    package = with_value(tinytown, "naboklager", "soegade", "2024", source_text=text)
    written = as_csv(package)
    assert "\r" not in written
    kept = "'" if text.startswith("\r") else ""
    assert read(written)[-1]["source_text"] == kept + re.sub("\r\n?", "\n", text)


@pytest.mark.parametrize("text", ["Søgade: 16", "a=b", "1-2", "'=1", ""])
def test_other_text_is_left_as_it_is(text):
    assert inert(text) == text


def test_a_negative_value_stays_a_number(tinytown):
    package = with_value(tinytown, "naboklager", "soegade", "2024", value=-2)
    assert read(as_csv(package))[-1]["value"] == "-2"
    assert as_excel_reads(as_csv_excel(package))[-1]["value"] == "-2"


def test_quotes_commas_and_line_breaks_survive_csv(tinytown):
    text = 'Søgade, "øst"\n16'
    package = with_value(tinytown, "naboklager", "soegade", "2024", source_text=text)
    assert read(as_csv(package))[-1]["source_text"] == text


@pytest.mark.parametrize("name", ["randers", "tinytown", "kystby"])
def test_geojson_says_the_same_as_csv(request, name):
    package = request.getfixturevalue(name)
    collection = json.loads(as_geojson(package))
    assert collection["type"] == "FeatureCollection"
    told = [feature["properties"] for feature in collection["features"]]
    assert [{**row, "value": number(row["value"])} for row in told] == read(as_csv(package))


def test_geojson_has_shapes_in_degrees_and_none_for_comparison_groups(tinytown):
    kinds = {g.id: g.kind for g in tinytown.geographies}
    for feature in json.loads(as_geojson(tinytown))["features"]:
        shape = feature["geometry"]
        if kinds[feature["properties"]["geography"]] == "comparison":
            assert shape is None
        else:
            assert shape["type"] in ("Polygon", "MultiPolygon")
            assert re.match(r"\[+9\.5\d*, 56\.1\d*\]", json.dumps(shape["coordinates"]))


def test_geojson_gives_back_the_outline_that_was_read(tinytown):
    feature = json.loads(as_geojson(tinytown))["features"][1]
    corners = {tuple(point) for point in feature["geometry"]["coordinates"][0]}
    assert corners == {(9.5, 56.1), (9.506, 56.1), (9.506, 56.103), (9.5, 56.103)}


def test_coordinates_are_rounded_to_a_tenth_of_a_metre():
    point = {"type": "Point", "coordinates": (9.12345678, 56.00000049)}
    assert rounded(point) == {"type": "Point", "coordinates": [9.123457, 56.0]}


@pytest.mark.parametrize(
    ("kind", "text"), [("csv", as_csv), ("csv-excel", as_csv_excel), ("geojson", as_geojson)]
)
def test_a_file_holds_exactly_the_export(tinytown, tmp_path, kind, text):
    out = tmp_path / f"tal.{kind}"
    out.write_text("old and longer than nothing")
    write(tinytown, kind, out)
    assert out.read_bytes() == text(tinytown).encode("utf-8")
    assert out.stat().st_mode & 0o777 == 0o644
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_failing_write_leaves_the_old_file_and_nothing_else(
    tinytown, tmp_path, monkeypatch, step
):
    out = tmp_path / "tal.csv"
    out.write_text("old")

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, step, full)
    with pytest.raises(OSError, match="No space left"):
        write(tinytown, "csv", out)
    assert out.read_text() == "old"
    assert list(tmp_path.iterdir()) == [out]


def test_text_that_cannot_be_written_leaves_nothing(tinytown, tmp_path):
    package = with_value(tinytown, "naboklager", "soegade", "2024", source_text="\ud800")
    with pytest.raises(UnicodeEncodeError):
        write(package, "csv", tmp_path / "tal.csv")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_in_the_way_is_left_alone(tinytown, tmp_path):
    out = tmp_path / "tal.csv"
    out.mkdir()
    with pytest.raises(OSError, match=re.escape("tal.csv")):
        write(tinytown, "csv", out)
    assert list(tmp_path.iterdir()) == [out]


def test_a_missing_folder_is_an_error(tinytown, tmp_path):
    with pytest.raises(FileNotFoundError):
        write(tinytown, "csv", tmp_path / "none" / "tal.csv")


@pytest.mark.parametrize("column", ["note", "source_table", "source_row", "source_column"])
def test_no_text_column_can_become_a_formula(tinytown, column):
    package = with_value(tinytown, "naboklager", "soegade", "2024", **{column: '=HYPERLINK("x")'})
    assert read(as_csv(package))[-1][column] == '\'=HYPERLINK("x")'
