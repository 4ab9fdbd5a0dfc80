"""The staff area stands beside the public pages, which get not a byte of it."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from werkzeug.test import Client

from dashboard import ids
from dashboard.archive.archive import Archive, By
from dashboard.archive.switching import Answering
from dashboard.identity.settings import AREA
from dashboard.publishing.publish import publish
from dashboard.serving import serving
from dashboard.settings import Settings, SettingsError
from dashboard.sitemap import PAGES
from tests.browser.serving import ROOT
from tests.packages_editing import TINYTOWN

BY = By("a planner", "2026-11-28T12:00:00+00:00", "a test")
ADDRESSES = (*PAGES, "/udgaver", "/health", "/robots.txt", "/sitemap.xml", "/findes-ikke",
             "/medarbejdere", "/?sprog=en&indikator=laesegrupper")  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    made = Archive(tmp_path_factory.mktemp("beside") / "archive")
    publish(made, TINYTOWN, Settings(archive=made.folder), BY)
    return made


@pytest.fixture(scope="module")
def both(archive: Archive) -> Iterator[tuple[Answering, Answering]]:
    """The same archive served without a staff area, and with one."""
    settings = Settings(archive=archive.folder)
    found = serving(settings), serving(replace(settings, staff=archive.folder.with_name("staff")))
    yield found
    for one in found:
        one.stop()


def _answer(served: Answering, path: str) -> tuple[str, list[tuple[str, str]], bytes]:
    answer = Client(served).get(path)
    told = sorted((name, value) for name, value in answer.headers if name != "Date")
    return answer.status, told, answer.get_data()


@pytest.mark.parametrize("path", ADDRESSES)
def test_a_public_address_answers_the_same_to_the_byte(
    both: tuple[Answering, Answering], path: str
) -> None:
    without, beside = (_answer(one, path) for one in both)
    assert without == beside
    assert not any(name == "Set-Cookie" for name, _ in beside[1])
    assert b"/medarbejder/" not in beside[2]


@pytest.mark.parametrize("path", ["/medarbejder", "/medarbejder/", "/medarbejder/log-ind"])
def test_without_a_staff_area_its_addresses_are_unknown(
    both: tuple[Answering, Answering], path: str
) -> None:
    status, told, _ = _answer(both[0], path)
    assert status == "404 NOT FOUND"
    assert not any(name == "Set-Cookie" for name, _ in told)
    assert _answer(both[1], path)[0] != status


def test_a_folder_that_cannot_be_used_is_told_at_the_start(archive: Archive) -> None:
    file = archive.folder.with_name("a file")
    file.touch()
    with pytest.raises(SettingsError, match=r"BLOKTILBY_STAFF: .* cannot be used"):
        serving(Settings(archive=archive.folder, staff=file / "staff"))


def test_nothing_of_the_area_is_in_a_release(
    both: tuple[Answering, Answering], archive: Archive
) -> None:
    of_area = tuple(word.encode() for word in (AREA, "page-staff", ids.STAFF_SAID, "Adgangskode"))
    files = [file for file in archive.release(str(archive.current())).rglob("*") if file.is_file()]
    assert [file for file in files if any(word in file.read_bytes() for word in of_area)] == []
    assert len(files) > 50


def test_a_server_without_a_staff_area_loads_nothing_of_it(
    both: tuple[Answering, Answering], tmp_path: Path
) -> None:
    """In an interpreter of its own: this one has imported everything."""
    code = (
        "import sys; from dashboard.serving import serving; from dashboard.settings import Settings;"
        f"from pathlib import Path; served = serving(Settings(release=Path({str(tmp_path)!r}), "
        f"package=Path({str(TINYTOWN)!r}))); print(*sys.modules); served.stop()"
    )
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True,
                            check=True).stdout.split()  # fmt: skip
    own = ("dashboard.identity", "dashboard.staff", "argon2", "authlib", "joserfc", "minisign",
           "cryptography", "sqlite3", "callbacks.staff")  # fmt: skip
    assert [name for name in loaded if name.startswith(own)] == []
    assert "dashboard.app" in loaded
