"""The log of what was done: only added to, and a change of it is seen."""

import json
import multiprocessing
import stat
from collections.abc import Callable
from pathlib import Path

import pytest

from dashboard.identity.command import run
from dashboard.identity.log import AuditLog
from tests.staff.area import PASSWORD, Area


@pytest.fixture
def log(tmp_path: Path) -> AuditLog:
    made = AuditLog(tmp_path)
    for number in range(4):
        made.write("published", "anna", edition=f"{number:016}")
    return made


def test_a_line_says_who_did_what_and_when(log: AuditLog) -> None:
    (first, *_) = (json.loads(line) for line in log.lines())
    assert (first["who"], first["event"], first["edition"]) == ("anna", "published", "0" * 16)
    assert first["when"].endswith("+00:00")
    assert stat.S_IMODE(log.file.stat().st_mode) == 0o600
    assert list(log.faults()) == []


CHANGES: dict[str, tuple[Callable[[list[str]], list[str]], str]] = {
    "removed": (lambda lines: lines[:1] + lines[2:], "Line 2 does not follow"),
    "changed": (lambda lines: [lines[0].replace("anna", "bo"), *lines[1:]], "Line 2 does not follow"),
    "put in": (lambda lines: [*lines[:2], *lines[1:]], "Line 3 does not follow"),
    "the last changed": (lambda lines: [*lines[:-1], lines[-1].replace("anna", "bo")], "Lines are missing"),
    "two cut off": (lambda lines: lines[:-2], "Lines are missing"),
    "no line": (lambda lines: [*lines[:3], "{", lines[3]], "Line 4 is no line"),
    "all gone": (lambda lines: [], "Lines are missing"),
}  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_seen(log: AuditLog, change: str, capsys: pytest.CaptureFixture[str]) -> None:
    make, said = CHANGES[change]
    lines = make(log.lines())
    log.file.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    assert run(["staff", "--staff", str(log.file.parent), "audit", "--verify"]) == 1
    assert said in capsys.readouterr().err


def test_a_line_that_was_cut_by_a_power_failure_spoils_no_other(log: AuditLog) -> None:
    with log.file.open("a", encoding="utf-8") as file:
        file.write('{"event": "publ')
    log.write("published", "bo")
    assert json.loads(log.lines()[-1])["who"] == "bo"
    assert list(log.faults()) == ["Line 5 is no line of this log."]


def _write(folder: Path) -> None:
    for _ in range(10):
        AuditLog(folder).write("signed in", "anna")


def test_many_writers_leave_whole_lines(tmp_path: Path) -> None:
    with multiprocessing.get_context("spawn").Pool(3) as pool:
        pool.map(_write, [tmp_path] * 3)
    assert len(AuditLog(tmp_path).lines()) == 30
    assert list(AuditLog(tmp_path).faults()) == []


def test_neither_passwords_nor_sign_ins_are_noted(area: Area) -> None:
    browser = area.signed_in("editor")
    area.browser().sign_in("editor", "en helt anden sætning")
    mark, kept = browser.mark(), browser.cookie("blok-staff")
    browser.post("/medarbejder/log-ud", {"mark": mark})
    text = (area.staff.folder / "audit.jsonl").read_text("utf-8")
    assert [e["event"] for e in area.events()] == ["signed in", "sign-in failed", "signed out"]
    for secret in (PASSWORD, "en helt anden", mark, str(kept)):
        assert secret not in text
