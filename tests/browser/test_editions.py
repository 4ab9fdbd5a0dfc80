"""Figures are corrected while people look at them: what they see stays whole, and says so."""

import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from dashboard.archive.archive import Archive
from dashboard.settings import Settings
from tests.packages_editing import TINYTOWN, edit_cell

from .serving import ROOT, Server, free_port, waited
from .visiting import Visit

#: By then each worker has looked, and has the other edition ready.
TURNED_S = 3
VIEW = "?indikator=laesegrupper&aar=2021&omraader=moelleparken"


def _publish(archive: Path, package: Path, why: str) -> str:
    command = [sys.executable, "-m", "dashboard", "release", "--archive", str(archive), "publish",
               str(package), "--why", why]  # fmt: skip
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return str(Archive(archive).current())


def _open_pages(server: Server, is_over: threading.Event, failed: list[str]) -> None:
    """Open a page and the document that it names, again and again, as visitors do."""
    while not is_over.is_set():
        try:
            with urllib.request.urlopen(server.url) as answer:
                page = answer.read().decode()
            document = page.partition('data-document="/')[2].partition('"')[0]
            with urllib.request.urlopen(server.url + document) as answer:
                answer.read()
        except OSError as error:
            failed.append(str(error))


@contextmanager
def _visitors(server: Server) -> Iterator[list[str]]:
    """Have visitors look at the pages all the while; what failed for them is listed."""
    is_over, failed = threading.Event(), list[str]()
    visitors = [
        threading.Thread(target=_open_pages, args=(server, is_over, failed)) for _ in range(4)
    ]
    for one in visitors:
        one.start()
    yield failed
    is_over.set()
    for one in visitors:
        one.join()


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, str, str]]:
    """A server with several workers that was running when a figure was corrected."""
    folder = tmp_path_factory.mktemp("editions")
    archive, draft = folder / "archive", folder / "draft"
    first = _publish(archive, TINYTOWN, "the report")
    port = free_port()
    environment = {k: v for k, v in os.environ.items() if not k.startswith("BLOKTILBY_")}
    environment |= {"BLOKTILBY_ARCHIVE": str(archive), "BLOKTILBY_PORT": str(port)}
    command = [sys.executable, "-m", "gunicorn", "-w", "4", "dashboard.wsgi:server"]
    process = subprocess.Popen(command, cwd=ROOT, env=environment, text=True,
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    server = waited(Server(f"http://127.0.0.1:{port}/", TINYTOWN, process))
    shutil.copytree(TINYTOWN, draft)
    edit_cell(draft, "observations", 3, "value", "15.2")
    edit_cell(draft, "observations", 3, "source_text", "15,2 %")
    with _visitors(server) as failed:
        second = _publish(archive, draft, "a figure was corrected")
        time.sleep(TURNED_S)
    assert failed == []
    yield server, first, second
    process.send_signal(signal.SIGTERM)
    process.wait(20)


def _editions(server: Server, count: int) -> set[str]:
    found = set()
    for _ in range(count):
        with urllib.request.urlopen(server.url) as answer:
            page = answer.read().decode()
        found.add(page.partition('data-edition="')[2][:16])
    return found


def test_every_worker_shows_what_was_published(
    corrected: tuple[Server, str, str], visit: Callable[..., Visit]
) -> None:
    server, _, second = corrected
    visit(server, VIEW)
    assert _editions(server, 40) == {second}


def test_a_planner_sees_the_new_figure_and_its_address_names_the_edition(
    corrected: tuple[Server, str, str], visit: Callable[..., Visit]
) -> None:
    server, _, second = corrected
    person = visit(server, VIEW)
    assert "15,2 %" in person.page.inner_text("#panel")
    assert person.page.locator(".edition").count() == 0
    person.page.click(".close")
    person.rest()
    assert person.query["udgave"] == second


def test_an_old_link_shows_what_it_showed_and_says_that_it_has_changed(
    corrected: tuple[Server, str, str], visit: Callable[..., Visit]
) -> None:
    server, first, _ = corrected
    person = visit(server, f"{VIEW}&udgave={first}")
    assert "14,2 %" in person.page.inner_text("#panel")
    assert "De er ændret siden." in person.page.inner_text(".edition")
    person.page.click("text=Se, hvad der er ændret")
    row = person.page.locator(".changes tbody tr").first.inner_text()
    assert "14,2 (Mølleparken: 14,2 %)" in row
    assert "15,2 (15,2 %)" in row
    person.page.click("text=Alle udgaver")
    assert person.page.locator("tbody tr").count() == 2
    assert "a figure was corrected" in person.page.locator("tbody tr").first.inner_text()


def test_the_passport_of_a_series_tells_when_its_figures_changed_and_why(
    corrected: tuple[Server, str, str], visit: Callable[..., Visit]
) -> None:
    server, _, _ = corrected
    person = visit(server, "sammenlign?fane=pas&indikator=laesegrupper")
    person.page.click("[data-key=pas-history]")
    assert person.page.inner_text("main h2 >> nth=0") == "Elever i læsegrupper"
    assert person.page.inner_text("main section p") == "a figure was corrected"
    assert person.page.locator(".changes tbody tr").count() == 1
    person.page.goto(f"{server.url}udgaver?serie=naboklager")
    assert "Ingen tal i serien er ændret" in person.page.inner_text("main")
    with pytest.raises(urllib.error.HTTPError, match="404"):
        urllib.request.urlopen(f"{server.url}udgaver?serie=unknown")


def test_axe_finds_nothing_in_what_is_told_of_editions(
    corrected: tuple[Server, str, str], visit: Callable[..., Visit]
) -> None:
    server, first, _ = corrected
    person = visit(server, f"{VIEW}&udgave={first}", viewport={"width": 390, "height": 844})
    for address in (None, "udgaver", f"udgaver?fra={first}&sprog=en"):
        if address:
            person.page.goto(server.url + address)
        assert Axe().run(person.page).response["violations"] == [], address


def test_from_an_old_link_to_the_newest_figures(
    corrected: tuple[Server, str, str], visit: Callable[..., Visit]
) -> None:
    server, first, _ = corrected
    person = visit(server, f"{VIEW}&udgave={first}")
    person.page.click("text=Vis de nyeste tal")
    person.page.wait_for_selector("body[data-ready]")
    assert "15,2 %" in person.page.inner_text("#panel")
    assert person.state["areas"] == ["moelleparken"]


def test_an_edition_that_nobody_knows_is_told(
    corrected: tuple[Server, str, str], visit: Callable[..., Visit]
) -> None:
    person = visit(corrected[0], f"{VIEW}&udgave=0000000000000000")
    assert "Udgaven, som adressen nævner, kan ikke vises." in person.page.inner_text("#notice")


def test_without_an_archive_no_address_has_an_edition(
    tinytown_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(tinytown_server, VIEW)
    person.page.click(".close")
    person.rest()
    assert "udgave" not in person.query
    assert Settings().archive is None
