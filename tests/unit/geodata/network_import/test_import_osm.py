"""OpenStreetMap extracts become the network of a package, street by street."""

import json
import re
from datetime import date

import osmium
import pytest
from osmium.osm.mutable import Node, Way

from geodata.__main__ import main
from geodata.network.network import edge_table, islands, read_network
from geodata.package.loading import read_package
from geodata.reach.reach import isochrone, minutes
from tests.packages_editing import NETWORKS, edit_json, replace_text

FIXTURE = NETWORKS / "tinby.osm"


def import_file(town, file, *arguments):
    return main(["network", "import", str(file), "--package", str(town), *arguments])


@pytest.fixture
def imported(town, capsys):
    assert import_file(town, FIXTURE) == 0
    capsys.readouterr()
    return read_network(read_package(town))


def kinds(net):
    return sorted(edge_table(net, 2024)["kind"])


def test_what_people_may_walk_on_is_kept(imported):
    table = edge_table(imported, 2024)
    assert sorted(table[table["line"].str.startswith("network")]["kind"]) == [
        "cycleway", "footway", "footway", "path", "residential", "residential", "residential",
        "steps"]  # fmt: skip


def test_a_bridge_over_a_road_that_it_does_not_touch_is_not_joined(imported):
    found = islands(imported, 2024)
    table = edge_table(imported, 2024)
    bridge, path = (table[table["kind"] == kind].iloc[0] for kind in ("footway", "path"))
    main_street = table[table["kind"] == "residential"].union_all()
    assert bridge.geometry.crosses(main_street)
    assert found.parts == 2
    assert found.unreachable_m == pytest.approx(bridge["length_m"] + path["length_m"])


def test_one_way_streets_do_not_bind_walkers(imported):
    """From the west of the one-way street to the library, and against it from the east."""
    told = {w.start: w for w in minutes(imported, 2024) if w.destination.layer == "places"}
    assert told["moelleparken"].length_m == pytest.approx(180, abs=1)
    assert told["soegade"].length_m == pytest.approx(301, abs=1)


def test_on_surveyed_streets_minutes_are_exact_and_ground_has_hectares(imported):
    told = [w for w in minutes(imported, 2024) if w.minutes]
    assert told
    assert all(w.minutes.exact == pytest.approx(w.cost_m / 80, abs=0.051) for w in told)
    found = isochrone(imported, "moelleparken", 2024, 5)
    assert found.hectares == pytest.approx(found.ground.area / 10_000)


def test_licence_and_date_stand_in_the_descriptor(town, imported):
    source = read_package(town).descriptor.network
    assert (source.title, source.licence, source.date) == (
        "OpenStreetMap", "ODbL-1.0", date(2026, 3, 2))  # fmt: skip
    assert (town / source.path).is_file()
    assert imported.source == source
    assert not imported.is_schematic


def test_the_report_says_what_was_dropped_and_what_hangs_apart(town, capsys):
    assert import_file(town, FIXTURE) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == (
        "left out: 0 outside the town, 1 doubled, 1 of no length, 0 without a line; "
        "cut at the edge of the town: 0"
    )
    assert lines[2].startswith("connected: 2 parts; 0.3 km (12.7 %) cannot be reached")
    assert lines[3] == "no way within 75 m of: bakkegaarden"
    assert lines[4] == "dated paths that meet none of its ways: engstien"


def test_a_dated_path_of_the_package_joins_with_its_dates(town, capsys):
    """Drawn from the shared path's end: open from its milestone on, and only then walked."""
    meets = [[9.503, 56.1015], [9.506, 56.102]]
    edit_json(town / "paths.geojson",
              lambda c: c["features"][0]["geometry"].update(coordinates=meets))  # fmt: skip
    replace_text(town / "milestones.csv", "2024-06-01,month,funded", "2024-06-01,month,open")
    assert import_file(town, FIXTURE) == 0
    assert "joined to it, with their dates: engstien" in capsys.readouterr().out
    net = read_network(read_package(town))
    before, after = islands(net, 2023), islands(net, 2024)
    assert (before.parts, after.parts) == (2, 2)
    assert after.largest_m == pytest.approx(before.largest_m + 194.5, abs=1)


def test_importing_again_replaces_the_network_and_leaves_nothing_behind(town, tmp_path, capsys):
    assert import_file(town, FIXTURE) == 0
    first = read_package(town).descriptor.network.path
    other = tmp_path / "other.osm"
    text = FIXTURE.read_text(encoding="utf-8")
    other.write_text(
        text.replace('lat="56.1015" lon="9.503"', 'lat="56.1016" lon="9.503"'), "utf-8"
    )
    assert import_file(town, other, "--date", "2026-05-06") == 0
    second = read_package(town).descriptor.network
    assert second.path != first
    assert second.date == date(2026, 5, 6)
    assert [f.name for f in town.glob("*network*")] == [second.path]
    assert [f.name for f in town.glob(".*")] == []


def test_importing_the_same_file_twice_changes_nothing(town):
    import_file(town, FIXTURE)
    before = {f.name: f.read_bytes() for f in town.iterdir()}
    import_file(town, FIXTURE)
    assert {f.name: f.read_bytes() for f in town.iterdir()} == before


def test_a_pbf_gives_the_same_network(town, tmp_path):
    file = tmp_path / "tinby.osm.pbf"
    with osmium.SimpleWriter(str(file)) as writer:
        for thing in osmium.FileProcessor(str(FIXTURE)):
            writer.add(Node(thing) if thing.is_node() else Way(thing))
    assert import_file(town, FIXTURE) == 0
    from_xml = read_package(town).descriptor.network
    assert import_file(town, file) == 0
    assert read_package(town).descriptor.network == from_xml


def test_ways_may_stand_before_their_nodes(town, tmp_path):
    """As Overpass writes them."""
    text = FIXTURE.read_text(encoding="utf-8")
    nodes = re.findall(r"<node [^>]*/>", text)
    for node in nodes:
        text = text.replace(node, "")
    file = tmp_path / "overpass.osm"
    file.write_text(text.replace("</osm>", "".join(nodes) + "</osm>"), encoding="utf-8")
    assert import_file(town, FIXTURE) == 0
    in_order = read_package(town).descriptor.network
    assert import_file(town, file) == 0
    assert read_package(town).descriptor.network == in_order


def test_what_an_editor_has_not_uploaded_has_negative_ids_and_is_read(town, tmp_path):
    text = FIXTURE.read_text(encoding="utf-8").replace('id="', 'id="-').replace('ref="', 'ref="-')
    file = tmp_path / "josm.osm"
    file.write_text(text, encoding="utf-8")
    assert import_file(town, file) == 0
    found = islands(read_network(read_package(town)), 2024)
    assert found.parts == 2


def pbf(tmp_path, *ways):
    file = tmp_path / "made.osm.pbf"
    with osmium.SimpleWriter(str(file), overwrite=True) as writer:
        for number, place in enumerate([(9.503, 56.0997), (9.503, 56.1015)], 1):
            writer.add_node(Node(id=number, location=place))
        for number, nodes in enumerate(ways, 1):
            writer.add_way(Way(id=number, nodes=nodes, tags={"highway": "path"}))
    return file


def test_a_way_of_endless_points_is_refused_before_they_are_gathered(town, tmp_path, capsys):
    file = pbf(tmp_path, [1, 2], [1, 2] * 10_001)
    assert file.stat().st_size < 1000
    assert import_file(town, file, "--date", "2026-03-01") == 1
    assert "way 2 has 20002 points; at most 20000" in capsys.readouterr().err


def test_endless_ways_are_refused(town, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("geodata.network_import.osm.MAX_POINTS", 5)
    for ways in ([[1, 2], [1, 2, 1, 2]], [[]] * 6):
        assert import_file(town, pbf(tmp_path, *ways), "--date", "2026-03-01") == 1
        assert "ways have more than 5 points: clip it to the town first" in capsys.readouterr().err


def test_endless_nodes_are_refused(town, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("geodata.network_import.osm.MAX_READ", 1)
    assert import_file(town, pbf(tmp_path, [1, 2]), "--date", "2026-03-01") == 1
    assert "the file has more than 1 nodes: clip it first" in capsys.readouterr().err


def test_the_outline_of_a_square_is_walked_along(town, tmp_path):
    """A ring of 4 corners, 300 m in all, at a corner of which the shared path ends."""
    square = (
        '<node id="20" lat="56.1020" lon="9.503"/><node id="21" lat="56.1020" lon="9.5045"/>'
        '<node id="22" lat="56.1015" lon="9.5045"/><way id="120">'
        + "".join(f'<nd ref="{node}"/>' for node in (5, 20, 21, 22, 5))
        + '<tag k="highway" v="pedestrian"/><tag k="area" v="yes"/></way>'
    )
    file = tmp_path / "square.osm"
    text = FIXTURE.read_text(encoding="utf-8")
    file.write_text(text.replace("</osm>", f"{square}</osm>"), encoding="utf-8")
    assert import_file(town, file) == 0
    table = edge_table(read_network(read_package(town)), 2024)
    (outline,) = table[table["kind"] == "pedestrian"]["length_m"]
    assert outline == pytest.approx(2 * (55.7 + 93.4), abs=1)


ENTITIES = (
    '<?xml version="1.0"?><!DOCTYPE osm [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]>'
    '<osm version="0.6"><node id="1" lat="56" lon="10"><tag k="x" v="&b;"/></node></osm>'
)
ONE_NODE = (
    '<osm version="0.6"><node id="1" lat="56.1" lon="9.5"/><way id="1"><nd ref="1"/><nd ref="2"/>'
    '<tag k="highway" v="path"/></way></osm>'
)
NO_NODES = ONE_NODE.replace('<node id="1" lat="56.1" lon="9.5"/>', "")
NO_PLACE = ONE_NODE.replace("56.1", "nan")
NO_WAYS = '<osm version="0.6"><node id="1" lat="56.1" lon="9.5"/></osm>'


def elsewhere():
    return FIXTURE.read_text(encoding="utf-8").replace('lat="56.', 'lat="55.')


@pytest.mark.parametrize(("name", "content", "words"), [
    ("x.osm", "", "the file is empty"),
    ("x.osm", "{}", "the name says OpenStreetMap XML (.osm), but the content is GeoJSON"),
    ("x.osm.pbf", "<osm></osm>", "but the content is OpenStreetMap XML"),
    ("x.gpkg", "hello", "but the content is of an unknown kind"),
    ("x.exe", "MZ", "'.exe' is no kind that can be read"),
    ("x.osm", FIXTURE.read_text(encoding="utf-8")[:900], "damaged or cut short"),
    ("x.osm", ENTITIES, "XML entities are not supported"),
    ("x.osm", "<?xml version='1.0'?><gpx></gpx>", "damaged or cut short"),
    ("x.osm", ONE_NODE, "no way with two of its nodes"),
    ("x.osm", NO_NODES, "ways, but none of the nodes that they run along"),
    ("x.osm", NO_PLACE, "damaged or cut short: wrong format for coordinate: 'nan'"),
    ("x.osm", NO_WAYS, "no way that people may walk along"),
    ("x.osm", elsewhere(), "of another town: none of its ways is in this one, they lie 110 km away"),
])  # fmt: skip
def test_a_file_that_cannot_be_used_is_refused_in_words(
    town, tmp_path, capsys, name, content, words
):
    before = {f.name: f.read_bytes() for f in town.iterdir()}
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")
    assert import_file(town, file) == 1
    told = capsys.readouterr().err
    assert words in told
    assert told.endswith("Nothing was changed.\n")
    assert {f.name: f.read_bytes() for f in town.iterdir()} == before


def test_a_truncated_pbf_is_refused(town, tmp_path, capsys):
    whole = tmp_path / "whole.osm.pbf"
    with osmium.SimpleWriter(str(whole)) as writer:
        for thing in osmium.FileProcessor(str(FIXTURE)):
            writer.add(Node(thing) if thing.is_node() else Way(thing))
    cut = tmp_path / "cut.osm.pbf"
    cut.write_bytes(whole.read_bytes()[:-40])
    assert import_file(town, cut) == 1
    assert "damaged or cut short" in capsys.readouterr().err


def test_a_missing_file_is_told(town, tmp_path, capsys):
    assert import_file(town, tmp_path / "none.osm") == 1
    assert "there is no such file" in capsys.readouterr().err


def test_an_extract_without_a_date_asks_for_one(town, tmp_path, capsys):
    file = tmp_path / "undated.osm"
    text = FIXTURE.read_text(encoding="utf-8")
    for day in ("2026-03-01", "2026-03-02"):
        text = text.replace(f' timestamp="{day}T10:00:00Z"', "")
    file.write_text(text, encoding="utf-8")
    assert import_file(town, file) == 1
    assert "say it with --date YYYY-MM-DD" in capsys.readouterr().err
    assert import_file(town, file, "--date", "2026-04-01") == 0


def test_nothing_is_half_written(town, monkeypatch, capsys):
    """The disk fills up as the descriptor is replaced."""
    before = {f.name: f.read_bytes() for f in town.iterdir()}
    replace = type(town).replace

    def full(self, target):
        if target.name == "datapackage.json":
            raise OSError(28, "No space left on device")
        return replace(self, target)

    monkeypatch.setattr(type(town), "replace", full)
    assert import_file(town, FIXTURE) == 1
    assert "No space left on device. Nothing was changed." in capsys.readouterr().err
    assert {f.name: f.read_bytes() for f in town.iterdir()} == before


@pytest.mark.parametrize(("change", "words"), [
    (lambda r: r.update(licenses=[]), "network, licenses: found '[]'; allowed: a licence"),
    (lambda r: r.pop("date"), "network, date: found nothing"),
    (lambda r: r.update(date="1.2.2026"), "network, date: found '1.2.2026'"),
    (lambda r: r.update(path="../network.gpkg"), "network, path: found '../network.gpkg'"),
    (lambda r: r.update(crs="EPSG:4326"), "network, crs: found 'EPSG:4326'"),
    (lambda r: r.update(error_m=-1), "network, error_m: found '-1'"),
    (lambda r: r.update(hash="sha256:00"), "network, hash: found 'sha256:00'"),
])  # fmt: skip
def test_a_wrong_registration_is_a_fault_of_the_package(town, capsys, change, words):
    import_file(town, FIXTURE)
    edit_json(town / "datapackage.json", lambda d: change(d["resources"][-1]))
    assert main(["check", str(town)]) == 1
    assert words in capsys.readouterr().err


def test_a_network_file_that_was_changed_or_lost_is_told(town, capsys):
    import_file(town, FIXTURE)
    file = (
        town / json.loads((town / "datapackage.json").read_text("utf-8"))["resources"][-1]["path"]
    )
    file.write_bytes(file.read_bytes() + b"x")
    assert main(["check", str(town)]) == 1
    assert "another content than was registered" in capsys.readouterr().err
    file.unlink()
    assert main(["check", str(town)]) == 1
    assert "no such file" in capsys.readouterr().err
    assert main(["reach", "--package", str(town)]) == 1
    assert "no such file" in capsys.readouterr().err
    assert import_file(town, FIXTURE) == 0
    assert main(["check", str(town)]) == 0


def test_a_network_can_be_taken_out_again(town, capsys):
    text = json.loads((town / "datapackage.json").read_text("utf-8"))
    before = {f.name for f in town.iterdir()}
    import_file(town, FIXTURE)
    assert main(["network", "remove", "--package", str(town)]) == 0
    assert capsys.readouterr().out.endswith(".gpkg: taken out\n")
    assert {f.name for f in town.iterdir()} == before
    assert json.loads((town / "datapackage.json").read_text("utf-8")) == text
    assert read_network(read_package(town)).is_schematic
    assert main(["network", "remove", "--package", str(town)]) == 0
    assert "there is no imported network" in capsys.readouterr().out
