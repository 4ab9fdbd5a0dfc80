"""Paths and places on imported streets: the same page, with exact minutes and the streets drawn."""

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from geodata.network.network import read_network
from geodata.network_import.importing import About, import_network
from geodata.package.loading import read_package
from geodata.reach.reach import isochrone, minutes
from tests.packages_editing import TINYTOWN

from .placing import PHONE, cards, map_ready
from .serving import ROOT, Server, serve
from .visiting import Visit

Visiting = Callable[..., Visit]
YEAR = 2024
ADDRESS = f"steder?omraader=bakkegaarden&aar={YEAR}"
DRAWN = "steder?omraader=moelleparken&aar=2024"


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented town with streets that were written by hand for it."""
    folder = tmp_path_factory.mktemp("imported") / "tinytown"
    shutil.copytree(TINYTOWN, folder)
    streets = ROOT / "tests" / "networks" / "tinby.osm"
    import_network(read_package(folder), streets, About(day=date(2026, 3, 1)))
    return folder


@pytest.fixture(scope="module")
def server(imported: Path) -> Iterator[Server]:
    server = serve(imported)
    yield server
    server.stop()


def _said(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0").replace(".", ",")


def test_the_page_says_where_the_streets_are_from(server: Server, visit: Visiting) -> None:
    person = visit(server, ADDRESS, **PHONE)
    assert "Gangnet fra OpenStreetMap, 1. marts 2026 (ODbL-1.0)" in person.text(".near-me .how")
    assert "hænger" in person.text(".near-me .how")  # how much of it hangs apart


def test_minutes_are_exact_and_those_of_the_streets(
    server: Server, imported: Path, visit: Visiting
) -> None:
    network = read_network(read_package(imported))
    walks = {w.destination.id: w for w in minutes(network, YEAR) if w.start == "moelleparken"}
    told = {i: w.minutes.exact for i, w in walks.items() if w.minutes is not None}
    assert told
    person = visit(server, f"{DRAWN}&afsnit=tegn", **PHONE)
    shown = cards(person)
    for place, exact in told.items():
        assert exact is not None
        assert shown[place]["walk"].replace("\u00a0", " ").startswith(f"{_said(exact)} min"), place


def test_hectares_stand_only_on_imported_streets(
    server: Server, imported: Path, visit: Visiting, tinytown_server: Server
) -> None:
    network = read_network(read_package(imported))
    hectares = isochrone(network, "moelleparken", YEAR, 15).hectares
    assert hectares is not None
    person = visit(server, DRAWN)
    assert f"({_said(hectares)} ha)" in person.text(".ground-words").replace("\u00a0", " ")
    assert " ha" not in visit(tinytown_server, DRAWN).text(".ground-words")


def test_the_streets_are_drawn_and_the_sketched_roads_are_not(
    server: Server, visit: Visiting
) -> None:
    person = visit(server, DRAWN)
    person.page.wait_for_selector("[data-streets=drawn]")
    assert person.page.locator(".leaflet-pane canvas").count() == 1
    assert person.page.locator("path[data-layer=roads]:visible").count() == 0
    asked = {urlsplit(url).netloc for url in person.requests if not url.startswith("data:")}
    assert asked == {server.host}


def test_no_streets_are_asked_for_where_none_were_imported(
    tinytown_server: Server, visit: Visiting
) -> None:
    person = visit(tinytown_server, DRAWN)
    map_ready(person)
    person.rest()
    assert [url for url in person.requests if "streets.json" in url] == []


def test_a_walk_from_a_point_is_exact_too(server: Server, visit: Visiting) -> None:
    person = visit(server, DRAWN, geolocation={"latitude": 56.0997, "longitude": 9.5005,
                   "accuracy": 5}, permissions=["geolocation"], **PHONE)  # fmt: skip
    map_ready(person)
    person.page.click(".locate")
    person.page.wait_for_selector("path.begin", state="attached")
    walks = [one["walk"] for one in cards(person).values() if "afgøres" not in one["walk"]]
    assert any("," in walk.split("min")[0] for walk in walks)


def test_a_drawn_path_says_what_it_saves_to_a_tenth(server: Server, visit: Visiting) -> None:
    """From the shared path in the north to the steps: without it, round by the main street."""
    person = visit(server, f"{DRAWN}&afsnit=tegn", **PHONE)
    map_ready(person)
    for position in ("9.503, 56.1015", "9.508, 56.1005"):
        person.page.fill("#sketch-position", position)
        person.page.press("#sketch-position", "Enter")
    person.page.wait_for_selector(".sketch-summary")
    assert "2 af dens 2 punkter" in person.text(".sketch-summary")


@pytest.mark.parametrize("options", [PHONE, {}])
def test_axe_finds_nothing_and_the_console_is_clean(
    server: Server, visit: Visiting, options: dict[str, object]
) -> None:
    person = visit(server, f"{ADDRESS}&forskel=ja", **options)
    map_ready(person)
    results = Axe().run(person.page)
    assert json.dumps(results.response["violations"]) == "[]"
