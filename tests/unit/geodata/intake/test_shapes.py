"""Shapes take the place of those that a package has, where they are what they say they are."""

import json
import sqlite3
import zipfile

import geopandas as gpd
import pytest
from shapely.geometry import Polygon, box

from geodata.difference.difference import difference
from geodata.difference.text import as_text
from geodata.intake import parquetfile
from geodata.intake.asked import Asked
from geodata.intake.stated import Exactness
from geodata.intake.taking import take
from tests.packages_editing import TINYTOWN
from tests.unit.geodata.intake.books import layer, one_fault, repacked

NEW = box(9.5002, 56.1001, 9.5062, 56.1031)
EXACT = Exactness("high", 5.0)


@pytest.fixture(autouse=True)
def no_pyarrow(monkeypatch):
    """As it is after `pip install -r requirements.txt`: GeoParquet has tests of its own."""
    monkeypatch.setattr(parquetfile.importlib.util, "find_spec", lambda name: None)


def given(file, taken_as="areas", exact=EXACT, **confirmed):
    return take(Asked(TINYTOWN, (file,), file.parent / "k" / "draft", confirmed, taken_as, exact))


def outline(answer, layer="areas", feature="moelleparken"):
    assert answer.faults == (), "\n".join(map(str, answer.faults))
    return answer.new.layers[layer].to_crs(4326).loc[feature]


@pytest.mark.parametrize("name", ["omraader.gpkg", "omraader.geojson", "omraader.zip"])
@pytest.mark.parametrize("crs", [4326, 25832])
def test_an_outline_is_replaced_from_any_file_in_any_crs(tmp_path, tinytown, name, crs):
    answer = given(layer(tmp_path, ("Mølleparken", NEW), name=name, crs=crs))
    new = outline(answer)
    assert new.geometry.hausdorff_distance(NEW) < 1e-6
    assert (new["confidence"], new["error_m"], new["kind"]) == ("high", 5.0, "area")
    assert new["basis_da"] == f"omridset i filen {name}"
    others = answer.new.layers["areas"].drop("moelleparken")
    assert others.equals(tinytown.layers["areas"].drop("moelleparken"))
    assert answer.counts == {"shapes of areas replaced": 1}
    (told,) = answer.told
    assert told.startswith(f"{name}, moelleparken: its middle moves 17 m")
    about = json.loads((answer.new.path / "draft.json").read_text(encoding="utf-8"))
    assert about["inputs"][0]["taken_as"] == "areas"


def test_a_shapefile_without_its_code_page_is_read(tmp_path):
    file = layer(tmp_path, ("moelleparken", NEW), name="o.zip")
    repacked(file, lambda parts: parts.pop("o.cpg"))
    assert outline(given(file)).geometry.hausdorff_distance(NEW) < 1e-6


def test_what_the_file_says_of_exactness_counts_before_the_option(tmp_path):
    stated = {"error_m": 2, "confidence": "exact", "basis_da": "matrikel", "source": "egen-tegning"}
    new = outline(given(layer(tmp_path, ("Mølleparken", NEW), stated=stated)))
    assert (new["error_m"], new["confidence"], new["basis_da"], new["source"]) == (
        2, "exact", "matrikel", "egen-tegning",
    )  # fmt: skip


def test_how_exact_a_shape_is_must_be_stated(tmp_path):
    answer = given(layer(tmp_path, ("Mølleparken", NEW)), exact=Exactness())
    assert [(f.field, f.allowed) for f in answer.faults][:2] == [
        ("confidence", "a column confidence, or --confidence WORD"),
        ("error_m", "a column error_m, or --error METRES"),
    ]
    assert {f.where for f in answer.faults} == {"feature 1 (moelleparken)"}


def test_names_are_suggested_and_confirmed_as_for_figures(tmp_path):
    file = layer(tmp_path, ("Møleparken", NEW))
    answer = given(file)
    assert "feature 1: found 'Møleparken', near to a known name" in one_fault(answer)
    assert [(one.id, one.is_new) for one in answer.suggestions] == [
        ("moelleparken", False), ("moeleparken", True)]  # fmt: skip
    assert outline(given(file, Møleparken="moelleparken")) is not None


def test_a_crs_that_lies_is_noticed(tmp_path):
    metres = gpd.GeoSeries([NEW], crs=4326).to_crs(25832).iloc[0]
    lying = gpd.GeoDataFrame({"navn": ["Mølleparken"]}, geometry=[metres], crs=4326)
    lying.to_file(tmp_path / "l.gpkg")
    fault = one_fault(given(tmp_path / "l.gpkg"))
    assert "are no degrees, though the file says so (531113, 6217333 in EPSG:4326)" in fault
    lying.set_crs(32633, allow_override=True).to_file(tmp_path / "m.gpkg")
    faults = given(tmp_path / "m.gpkg").faults
    assert any("km from where it is now; allowed: at most 5 km" in str(f) for f in faults)


def test_an_area_that_moves_five_kilometres_and_two_on_each_other_are_faults(tmp_path):
    far = box(9.6, 56.1, 9.606, 56.103)
    fault = one_fault(given(layer(tmp_path, ("Mølleparken", far))))
    assert "feature 1 (moelleparken), geometry: found 6.2 km from where it is now" in fault
    on_it = box(9.506, 56.1, 9.512, 56.103)
    fault = one_fault(given(layer(tmp_path, ("Mølleparken", on_it), name="o.gpkg")))
    assert "found 33% shared with 'soegade'; allowed: areas that share at most 30%" in fault


def test_a_shape_twice_and_a_shape_that_crosses_itself_are_faults(tmp_path):
    fault = one_fault(given(layer(tmp_path, ("Mølleparken", NEW), ("moelleparken", NEW))))
    assert "feature 2 (moelleparken), id: found a second shape; allowed: one" in fault
    bow = Polygon([(9.5, 56.1), (9.506, 56.103), (9.506, 56.1), (9.5, 56.103)])
    fault = one_fault(given(layer(tmp_path, ("Mølleparken", bow), name="b.gpkg")))
    assert "b.gpkg, feature 1 (moelleparken), geometry: found Self-intersection" in fault


def test_parks_paths_and_places_are_taken_by_name_too(tmp_path, tinytown):
    for taken_as in ("parks", "paths", "places"):
        old = tinytown.layers[taken_as].to_crs(4326)
        feature, shape = old.index[0], old.geometry.iloc[0]
        file = layer(tmp_path, (feature, shape), name=f"{taken_as}.gpkg")
        new = outline(given(file, taken_as), taken_as, feature)
        assert new.geometry.hausdorff_distance(shape) < 1e-6
        assert new["error_m"] == 5.0


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.vrt", b"<OGRVRTDataSource/>", "found '.vrt'; allowed: .gpkg, .geojson"),
        ("a.gpkg", b"<OGRVRTDataSource/>", "the name says GeoPackage"),
        ("a.osm", b"<osm/>", "found '.osm'; allowed: .gpkg, .geojson"),
        ("a.parquet", b"PK12345678", "another kind of file than its name says"),
        ("a.parquet", b"PAR1 and then nothing", "pip install -r requirements-parquet.txt"),
        ("a.geojson", b'{"type": "FeatureCollection", "features": []}', "found 0 features"),
        ("a.geojson", b'{"type": "FeatureCollection", "features": [], "crs": {"type": "link"}}',
         "must be a name, never a link"),
        ("a.geojson", b'{"type": "Feature", "properties": {"navn": "moelleparken"}, "geometry": null}',
         "feature 1 (moelleparken), geometry: found no shape"),
        ("a.geojson", b"{", "found"),
    ],
)  # fmt: skip
def test_traps_and_what_is_no_layer_are_refused(tmp_path, name, content, words):
    (tmp_path / name).write_bytes(content)
    assert words in one_fault(given(tmp_path / name))


@pytest.mark.parametrize(
    ("table", "words"),
    [("gpkg_extensions", ""), ("gpkg_contents", "gpkg_contents, is missing"),
     ("gpkg_geometry_columns", "found a file that cannot be used"),
     ("gpkg_spatial_ref_sys", "found a file that cannot be used")],
)  # fmt: skip
def test_a_geopackage_without_a_table_of_its_own_is_told_unless_it_can_be_read(
    tmp_path, table, words
):
    file = layer(tmp_path, ("Mølleparken", NEW))
    with sqlite3.connect(file) as database:
        database.execute(f"DROP TABLE {table}")
    if words:
        assert words in one_fault(given(file))
    else:
        assert outline(given(file)).geometry.hausdorff_distance(NEW) < 1e-6


def test_a_view_in_a_geopackage_is_no_layer_and_its_triggers_never_touch_the_file(tmp_path):
    file = layer(tmp_path, ("Mølleparken", NEW))
    with sqlite3.connect(file) as database:
        database.execute(
            "CREATE TRIGGER t AFTER INSERT ON omraader BEGIN DELETE FROM omraader; END"
        )
    before = file.read_bytes()
    assert outline(given(file)) is not None
    assert file.read_bytes() == before
    with sqlite3.connect(file) as database:
        database.execute("ALTER TABLE omraader RENAME TO hidden")
        database.execute("CREATE VIEW omraader AS SELECT * FROM hidden")
    assert "is no table of its own" in one_fault(given(file))


def test_a_zip_with_a_path_that_leads_out_writes_nothing_there(tmp_path):
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        for part in (".shp", ".shx", ".dbf"):
            archive.writestr(f"../../ud{part}", b"x" * 40)
    assert given(tmp_path / "z.zip").faults
    assert not list(tmp_path.parent.glob("**/ud.*"))


KML = (
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><NetworkLink><Link><href>http://x.example'
    "</href></Link></NetworkLink><Placemark><name>Mølleparken</name><ExtendedData>"
    '<Data name="error_m"><value>3</value></Data></ExtendedData>{}</Placemark></Document></kml>'
)
RING = "<outerBoundaryIs><LinearRing><coordinates>{}</coordinates></LinearRing></outerBoundaryIs>"
POINTS = " ".join(f"{lon},{lat},0" for lon, lat in NEW.exterior.coords)
POLYGON = f"<Polygon>{RING.format(POINTS)}</Polygon>"


@pytest.mark.parametrize("name", ["o.kml", "o.kmz"])
@pytest.mark.parametrize("shape", [POLYGON, f"<MultiGeometry>{POLYGON}</MultiGeometry>"])
def test_an_outline_comes_from_kml_too_and_no_link_is_followed(tmp_path, name, shape):
    file = tmp_path / name
    if name == "o.kmz":
        with zipfile.ZipFile(file, "w") as archive:
            archive.writestr("doc.kml", KML.format(shape))
    else:
        file.write_text(KML.format(shape), encoding="utf-8")
    new = outline(given(file))
    assert new.geometry.hausdorff_distance(NEW) < 1e-6
    assert (new["error_m"], new["confidence"]) == (3.0, "high")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (KML.format("<Polygon/>"), "found no shape"),
        (KML.format("<Point><coordinates>9,5 6</coordinates></Point>"), "found no shape"),
        ("<kml>", "found a damaged file"),
        ("<kml/>", "found 0 features"),
        ('<!DOCTYPE a [<!ENTITY b "c">]><kml/>', "found a document type of its own"),
        ('<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b "c">]><kml/>',
         "found a document type of its own"),
        ('<?xml version="1.0" encoding="klingon"?><kml/>', "found a damaged file"),
    ],
)  # fmt: skip
def test_kml_without_a_shape_or_that_is_a_trap_is_told(tmp_path, content, words):
    encoding = "utf-16" if "utf-16" in content else "utf-8"
    (tmp_path / "o.kml").write_text(content, encoding=encoding)
    assert any(words in str(fault) for fault in given(tmp_path / "o.kml").faults)


def test_a_packed_kml_must_be_one(tmp_path):
    with zipfile.ZipFile(tmp_path / "o.kmz", "w") as archive:
        archive.writestr("a.txt", "x")
    assert "found 0 KML files inside; allowed: one" in one_fault(given(tmp_path / "o.kmz"))


def features_of(answer, layer="areas", feature="moelleparken"):
    content = json.loads((answer.new.path / f"{layer}.geojson").read_text(encoding="utf-8"))
    return [one for one in content["features"] if one["properties"]["id"] == feature]


@pytest.mark.parametrize(
    ("since", "before"), [("2021", "2020"), ("2021-07", "2021-06"), ("2021-07-01", "2021-06-30")]
)
def test_an_outline_from_a_time_ends_the_one_before_and_leaves_it(
    tmp_path, tinytown, since, before
):
    exact = Exactness("high", 5.0, since)
    answer = given(layer(tmp_path, ("Mølleparken", NEW)), exact=exact)
    assert answer.faults == ()
    old, new = features_of(answer)
    assert old["properties"]["valid_to"] == before
    assert "valid_from" not in old["properties"]
    assert (new["properties"]["valid_from"], new["properties"]["name"]) == (since, "Mølleparken")
    assert "valid_to" not in new["properties"]
    drawn = answer.new.at(2020).layers["areas"].geometry["moelleparken"]
    assert drawn.equals(tinytown.layers["areas"].geometry["moelleparken"])
    assert answer.counts == {f"shapes of areas that hold from {since}": 1}
    told = as_text(difference(answer.old, answer.new))
    assert f"new outline from {since}: areas, moelleparken (Mølleparken): " in told
    assert "gained" in told
    assert f"valid_to: nothing -> '{before}'" in told


def test_the_same_time_again_takes_the_place_of_its_own_outline_only(tmp_path):
    file, exact = layer(tmp_path, ("Mølleparken", NEW)), Exactness("high", 5.0, "2021")
    assert given(file, exact=exact).faults == ()
    again = given(layer(tmp_path, ("Mølleparken", box(9.5, 56.1, 9.5055, 56.1025))), exact=exact)
    old, new = features_of(again)
    assert (old["properties"]["valid_to"], new["properties"]["valid_from"]) == ("2020", "2021")
    assert new["geometry"]["coordinates"][0][0] == [9.5055, 56.1]


@pytest.mark.parametrize("value", ["2021", 2021, 2021.0])
def test_a_column_says_since_when_too(tmp_path, value):
    file = layer(tmp_path, ("Mølleparken", NEW), stated={
        "valid_from": value, "comparable_da": "De samme boliger.", "comparable_en": "The same dwellings."})  # fmt: skip
    answer = given(file)
    assert answer.faults == ()
    new = features_of(answer)[1]["properties"]
    assert (new["valid_from"], new["comparable_da"]) == ("2021", "De samme boliger.")
    assert answer.new.all_breaks == answer.new.breaks


def test_a_column_with_no_time_is_told_by_its_feature(tmp_path):
    fault = one_fault(given(layer(tmp_path, ("Mølleparken", NEW), stated={"valid_from": "snart"})))
    assert "feature 1 (moelleparken), valid_from: found 'snart'; allowed: a year, a month" in fault
