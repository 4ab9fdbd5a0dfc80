"""Child processes make the files: none may keep the server, and none may take it down."""

import contextlib
import multiprocessing
import os
import signal
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from werkzeug.datastructures import MultiDict

from dashboard.app import create_app
from dashboard.asked import BusyError
from dashboard.compiled import have_release
from dashboard.making.kept import Kept, key_of
from dashboard.making.makers import ChildMakers
from dashboard.making.product import Ground, Job, Product
from dashboard.release.reading import COLUMNS, PACKAGE
from dashboard.settings import Settings
from tests.integration.conftest import Site
from tests.packages_editing import TINYTOWN

SETTINGS = Settings(package=TINYTOWN)
MAP = Job("map", "svg", MultiDict({"indikator": "naboklager", "aar": "2024"}), 30)


class Full:
    """Makers that have too much to do."""

    def make(self, _job):
        raise BusyError("error.busy")


@pytest.fixture
def hired():
    makers = []

    def hire(**options):
        release = have_release(SETTINGS)
        package, columns = (release.folder / release.manifest.parts[p] for p in (PACKAGE, COLUMNS))
        makers.append(ChildMakers(Ground(package, columns, SETTINGS), **options))
        return makers[-1]

    yield hire
    for one in makers:
        one.stop()


@pytest.mark.parametrize("file", ["memo.pdf", "chart.svg", "map.png", "values.xlsx"])
def test_one_too_many_is_told_to_come_back(file):
    site = Site(create_app(SETTINGS, makers=Full()).server)
    answer = site.ask(f"/download/{file}?indikator=naboklager&omraader=soegade")
    assert answer.status == 503
    assert answer.headers["Retry-After"] == "3"
    assert "Prøv igen om et øjeblik." in answer.text


def test_only_so_many_may_wait(hired):
    with pytest.raises(BusyError, match="busy"):
        hired(waiting=0).make(MAP)


def test_what_takes_too_long_is_stopped(hired):
    makers = hired(at_once=1, limit_s=0.05)
    with pytest.raises(BusyError, match="too_long"):
        makers.make(MAP)


def test_a_process_that_dies_is_replaced(hired):
    makers = hired(at_once=1)
    drawn = makers.make(MAP)
    for child in multiprocessing.active_children():
        os.kill(child.pid, signal.SIGKILL)
    assert again(makers) == drawn


def again(makers):
    """Ask as a visitor does who is told to come again."""
    for _ in range(20):
        with contextlib.suppress(BusyError):
            return makers.make(MAP)
        time.sleep(0.2)
    raise AssertionError("no file after a process died")


def test_files_made_at_once_are_what_one_makes_alone(hired):
    makers = hired(at_once=2)
    other = Job("chart", "svg", MultiDict({"indikator": "laesegrupper"}), 30)
    alone = [makers.make(MAP), makers.make(other)]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(makers.make, [MAP, other] * 3)) == alone * 3


def test_what_was_made_is_kept_for_the_same_address(tmp_path):
    kept, made = Kept(tmp_path / "made"), Product(b"body\nmore", "image/png", "a.png")
    assert kept.find(key_of(MAP)) is None
    kept.keep(key_of(MAP), made)
    assert kept.find(key_of(MAP)) == made
    assert kept.find(key_of(MAP, "another day")) is None


def test_the_order_of_an_address_does_not_matter_and_its_values_do():
    one = MultiDict([("aar", "2024"), ("indikator", "naboklager")])
    assert key_of(Job("map", "svg", one, 9)) == key_of(MAP)
    assert key_of(Job("map", "png", one, 9)) != key_of(MAP)
    other = MultiDict([("aar", "2023"), ("indikator", "naboklager")])
    assert key_of(Job("map", "svg", other, 9)) != key_of(MAP)


@pytest.mark.parametrize(
    "spoil", [lambda b: b[:-1], lambda b: b[:-1] + b"x", lambda b: b"", lambda b: b"{"]
)
def test_what_was_kept_and_is_not_whole_is_not_sent(tmp_path, spoil):
    kept, made = Kept(tmp_path), Product(b"body", "image/png", "a.png")
    kept.keep("key", made)
    (tmp_path / "key").write_bytes(spoil((tmp_path / "key").read_bytes()))
    assert kept.find("key") is None


def test_the_oldest_go_where_there_is_no_room(tmp_path):
    kept = Kept(tmp_path, room=700)
    for number in range(5):
        kept.keep(f"key-{number}", Product(bytes(200), "image/png", "a.png"))
        os.utime(tmp_path / f"key-{number}", (number, number))
    found = [kept.find(f"key-{number}") is not None for number in range(5)]
    assert found == [False, False, False, True, True]


def test_a_folder_that_cannot_be_written_keeps_nothing(tmp_path):
    (tmp_path / "made").write_text("a file where the folder should be")
    kept = Kept(tmp_path / "made")
    kept.keep("key", Product(b"body", "image/png", "a.png"))
    assert kept.find("key") is None
