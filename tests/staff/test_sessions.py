"""Sign-ins end after some time, and tries are stopped for some time; all workers share both."""

import multiprocessing
import sqlite3
import stat
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from dashboard.identity.guard import SIGN_IN
from dashboard.identity.lockout import FOR_ACCOUNT, FOR_ADDRESS, NOTED, WITHIN_S, Lockout
from dashboard.identity.person import Person, Role
from dashboard.identity.sessions import Sessions
from dashboard.identity.settings import AREA, StaffSettings
from dashboard.settings import Settings
from dashboard.staff.app import staff_server
from tests.staff.area import PASSWORD, Area, page_question

ANNA = Person("anna", "Anna", Role.EDITOR)


@dataclass
class Clock:
    now: float = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def test_a_sign_in_that_nobody_uses_is_over(tmp_path: Path) -> None:
    clock = Clock()
    sessions = Sessions(StaffSettings(tmp_path, idle_s=600, longest_s=6000), clock)
    name = sessions.begin(ANNA)
    for _ in range(3):
        clock.now += 599
        found = sessions.find(name)
        assert found is not None
        assert found.person == ANNA
    clock.now += 601
    assert sessions.find(name) is None


def test_a_sign_in_is_over_after_a_day_however_much_it_is_used(tmp_path: Path) -> None:
    clock = Clock()
    sessions = Sessions(StaffSettings(tmp_path, idle_s=600, longest_s=1500), clock)
    name = sessions.begin(ANNA)
    clock.now += 500
    assert sessions.find(name)
    clock.now += 500
    assert sessions.find(name)
    clock.now += 501
    assert sessions.find(name) is None


def test_the_file_holds_no_name_that_a_browser_could_use(tmp_path: Path) -> None:
    sessions = Sessions(StaffSettings(tmp_path))
    name = sessions.begin(ANNA)
    file = tmp_path / "sessions.sqlite"
    assert name.encode() not in file.read_bytes()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with sqlite3.connect(file) as opened:
        (key,) = opened.execute("select key from session").fetchone()
    opened.close()
    assert sessions.find(key) is None


def test_workers_know_the_same_sign_ins(area: Area) -> None:
    settings = Settings(archive=area.archive, staff=area.staff.folder)
    one, other = (
        area.signed_in("editor"),
        replace(area, server=staff_server(settings, area.staff)).browser(),
    )
    for name in ("blok-staff", "blok-mark"):
        other.client.set_cookie(name, str(one.cookie(name)), path="/medarbejder")
    assert other.ask(page_question(), str(one.cookie("blok-mark"))).status_code == 200
    assert one.post(f"{AREA}log-ud", {"mark": one.mark()}).status_code == 302
    assert other.get(AREA).status_code == 302


def test_after_some_failures_even_the_right_password_waits(area: Area) -> None:
    browser = area.browser()
    for _ in range(FOR_ACCOUNT):
        assert browser.sign_in("editor", "en helt anden sætning").status_code == 401
    refused = browser.sign_in("editor")
    assert refused.status_code == 429
    assert "Vent 15 minutter" in refused.get_data(as_text=True)
    assert area.browser().sign_in("viewer").status_code == 302
    assert [e["event"] for e in area.events()].count("locked out") == 1
    Lockout(area.staff.folder).forgive("editor")
    assert area.browser().sign_in("editor").status_code == 302


def test_an_unknown_name_is_locked_like_a_known_one(area: Area) -> None:
    said = [area.browser().sign_in("nobody", PASSWORD).status_code for _ in range(FOR_ACCOUNT + 1)]
    assert said == [401] * FOR_ACCOUNT + [429]


def test_whoever_gets_in_has_no_failures_left(area: Area) -> None:
    browser = area.browser()
    for _ in range(2):
        for _ in range(FOR_ACCOUNT - 1):
            browser.sign_in("editor", "en helt anden sætning")
        assert area.browser().sign_in("editor").status_code == 302


def test_an_address_that_tries_many_names_waits_and_others_do_not(tmp_path: Path) -> None:
    clock = Clock()
    lockout = Lockout(tmp_path, clock)
    tried = [lockout.may_try(f"name{i}", "2001:db8::1") for i in range(FOR_ADDRESS + 1)]
    assert tried == [True] * FOR_ADDRESS + [False]
    assert not lockout.may_try("anna", "2001:db8::2")  # of the same line
    assert lockout.may_try("anna", "2001:db8:0:1::2")
    clock.now += WITHIN_S + 1
    assert lockout.may_try("anna", "2001:db8::1")


@pytest.mark.parametrize("address", [None, "", "what"])
def test_an_address_that_is_none_is_counted_as_one(tmp_path: Path, address: str | None) -> None:
    lockout = Lockout(tmp_path)
    assert all(lockout.may_try(f"name{i}", address) for i in range(FOR_ADDRESS))
    assert not lockout.may_try("other", address)


@pytest.mark.parametrize(("proxies", "address"), [(0, "127.0.0.1"), (1, "203.0.113.7")])
def test_behind_a_proxy_the_address_counts_that_it_names_and_none_that_is_made_up(
    area: Area, proxies: int, address: str
) -> None:
    settings = Settings(archive=area.archive, staff=area.staff.folder, proxies=proxies)
    browser = replace(area, server=staff_server(settings, area.staff)).browser()
    form = {"mark": browser.form_mark(), "navn": "nobody", "kode": PASSWORD}
    browser.post(SIGN_IN, form, **{"X-Forwarded-For": "198.51.100.1, 203.0.113.7"})
    assert area.events()[-1]["address"] == address


def test_nobody_fills_the_log_from_outside(area: Area) -> None:
    lockout = Lockout(area.staff.folder)
    assert all(lockout.may_note("127.0.0.1") for _ in range(NOTED))
    assert area.browser().sign_in("nobody").status_code == 401
    assert not (area.staff.folder / "audit.jsonl").exists()


def test_an_unknown_and_a_closed_account_take_as_long_as_a_wrong_password(
    area: Area, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each has one password looked at, which is what takes time."""
    seen: list[str] = []
    verify = PasswordHasher.verify

    def counted(self: PasswordHasher, kept: str, password: str) -> bool:
        seen.append(kept)
        return bool(verify(self, kept, password))

    monkeypatch.setattr(PasswordHasher, "verify", counted)
    area.accounts.change("viewer", disabled=True)
    for name, password in (("nobody", PASSWORD), ("viewer", PASSWORD), ("editor", "wrong")):
        assert area.accounts.sign_in(name, password) is None
    assert len(seen) == 3
    assert all(kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$") for kept in seen)


def _tries(folder: Path) -> int:
    return sum(Lockout(folder).may_try("anna", "192.0.2.1") for _ in range(4))


def test_workers_count_together_what_comes_at_once(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        assert sum(pool.map(_tries, [tmp_path] * 3)) == FOR_ACCOUNT
