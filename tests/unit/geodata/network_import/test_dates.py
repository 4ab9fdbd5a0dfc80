"""Imported ways have dates: before and after, plans and what closed, to the metre."""

from dataclasses import replace
from datetime import date

import geopandas as gpd
import pyogrio
import pytest
from pyproj import Transformer

from geodata.__main__ import main
from geodata.network.dates import DATED, SAID, Dating, milestones_of
from geodata.network.file import read_edges, write_edges
from geodata.network.network import edge_table, read_network
from geodata.network_import.about import About
from geodata.network_import.dating import Said, said_by_columns, said_by_tags
from geodata.network_import.importing import Dates, import_network
from geodata.package.loading import read_package
from geodata.reach.changes import Verdict, change
from geodata.reading.faults import PackageError
from geodata.reading.fingerprint import sha256_of
from geodata.reading.network_source import NetworkSource
from geodata.reading.places import METRES, WGS84
from geodata.tables.days import known_day
from geodata.tables.statuses import status_at
from tests.drawn_network import EAST, NORTH, at, drawn, place

TODAY = date(2026, 3, 1)
SOURCE = NetworkSource("", "", "Tinby", "CC0-1.0", TODAY, 0.0)
#: A street of 400 m around, from the corner of `home` to the school, and a link of 100 m.
AROUND = ((0, 0), (0, 150), (100, 150), (100, 0))
LINK = ((0, 0), (100, 0))
#: OpenStreetMap keeps places to a centimetre.
CENTIMETRES = 0.02


def osm(tmp_path, **tags):
    """The street without dates, and the link with tags; nodes are shared."""
    to_degrees = Transformer.from_crs(METRES, WGS84, always_xy=True)
    places = [to_degrees.transform(EAST + x, NORTH + y) for x, y in AROUND]
    nodes = "".join(
        f'<node id="{n}" lat="{lat:.9f}" lon="{lon:.9f}"/>'
        for n, (lon, lat) in enumerate(places, 1)
    )
    said = "".join(f'<tag k="{key}" v="{value}"/>' for key, value in tags.items())
    file = tmp_path / "dated.osm"
    file.write_text(
        f'<osm version="0.6">{nodes}<way id="1"><nd ref="1"/><nd ref="2"/><nd ref="3"/>'
        '<nd ref="4"/><tag k="highway" v="residential"/></way>'
        f'<way id="2"><nd ref="1"/><nd ref="4"/>{said}</way></osm>',
        encoding="utf-8",
    )
    return file


def layer(tmp_path, **columns):
    """The same as a path layer: the first row is the street."""
    file = tmp_path / "dated.gpkg"
    frame = gpd.GeoDataFrame(
        columns or {"n": [1, 2]}, geometry=[at(*AROUND), at(*LINK)], crs=METRES
    )
    frame.to_file(file)
    return file


@pytest.fixture
def imported(town):
    """Import a file into a town whose one area is `home` and whose one place is the school."""
    package = drawn(read_package(town), places=[place("school", 100, 0)])

    def read(file):
        report = import_network(package, file, About("Tinby", "CC0-1.0", TODAY, 0.0), TODAY)
        descriptor = read_package(town).descriptor
        return report, read_network(replace(package, descriptor=descriptor))

    return read


def saved(network, before, after, **options):
    (one,) = change(network, before, after, **options)
    return one.saved_m


def link(network, year):
    table = edge_table(network, year)
    return table[table["length_m"] < 150].iloc[0]


def test_a_way_that_opened_saves_exactly_its_metres(imported, tmp_path):
    _, network = imported(osm(tmp_path, highway="footway", start_date="2022"))
    (one,) = change(network, 2021, 2022)
    assert (one.saved_m, one.verdict) == (pytest.approx(300, abs=CENTIMETRES), Verdict.SHORTER)
    assert saved(network, 2020, 2021) == saved(network, 2022, 2023) == 0
    assert link(network, 2021)[["from", "to", "status"]].to_list() == [
        date(2022, 1, 1), None, "absent"]  # fmt: skip
    assert link(network, 2022)[["status", "error_m"]].to_list() == ["open", 0.0]


def test_a_layers_columns_say_the_same(imported, tmp_path):
    _, network = imported(layer(tmp_path, **{"from": [None, "2022-05-01"], "status": ["", None]}))
    assert saved(network, 2021, 2022) == 300
    assert link(network, 2022)["from"] == date(2022, 5, 1)


def test_what_is_being_built_counts_only_as_a_plan(imported, tmp_path):
    tags = {"highway": "construction", "construction": "footway", "access": "no"}
    report, network = imported(osm(tmp_path, **tags, opening_date="2027-06"))
    assert saved(network, 2025, 2026) == 0
    assert saved(network, 2025, 2026, planned=True) == pytest.approx(300, abs=CENTIMETRES)
    assert [link(network, year)["status"] for year in (2025, 2026, 2027)] == [
        "absent", "building", "expected"]  # fmt: skip
    assert (report.dates.dated, report.dates.coming, report.dates.unread) == (1, 1, 0)


def test_a_way_that_closed_costs_its_metres(imported, tmp_path):
    _, network = imported(osm(tmp_path, highway="path", end_date="2023-04-05"))
    assert saved(network, 2022, 2023) == pytest.approx(-300, abs=CENTIMETRES)
    assert link(network, 2022)[["from", "to", "status"]].to_list() == [
        None, date(2023, 4, 5), "open"]  # fmt: skip
    assert link(network, 2023)["status"] == "closed"


@pytest.mark.parametrize("text", ["~1990", "C19", "before 1950", "2022-13", "1.5.2022", "2022-5"])
def test_a_date_that_cannot_be_read_leaves_the_way_undated(imported, tmp_path, text):
    report, network = imported(osm(tmp_path, highway="path", start_date=text))
    assert link(network, 2018)["status"] == "undated"
    assert (report.dates.dated, report.dates.unread) == (0, 1)


def walked(network):
    """The years in which the link is walked."""
    (line,) = {network.edges.lines[n] for n in network.edges.line if
               network.edges.lines[n].milestones}  # fmt: skip
    return [year for year in range(2015, 2031) if line.is_walked(year)]


@pytest.mark.parametrize(
    "status", ["planned", "building", "proposed by nobody", "expected", "idea"]
)
def test_what_is_on_its_way_was_never_open(imported, tmp_path, status):
    columns = {"from": [None, "2019"], "to": [None, "2021"]}
    if status not in SAID:
        columns |= {"highway": ["footway", "proposed"], "proposed": [None, "footway"]}
        status = None
    report, network = imported(layer(tmp_path, **columns, status=[None, status]))
    assert walked(network) == []
    assert report.dates == Dates(0, 1, 1)


def test_what_closed_was_there_until_then(imported, tmp_path):
    report, network = imported(layer(tmp_path, to=[None, "2021"], status=[None, "closed"]))
    assert walked(network) == list(range(2015, 2021))
    assert report.dates == Dates(1, 0, 0)


def test_what_is_closed_does_not_close_later(imported, tmp_path):
    report, network = imported(layer(tmp_path, to=[None, "2029"], status=[None, "closed"]))
    assert walked(network) == []
    assert report.dates == Dates(0, 0, 1)


def test_a_way_with_only_a_day_to_come_is_on_its_way(imported, tmp_path):
    report, _ = imported(layer(tmp_path, **{"from": [None, "2029"]}))
    assert report.dates == Dates(1, 1, 0)


def test_absent_is_a_way_only_where_a_day_says_from_when(imported, tmp_path):
    columns = {"status": [None, "absent"], "from": [None, "2022"]}
    report, network = imported(layer(tmp_path, **columns))
    assert walked(network) == list(range(2022, 2031))
    report, _ = imported(layer(tmp_path, **{**columns, "from": [None, None]}))
    assert report.edges == 1


def test_another_meaning_of_status_in_a_file_of_tags_is_unread(imported, tmp_path):
    tags = {"highway": ["footway", "footway"], "start_date": [None, "2022"]}
    report, network = imported(layer(tmp_path, **tags, status=["public", "i drift"]))
    assert walked(network) == list(range(2022, 2031))
    assert report.dates == Dates(1, 0, 2)


def test_days_beside_tags_that_cannot_be_read_are_counted(imported, tmp_path):
    columns = {"highway": ["footway"] * 2, "from": [None, "soon"]}
    report, _ = imported(layer(tmp_path, **columns))
    assert report.dates == Dates(0, 0, 1)


def test_a_kind_that_ends_like_a_day_is_no_date(imported, tmp_path):
    _, network = imported(layer(tmp_path, kind=["path:2019", "path"], **{"from": [None, "2019"]}))
    assert len({line.id for line in network.edges.lines}) == 2


def test_writing_a_network_leaves_gdals_clock_as_it_was(tmp_path):
    before = "1999-12-31T00:00:00.000Z"
    pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": before})
    try:
        network_file(tmp_path)
        assert pyogrio.get_gdal_config_option("OGR_CURRENT_DATE") == before
    finally:
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})


def test_the_command_tells_of_the_dates(town, tmp_path, capsys):
    file = layer(tmp_path, **{"from": ["2022", "soon"], "status": [None, "planned"]})
    (x, y) = Transformer.from_crs(WGS84, METRES, always_xy=True).transform(9.5, 56.1)
    frame = gpd.read_file(file)
    moved = frame.set_geometry(frame.translate(x - EAST, y - NORTH))
    moved.to_file(file)
    assert main(["network", "import", str(file), "--package", str(town), "--licence", "CC0-1.0",
                 "--title", "Tinby", "--date", "2026-03-01"]) == 0  # fmt: skip
    assert capsys.readouterr().out.splitlines()[-1] == (
        "dates: 1 stretches have some, 1 are planned or being built, "
        "1 have some that cannot be read"
    )


def test_a_wrong_status_is_refused_with_its_row(town, tmp_path, capsys):
    file = layer(tmp_path, status=["open", "gone"])
    assert main(["network", "import", str(file), "--package", str(town), "--licence", "CC0-1.0",
                 "--title", "Tinby", "--date", "2026-03-01"]) == 1  # fmt: skip
    assert "row 2, status: found 'gone'; allowed: idea, planned, " in capsys.readouterr().err


def test_the_same_course_twice_stays_two_where_one_of_them_is_dated(imported, tmp_path):
    file = tmp_path / "twice.gpkg"
    frame = gpd.GeoDataFrame({"from": ["2022", None, None]}, geometry=[at(*LINK)] * 3, crs=METRES)
    frame.to_file(file)
    report, network = imported(file)
    assert report.dropped.doubled == 1
    assert sorted(edge_table(network, 2020)["status"]) == ["absent", "undated"]


@pytest.mark.parametrize(("tags", "said"), [
    ({"highway": "path", "start_date": "2020", "end_date": "2021-05"},
     Said("path", Dating("2020", "2021-05"))),
    ({"highway": "path", "start_date": "2021", "end_date": "2020"}, Said("path", unread=2)),
    ({"highway": "path", "opening_date": "2027"}, Said("path")),
    ({"highway": "proposed", "proposed": "cycleway", "start_date": "2027"},
     Said("cycleway", Dating(status="planned"))),
    ({"highway": "construction", "construction": "path", "foot": "no"},
     Said("path", Dating(status="building"))),
    ({"highway": "construction", "construction": "service", "access": "private"}, None),
    ({"highway": "construction", "construction": "motorway"}, None),
    ({"highway": "construction", "construction": "yes"}, None),
    ({"highway": "construction"}, None),
    ({"highway": "proposed", "construction": "path"}, None),
])  # fmt: skip
def test_what_tags_say(tags, said):
    assert said_by_tags(tags) == said


@pytest.mark.parametrize(("row", "said"), [
    ({}, Said("path")),
    ({"from": "2020-05-01 00:00:00", "to": "2022.0"}, Said("path", Dating("2020-05-01", "2022"))),
    ({"from": "2020-05-01T00:00:00"}, Said("path", Dating("2020-05-01"))),
    ({"from": "May", "to": "2022", "status": "Closed "}, Said("path", Dating("", "2022", "closed"), 1)),
])  # fmt: skip
def test_what_columns_say(row, said):
    assert said_by_columns("path", row) == said


@pytest.mark.parametrize(("dating", "statuses"), [
    (Dating(), "undated undated undated undated undated"),
    (Dating("2024"), "absent open open open open"),
    (Dating("2024", "2026"), "absent open open closed closed"),
    (Dating("", "2025-12-31"), "open open closed closed closed"),
    (Dating("2027"), "absent absent absent expected expected"),
    (Dating("2024", status="building"), "absent absent absent building building"),
    (Dating("2024", "2025", "planned"), "absent absent absent planned planned"),
    (Dating("2026", status="planned"), "absent absent absent planned planned"),
    (Dating("2026-02", status="planned"), "absent absent absent planned planned"),
    (Dating("", "2025", "closed"), "open open closed closed closed"),
    (Dating("2024", "2025", "closed"), "absent open closed closed closed"),
    (Dating("2024", "2027", "closed"), "absent open open closed closed"),
    (Dating("", "2027", "closed"), "absent absent absent closed closed"),
    (Dating("2027", status="planned"), "absent absent absent planned expected"),
    (Dating("2024", status="open"), "absent open open open open"),
    (Dating("", "", "open"), "undated undated undated undated undated"),
    (Dating("2027", "", "open"), "absent absent absent expected expected"),
    (Dating("", "", "closed"), "absent absent absent closed closed"),
    (Dating("", "", "building", "2024"), "absent absent absent building building"),
])  # fmt: skip
def test_what_a_way_is_from_2023_to_2027(dating, statuses):
    found = milestones_of(dating, "network:path", SOURCE)
    assert [status_at(found, year).value for year in range(2023, 2028)] == statuses.split()


@pytest.mark.parametrize("text", ["", "2022-1", "2022-02-30", "20220101", "22", "²022"])
def test_what_is_no_day(text):
    with pytest.raises(ValueError, match=r"."):
        known_day(text)


def network_file(folder, **columns):
    frame = gpd.GeoDataFrame({"u": [1], "v": [2], "kind": ["path"], **{c: [""] for c in DATED}},
                             geometry=[at(*LINK)], crs=METRES).assign(**columns)  # fmt: skip
    file = folder / "network-000000000000.gpkg"
    write_edges(frame, file, TODAY)
    return file


def test_a_network_from_before_there_were_dates_is_read(tmp_path):
    file = network_file(tmp_path)
    frame = gpd.read_file(file).drop(columns=list(DATED))
    frame.to_file(file, layer="edges")
    edges = read_edges(tmp_path, replace(SOURCE, path=file.name, sha256=sha256_of(file)))
    assert [(line.id, line.milestones) for line in edges.lines] == [("network:path", ())]


@pytest.mark.parametrize(("columns", "words"), [
    ({"from": ["soon"]}, "'soon' is no ISO year, month or day"),
    ({"status": ["gone"]}, "'gone' is not a valid Status"),
])  # fmt: skip
def test_a_network_with_other_dates_is_a_fault(tmp_path, columns, words):
    file = network_file(tmp_path, **columns)
    with pytest.raises(PackageError, match=words):
        read_edges(tmp_path, replace(SOURCE, path=file.name, sha256=sha256_of(file)))
