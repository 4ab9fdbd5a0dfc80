"""GeoJSON that is odd: what it may be, and which CRS and coordinates it may have."""

import geopandas as gpd
import pytest
from shapely.geometry import LineString, mapping

from geodata.reading.places import METRES, WGS84
from tests.unit.geodata.network_import.layers import (
    STREET,
    collection,
    gpkg,
    import_file,
    imported,
    refused,
    written,
)


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
