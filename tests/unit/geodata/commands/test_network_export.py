"""The network as a file: every edge with its dates, status and error, drawn or imported."""

import json

import geopandas as gpd
import pytest
import shapely
from shapely.geometry import LineString

from geodata.__main__ import main
from geodata.network.file import read_edges
from geodata.network.network import edge_table, read_network
from geodata.network_import.cleaning import surroundings
from geodata.package.loading import read_package
from geodata.reading.places import METRES, WGS84
from tests.packages_editing import NETWORKS, replace_text


def export(town, out, *arguments):
    return main(["network", "export", str(out), "--package", str(town), *arguments])


@pytest.fixture(params=["drawn", "imported"])
def network(request, town):
    """The dated path is open from June 2024."""
    replace_text(town / "milestones.csv", "2024-06-01,month,funded", "2024-06-01,month,open")
    if request.param == "imported":
        streets = str(NETWORKS / "tinby.osm")
        assert main(["network", "import", streets, "--package", str(town)]) == 0
    return read_network(read_package(town))


@pytest.mark.parametrize(("name", "crs"), [("out.gpkg", METRES), ("OUT.GEOJSON", WGS84)])
def test_every_edge_is_written(town, network, tmp_path, capsys, name, crs):
    assert export(town, tmp_path / name, "--year", "2024") == 0
    table = edge_table(network, 2024)
    out = capsys.readouterr().out
    assert out.endswith(f"{name}: {len(table)} stretches, as at the end of 2024\n")
    written = gpd.read_file(tmp_path / name)
    assert written.crs == crs
    for column in ("line", "kind", "status", "error_m", "length_m"):
        assert list(written[column]) == list(table[column])
    dated = written[written["line"] == "engstien"]
    assert set(dated["from"].astype(str).str[:7]) == {"2024-06"}
    assert set(dated["from_precision"]) == {"month"}
    assert written["to"].isna().all()
    assert written.to_crs(METRES).length.sum() == pytest.approx(table["length_m"].sum(), abs=0.1)


@pytest.mark.parametrize(("precision", "text"), [
    ("year", "2024"), ("season", "2024-06"), ("month", "2024-06"), ("day", "2024-06-01"),
])  # fmt: skip
def test_no_day_is_written_that_nobody_said(town, tmp_path, precision, text):
    before = "2024-06-01,month,funded"
    replace_text(town / "milestones.csv", before, f"2024-06-01,{precision},open")
    assert export(town, tmp_path / "out.geojson") == 0
    features = json.loads((tmp_path / "out.geojson").read_text("utf-8"))["features"]
    found = [f["properties"] for f in features if f["properties"]["line"] == "engstien"]
    assert {(p["from"], p["from_precision"], p["to"]) for p in found} == {(text, precision, None)}


@pytest.mark.parametrize("name", ["out.gpkg", "out.geojson"])
def test_what_was_exported_can_be_imported(copy_of, tmp_path, name):
    randers = copy_of("randers")
    drawn = read_network(read_package(randers))
    assert export(randers, tmp_path / name) == 0
    day = read_package(randers).descriptor.as_of.isoformat()
    assert main(["network", "import", str(tmp_path / name), "--package", str(randers), "--licence",
                 "CC0-1.0", "--title", "Randers", "--date", day]) == 0  # fmt: skip
    package = read_package(randers)
    again = read_edges(randers, package.descriptor.network)
    town = surroundings(package)
    for year in range(package.descriptor.first_year, package.descriptor.last_year + 1):
        before, after = (walked_m(edges, year, town) for edges in (drawn.edges, again))
        assert after == pytest.approx(before, abs=1)


def walked_m(edges, year, town):
    """Metres within the town; what is drawn twice counts once, a hair's breadth apart too."""
    walked = [edges.lines[n].is_walked(year) for n in edges.line]
    return shapely.union_all(edges.courses[walked], grid_size=0.01).intersection(town).length


def test_a_closing_day_that_nobody_said_is_not_written(town, tmp_path):
    street = LineString([(9.496, 56.0997), (9.520, 56.0997)])
    side = LineString([(9.503, 56.0997), (9.503, 56.1015)])
    lines = gpd.GeoDataFrame({"status": ["closed", ""]}, geometry=[side, street], crs=WGS84)
    lines.to_file(tmp_path / "closed.gpkg")
    assert main(["network", "import", str(tmp_path / "closed.gpkg"), "--package", str(town),
                 "--licence", "CC0-1.0", "--title", "Tinby", "--date", "2024-03-01"]) == 0  # fmt: skip
    assert export(town, tmp_path / "out.gpkg", "--year", "2024") == 0
    (found,) = gpd.read_file(tmp_path / "out.gpkg").query("status == 'closed'")["to"]
    assert found is None


def test_the_status_is_that_of_the_year(town, network, tmp_path):
    for year, status in (("2019", "absent"), ("2024", "open")):
        assert export(town, tmp_path / "out.geojson", "--year", year) == 0
        features = json.loads((tmp_path / "out.geojson").read_text("utf-8"))["features"]
        found = {
            f["properties"]["status"] for f in features if f["properties"]["line"] == "engstien"
        }
        assert found == {status}


def test_the_same_network_is_the_same_file(town, tmp_path):
    for name in ("a.gpkg", "b.gpkg"):
        assert export(town, tmp_path / name) == 0
    assert (tmp_path / "a.gpkg").read_bytes() == (tmp_path / "b.gpkg").read_bytes()


@pytest.mark.parametrize(("name", "arguments", "words"), [
    ("out.csv", (), "out.csv' is no name for it; allowed: .gpkg or .geojson"),
    ("out", (), "out' is no name for it"),
    ("folder.gpkg", (), " is a folder; allowed: a file"),
    ("none/out.gpkg", (), "out.gpkg: cannot be written: No such file or directory"),
    ("out.gpkg", ("--year", "1999"), "1999 is not on the clock, 2018 to 2026"),
])  # fmt: skip
def test_what_cannot_be_written_is_told(town, tmp_path, capsys, name, arguments, words):
    (tmp_path / "folder.gpkg").mkdir()
    before = sorted(tmp_path.rglob("*"))
    assert export(town, tmp_path / name, *arguments) == 1
    assert words in capsys.readouterr().err
    assert sorted(tmp_path.rglob("*")) == before


def test_a_lost_network_is_told(town, tmp_path, capsys):
    main(["network", "import", str(NETWORKS / "tinby.osm"), "--package", str(town)])
    (town / read_package(town).descriptor.network.path).unlink()
    assert export(town, tmp_path / "out.gpkg") == 1
    assert "found no such file" in capsys.readouterr().err


def test_a_failure_leaves_the_file_that_was_there(town, tmp_path, monkeypatch, capsys):
    out = tmp_path / "out.gpkg"
    out.write_bytes(b"old")

    def full(self, target):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(type(out), "replace", full)
    assert export(town, out) == 1
    assert "out.gpkg: cannot be written: No space left on device" in capsys.readouterr().err
    assert out.read_bytes() == b"old"
    assert [f.name for f in tmp_path.glob("*out*")] == ["out.gpkg"]
