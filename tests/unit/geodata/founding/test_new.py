"""A package is begun from outlines of any CRS, whole or not at all, and every fault is told at once."""

import json
import os
import shutil
from datetime import date
from pathlib import Path

import geopandas as gpd
import pytest
import shapely
from shapely.geometry import MultiPolygon, Point, Polygon, mapping

from geodata.__main__ import main
from geodata.package.loading import read_package
from geodata.package.slugs import slug
from geodata.reading.faults import PackageError
from geodata.reading.places import METRES, WGS84
from geodata.reading.schema import columns, table_schemas
from tests.full_disk import files_up_to
from tests.packages_editing import read_table


def square(west, south=56.2, side=0.004):
    return Polygon([(west, south), (west + side, south), (west + side, south + side),
                    (west, south + side)])  # fmt: skip


HOLED = Polygon(square(9.71).exterior, [[(9.711, 56.201), (9.712, 56.201), (9.711, 56.202)]])
TWO_PARTS = MultiPolygon([square(9.72), square(9.73)])
NAMES = ["Møllevang", "Åparken", "Østre Ærø-Gård"]


SHAPES = (square(9.7), HOLED, TWO_PARTS)


def layer(shapes=SHAPES, names=NAMES, crs=WGS84, **more):
    return gpd.GeoDataFrame({"navn": list(names)[: len(shapes)], **more}, geometry=list(shapes),
                            crs=crs)  # fmt: skip


def geojson(tmp_path, features, **members):
    file = tmp_path / "areas.geojson"
    content = {"type": "FeatureCollection", **members, "features": [
        {"type": "Feature", "properties": {"navn": name},
         "geometry": mapping(shape) if shape is not None else None} for name, shape in features]}  # fmt: skip
    file.write_text(json.dumps(content), encoding="utf-8")
    return file


def new(file, *options, into):
    return main(["new", "Engby", "--areas", str(file), "--into", str(into),
                 "--as-of", "2024-12-31", *options])  # fmt: skip


def faults_of_new(capsys, file, tmp_path):
    """What is told of a file that must be refused; nothing is left behind."""
    before = sorted(tmp_path.iterdir())
    assert new(file, into=tmp_path / "engby") == 1
    assert sorted(tmp_path.iterdir()) == before
    *told, last = capsys.readouterr().err.splitlines()
    assert last == f"{len(told)} errors. Nothing was made."
    return [line.removeprefix("  error: ") for line in told]


def only_lacks_a_series(folder):
    with pytest.raises(PackageError) as refused:
        read_package(folder)
    return [(f.file, f.found) for f in refused.value.faults] == [
        ("indicators.csv", "no series yet")
    ]


@pytest.mark.parametrize(
    ("name", "identifier"),
    [("Østre Ærø-Gård", "oestre-aeroe-gaard"), ("  Åparken 2 ", "aaparken-2"), ("Café Ü", "cafe-ue"),
     ("A\u030aparken", "aaparken"), ("!?", "")],
)  # fmt: skip
def test_a_name_becomes_an_id(name, identifier):
    assert slug(name) == identifier


@pytest.mark.parametrize("crs", [WGS84, METRES, "EPSG:3857"])
def test_outlines_of_any_crs_become_areas(tmp_path, capsys, crs):
    file, folder = tmp_path / "outlines.gpkg", tmp_path / "engby"
    layer().to_crs(crs).to_file(file)
    assert new(file, into=folder) == 0
    assert capsys.readouterr().out.splitlines()[:4] == [
        f"{folder}: a package of 3 areas", "  moellevang: Møllevang", "  aaparken: Åparken",
        "  oestre-aeroe-gaard: Østre Ærø-Gård",
    ]  # fmt: skip
    assert only_lacks_a_series(folder)
    drawn = gpd.read_file(folder / "areas.geojson").set_index("id").geometry
    (holed,) = shapely.get_parts(drawn["aaparken"])
    assert len(holed.interiors) == 1
    assert holed.symmetric_difference(HOLED).area < 1e-9
    assert [part.area for part in drawn["oestre-aeroe-gaard"].geoms] == pytest.approx(
        [0.004**2, 0.004**2], rel=1e-4
    )


def test_every_table_has_its_head_and_only_what_is_known_has_rows(tmp_path):
    folder = tmp_path / "engby"
    assert new(geojson(tmp_path, [("Åparken", square(9.7))]), "--name", "Engby i tal",
               "--source", "Rapporten", "--error", "5", into=folder) == 0  # fmt: skip
    rows = {t: read_table(folder, t) for t in table_schemas()}
    assert {table: tuple(own[0]) for table, own in rows.items()} == {
        table: columns(table) for table in table_schemas()
    }
    assert [table for table, own in rows.items() if len(own) > 1] == ["geographies", "sources"]
    assert rows["geographies"][1][:4] == ["aaparken", "Åparken", "Åparken", "area"]
    descriptor = json.loads((folder / "datapackage.json").read_text("utf-8"))
    assert (descriptor["name"], descriptor["title_da"]) == ("engby", "Engby i tal")
    assert descriptor["sources"] == [{"title": "Rapporten"}]
    assert descriptor["clock"] == {"first": 2014, "last": 2025}
    assert gpd.read_file(folder / "areas.geojson").error_m.tolist() == [5.0]


def test_a_row_in_each_table_is_all_that_a_package_lacks(tmp_path):
    folder = tmp_path / "engby"
    new(geojson(tmp_path, [("Åparken", square(9.7))]), into=folder)
    with (folder / "indicators.csv").open("a", encoding="utf-8") as table:
        table.write("job,,noegletal,Job,Jobs,Job.,Jobs.,Alle,All,count,0,higher,,,X,År,Year,,,\n")
    package = read_package(folder)
    assert package.descriptor.start_indicator == "job"
    assert package.descriptor.start_area == "aaparken"
    assert package.descriptor.as_of == date(2024, 12, 31)


def test_columns_are_explained_with_what_they_allow(tmp_path):
    folder = tmp_path / "engby"
    new(geojson(tmp_path, [("Åparken", square(9.7))]), into=folder)
    told = (folder / "COLUMNS.md").read_text("utf-8")
    assert (
        "- `role`: Start measurement or later status (text; must be filled in; one of: baseline, status)"
        in told
    )
    assert [f"## {table}.csv" in told for table in table_schemas()] == [True] * len(table_schemas())


def test_an_english_name_is_taken_from_its_column(tmp_path):
    file = tmp_path / "outlines.gpkg"
    layer([square(9.7)], name_en=["Mill Meadow"]).rename(columns={"navn": "NAVN"}).to_file(file)
    new(file, into=tmp_path / "engby")
    assert read_table(tmp_path / "engby", "geographies")[1][1:3] == ["Møllevang", "Mill Meadow"]


def test_every_fault_of_the_file_is_told_at_once(tmp_path, capsys):
    bow = Polygon([(9.7, 56.2), (9.71, 56.21), (9.71, 56.2), (9.7, 56.21)])
    file = geojson(tmp_path, [
        ("Åparken", square(9.7)), ("Aaparken", square(9.72)), ("", square(9.74)), ("Bue", bow),
        ("Punkt", Point(9.7, 56.2)), ("Tom", None),
    ])  # fmt: skip
    polygons = "allowed: Polygon or MultiPolygon"
    assert faults_of_new(capsys, file, tmp_path) == [
        "areas.geojson, feature 3, name: found nothing; allowed: text in a column name or navn",
        "areas.geojson, feature 2, name: found 'Aaparken', which is as 'Åparken' of feature 1; "
        "allowed: each name once (parts of one area are one multi-polygon)",
        "areas.geojson, feature 4 ('Bue'), geometry: found Self-intersection[9.705 56.205]; "
        "allowed: a valid outline (it is never mended silently)",
        f"areas.geojson, feature 5 ('Punkt'), geometry: found Point; {polygons}",
        f"areas.geojson, feature 6 ('Tom'), geometry: found no outline that can be read; {polygons}",
    ]


def test_a_crs_that_lies_is_noticed(tmp_path, capsys):
    metres = layer().to_crs(METRES)
    metres.set_crs(WGS84, allow_override=True).to_file(tmp_path / "degrees.gpkg")
    (told,) = faults_of_new(capsys, tmp_path / "degrees.gpkg", tmp_path)
    assert "the coordinates are no degrees, though the file says so" in told
    turned = Polygon([(lat, lon) for lon, lat in square(9.7).exterior.coords])
    told = faults_of_new(
        capsys, geojson(tmp_path, [("A", turned), ("B", square(2.3, 48.8))]), tmp_path
    )
    assert "feature 1, geometry: found lon 56.2, lat 9.7, which looks like lat, lon" in told[0]
    assert "feature 2, geometry: found lon 2.3, lat 48.8; allowed: Denmark" in told[1]


def test_a_zipped_shapefile_is_read_and_of_several_layers_none_is_guessed(tmp_path, capsys):
    (tmp_path / "shp").mkdir()
    layer().to_crs(METRES).to_file(tmp_path / "shp" / "omraader.shp")
    file = Path(shutil.make_archive(str(tmp_path / "omraader"), "zip", tmp_path / "shp"))
    assert new(file, into=tmp_path / "engby") == 0
    assert "oestre-aeroe-gaard: Østre Ærø-Gård" in capsys.readouterr().out
    for name in ("en", "to"):
        layer().to_file(tmp_path / "two.gpkg", layer=name)
    assert new(tmp_path / "two.gpkg", into=tmp_path / "other") == 1
    assert "must hold one layer of outlines; found: en, to" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [("areas.geojson", "{", "JSON"), ("areas.gpkg", "{}", "the content is GeoJSON"),
     ("areas.vrt", "<OGRVRTDataSource>", "no kind that can be read"),
     ("areas.osm", "<osm>", "holds no outlines"), ("areas.geojson", "", "the file is empty"),
     ("areas.geojson", '{"type": "FeatureCollection", "features": []}', "no feature")],
)  # fmt: skip
def test_other_files_are_refused_in_a_sentence(tmp_path, capsys, name, content, words):
    (tmp_path / name).write_text(content)
    (told,) = faults_of_new(capsys, tmp_path / name, tmp_path)
    assert words in told
    assert "ways" not in told


def test_a_file_whose_name_is_no_text_is_taken(tmp_path):
    named = tmp_path / os.fsdecode(b"omr\xe5de.geojson")
    geojson(tmp_path, [("Åparken", square(9.7))]).rename(named)
    assert new(named, into=tmp_path / "engby") == 0
    assert "fra filen omr\ufffdde.geojson" in (tmp_path / "engby" / "areas.geojson").read_text(
        "utf-8"
    )


def test_a_name_that_no_page_may_show_is_refused(tmp_path, capsys):
    (told,) = faults_of_new(capsys, geojson(tmp_path, [("<b>A</b>", square(9.7))]), tmp_path)
    assert "feature 1, name: found '<b>A</b>'; allowed: plain text" in told


def test_a_folder_that_is_there_is_left_alone(tmp_path, capsys):
    (tmp_path / "engby").mkdir()
    file = geojson(tmp_path, [("Åparken", square(9.7))])
    (told,) = faults_of_new(capsys, file, tmp_path)
    assert told.endswith("allowed: a new folder: name another by --into")
    assert list((tmp_path / "engby").iterdir()) == []


def test_a_full_disk_or_a_missing_folder_leaves_nothing(tmp_path, capsys):
    file = geojson(tmp_path, [("Åparken", square(9.7))])
    with files_up_to(1000):
        assert new(file, into=tmp_path / "engby") == 1
    assert "cannot be written" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["areas.geojson"]
    assert new(file, into=tmp_path / "none" / "engby") == 1
    assert "No such file or directory. Nothing was made." in capsys.readouterr().err


def test_areas_that_lie_over_each_other_are_told(tmp_path, capsys):
    file = geojson(tmp_path, [("A", square(9.7)), ("B", square(9.7028)), ("C", square(9.7067))])
    assert new(file, into=tmp_path / "engby") == 0
    assert [line for line in capsys.readouterr().out.splitlines() if "overlap" in line] == [
        "A and B overlap by 30% of the smaller one"
    ]


@pytest.mark.parametrize(
    "options", [["--years", "2026-2018"], ["--years", "20-22"], ["--error", "-1"]]
)
def test_options_that_cannot_be_are_refused(tmp_path, capsys, options):
    with pytest.raises(SystemExit):
        new(tmp_path / "a.geojson", *options, into=tmp_path / "engby")
    assert "allowed: " in capsys.readouterr().err


def test_a_town_without_a_letter_is_refused(tmp_path, capsys):
    assert main(["new", "!!", "--areas", str(tmp_path / "a.geojson")]) == 1
    assert "TOWN: found '!!'" in capsys.readouterr().err
