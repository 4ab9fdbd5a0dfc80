"""A town whose areas change their outlines is served whole: each year with its own."""

import json

import geopandas as gpd
import pytest

from geodata.__main__ import main
from tests.integration.conftest import Site
from tests.packages_editing import SKELBY
from tests.serving import served_here


@pytest.fixture(scope="module")
def site(skelby, tmp_path_factory):
    return Site(served_here(skelby, tmp_path_factory.mktemp("release")))


def drawn(site, year):
    """The areas of the first HTML, by the titles of their shapes."""
    told = site.ask(f"/?aar={year}").text
    return {name for name in NAMES if f"<title>{name}: " in told}


NAMES = ("Østerled", "Vesterled", "Nørremark", "Søndermark", "Markerne", "Storgården", "Lillegården", "Nygården")  # fmt: skip


def test_the_first_html_draws_the_outlines_of_the_year_asked_for(site):
    assert drawn(site, 2022) == {"Østerled", "Vesterled", "Nørremark", "Søndermark", "Storgården"}
    assert drawn(site, 2024) == {"Østerled", "Vesterled", "Markerne", "Lillegården", "Nygården"}


def test_a_sentence_counts_only_areas_that_were_there(site):
    assert "5 af 5 områder har et tal" in site.ask("/?aar=2022&indikator=i-job").text
    assert "6 af 6 områder har et tal" in site.ask("/?aar=2023&indikator=i-job").text


def test_pictures_are_of_their_year(site):
    one, other = (
        site.ask(f"/download/map.png?indikator=i-job&aar={year}") for year in (2022, 2024)
    )
    assert (one.status, other.status) == (200, 200)
    assert one.body != other.body
    change = site.ask("/download/map.svg?indikator=i-job&aar=2024&fra=2022")
    assert change.status == 200


def test_every_figure_is_exported_with_the_outline_of_its_year(site):
    content = json.loads(site.ask("/download/values.geojson").text)
    own = {f["properties"]["period"]: f["geometry"]["coordinates"] for f in content["features"]
           if f["properties"]["geography"] == "oesterled" and f["properties"]["indicator"] == "i-job"}  # fmt: skip
    assert own["2021"] == own["2022"] != own["2023"] == own["2025"]
    times = {(f["properties"]["geography"], f["properties"]["period"]):
             (f["properties"]["valid_from"], f["properties"]["valid_to"]) for f in content["features"]}  # fmt: skip
    assert times["oesterled", "2022"] == ("", "2022")
    assert times["oesterled", "2023"] == ("2023", "")
    assert times["skelby", "2023"] == ("", "")


def test_a_geopackage_has_every_outline_with_its_time(site, tmp_path):
    (tmp_path / "v.gpkg").write_bytes(site.ask("/download/values.gpkg").body)
    areas = gpd.read_file(tmp_path / "v.gpkg", layer="areas")
    own = areas[areas["id"] == "oesterled"]
    assert list(zip(own["valid_from"].fillna(""), own["valid_to"].fillna(""), strict=True)) == [("", "2022"), ("2023", "")]  # fmt: skip
    assert list(areas[areas["id"] == "markerne"]["predecessors"]) == ["noerremark;soendermark"]
    plan = areas[areas["id"] == "skelplan"]
    assert list(plan["valid_from"]) == ["2020", "2023", "2024"]
    assert plan.geometry.area.is_monotonic_increasing


def test_a_memo_of_two_years_is_made(site):
    memo = site.ask(
        "/download/memo.pdf?omraader=oesterled,markerne&indikator=i-job&fra=2022&aar=2024"
    )
    assert memo.status == 200
    assert memo.body.startswith(b"%PDF")


def test_the_command_line_tells_of_outlines(capsys):
    assert main(["info", str(SKELBY)]) == 0
    assert "outlines in time: areas 10 of 8 features" in capsys.readouterr().out
    assert main(["reach", "--package", str(SKELBY), "--since", "2023", "--year", "2024"]) == 0
    assert main(["reach", "--package", str(SKELBY), "--year", "2022"]) == 0
    assert (
        "markerne\tskolen\tundated\tthe area is not there in that year" in capsys.readouterr().out
    )
