"""A server turns to what was published without a restart, and keeps older editions at hand."""

import json
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.archive import switching
from dashboard.archive.archive import ABOUT, Archive, ArchiveError, By, Switch
from dashboard.archive.marks import EDITION, OLDER, UNKNOWN, edition_marks
from dashboard.archive.switching import Switching
from dashboard.release.origin import code_version

OLD, NEW, GONE = "0" * 16, "1" * 16, "2" * 16
PUBLISHED = "2026-11-28T12:00:00+00:00"


class Answers:
    """An edition that answers with its own name, and keeps account of its end."""

    def __init__(self, edition: str) -> None:
        self.edition = edition
        self.stopped = False

    def __call__(self, environ: dict[str, object], start: Callable[..., object]) -> list[bytes]:
        start("200 OK", [])
        self.environ = environ
        return [self.edition.encode()]

    def warm(self) -> None:
        """Nothing has to begin."""

    def stop(self) -> None:
        self.stopped = True


def _switch(archive: Archive, number: int, edition: str, before: str | None) -> None:
    by = By("a", PUBLISHED, "b")
    file = archive.folder / "switches" / f"{number:06}.json"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(Switch(number, edition, before, "publish", by).text(), "utf-8")


def _edition(archive: Archive, edition: str, *files: str) -> None:
    folder = archive.folder / "editions" / edition
    compiled = folder / "compiled" / code_version()
    compiled.mkdir(parents=True)
    (folder / ABOUT).write_text("{}", "utf-8")
    for path in files:
        file = compiled / f"site{path}"
        file.parent.mkdir(parents=True)
        file.touch()
    listed = {f"site{path}": {"bytes": 0, "sha256": ""} for path in files}
    empty = {"package": "", "code": "", "tiles": "", "made_from": {}, "parts": {}, "format": 1}
    (compiled / "manifest.json").write_text(json.dumps(empty | {"files": listed}), "utf-8")


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    archive = Archive(tmp_path)
    _edition(archive, OLD, "/data/aa/da.json")
    _edition(archive, NEW, "/data/bb/da.json")
    _switch(archive, 1, OLD, None)
    return archive


@pytest.fixture
def made() -> dict[str, Answers]:
    return {}


@pytest.fixture
def server(
    archive: Archive, made: dict[str, Answers], monkeypatch: pytest.MonkeyPatch
) -> Switching:
    monkeypatch.setattr(switching, "LOOK_S", 0.0)

    def make(edition: str) -> Answers:
        archive.at(edition)
        made[edition] = Answers(edition)
        return made[edition]

    return Switching(archive, make)


def _ask(server: Switching, path: str = "/", query: str = "", page: str = "") -> str:
    environ = {"PATH_INFO": path, "QUERY_STRING": query, "HTTP_REFERER": page}
    return b"".join(server(environ, lambda *_: None)).decode()


def _turned(server: Switching, edition: str) -> bool:
    until = time.monotonic() + 10
    while _ask(server) != edition and time.monotonic() < until:
        time.sleep(0.01)
    return _ask(server) == edition


def test_nothing_published_is_told(tmp_path: Path) -> None:
    with pytest.raises(ArchiveError, match="Nothing was published"):
        Switching(Archive(tmp_path), Answers)


def test_what_is_published_is_shown_without_a_restart(archive: Archive, server: Switching) -> None:
    assert _ask(server) == OLD
    _switch(archive, 2, NEW, OLD)
    assert _turned(server, NEW)
    _switch(archive, 3, OLD, NEW)
    assert _turned(server, OLD)


def test_an_address_that_names_an_edition_gets_it_and_says_since_when(
    archive: Archive, server: Switching, made: dict[str, Answers]
) -> None:
    _switch(archive, 2, NEW, OLD)
    assert _turned(server, NEW)
    assert _ask(server, query=f"aar=2024&udgave={OLD}") == OLD
    assert made[OLD].environ[EDITION] == OLD
    assert edition_marks(made[OLD].environ) == (
        f' data-edition="{OLD}" data-edition-since="{PUBLISHED}"'
    )
    assert _ask(server, query=f"udgave={NEW}") == NEW
    assert made[NEW].environ[OLDER] == ""


@pytest.mark.parametrize("named", [GONE, "../../etc", "%00", "0"])
def test_an_edition_that_is_not_there_is_told(
    server: Switching, made: dict[str, Answers], named: str
) -> None:
    assert _ask(server, query=f"udgave={named}") == OLD
    assert made[OLD].environ[UNKNOWN]
    assert 'data-edition-unknown="1"' in edition_marks(made[OLD].environ)


def test_an_open_page_gets_the_files_of_its_own_edition(
    archive: Archive, server: Switching
) -> None:
    _switch(archive, 2, NEW, OLD)
    assert _turned(server, NEW)
    assert _ask(server, "/data/aa/da.json") == OLD
    assert _ask(server, "/data/bb/da.json") == NEW
    assert _ask(server, "/data/cc/da.json") == NEW
    assert _ask(server, "/data/../../x") == NEW


def test_files_of_the_edition_before_that_lie_with_the_present_ones_are_not_of_it(
    archive: Archive, server: Switching
) -> None:
    """A new edition begins with the files of the one before, which it does not serve."""
    left = archive.release(NEW) / "site/data/aa/da.json"
    left.parent.mkdir(parents=True)
    left.touch()
    _switch(archive, 2, NEW, OLD)
    assert _turned(server, NEW)
    assert _ask(server, "/data/aa/da.json") == OLD


def test_what_a_page_asks_for_is_made_from_its_own_edition(
    archive: Archive, server: Switching
) -> None:
    _switch(archive, 2, NEW, OLD)
    assert _turned(server, NEW)
    page = f"http://here/steder?sprog=da&udgave={OLD}"
    assert _ask(server, "/_dash-update-component", page=page) == OLD
    assert _ask(server, "/asked/compare.json", page=page) == OLD
    assert _ask(server, "/", page=page) == NEW


def test_an_edition_that_cannot_be_served_leaves_what_is_shown(
    archive: Archive, server: Switching, caplog: pytest.LogCaptureFixture
) -> None:
    _switch(archive, 2, GONE, OLD)
    until = time.monotonic() + 5
    while GONE not in caplog.text and time.monotonic() < until:
        assert _ask(server) == OLD
        time.sleep(0.01)
    assert f"edition {GONE} cannot be served" in caplog.text


def test_only_some_editions_are_kept_open(
    archive: Archive, server: Switching, made: dict[str, Answers]
) -> None:
    for number in range(3, 9):
        _edition(archive, str(number) * 16)
        _switch(archive, number, str(number) * 16, OLD)
    _switch(archive, 9, OLD, "8" * 16)
    for number in range(3, 9):
        assert _ask(server, query=f"udgave={str(number) * 16}") == str(number) * 16
    assert [one.edition for one in made.values() if one.stopped] == ["3" * 16, "4" * 16, "5" * 16]


def test_many_at_once_always_get_a_whole_answer(archive: Archive, server: Switching) -> None:
    seen: set[str] = set()

    def ask() -> None:
        for _ in range(300):
            seen.add(_ask(server))

    askers = [threading.Thread(target=ask) for _ in range(8)]
    for one in askers:
        one.start()
    for number in range(2, 10):
        _switch(archive, number, NEW if number % 2 == 0 else OLD, OLD if number % 2 == 0 else NEW)
        time.sleep(0.02)
    for one in askers:
        one.join()
    assert seen <= {OLD, NEW}


def test_what_is_only_proposed_is_not_shown_to_visitors(
    archive: Archive, server: Switching, made: dict[str, Answers]
) -> None:
    assert _ask(server, query=f"udgave={NEW}") == OLD
    assert made[OLD].environ[UNKNOWN] == NEW
    assert _ask(server, "/data/bb/da.json") == OLD
    assert NEW not in made
