"""Path layers that lie about themselves: nothing else is opened, and the reason is told."""

import json
import os
import sqlite3
import struct
import zipfile
from contextlib import closing

import geopandas as gpd
import pytest
from shapely.geometry import LineString, mapping

from geodata.__main__ import main
from geodata.network.network import edge_table, read_network
from geodata.network_import.gdal import read_geopackage, read_shapefile
from geodata.network_import.geojson import frame_of_geojson
from geodata.package.loading import read_package
from geodata.reading.places import METRES, WGS84
from tests.full_disk import files_up_to

ABOUT = ("--licence", "CC0-1.0", "--title", "Tinby Kommune", "--date", "2026-02-03")
STREET = LineString([(9.496, 56.0997), (9.520, 56.0997)])


def import_file(town, file):
    return main(["network", "import", str(file), "--package", str(town), *ABOUT])


def imported(town):
    table = edge_table(read_network(read_package(town)), 2024)
    return table[table["line"].str.startswith("network")]


def collection(*geometries, **members):
    features = [{"type": "Feature", "properties": {}, "geometry": g} for g in geometries]
    return {"type": "FeatureCollection", **members, "features": features}


def written(tmp_path, content, name="paths.geojson"):
    file = tmp_path / name
    file.write_text(json.dumps(content), encoding="utf-8")
    return file


def gpkg(tmp_path, *lines, crs=WGS84):
    file = tmp_path / "paths.gpkg"
    gpd.GeoDataFrame(geometry=list(lines or [STREET]), crs=crs).to_file(file, layer="paths")
    return file


def edited(tmp_path, *statements):
    file = gpkg(tmp_path)
    with closing(sqlite3.connect(file)) as database:
        for statement in statements:
            database.execute(statement)
        database.commit()
    return file


def refused(town, file, capsys):
    before = {f.name: f.read_bytes() for f in town.iterdir()}
    assert import_file(town, file) == 1
    assert {f.name: f.read_bytes() for f in town.iterdir()} == before
    return capsys.readouterr().err


@pytest.mark.parametrize("kind", ["gdal_streamed_alg", "Topology", None, ["LineString"], {}])
def test_other_json_is_never_opened_as_what_it_says(town, tmp_path, capsys, kind):
    other = tmp_path / "other.gpkg"
    gpkg(tmp_path).rename(other)
    command = f"gdal vector pipeline ! read {other} ! write --output-format stream x"
    file = written(tmp_path, {"type": kind, "command_line": command}, "paths.json")
    assert "is no GeoJSON; allowed: a FeatureCollection" in refused(town, file, capsys)


@pytest.mark.parametrize("content", [
    mapping(STREET), {"type": "Feature", "properties": None, "geometry": mapping(STREET)},
])  # fmt: skip
def test_a_feature_or_a_line_alone_is_geojson_too(town, tmp_path, content):
    assert import_file(town, written(tmp_path, content)) == 0
    assert list(imported(town)["kind"]) == ["path"]


@pytest.mark.parametrize("name", [
    "EPSG:25832", "urn:ogc:def:crs:EPSG::25832", "http://www.opengis.net/def/crs/EPSG/0/25832",
])  # fmt: skip
def test_a_crs_is_known_by_its_usual_names(town, tmp_path, name):
    (street,) = gpd.GeoSeries([STREET], crs=WGS84).to_crs(METRES)
    crs = {"type": "name", "properties": {"name": name}}
    assert import_file(town, written(tmp_path, collection(mapping(street), crs=crs))) == 0
    assert imported(town)["length_m"].sum() == pytest.approx(street.length, abs=0.01)


@pytest.mark.parametrize("name", ["EPSG:99999", "IGNF:LAMB93", "/etc/passwd", "http://x.dk/1"])
def test_a_crs_that_is_not_known_is_named(town, tmp_path, capsys, name):
    crs = {"type": "name", "properties": {"name": name}}
    told = refused(town, written(tmp_path, collection(mapping(STREET), crs=crs)), capsys)
    assert f"the CRS '{name}' is not known; allowed: such as EPSG:25832" in told


POINT_LINE = {"type": "LineString", "coordinates": [[9.5, 56.1]]}


def test_lines_of_one_point_are_left_out_and_counted(town, tmp_path, capsys):
    words = {"type": "LineString", "coordinates": [["a", "b"], [9.5, 56.1]]}
    empty = {"type": "MultiLineString", "coordinates": [[], [[9.5, 56.1], [9.6, 56.1]]]}
    content = collection(mapping(STREET), POINT_LINE, words, empty, None, "line")
    assert import_file(town, written(tmp_path, content)) == 0
    assert "5 without a line" in capsys.readouterr().out


@pytest.mark.parametrize("kind", ["\ud800", "a\0b", "x" * 101])
def test_a_kind_that_is_no_word_is_refused(town, tmp_path, capsys, kind):
    feature = {"type": "Feature", "properties": {"kind": kind}, "geometry": mapping(STREET)}
    told = refused(town, written(tmp_path, feature), capsys)
    assert "row 1, kind: found '" in told
    assert "allowed: one line of at most 100" in told


def test_without_any_line_there_is_nothing_to_import(town, tmp_path, capsys):
    told = refused(town, written(tmp_path, collection(POINT_LINE)), capsys)
    assert "the file holds no line that can be read" in told


@pytest.mark.parametrize("place", [1e300, 1e9])
def test_what_is_no_place_on_earth_is_refused(town, tmp_path, capsys, place):
    file = gpkg(tmp_path, LineString([(531000, 6217000), (531500, place)]), crs=METRES)
    assert "coordinates that are no places on earth" in refused(town, file, capsys)


def test_a_coordinate_that_is_no_number_is_no_place_either(town, tmp_path, capsys):
    line = {"type": "LineString", "coordinates": [[9.5, 56.1], [9.5, float("nan")]]}
    told = refused(town, written(tmp_path, collection(mapping(STREET), line)), capsys)
    assert "coordinates that are no places on earth" in told


@pytest.mark.parametrize("count", [0, 1_000_000_000_000_000])
def test_a_geopackage_is_not_believed_how_many_rows_it_has(town, tmp_path, count):
    file = edited(tmp_path, f"UPDATE gpkg_ogr_contents SET feature_count = {count}")
    assert import_file(town, file) == 0
    assert len(imported(town)) == 1


def test_what_gdal_murmurs_about_a_file_is_not_passed_on(town, tmp_path, capsys):
    file = edited(
        tmp_path,
        "CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT, column_name TEXT, "
        "extension_name TEXT, definition TEXT, scope TEXT)",
        "INSERT INTO gpkg_extensions VALUES ('paths', 'geom', 'x_y', 'z', 'read-write')",
    )
    assert import_file(town, file) == 0
    assert capsys.readouterr().err == ""


def test_nothing_is_left_beside_a_file(town, tmp_path):
    folder = tmp_path / "theirs"
    folder.mkdir()
    file = edited(tmp_path, "PRAGMA journal_mode = wal").rename(folder / "paths.gpkg")
    assert import_file(town, file) == 0
    assert list(folder.iterdir()) == [file]


def test_what_another_program_has_written_beside_a_file_is_read(town, tmp_path):
    """As QGIS does as long as a project is open."""
    file = gpkg(tmp_path)
    with closing(sqlite3.connect(file)) as database:
        database.execute("PRAGMA journal_mode = wal")
        database.execute("ALTER TABLE paths ADD COLUMN kind TEXT DEFAULT 'steps'")
        database.commit()
        assert import_file(town, file) == 0
    assert list(imported(town)["kind"]) == ["steps"]


@pytest.mark.parametrize("name", ["stier og veje", "o'brien", 'a"b', "ÆBLE"])
def test_a_layer_may_have_any_name(town, tmp_path, name):
    file = tmp_path / "named.gpkg"
    gpd.GeoDataFrame(geometry=[STREET], crs=WGS84).to_file(file, layer=name)
    assert import_file(town, file) == 0


def test_a_view_without_end_is_refused(town, tmp_path, capsys):
    file = edited(
        tmp_path,
        "ALTER TABLE paths RENAME TO hidden",
        "CREATE VIEW paths AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) "
        "SELECT x AS fid, geom FROM n, hidden",
        "UPDATE gpkg_contents SET table_name = 'paths'",
        "UPDATE gpkg_geometry_columns SET table_name = 'paths'",
    )
    assert "the layer 'paths' is no table of its own" in refused(town, file, capsys)


def test_a_geopackage_has_a_limit_of_rows_and_of_points(town, tmp_path, capsys, monkeypatch):
    file = gpkg(tmp_path, STREET, STREET)
    with monkeypatch.context() as patch:
        patch.setattr("geodata.network_import.gdal.MAX_ROWS", 1)
        assert "the layer has more than 1 rows: clip it first" in refused(town, file, capsys)
    monkeypatch.setattr("geodata.network_import.pathlayers.MAX_POINTS", 3)
    assert "the lines have more than 3 points: clip them first" in refused(town, file, capsys)


def one_point(blob):
    return blob[:40] + b"\x01" + struct.pack("<IIdd", 2, 1, 531000, 6217000)


@pytest.mark.parametrize(("damaged", "words"), [
    (one_point, "the file holds no line that can be read"),
    (lambda blob: blob[:60], "the file is damaged or cut short: Unable to read geometry"),
])  # fmt: skip
def test_a_damaged_shape_of_a_geopackage_is_told(town, tmp_path, capsys, damaged, words):
    file = gpkg(tmp_path)
    with closing(sqlite3.connect(file)) as database:
        (blob,) = database.execute("SELECT geom FROM paths").fetchone()
        for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"):
            database.execute(f'DROP TRIGGER "{trigger}"')
        database.execute("UPDATE paths SET geom = ?", (damaged(blob),))
        database.commit()
    assert words in refused(town, file, capsys)


@pytest.mark.parametrize("name", [
    "a.zip!b.gpkg", "a|layername=x.gpkg", "http:x.gpkg", "a\nb.gpkg", os.fsdecode(b"\xe6.gpkg"),
    "a!b.osm", "a\nb.osm", os.fsdecode(b"\xe6.osm"), os.fsdecode(b"\xe6.geojson"),
])  # fmt: skip
def test_a_file_may_have_any_name(town, tmp_path, name):
    osm = ('<osm version="0.6"><node id="1" lat="56.0997" lon="9.496"/>'
           '<node id="2" lat="56.0997" lon="9.52"/><way id="1"><nd ref="1"/><nd ref="2"/>'
           '<tag k="highway" v="path"/></way></osm>')  # fmt: skip
    file = tmp_path / name
    if file.suffix == ".gpkg":
        gpkg(tmp_path).rename(file)
    else:
        file.write_text(osm if file.suffix == ".osm" else json.dumps(mapping(STREET)), "utf-8")
    assert import_file(town, file) == 0


def test_only_the_columns_that_are_used_are_kept():
    features = [
        {"type": "Feature", "geometry": mapping(STREET), "properties": {f"key {n}": n, "kind": "x"}}
        for n in range(2000)
    ]
    frame = frame_of_geojson({"type": "FeatureCollection", "features": features})
    assert set(frame.columns) == {"kind", "geometry"}
    assert len(frame) == 2000


def test_only_the_columns_that_are_used_are_read(tmp_path):
    columns = {f"key {n}": [n] for n in range(1000)}
    frame = gpd.GeoDataFrame({**columns, "foot": ["no"]}, geometry=[STREET], crs=WGS84)
    frame.to_file(tmp_path / "wide.gpkg")
    assert set(read_geopackage(tmp_path / "wide.gpkg").columns) == {"foot", "geometry"}
    frame[["key 1", "foot", "geometry"]].to_file(tmp_path / "wide.shp")
    assert set(read_shapefile(tmp_path / "wide.shp").columns) == {"foot", "geometry"}


def test_geojson_with_a_mark_and_over_20_mb_is_read(town, tmp_path, capsys, monkeypatch):
    text = json.dumps(mapping(STREET)) + " " * 20_000_000
    (tmp_path / "large.geojson").write_text(text, "utf-8-sig")
    assert import_file(town, tmp_path / "large.geojson") == 0
    monkeypatch.setattr("geodata.network_import.layerfile.MAX_GEOJSON", 1000)
    told = refused(town, tmp_path / "large.geojson", capsys)
    assert "allowed: at most 1000 bytes" in told


def test_what_is_no_ordinary_file_is_not_opened(town, tmp_path, capsys):
    os.mkfifo(tmp_path / "pipe.osm")
    (tmp_path / "folder.osm").mkdir()
    for name in ("pipe.osm", "folder.osm"):
        assert f"{name}: it is no ordinary file" in refused(town, tmp_path / name, capsys)


def test_a_file_that_cannot_be_read_is_to_blame_and_not_the_package(town, tmp_path, capsys):
    told = refused(town, tmp_path / ("x" * 5000 + ".osm"), capsys)
    assert told.startswith(str(tmp_path))
    assert "the file cannot be read: File name too long" in told


def zipped(tmp_path, packing=zipfile.ZIP_DEFLATED, **extra):
    frame = gpd.GeoDataFrame({"name": ["x" * 50] * 9}, geometry=[STREET] * 9, crs=WGS84)
    frame.to_file(tmp_path / "paths.shp")
    file = tmp_path / "paths.zip"
    with zipfile.ZipFile(file, "w", packing) as archive:
        for part in sorted(tmp_path.glob("paths.*")):
            if part.suffix != ".zip":
                archive.writestr(
                    part.name, extra.get(part.suffix[1:], lambda c: c)(part.read_bytes())
                )
    return file


@pytest.mark.parametrize(("packing", "into"), [
    (zipfile.ZIP_DEFLATED, 0), (zipfile.ZIP_LZMA, 9), (zipfile.ZIP_BZIP2, 9),
])  # fmt: skip
def test_a_damaged_archive_is_told(town, tmp_path, capsys, packing, into):
    file = zipped(tmp_path, packing)
    with zipfile.ZipFile(file) as archive:
        entry = archive.getinfo("paths.shp")
    content = bytearray(file.read_bytes())
    begin = entry.header_offset + 30 + len("paths.shp") + into
    for place in range(begin, begin + 20):
        content[place] ^= 0xA5
    file.write_bytes(bytes(content))
    assert "the archive is damaged or cut short" in refused(town, file, capsys)


@pytest.mark.parametrize("name", ["./", ".", "/", "..", "../x.shx"])
def test_odd_entries_of_an_archive_are_passed_over(town, tmp_path, name):
    file = zipped(tmp_path)
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr(name, "")
    assert import_file(town, file) == 0


def test_what_macos_adds_to_an_archive_is_passed_over(town, tmp_path):
    file = zipped(tmp_path)
    with zipfile.ZipFile(file, "a") as archive:
        for name in ("__MACOSX/._paths.shp", "__MACOSX/paths.shp", "._paths.shp", "._paths.dbf"):
            archive.writestr(name, b"\x00\x05\x16\x07")
    assert import_file(town, file) == 0


@pytest.mark.parametrize(("part", "change", "words"), [
    ("dbf", lambda c: c[:200], "rows of its .dbf are missing"),
    ("dbf", lambda c: c[:5], "rows of its .dbf are missing"),
    ("dbf", lambda c: c[:4] + struct.pack("<I", 2_000_000_000) + c[8:], "rows of its .dbf are"),
    ("shp", lambda c: c[:120], "the file is damaged or cut short"),
    ("shp", lambda c: b"PK" + c[2:], "its .shp is no shapefile"),
    ("shp", lambda c: c[:100] + b"\xff" * (len(c) - 100), "no line that can be read"),
])  # fmt: skip
def test_a_cut_part_of_a_shapefile_is_told(town, tmp_path, capsys, part, change, words):
    assert words in refused(town, zipped(tmp_path, **{part: change}), capsys)


def test_a_full_disk_while_unpacking_is_no_damage_of_the_archive(town, tmp_path, capsys):
    file = zipped(tmp_path)
    with files_up_to(100):
        code = import_file(town, file)
    assert code == 1
    assert "the archive cannot be unpacked: File too large" in capsys.readouterr().err


def test_ways_of_no_length_alone_are_no_network(town, tmp_path, capsys):
    point = {"type": "LineString", "coordinates": [[9.503, 56.1015]] * 2}
    told = refused(town, written(tmp_path, collection(point)), capsys)
    assert "none of its ways in the town has a length" in told
