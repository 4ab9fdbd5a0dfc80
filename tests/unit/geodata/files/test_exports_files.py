"""Excel, GeoPackage and Parquet, opened again, say the same as the CSV rows."""

import importlib.util
import io

import openpyxl
import pyogrio
import pytest

from geodata.__main__ import main
from geodata.files.export import WRITERS, as_bytes, write
from geodata.files.geopackage import (
    AREAS_LAYER,
    VALUES_LAYER,
    MissingExtraError,
    as_gpkg,
    as_parquet,
)
from geodata.files.printed import COLUMNS, NUMBERS, number, rows
from geodata.files.spreadsheet import FINDING_COLUMNS, METADATA_COLUMNS, as_xlsx
from geodata.reading.places import METRES
from geodata.rules.quality import find
from tests.packages_editing import TINYTOWN, with_value

PACKAGES = ["randers", "tinytown", "kystby"]


def sheets(content):
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def layer(content, name, tmp_path):
    file = tmp_path / "read.gpkg"
    file.write_bytes(content)
    return pyogrio.read_dataframe(file, layer=name)


def as_text(cell):
    """A cell that was read, as the CSV writes it."""
    if cell is None or cell != cell:  # NaN: nothing was written
        return ""
    return number(cell) if isinstance(cell, int | float) else str(cell)


@pytest.fixture(params=PACKAGES)
def package(request):
    return request.getfixturevalue(request.param)


def test_a_workbook_has_four_sheets(package):
    assert list(sheets(as_xlsx(package, rows(package)))) == [
        "values", "findings", "blanks", "remarks", "sources", "metadata",
    ]  # fmt: skip


def test_the_values_sheet_says_the_same_as_csv(package):
    header, *cells = sheets(as_xlsx(package, rows(package)))["values"]
    assert tuple(header) == COLUMNS
    read = [dict(zip(COLUMNS, map(as_text, row), strict=True)) for row in cells]
    assert read == rows(package)


def test_numbers_are_numbers_and_all_else_is_text(package):
    _, *cells = sheets(as_xlsx(package, rows(package)))["values"]
    for row in cells:
        for name, cell in zip(COLUMNS, row, strict=True):
            assert isinstance(cell, int | float if name in NUMBERS else str) or cell is None
            assert name != "value" or cell is not None


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "@SUM(A1)", "-1", "\t=1+1", "0123", "https://example.org"]
)
def test_text_stays_text_in_a_workbook(tinytown, text):
    package = with_value(tinytown, "naboklager", "soegade", "2024", source_text=text)
    content = as_xlsx(package, rows(package))
    book = openpyxl.load_workbook(io.BytesIO(content))
    cell = book["values"].cell(book["values"].max_row, COLUMNS.index("source_text") + 1)
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_every_finding_is_a_row(randers):
    header, *cells = sheets(as_xlsx(randers, rows(randers)))["findings"]
    assert tuple(header) == FINDING_COLUMNS
    told = [(row[0], row[1], *(c or "" for c in row[2:6])) for row in cells]
    assert told == [(f.rule, f.severity.name.lower(), *f.observation.key) for f in find(randers)]
    copied = next(row for row in cells if row[0] == "copied_column")
    assert all(copied[FINDING_COLUMNS.index(name)] for name in ("cell", "related"))


def test_only_the_findings_of_the_chosen_rows_are_told(randers):
    chosen = [row for row in rows(randers) if row["severity"] == "invalid"]
    read = sheets(as_xlsx(randers, chosen))
    assert len(read["values"]) == 1 + len(chosen)
    assert {tuple(c or "" for c in row[2:6]) for row in read["findings"][1:]} == {
        (r["indicator"], r["geography"], r["period"], r["role"]) for r in chosen
    }


def test_sources_name_the_report_its_hash_and_the_licence(package):
    said = [tuple(row) for row in sheets(as_xlsx(package, rows(package)))["sources"]]
    d = package.descriptor
    assert {("version", d.version), ("as_of", d.as_of.isoformat()), ("source", d.source)} < set(
        said
    )
    assert ("source_sha256", d.source_sha256 or None) in said
    assert [value for what, value in said if what == "licence"] == list(d.licences)


def test_metadata_describes_each_series_once(package):
    header, *cells = sheets(as_xlsx(package, rows(package)))["metadata"]
    assert tuple(header) == METADATA_COLUMNS
    assert [row[0] for row in cells] == [i.id for i in package.indicators]
    unit, polarity = METADATA_COLUMNS.index("unit"), METADATA_COLUMNS.index("polarity")
    told = [(row[unit], row[polarity]) for row in cells]
    assert told == [(i.unit, i.polarity) for i in package.indicators]


def test_the_values_layer_says_the_same_as_csv(package, tmp_path):
    frame = layer(as_gpkg(package, rows(package)), VALUES_LAYER, tmp_path)
    read = [{name: as_text(row[name]) for name in COLUMNS} for _, row in frame.iterrows()]
    assert read == rows(package)
    assert frame.crs == METRES
    assert frame["value"].dtype == "float64"


def test_values_have_the_shape_of_their_area_and_groups_have_none(package, tmp_path):
    frame = layer(as_gpkg(package, rows(package)), VALUES_LAYER, tmp_path)
    shapes = layer(as_gpkg(package, rows(package)), AREAS_LAYER, tmp_path).set_index("id")
    for _, row in frame.iterrows():
        if row["geography"] in shapes.index:
            assert row.geometry.equals(shapes.loc[row["geography"]].geometry)
        else:
            assert row.geometry is None


def test_the_areas_layer_holds_areas_and_plans_in_metres(package, tmp_path):
    frame = layer(as_gpkg(package, rows(package)), AREAS_LAYER, tmp_path).set_index("id")
    assert set(frame["kind"]) == {g.kind for g in package.geographies} & {"area", "plan"}
    assert len(frame) >= len(package.areas)
    assert frame.crs == METRES
    assert set(frame.geom_type) == {"MultiPolygon"}
    for identifier, area in package.layers["areas"].iterrows():
        assert frame.loc[identifier].geometry.symmetric_difference(area.geometry).area < 1e-6
        assert frame.loc[identifier, "error_m"] == area["error_m"]


def test_a_geopackage_of_comparison_groups_only_can_be_read(tinytown, tmp_path):
    kinds = {g.id: g.kind for g in tinytown.geographies}
    chosen = [row for row in rows(tinytown) if kinds[row["geography"]] == "comparison"]
    assert chosen
    frame = layer(as_gpkg(tinytown, chosen), VALUES_LAYER, tmp_path)
    assert len(frame) == len(chosen)
    assert frame.geometry.isna().all()


@pytest.mark.parametrize("kind", sorted(set(WRITERS) - {"parquet"}))
def test_the_same_values_are_the_same_file(tinytown, kind):
    assert as_bytes(tinytown, kind, rows(tinytown)) == as_bytes(tinytown, kind, rows(tinytown))


@pytest.mark.parametrize("kind", ["xlsx", "gpkg"])
def test_the_command_writes_a_whole_file(tmp_path, capsys, kind):
    out = tmp_path / f"tal.{kind}"
    assert main(["export", "--format", kind, "--package", str(TINYTOWN), str(out)]) == 0
    assert capsys.readouterr().out == f"{out}: 19 values\n"
    assert list(tmp_path.iterdir()) == [out]


def test_a_gpkg_that_cannot_be_made_leaves_the_old_file(tinytown, tmp_path, monkeypatch):
    out = tmp_path / "tal.gpkg"
    out.write_text("old")

    def fail(*_, **__):
        raise OSError("no")

    monkeypatch.setattr(pyogrio, "write_dataframe", fail)
    with pytest.raises(OSError, match="no"):
        write(tinytown, "gpkg", out)
    assert out.read_text() == "old"


def test_parquet_without_pyarrow_is_one_clear_sentence(tinytown, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(MissingExtraError):
        as_parquet(tinytown, rows(tinytown))
    out = tmp_path / "tal.parquet"
    assert main(["export", "--format", "parquet", "--package", str(TINYTOWN), str(out)]) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "requirements-parquet.txt" in said
    assert not out.exists()


def test_a_negative_value_is_a_number_in_a_workbook(tinytown):
    package = with_value(tinytown, "naboklager", "soegade", "2024", value=-2)
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(package, rows(package))))
    cell = book["values"].cell(book["values"].max_row, COLUMNS.index("value") + 1)
    assert (cell.value, cell.data_type) == (-2, "n")


def test_no_sheet_of_a_workbook_holds_a_formula(randers):
    book = openpyxl.load_workbook(io.BytesIO(as_xlsx(randers, rows(randers))))
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert kinds <= {"n", "s"}
