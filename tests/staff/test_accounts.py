"""Local accounts: made on the command line, kept safely, changed with effect at once."""

import getpass
import io
import json
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from dashboard.identity.accounts import AccountError, Accounts
from dashboard.identity.command import run
from dashboard.identity.passwords import PasswordError, check_password
from dashboard.identity.settings import AREA, read_staff
from dashboard.settings import Settings, SettingsError, read_settings
from tests.staff.area import PASSWORD, Area, page_question

ROOT = Path(__file__).resolve().parents[2]


def command(folder: Path, *words: str, stdin: str = "") -> int:
    before, sys.stdin = sys.stdin, io.StringIO(stdin)
    try:
        return run(["staff", "--staff", str(folder), *words])
    finally:
        sys.stdin = before


def test_an_account_is_made_on_the_command_line_and_its_password_nowhere_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "staff"
    assert command(folder, "add", "anna", "--role", "editor", "--shown", "Anna A",
                   stdin=f"{PASSWORD}\n") == 0  # fmt: skip
    assert command(folder, "list") == 0
    assert capsys.readouterr().out.splitlines() == [
        "anna can sign in as editor.",
        "anna  editor  Anna A",
    ]
    file = folder / "accounts.json"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    (kept,) = json.loads(file.read_text("utf-8"))["accounts"]
    assert kept["kept"].startswith("$argon2id$")
    for one in folder.iterdir():
        assert PASSWORD.encode() not in one.read_bytes()


def test_a_password_is_no_argument(tmp_path: Path) -> None:
    with pytest.raises(SystemExit):
        command(tmp_path, "add", "anna", "--role", "editor", "--password", PASSWORD)


def test_a_typed_password_is_typed_twice_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    typed = iter([PASSWORD, f"{PASSWORD}!", PASSWORD, PASSWORD])
    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(getpass, "getpass", lambda _: next(typed))
    words = ["staff", "--staff", str(tmp_path), "add", "anna", "--role", "editor"]
    assert run(words) == 1
    assert capsys.readouterr().err == "The two passwords differ.\n"
    assert run(words) == 0


@pytest.mark.parametrize(
    "password",
    ["", "kort", "elleve tegn", "passwordpassword", "Password1234!", "sommer2026!!!",
     "Velkommen2026", "annaannaanna", "123456789012", "987654321098", "aaaaaaaaaaaaaab",
     "qwertyuiop12", "x" * 257],
)  # fmt: skip
def test_a_password_that_is_short_or_tried_first_is_not_taken(password: str) -> None:
    with pytest.raises(PasswordError):
        check_password(password, "anna")


@pytest.mark.parametrize("password", [PASSWORD, "korrekt hest batteri", "T9#kkw!qpZ2m"])
def test_a_long_password_is_taken(password: str) -> None:
    check_password(password, "anna")


@pytest.mark.parametrize("name", ["", "a", "Anna", "an na", "../x", "a" * 41, "-a"])
def test_a_name_that_is_none_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(AccountError, match="allowed"):
        Accounts(tmp_path).add(name, "A", "viewer", PASSWORD)
    assert Accounts(tmp_path).all() == {}


def test_a_second_account_of_a_name_and_an_unknown_one_are_told(
    area: Area, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = area.staff.folder
    before = (folder / "accounts.json").read_bytes()
    assert command(folder, "add", "viewer", "--role", "publisher", stdin=f"{PASSWORD}\n") == 1
    assert command(folder, "role", "nobody", "publisher") == 1
    assert command(folder, "password", "viewer", stdin="kort\n") == 1
    assert capsys.readouterr().err.splitlines() == [
        "There is an account 'viewer' already.",
        "There is no account 'nobody'.",
        "A password has 12 to 256 characters.",
    ]
    assert (folder / "accounts.json").read_bytes() == before


def test_accounts_that_cannot_be_read_let_nobody_in(area: Area) -> None:
    browser = area.signed_in("editor")
    (area.staff.folder / "accounts.json").write_text("{")
    answer = browser.get(AREA)
    assert answer.status_code == 500
    assert "Traceback" not in answer.get_data(as_text=True)
    with pytest.raises(AccountError, match="cannot be read"):
        area.accounts.all()


@pytest.mark.parametrize(
    ("words", "stdin"),
    [
        (("disable", "editor"), ""),
        (("role", "editor", "viewer"), ""),
        (("password", "editor"), "en helt anden sætning\n"),
    ],
)
def test_a_change_signs_out_everywhere_at_once(
    area: Area, words: tuple[str, ...], stdin: str
) -> None:
    browser = area.signed_in("editor")
    mark = browser.mark()
    assert browser.ask(page_question(), mark).status_code == 200
    assert command(area.staff.folder, *words, stdin=stdin) == 0
    refused = browser.ask(page_question(), mark)
    assert refused.status_code == 401
    assert refused.get_data(as_text=True) == "Du er ikke logget ind mere. Log ind igen."
    assert browser.get(AREA).status_code == 302


def test_a_closed_account_does_not_open_until_it_is_opened(area: Area) -> None:
    command(area.staff.folder, "disable", "editor")
    assert area.browser().sign_in("editor").status_code == 401
    command(area.staff.folder, "enable", "editor")
    assert area.browser().sign_in("editor").status_code == 302


def test_somebody_is_signed_out_from_the_command_line(area: Area) -> None:
    browser, other = area.signed_in("editor"), area.signed_in("viewer")
    assert command(area.staff.folder, "sign-out", "editor") == 0
    assert browser.get(AREA).status_code == 302
    assert other.get(AREA).status_code == 200


def test_a_staff_area_needs_an_archive() -> None:
    with pytest.raises(SettingsError, match="no archive to publish in"):
        read_settings({"BLOKTILBY_STAFF": "staff"})


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "::", "example.org"])
def test_passwords_do_not_go_over_a_network_unencrypted(tmp_path: Path, host: str) -> None:
    open_to_all = Settings(host=host, archive=tmp_path, staff=tmp_path)
    with pytest.raises(SettingsError, match="https"):
        read_staff(open_to_all, {})
    behind = Settings(host=host, archive=tmp_path, staff=tmp_path, public_url="https://example.org")
    staff = read_staff(behind, {"BLOKTILBY_STAFF_IDLE": "5"})
    assert staff is not None
    assert (staff.https, staff.idle_s) == (True, 300)


def test_a_time_that_is_none_is_told(tmp_path: Path) -> None:
    here = Settings(archive=tmp_path, staff=tmp_path)
    with pytest.raises(SettingsError, match="BLOKTILBY_STAFF_IDLE: found '0'; allowed: minutes"):
        read_staff(here, {"BLOKTILBY_STAFF_IDLE": "0"})


def test_a_wrong_setting_is_told_at_the_start(tmp_path: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "dashboard"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=120,
        env={"BLOKTILBY_STAFF": str(tmp_path), "PATH": ""},
    )  # fmt: skip
    assert told.returncode == 1
    assert told.stderr.startswith("BLOKTILBY_STAFF: found ")
    assert "Traceback" not in told.stderr
