"""What pages are told of outlines in time."""

from dashboard.archive.told import told
from dashboard.catalogue import catalogue
from dashboard.payload.outlines import write_outlines
from dashboard.payload.places.network import write_network
from dashboard.publishing.drawing import drawings
from geodata.difference.difference import difference
from geodata.difference.plain import as_plain
from geodata.network.network import read_network
from geodata.package.loading import read_package
from tests.packages_editing import edit_json


def test_a_package_without_times_is_told_nothing(randers, tinytown):
    assert (
        write_outlines(randers, catalogue("da")) == write_outlines(tinytown, catalogue("en")) == {}
    )


def test_what_became_of_areas_is_told_both_ways(skelby):
    kin = {
        lang: write_outlines(skelby, catalogue(lang))["outlines"]["kin"] for lang in ("da", "en")
    }
    assert kin["da"] == {
        "markerne": ["Dannet 2024 af Nørremark og Søndermark"],
        "noerremark": ["Blev 2024 en del af Markerne"],
        "soendermark": ["Blev 2024 en del af Markerne"],
        "lillegaarden": ["Udskilt 2023 fra Storgården"],
        "nygaarden": ["Udskilt 2023 fra Storgården"],
        "storgaarden": ["Delt 2023 i Lillegården og Nygården"],
    }
    assert kin["en"]["markerne"] == ["Made of Nørremark and Søndermark from 2024 on"]


def test_each_outline_is_told_with_its_time_error_and_source(skelby):
    every = write_outlines(skelby, catalogue("da"))["outlines"]["told"]
    first, second = every["oesterled"]
    assert (first["when"], first["source"]) == ("til og med 2022", ["kort-2020"])
    assert (second["when"], second["source"]) == ("fra 2023", ["kort-2023"])
    assert "±10" in first["text"]
    assert "±5" in second["text"]
    assert every["vesterled"][1]["said"] == [
        "Omridset er tegnet nøjagtigere; det er de samme boliger."
    ]
    assert every["engen"][0]["when"] == "til og med 30. juni 2023"


def test_areas_near_a_park_are_those_of_the_year(skelby):
    near = write_outlines(skelby, catalogue("da"))["outlines"]["near"]["engen"]
    named = [{one["area"] for one in year} for year in near]
    assert "noerremark" in named[3]
    assert "markerne" not in named[3]
    assert "markerne" in named[4]


def test_a_walk_in_the_browser_knows_every_outline(skelby):
    found = write_network(read_network(skelby))["destinations"]
    assert {one for one in found if one.startswith(("engen", "skelstien"))} == {
        "engen", "engen@0", "skelstien", "skelstien@0"}  # fmt: skip
    assert found["engen"]["rings"] != found["engen@0"]["rings"]


def test_visitors_are_told_of_a_new_outline_and_see_both(skelby, copy_of):
    town = copy_of("skelby")

    def as_it_was(content):
        content["features"].pop(1)
        content["features"][0]["properties"].pop("valid_to")

    edit_json(town / "areas.geojson", as_it_was)
    old = read_package(town)
    changes = difference(old, skelby)
    drawn = drawings(changes, old, skelby)
    found = {**as_plain(changes), "names": {"series": {}, "places": {}}, "drawn": drawn}
    step = told("a", "b", found, catalogue("da"))
    (outlines,) = [part for part in step.parts if part.title == "Områder, parker, stier og steder"]
    assert outlines.rows == (
        ("Østerled", "omrids til og med 2022", "15,99\N{NO-BREAK SPACE}ha", "15,99\N{NO-BREAK SPACE}ha", ""),
        ("Østerled", "nyt omrids fra 2023", "15,99\N{NO-BREAK SPACE}ha", "21,99\N{NO-BREAK SPACE}ha", "300\N{NO-BREAK SPACE}m"),
    )  # fmt: skip
    assert [one.label for one in step.drawn] == ["Østerled: før stiplet, nu optrukket"]
    assert drawn[0]["old"] != drawn[0]["new"]
