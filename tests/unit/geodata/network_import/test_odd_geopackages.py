"""GeoPackages that lie about themselves: nothing else is opened, and the reason is told."""

import sqlite3
import struct
from contextlib import closing

import geopandas as gpd
import pytest

from geodata.reading.places import WGS84
from tests.unit.geodata.network_import.layers import (
    STREET,
    edited,
    gpkg,
    import_file,
    imported,
    refused,
)


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
