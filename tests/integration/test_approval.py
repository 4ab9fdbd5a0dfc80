"""With a second person: one proposes an edition, another one approves it, and only that."""

import json
import os
import shutil
from pathlib import Path

import pytest

from dashboard.archive.archive import Archive, ArchiveError, By
from dashboard.archive.proposals import State, proposal_of, proposals, state_of
from dashboard.identity.log import AuditLog
from dashboard.identity.system import system_user
from dashboard.publishing import telling
from dashboard.publishing.approving import approve, propose, withdraw
from dashboard.publishing.command import run
from dashboard.publishing.publish import publish, rollback
from dashboard.publishing.upkeep import faults_of, prune
from dashboard.settings import Settings, SettingsError, read_settings
from tests.packages_editing import TINYTOWN, edit_cell

ANNA = By("anna", "2026-11-28T12:00:00+00:00", "figures of 2026")
BO = By("bo", "2026-11-28T13:00:00+00:00", "seen and right")


def _settings(archive: Archive) -> Settings:
    return Settings(archive=archive.folder, approval=True)


def _edited(folder: Path, value: str) -> Path:
    shutil.copytree(TINYTOWN, folder)
    edit_cell(folder, "observations", 3, "value", value)
    edit_cell(folder, "observations", 3, "source_text", f"Mølleparken: {value} %")
    return folder


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive that shows an edition, with another one proposed; tests work on copies of it."""
    folder = tmp_path_factory.mktemp("approval")
    archive = Archive(folder / "archive")
    publish(archive, TINYTOWN, Settings(archive=archive.folder), ANNA)
    propose(archive, _edited(folder / "draft", "15.2"), _settings(archive), ANNA)
    return folder


@pytest.fixture
def archive(first: Path, tmp_path: Path) -> Archive:
    folder = tmp_path / "archive"
    shutil.copytree(first / "archive", folder, copy_function=os.link)
    return Archive(folder)


def test_nobody_publishes_alone(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="A second person has to approve"):
        publish(archive, TINYTOWN, _settings(archive), BO)


def test_what_is_proposed_is_not_shown_and_its_difference_is_kept(archive: Archive) -> None:
    (one,) = proposals(archive)
    assert (one.number, one.after, one.by, state_of(archive, one)) == (1, 1, ANNA, State.OPEN)
    assert archive.current() == one.before != one.edition
    assert archive.shown() == {one.before}
    found = archive.difference(str(one.before), one.edition)
    assert found is not None
    assert found["values"][0]["new"]["value"] == 15.2
    assert list(faults_of(archive)) == []


def test_another_person_shows_what_was_proposed(archive: Archive) -> None:
    switch = approve(archive, 1, _settings(archive), BO)
    assert archive.switches()[-1] == switch
    assert archive.current() == proposal_of(archive, 1).edition
    assert switch.by == By("anna", BO.when, "figures of 2026")
    assert (switch.approved, switch.proposal, switch.number) == (BO, 1, 2)
    assert state_of(archive, proposal_of(archive, 1)) is State.PUBLISHED
    with pytest.raises(ArchiveError, match="Proposal 1 is published already"):
        approve(archive, 1, _settings(archive), BO)


@pytest.mark.parametrize("who", ["anna", "Anna", " anna "])
def test_nobody_approves_their_own(archive: Archive, who: str) -> None:
    shown = archive.current()
    with pytest.raises(ArchiveError, match="somebody else has to approve it"):
        approve(archive, 1, _settings(archive), By(who, BO.when, ""))
    assert archive.current() == shown


def test_a_draft_that_changed_afterwards_is_not_what_is_shown(
    first: Path, archive: Archive
) -> None:
    edit_cell(first / "draft", "observations", 3, "value", "99.9")
    try:
        edition = approve(archive, 1, _settings(archive), BO).edition
    finally:
        edit_cell(first / "draft", "observations", 3, "value", "15.2")
    figures = (archive.package(edition) / "observations.csv").read_text("utf-8")
    assert "15.2" in figures
    assert "99.9" not in figures


def test_a_proposal_is_over_when_what_is_shown_changed_even_there_and_back(
    archive: Archive,
) -> None:
    before = str(archive.current())
    one = proposal_of(archive, 1)
    propose(archive, archive.package(one.edition), _settings(archive), By("eva", ANNA.when, "x"))
    approve(archive, 2, _settings(archive), BO)
    rollback(archive, before, _settings(archive), BO)
    assert [state_of(archive, p) for p in proposals(archive)] == [State.OVERTAKEN, State.PUBLISHED]
    with pytest.raises(ArchiveError, match="propose again"):
        approve(archive, 1, _settings(archive), BO)


def test_what_is_withdrawn_is_not_approved(archive: Archive) -> None:
    withdraw(archive, 1, ANNA)
    assert state_of(archive, proposal_of(archive, 1)) is State.WITHDRAWN
    with pytest.raises(ArchiveError, match="Proposal 1 is withdrawn already"):
        approve(archive, 1, _settings(archive), BO)


def test_nobody_goes_back_to_what_was_never_shown(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="never shown"):
        rollback(archive, proposal_of(archive, 1).edition, _settings(archive), BO)


def test_what_is_proposed_stays_until_it_is_not(archive: Archive) -> None:
    edition = proposal_of(archive, 1).edition
    assert prune(archive, 1) == []
    withdraw(archive, 1, ANNA)
    assert prune(archive, 1) == [edition]


@pytest.mark.parametrize("text", ["", "{", "[]", "{}", '{"number": 1, "by": 3}'])
def test_a_proposal_that_is_not_whole_is_told(archive: Archive, text: str) -> None:
    file = archive.folder / "proposals" / "000001.json"
    file.unlink()  # the file is shared with other tests
    file.write_text(text, "utf-8")
    with pytest.raises(ArchiveError, match=r"Proposal 1 of .* is not whole"):
        approve(archive, 1, _settings(archive), BO)
    assert any("is not whole" in fault for fault in faults_of(archive))


def test_a_proposal_that_is_none_is_told(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="has no proposal 7"):
        approve(archive, 7, _settings(archive), BO)


def test_the_command_line_proposes_approves_and_notes_it(
    archive: Archive,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("BLOKTILBY_ARCHIVE", str(archive.folder))
    monkeypatch.setenv("BLOKTILBY_STAFF", str(tmp_path / "staff"))
    monkeypatch.setenv("BLOKTILBY_APPROVAL", "1")
    one = proposal_of(archive, 1)
    package = str(archive.package(one.edition))
    assert run(["release", "publish", package, "--why", "again"]) == 0
    assert "approve 2" in capsys.readouterr().out
    assert run(["release", "approve", "2"]) == 1
    assert f"{system_user()} made proposal 2" in capsys.readouterr().err
    assert run(["release", "approve", "2", "--who", "bo"]) == 1
    assert "--who: found 'bo'" in capsys.readouterr().err
    monkeypatch.setattr(telling, "system_user", lambda: "bo")
    assert run(["release", "approve", "2"]) == 0
    assert run(["release", "proposals"]) == 0
    told = capsys.readouterr().out
    assert [line.split()[3] for line in told.splitlines()[-2:]] == ["overtaken", "published"]
    assert run(["release", "list"]) == 0
    assert "(shown, approved by bo)" in capsys.readouterr().out.splitlines()[0]
    noted = [json.loads(line) for line in AuditLog(tmp_path / "staff").lines()]
    assert [(n["event"], n["edition"]) for n in noted] == [
        ("proposed", one.edition),
        ("approved and published", one.edition),
    ]
    assert (noted[1]["who"], noted[1]["before"] != "", noted[1]["proposal"]) == ("bo", True, 2)


def test_a_setting_that_is_none_is_told() -> None:
    with pytest.raises(SettingsError, match="BLOKTILBY_APPROVAL: found 'yes'; allowed: 0 or 1"):
        read_settings({"BLOKTILBY_APPROVAL": "yes"})
