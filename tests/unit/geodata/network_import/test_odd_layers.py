"""Path layers that lie about themselves: nothing else is opened, and the reason is told."""

import json
import os

import geopandas as gpd
import pytest
from shapely.geometry import mapping

from geodata.network_import.gdal import read_geopackage, read_shapefile
from geodata.network_import.geojson import frame_of_geojson
from geodata.reading.places import WGS84
from tests.unit.geodata.network_import.layers import (
    STREET,
    collection,
    gpkg,
    import_file,
    refused,
    written,
)


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


def test_ways_of_no_length_alone_are_no_network(town, tmp_path, capsys):
    point = {"type": "LineString", "coordinates": [[9.503, 56.1015]] * 2}
    told = refused(town, written(tmp_path, collection(point)), capsys)
    assert "none of its ways in the town has a length" in told
