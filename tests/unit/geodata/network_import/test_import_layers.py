"""Municipal path layers become the network of a package, with a licence and a date."""

import json
import zipfile

import geopandas as gpd
import pytest
from shapely.geometry import LineString, Point

from geodata.__main__ import main
from geodata.network.network import edge_table, islands, read_network
from geodata.package.loading import read_package
from geodata.reading.places import METRES, WGS84
from tests.packages_editing import edit_json
from tests.unit.geodata.network_import.layers import ABOUT, STREET

#: A side path that ends on the street, and a bridge that crosses both.
SIDE = LineString([(9.503, 56.0997), (9.503, 56.1015)])
BRIDGE = LineString([(9.505, 56.0990), (9.505, 56.1010)])


def lines(*geometries, crs=WGS84, **columns):
    return gpd.GeoDataFrame(
        columns or {"n": range(len(geometries))}, geometry=list(geometries), crs=crs
    )


def paths():
    """In metres, where the side path's end lies on the street to the millimetre."""
    frame = lines(STREET, SIDE, BRIDGE, kind=["street", "", "bridge"]).to_crs(METRES)
    street, side = frame.geometry[0], frame.geometry[1]
    on = street.interpolate(street.project(Point(side.coords[0])))
    frame.loc[1, "geometry"] = LineString([on, side.coords[1]])
    return frame


def import_file(town, file, *arguments):
    return main(["network", "import", str(file), "--package", str(town), *arguments])


def zipped(tmp_path, frame, name="paths", without="nothing"):
    folder = tmp_path / name
    folder.mkdir()
    frame.to_file(folder / f"{name}.shp")
    archive = tmp_path / f"{name}.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
        for part in folder.iterdir():
            if part.suffix != without:
                out.write(part, f"data/{part.name}")
    return archive


def written(tmp_path, suffix):
    if suffix == "zip":
        return zipped(tmp_path, paths())
    file = tmp_path / f"paths.{suffix}"
    frame = paths()
    if suffix == "geojson":
        file.write_text(frame.to_json(to_wgs84=False), encoding="utf-8")
        return file
    frame.to_file(file)
    return file


@pytest.mark.parametrize("suffix", ["gpkg", "zip", "geojson"])
def test_a_path_layer_is_noded_where_its_lines_meet(town, tmp_path, capsys, suffix):
    assert import_file(town, written(tmp_path, suffix), *ABOUT) == 0
    assert "Tinby Kommune, 2026-02-03, CC0-1.0" in capsys.readouterr().out
    net = read_network(read_package(town))
    table = edge_table(net, 2024)
    imported = table[table["line"].str.startswith("network")]
    assert sorted(imported["kind"]) == ["bridge", "path", "street", "street"]
    assert islands(net, 2024).parts == 2


def test_a_column_highway_is_read_as_openstreetmap_does(town, tmp_path):
    frame = lines(STREET, SIDE, BRIDGE, highway=["residential", "cycleway", "footway"],
                  foot=["", "no", None])  # fmt: skip
    frame.to_file(tmp_path / "x.gpkg")
    assert import_file(town, tmp_path / "x.gpkg", *ABOUT) == 0
    table = edge_table(read_network(read_package(town)), 2024)
    assert {"residential", "footway"} <= set(table["kind"])
    assert "cycleway" not in set(table["kind"])


def test_geofabriks_columns_are_read_as_openstreetmap_too(town, tmp_path):
    frame = lines(STREET, SIDE, BRIDGE, fclass=["residential", "track_grade2", "motorway"])
    assert import_file(town, zipped(tmp_path, frame), *ABOUT) == 0
    table = edge_table(read_network(read_package(town)), 2024)
    assert {"residential", "track"} <= set(table["kind"])
    assert not {"motorway", "track_grade2", "path"} & set(
        table[table["line"].str.startswith("net")]["kind"]
    )


@pytest.mark.parametrize(("left_out", "words"), [
    ("--licence", "say it with --licence"),
    ("--title", "say it with --title"),
    ("--date", "say it with --date YYYY-MM-DD"),
])  # fmt: skip
def test_licence_title_and_date_are_asked_for(town, tmp_path, capsys, left_out, words):
    at = ABOUT.index(left_out)
    about = ABOUT[:at] + ABOUT[at + 2 :]
    assert import_file(town, written(tmp_path, "gpkg"), *about) == 1
    assert words in capsys.readouterr().err
    assert read_package(town).descriptor.network is None


def no_crs(tmp_path):
    return zipped(tmp_path, lines(STREET), without=".prj")


def points(tmp_path):
    frame = gpd.GeoDataFrame({"n": [1]}, geometry=[Point(9.5, 56.1)], crs=WGS84)
    frame.to_file(tmp_path / "p.gpkg")
    return tmp_path / "p.gpkg"


def two_layers(tmp_path):
    lines(STREET).to_file(tmp_path / "t.gpkg", layer="a")
    lines(SIDE).to_file(tmp_path / "t.gpkg", layer="b")
    return tmp_path / "t.gpkg"


def metres_without_crs(tmp_path):
    file = tmp_path / "m.geojson"
    features = [{"type": "Feature", "properties": {}, "geometry": {
        "type": "LineString", "coordinates": [[531000, 6217000], [531500, 6217000]]}}]  # fmt: skip
    file.write_text(json.dumps({"type": "FeatureCollection", "features": features}), "utf-8")
    return file


def linked_crs(tmp_path):
    file = tmp_path / "l.geojson"
    crs = {"type": "link", "properties": {"href": "https://example.org/crs"}}
    content = {"type": "FeatureCollection", "crs": crs, "features": []}
    file.write_text(json.dumps(content), "utf-8")
    return file


def bomb(tmp_path):
    file = tmp_path / "bomb.zip"
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as out:
        for part in ("shp", "shx", "dbf"):
            out.writestr(f"x.{part}", b"\0" * 30_000_000)
    return file


def lying(tmp_path):
    """An archive that promises less than it unpacks to."""
    file = zipped(tmp_path, paths(), "lying")
    data = bytearray(file.read_bytes())
    with zipfile.ZipFile(file) as archive:
        entry = next(e for e in archive.infolist() if e.filename.endswith(".shp"))
    size = entry.file_size.to_bytes(4, "little")
    data = data.replace(size, (1).to_bytes(4, "little"))
    file.write_bytes(bytes(data))
    return file


def truncated(tmp_path):
    file = zipped(tmp_path, paths(), "cut")
    file.write_bytes(file.read_bytes()[:-60])
    return file


def truncated_gpkg(tmp_path):
    file = written(tmp_path, "gpkg")
    file.write_bytes(file.read_bytes()[:3000])
    return file


def empty_archive(tmp_path):
    file = tmp_path / "readme.zip"
    with zipfile.ZipFile(file, "w") as out:
        out.writestr("readme.txt", "hello")
    return file


def broken_json(tmp_path):
    file = tmp_path / "b.geojson"
    file.write_text('{"type": "FeatureCollection", "features": [', "utf-8")
    return file


def elsewhere(tmp_path):
    lines(LineString([(12.5, 55.7), (12.6, 55.7)])).to_file(tmp_path / "e.gpkg")
    return tmp_path / "e.gpkg"


def beside_all_areas(tmp_path):
    lines(LineString([(9.515, 56.1085), (9.5151, 56.1085)])).to_file(tmp_path / "b.gpkg")
    return tmp_path / "b.gpkg"


def nothing_walked(tmp_path):
    lines(STREET, kind=["motorway"]).to_file(tmp_path / "m.gpkg")
    return tmp_path / "m.gpkg"


@pytest.mark.parametrize(("make", "words"), [
    (no_crs, "the file has no CRS"),
    (points, "paths must be lines; found also: Point"),
    (two_layers, "one layer of lines; found: a, b"),
    (metres_without_crs, "the coordinates are no degrees"),
    (linked_crs, "the member crs must be a name, never a link"),
    (bomb, "times: this is no shapefile"),
    (lying, "the archive"),
    (truncated, "damaged or cut short"),
    (truncated_gpkg, "damaged or cut short"),
    (empty_archive, "holds no shapefile"),
    (broken_json, "b.geojson: found"),
    (elsewhere, "of another town"),
    (beside_all_areas, "none of its ways comes within 75 m of any area"),
    (nothing_walked, "no way that people may walk along"),
])  # fmt: skip
def test_a_layer_that_cannot_be_used_is_refused_in_words(town, tmp_path, capsys, make, words):
    before = {f.name: f.read_bytes() for f in town.iterdir()}
    folder = tmp_path / "files"
    folder.mkdir()
    assert import_file(town, make(folder), *ABOUT) == 1
    told = capsys.readouterr().err
    assert words in told
    assert told.endswith("Nothing was changed.\n")
    assert {f.name: f.read_bytes() for f in town.iterdir()} == before


def test_the_error_of_the_survey_can_be_said(town, tmp_path):
    assert import_file(town, written(tmp_path, "gpkg"), *ABOUT, "--error", "2.5") == 0
    assert read_package(town).descriptor.network.error_m == 2.5


@pytest.mark.parametrize("wrong", [("--error", "-1"), ("--date", "3.2.2026"), ("--error", "nan")])
def test_a_wrong_option_is_refused(town, tmp_path, capsys, wrong):
    with pytest.raises(SystemExit) as ended:
        import_file(town, written(tmp_path, "gpkg"), *ABOUT, *wrong)
    assert ended.value.code == 2


def test_a_town_where_no_place_is_known_well_gets_its_streets(town, tmp_path, capsys):
    for layer in ("areas", "parks", "places"):
        edit_json(town / f"{layer}.geojson", lambda content: [
            feature["properties"].update(error_m=600) for feature in content["features"]
        ])  # fmt: skip
    file = tmp_path / "paths.geojson"
    paths().to_crs(WGS84).to_file(file)
    assert import_file(town, file, *ABOUT) == 0
    assert "Tinby Kommune" in capsys.readouterr().out
    assert not read_network(read_package(town)).is_schematic
