"""Layers are refused with the file, the feature, the field, what was found and what is allowed."""

import json
import socket
import subprocess
import sys

import pytest
from pyproj import Geod

from geodata.reading.faults import PackageError
from geodata.reading.places import METRES, read_layer
from tests.packages_editing import RANDERS, TINYTOWN, edit_feature, edit_json

AREA = "feature 1 ('moelleparken')"
DENMARK = "lon 7.5 to 15.6, lat 54.4 to 58.0"


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    def refuse(*_):
        raise AssertionError("a layer must never reach for the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)


def only_fault(path):
    with pytest.raises(PackageError) as refused:
        read_layer(path)
    (fault,) = refused.value.faults
    assert fault.file == path.name
    return fault


def coordinates(value):
    return lambda feature: feature["geometry"].update(coordinates=value)


def ring(*points):
    return coordinates([[list(point) for point in points]])


def properties(**values):
    return lambda feature: feature["properties"].update(values)


def swap(feature):
    rings = feature["geometry"]["coordinates"]
    feature["geometry"]["coordinates"] = [[[lat, lon] for lon, lat in ring] for ring in rings]


SQUARE = ((9.5, 56.1), (9.506, 56.1), (9.506, 56.103), (9.5, 56.103), (9.5, 56.1))
NAN, INFINITY = float("nan"), float("inf")
BAD_GEOMETRY = {
    "swapped": (swap, "coordinates", "[56.1, 9.5], which looks like lat, lon", "lon first"),
    "nan": (ring((NAN, 56.1), *SQUARE[1:]), "coordinates", "not finite", DENMARK),
    "infinity": (ring((9.5, INFINITY), *SQUARE[1:]), "coordinates", "not finite", DENMARK),
    "infinite height": (ring((9.5, 56.1, INFINITY), *SQUARE[1:]), "coordinates", "inf", "pairs of numbers"),
    "outside": (ring((0, 0), (1, 0), (1, 1), (0, 0)), "coordinates", "[0.0, 0.0], outside", DENMARK),
    "metres": (ring((531103, 6217322), *SQUARE[1:]), "coordinates", "outside Denmark", DENMARK),
    "huge": (ring((10**400, 56.1), *SQUARE[1:]), "coordinates", "1000", "pairs of numbers"),
    "text": (ring(("9.5", "56.1"), *SQUARE[1:]), "coordinates", "'9.5'", "pairs of numbers"),
    "null": (ring((None, 56.1), *SQUARE[1:]), "coordinates", "None", "pairs of numbers"),
    "true": (ring((True, 56.1), *SQUARE[1:]), "coordinates", "True", "pairs of numbers"),
    "one number": (ring((9.5,), *SQUARE[1:]), "coordinates", "[9.5]", "pairs of numbers"),
    "no coordinates": (coordinates([]), "coordinates", "[]", "pairs of numbers"),
    "object": (coordinates({"lon": 9.5}), "coordinates", "lon", "pairs of numbers"),
    "a point": (coordinates([9.5, 56.1]), "coordinates", "last point is not its first", "closed"),
    "a line": (coordinates([list(p) for p in SQUARE]), "coordinates", "last point", "closed"),
    "unclosed": (ring(*SQUARE[:-1]), "coordinates", "last point is not its first", "closed rings"),
    "two points": (ring(SQUARE[0], SQUARE[1], SQUARE[0]), "coordinates", "last point", "closed"),
    "crossing": (ring(SQUARE[0], SQUARE[2], SQUARE[1], SQUARE[3], SQUARE[0]), "geometry", "Self-intersection", "valid geometry"),
    "without area": (ring(SQUARE[0], SQUARE[1], SQUARE[0], SQUARE[0]), "geometry", "", "valid geometry"),
    "wrong type": (lambda f: f.update(geometry={"type": "Point", "coordinates": [9.5, 56.1]}), "geometry", "'Point'", "Polygon or MultiPolygon"),
    "no geometry": (lambda f: f.update(geometry=None), "geometry", "None", "Polygon or MultiPolygon"),
}  # fmt: skip


@pytest.mark.parametrize("case", BAD_GEOMETRY)
def test_a_bad_geometry_is_named(town, case):
    change, field, found, allowed = BAD_GEOMETRY[case]
    edit_feature(town, "areas", 1, change)
    fault = only_fault(town / "areas.geojson")
    assert (fault.where, fault.field) == (AREA, field)
    assert found in fault.found
    assert allowed in fault.allowed


def test_a_number_too_large_for_a_float_is_not_finite(town):
    file = town / "areas.geojson"
    file.write_text(file.read_text(encoding="utf-8").replace("9.506,", "1e999,", 1))
    fault = only_fault(file)
    assert (fault.where, fault.field) == (AREA, "coordinates")
    assert "not finite" in fault.found


BAD_PROPERTIES = {
    "no id": (lambda f: f["properties"].pop("id"), "id", "nothing", "text"),
    "number as id": (properties(id=7), "id", "'7'", "text"),
    "id with capitals": (properties(id="Ny By"), "id", "'Ny By'", "of the form"),
    "no name": (properties(name=" "), "name", "' '", "text"),
    "list as name": (properties(name=["a"]), "name", "['a']", "text"),
    "unknown confidence": (properties(confidence="sure"), "confidence", "'sure'", "exact or high"),
    "no error": (properties(error_m=None), "error_m", "None", "metres, 0 or more"),
    "negative error": (properties(error_m=-1), "error_m", "-1", "metres, 0 or more"),
    "error that is no number": (properties(error_m=NAN), "error_m", "nan", "metres, 0 or more"),
    "endless error": (properties(error_m=10**400), "error_m", "1000", "metres, 0 or more"),
    "true as error": (properties(error_m=True), "error_m", "True", "metres, 0 or more"),
    "script as url": (properties(url="javascript:alert(1)"), "url", "javascript", "https://"),
    "plain http": (properties(url="http://example.org"), "url", "http://", "https://"),
    "number as description": (
        properties(description_da=3),
        "description_da",
        "'3'",
        "text or null",
    ),
}


@pytest.mark.parametrize("case", BAD_PROPERTIES)
def test_a_bad_property_is_named(town, case):
    change, field, found, allowed = BAD_PROPERTIES[case]
    edit_feature(town, "areas", 1, change)
    fault = only_fault(town / "areas.geojson")
    assert fault.where.startswith("feature 1 (")
    assert fault.field == field
    assert found in fault.found
    assert allowed in fault.allowed


@pytest.mark.parametrize(
    "feature",
    [
        None,
        "text",
        [],
        {},
        {"type": "Feature", "properties": None},
        {"type": "Topology", "properties": {}},
    ],
    ids=str,
)
def test_what_is_no_feature_is_named_by_its_place(town, feature):
    edit_json(town / "areas.geojson", lambda c: c["features"].__setitem__(1, feature))
    fault = only_fault(town / "areas.geojson")
    assert fault.where == "feature 2"
    assert fault.allowed == "a Feature with properties"


def test_an_id_on_two_features_is_named_once(town):
    edit_feature(town, "areas", 2, properties(id="moelleparken"))
    fault = only_fault(town / "areas.geojson")
    assert (fault.field, fault.found) == ("id", "'moelleparken' on 2 features")
    assert fault.allowed == "each id once, or times (valid_from, valid_to) on each"


WHOLE_FILE = {
    "no collection": ({"type": "Feature"}, "type", "'Feature'", "FeatureCollection"),
    "a list": ([], "type", "'list'", "FeatureCollection"),
    "gdal stream": ({"type": "gdal_streamed_alg", "command_line": "gdal vector pipeline ! read /etc/passwd"}, "type", "gdal_streamed_alg", "FeatureCollection"),
    "no features": ({"type": "FeatureCollection", "features": []}, "features", "no features", "a list of features"),
    "features missing": ({"type": "FeatureCollection"}, "features", "None", "a list of features"),
    "features object": ({"type": "FeatureCollection", "features": {"a": 1}}, "features", "{'a': 1}", "a list of features"),
}  # fmt: skip


@pytest.mark.parametrize("case", WHOLE_FILE)
def test_a_file_that_holds_no_features_is_named(tmp_path, case):
    content, field, found, allowed = WHOLE_FILE[case]
    file = tmp_path / "areas.geojson"
    file.write_text(json.dumps(content))
    fault = only_fault(file)
    assert fault.field == field
    assert found in fault.found
    assert fault.allowed == allowed


DISGUISED = {
    "sqlite": b"SQLite format 3\x00" + bytes(100),
    "virtual file": b'<OGRVRTDataSource><OGRVRTLayer name="a"><SrcDataSource>/vsicurl/http://127.0.0.1:9/x</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>',
    "shapefile": b"\x00\x00\x27\x0a" + bytes(96),
    "zip": b"PK\x03\x04" + bytes(30),
    "gml": b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>',
    "json lines": b'{"type": "Feature"}\n{"type": "Feature"}\n',
    "script": b"Content-Type: text/html\n\n<script>1</script>",
}


@pytest.mark.parametrize("case", DISGUISED)
def test_a_file_that_is_no_geojson_behind_its_name_is_refused(tmp_path, case):
    file = tmp_path / "areas.geojson"
    file.write_bytes(DISGUISED[case])
    fault = only_fault(file)
    assert fault.allowed in ("JSON", "UTF-8 text")
    assert fault.found.isprintable()


@pytest.mark.parametrize("depth", [6, 100, 900, 200_000])
def test_deep_nesting_is_refused(town, depth):
    edit_feature(town, "areas", 1, coordinates("@"))
    file = town / "areas.geojson"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace('"@"', "[" * depth + "]" * depth), encoding="utf-8")
    fault = only_fault(file)
    assert fault.allowed in ("JSON", "pairs of numbers (lon, lat)")


CRS = {
    "link": {"type": "link", "properties": {"href": "http://127.0.0.1:9/crs", "type": "proj4"}},
    "other": {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::25832"}},
    "web mercator": {"type": "name", "properties": {"name": "EPSG:3857"}},
    "address as name": {"type": "name", "properties": {"name": "http://127.0.0.1:9/EPSG:4326"}},
    "no properties": {"type": "name", "properties": None},
    "list": {"type": "name", "properties": ["EPSG:4326"]},
    "text": "EPSG:4326",
    "null": None,
}


@pytest.mark.parametrize("case", CRS)
def test_any_crs_but_the_name_of_wgs_84_is_refused(town, case):
    edit_json(town / "areas.geojson", lambda content: content.update(crs=CRS[case]))
    fault = only_fault(town / "areas.geojson")
    assert fault.field == "crs"
    assert json.dumps(CRS[case])[:40] in fault.found
    assert "never a link" in fault.allowed


@pytest.mark.parametrize(
    "name", ["urn:ogc:def:crs:OGC:1.3:CRS84", "CRS84", "EPSG:4326", "urn:ogc:def:crs:EPSG::4326"]
)
def test_the_name_of_wgs_84_is_allowed(town, name):
    crs = {"type": "name", "properties": {"name": name}}
    edit_json(town / "areas.geojson", lambda content: content.update(crs=crs))
    assert len(read_layer(town / "areas.geojson")) == 3


def test_a_crs_link_is_never_followed(town):
    with socket.create_server(("127.0.0.1", 0)) as server:
        link = f"http://127.0.0.1:{server.getsockname()[1]}/crs"
        crs = {"type": "link", "properties": {"href": link}}
        edit_json(town / "areas.geojson", lambda content: content.update(crs=crs))
        assert link in only_fault(town / "areas.geojson").found
        server.setblocking(False)
        with pytest.raises(BlockingIOError):
            server.accept()


def test_a_layer_is_read_without_gdal():
    code = (
        "import sys, pathlib; from geodata.reading.places import read_layer;"
        f"frame = read_layer(pathlib.Path({str(TINYTOWN / 'areas.geojson')!r}));"
        "print(len(frame), sorted({'pyogrio', 'fiona', 'osgeo'} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True,
                         check=True, cwd=RANDERS.parents[1])  # fmt: skip
    assert ran.stdout.strip() == "3 []"


def test_all_faults_of_a_layer_are_told_at_once(town):
    edit_feature(town, "areas", 1, swap)
    edit_feature(town, "areas", 2, properties(error_m=-1, name=""))
    edit_feature(town, "areas", 3, ring(*SQUARE[:-1]))
    with pytest.raises(PackageError) as refused:
        read_layer(town / "areas.geojson")
    places = [(fault.where.split()[1], fault.field) for fault in refused.value.faults]
    assert places == [("1", "coordinates"), ("2", "name"), ("2", "error_m"), ("3", "coordinates")]


def test_a_layer_comes_out_in_metres_indexed_by_id(tinytown):
    frame = tinytown.layers["areas"]
    assert frame.crs == METRES
    assert list(frame.index) == ["moelleparken", "soegade", "bakkegaarden"]
    geodesic, _ = Geod(ellps="GRS80").geometry_area_perimeter(
        frame.to_crs("EPSG:4326").geometry.iloc[0]
    )
    assert frame.geometry.iloc[0].area == pytest.approx(abs(geodesic), rel=0.002)


def test_absent_texts_are_empty_and_errors_are_numbers(tinytown):
    area = tinytown.layers["areas"].loc["moelleparken"]
    assert (area["url"], area["project"], area["error_m"]) == ("", "", 20.0)
    assert tinytown.layers["paths"].loc["engstien", "project"] == "spejlsoeen"
    assert list(tinytown.layers["roads"]["class"]) == [1, 3]
