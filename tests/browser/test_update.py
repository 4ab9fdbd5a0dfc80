"""A planner brings figures in on the page, is told of mistakes, shows them to all, and goes back."""

import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from dashboard.archive.archive import Archive, By
from dashboard.identity.accounts import Accounts
from dashboard.publishing.publish import publish
from dashboard.settings import Settings
from tests.packages_editing import TINYTOWN
from tests.staff.area import PASSWORD

from .serving import ROOT, Server, free_port, waited
from .visiting import _NOTE_VIOLATIONS

UPDATE = "medarbejder/opdater"
#: A job reads and compares whole packages, perhaps beside other tests.
LONG_MS = 120_000
GOOD = "Serie;Sted;Periode;Værdi\nNaboklager;Søgade;2026;14\nNaboklager;Mølleparken;2026;9\n"
BAD = (
    GOOD.replace(";14", ";ti").replace("Mølleparken", "Mølleparkn").replace("2026;9", "næste år;9")
)


@dataclass(frozen=True)
class Town:
    """A server with two workers that serves an archive with a staff area."""

    server: Server
    archive: Archive

    def at(self, path: str) -> str:
        return f"{self.server.url}{path}"


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    folder = tmp_path_factory.mktemp("update")
    archive, staff = Archive(folder / "archive"), folder / "staff"
    by = By("a planner", "2026-11-28T12:00:00+00:00", "the report")
    publish(archive, TINYTOWN, Settings(archive=archive.folder), by)
    Accounts(staff).add("anna", "Anna", "publisher", PASSWORD)
    port = free_port()
    environment = {k: v for k, v in os.environ.items() if not k.startswith("BLOKTILBY_")}
    environment |= {"BLOKTILBY_ARCHIVE": str(archive.folder), "BLOKTILBY_STAFF": str(staff),
                    "BLOKTILBY_PORT": str(port)}  # fmt: skip
    command = [sys.executable, "-m", "gunicorn", "-w", "2", "dashboard.wsgi:server"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, text=True,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    server = waited(Server(f"http://127.0.0.1:{port}/", TINYTOWN, process))
    yield Town(server, archive)
    process.terminate()
    process.wait()


@pytest.fixture
def page(town: Town, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1440, "height": 900}, locale="da-DK")
    context.add_init_script(_NOTE_VIOLATIONS)
    page = context.new_page()
    page.goto(town.at(UPDATE))
    page.get_by_label("Navn").fill("anna")
    page.get_by_label("Adgangskode").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Opdatér data")).to_be_visible(timeout=LONG_MS)
    yield page
    assert page.evaluate("window.violations") == []
    context.close()


def begun(page: Page, title: str) -> None:
    page.get_by_label("Hvad skal kladden hedde?").fill(title)
    page.get_by_role("button", name="Begynd en kladde").click()
    expect(page.get_by_role("heading", name=title)).to_be_visible(timeout=LONG_MS)


def handed_in(page: Page, file: Path) -> None:
    with page.expect_file_chooser() as chosen:
        page.locator(".drop button").click()
    chosen.value.set_files(file)
    expect(page.get_by_text(f"Lagt i kladden: {file.name}")).to_be_visible(timeout=LONG_MS)
    page.get_by_role("button", name="Læs filerne ind").click()


def sound(page: Page) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert wide <= 0


def test_a_planner_is_told_three_mistakes_mends_them_shows_2026_and_goes_back(
    town: Town, page: Page, tmp_path: Path
) -> None:
    file = tmp_path / "tal.csv"
    file.write_text(BAD, "utf-8")
    first = town.archive.current()
    sound(page)
    begun(page, "Tal for 2026")
    handed_in(page, file)
    faults = page.get_by_role("region", name="Fejl, der skal rettes")
    expect(faults).to_be_visible(timeout=LONG_MS)
    for text in ("'ti'", "Mølleparkn", "næste år", "række 3"):
        expect(faults).to_contain_text(text)
    sound(page)

    file.write_text(GOOD, "utf-8")
    handed_in(page, file)
    changed = page.get_by_role("region", name="Tal", exact=True)
    expect(changed).to_contain_text("14 (14)", timeout=LONG_MS)
    sound(page)
    page.get_by_role("button", name="Vis for alle").click()
    expect(page.get_by_text("udgivet som")).to_be_visible(timeout=LONG_MS)
    assert town.archive.current() != first

    visitor = page.context.new_page()
    visitor.goto(town.at("?indikator=naboklager&aar=2026"))
    expect(visitor.locator("#map-sentence, main").first).to_contain_text("2026")
    visitor.close()

    page.get_by_role("link", name="Udgaver").click()
    page.get_by_label("the report").check()
    page.get_by_label("Hvorfor?").fill("En prøve")
    page.get_by_role("button", name="Vis den igen").click()
    expect(page.get_by_text("En prøve (en tidligere udgave vises igen)")).to_be_visible(
        timeout=LONG_MS
    )
    assert town.archive.current() == first
    sound(page)


@pytest.mark.parametrize("width", [1440, 390])
def test_a_planner_sees_an_old_and_a_new_outline_on_one_map(
    page: Page, tmp_path: Path, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 844})
    areas = gpd.read_file(TINYTOWN / "areas.geojson").to_crs("EPSG:25832")
    moved = areas.iloc[:1][["id", "geometry"]]
    moved.geometry = moved.geometry.translate(40, 20)
    file = tmp_path / "omrids.gpkg"
    moved.to_file(file, driver="GPKG")
    begun(page, f"Omrids {width}")
    page.locator("input[type=file]").set_input_files(file)
    expect(page.get_by_label("omrids.gpkg")).to_be_checked()
    page.get_by_label("Områders omrids").check()
    page.get_by_text("Hvor præcise er omridsene?").first.click()
    page.get_by_label("tegnet nøje efter et kort").check()
    page.get_by_label("Så langt kan de ligge").fill("2")
    page.get_by_role("button", name="Læs filerne ind").click()
    drawn = page.get_by_role("group", name="Omrids før og nu")
    expect(drawn.locator("path")).to_have_count(2, timeout=LONG_MS)
    expect(page.get_by_role("region", name="Områder, parker, stier og steder")).to_contain_text(
        "40 m"
    )
    sound(page)
