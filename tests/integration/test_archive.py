"""Packages are published as editions, shown at once, compared, and taken back."""

import json
import multiprocessing
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dashboard.archive.archive import Archive, ArchiveError, By
from dashboard.publishing.command import run
from dashboard.publishing.publish import alone, publish, rollback
from dashboard.publishing.upkeep import faults_of, prune
from dashboard.settings import Settings
from geodata.reading.faults import PackageError
from tests.full_disk import files_up_to
from tests.packages_editing import TINYTOWN, edit_cell, edit_feature, read_table

ROOT = Path(__file__).resolve().parents[2]
BY = By("a planner", "2026-11-28T12:00:00+00:00", "a test")


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive with one edition, compiled; tests work on copies of it."""
    folder = tmp_path_factory.mktemp("archive") / "first"
    publish(Archive(folder), TINYTOWN, Settings(archive=folder), BY)
    return folder


@pytest.fixture
def archive(first: Path, tmp_path: Path) -> Archive:
    folder = tmp_path / "archive"
    shutil.copytree(first, folder, copy_function=os.link)
    return Archive(folder)


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """The package with one value that is corrected: row 3 says 15.2 instead of 14.2."""
    folder = tmp_path / "draft"
    shutil.copytree(TINYTOWN, folder)
    edit_cell(folder, "observations", 3, "value", "15.2")
    edit_cell(folder, "observations", 3, "source_text", "Mølleparken: 15,2 %")
    return folder


def _settings(archive: Archive) -> Settings:
    return Settings(archive=archive.folder)


def _content(archive: Archive) -> dict[str, bytes]:
    return {
        file.relative_to(archive.folder).as_posix(): file.read_bytes()
        for file in archive.folder.rglob("*")
        if file.is_file() and file.name not in (".lock", "seen.json")
    }


def test_an_edition_is_named_after_its_content_and_says_who_when_and_why(archive: Archive) -> None:
    (edition,) = archive.editions()
    about = archive.about(edition)
    assert about.by == BY
    assert "observations.csv" in about.files
    assert archive.current() == edition
    assert [s.kind for s in archive.switches()] == ["publish"]
    assert list(faults_of(archive)) == []


def test_what_is_published_already_is_not_published_again(archive: Archive) -> None:
    before = _content(archive)
    with pytest.raises(ArchiveError, match="published already"):
        publish(archive, TINYTOWN, _settings(archive), BY)
    assert _content(archive) == before


def test_a_correction_is_shown_compared_and_taken_back(archive: Archive, draft: Path) -> None:
    old = str(archive.current())
    new = publish(archive, draft, _settings(archive), BY).edition
    assert archive.current() == new != old
    found = archive.difference(old, new)
    assert found is not None
    (value,) = found["values"]
    assert (value["old"]["value"], value["new"]["value"]) == (14.2, 15.2)
    assert found["names"]["places"]["moelleparken"]["da"] == "Mølleparken"
    assert rollback(archive, old, _settings(archive), BY).number == 3
    assert archive.current() == old
    back = archive.difference(new, old)
    assert back is not None
    assert back["values"][0]["new"]["value"] == 14.2
    assert list(faults_of(archive)) == []


def test_an_outline_that_moved_is_drawn_before_and_after(archive: Archive, draft: Path) -> None:
    def move(feature: dict[str, object]) -> None:
        geometry = feature["geometry"]
        assert isinstance(geometry, dict)
        geometry["coordinates"] = [[[x + 0.0005, y] for x, y in ring]
                                   for ring in geometry["coordinates"]]  # fmt: skip

    edit_feature(draft, "areas", 1, move)
    old = str(archive.current())
    new = publish(archive, draft, _settings(archive), BY).edition
    found = archive.difference(old, new)
    assert found is not None
    (drawn,) = found["drawn"]
    assert drawn["old"].startswith("M")
    assert drawn["old"] != drawn["new"]
    (change,) = [one for one in found["features"] if one["move"]]
    assert change["move"]["shift_m"] == pytest.approx(31, abs=2)


def test_a_package_with_errors_changes_nothing(archive: Archive, draft: Path) -> None:
    edit_cell(draft, "observations", 3, "geography", "nowhere")
    before = _content(archive)
    with pytest.raises(PackageError, match="nowhere"):
        publish(archive, draft, _settings(archive), BY)
    assert _content(archive) == before


@pytest.mark.parametrize("kilobytes", [1, 8, 60])
def test_a_full_disk_changes_nothing(
    archive: Archive, draft: Path, capsys: pytest.CaptureFixture[str], kilobytes: int
) -> None:
    shown, before = archive.current(), _content(archive)
    at = ["release", "--archive", str(archive.folder), "publish", str(draft), "--why", "full"]
    with files_up_to(kilobytes * 1000):
        assert run(at) == 1
    assert "What is shown is what was shown." in capsys.readouterr().err
    assert archive.current() == shown
    assert _content(archive) == before


def test_of_two_who_publish_one_is_told(archive: Archive, draft: Path) -> None:
    with (
        alone(archive),
        multiprocessing.get_context("spawn").Pool(1) as pool,
        pytest.raises(ArchiveError, match="Somebody else is publishing"),
    ):
        pool.apply(publish, (archive, draft, _settings(archive), BY))


@pytest.mark.parametrize("after_s", [1.5, 3.0, 5.0, 7.0])
def test_one_that_is_killed_leaves_the_old_or_the_new(
    archive: Archive, draft: Path, after_s: float
) -> None:
    old = archive.current()
    command = [sys.executable, "-m", "dashboard", "release", "--archive", str(archive.folder),
               "publish", str(draft), "--why", "killed"]  # fmt: skip
    child = subprocess.Popen(command, cwd=ROOT, start_new_session=True)
    time.sleep(after_s)
    if child.poll() is None:
        os.killpg(child.pid, signal.SIGKILL)
    child.wait()
    assert list(faults_of(archive)) == []
    shown = archive.current()
    assert shown == old or archive.about(str(shown)).by.why == "killed"
    if shown == old:
        assert publish(archive, draft, _settings(archive), BY).before == old
    assert not list((archive.folder / "editions").glob(".*"))


def test_whatever_was_changed_by_hand_is_named(archive: Archive) -> None:
    edition = str(archive.current())
    file = archive.package(edition) / "observations.csv"
    text = file.read_text("utf-8")
    file.unlink()
    file.write_text(text.replace("14.2", "99.9", 1), encoding="utf-8")
    assert list(faults_of(archive)) == [
        f"Edition {edition}: package/observations.csv is not as it was published."
    ]


def test_old_editions_go_and_the_switches_stay(archive: Archive, draft: Path) -> None:
    old = str(archive.current())
    publish(archive, draft, _settings(archive), BY)
    assert prune(archive, 1) == [old]
    assert next(s.edition for s in archive.switches()) == old
    with pytest.raises(ArchiveError, match="no edition"):
        archive.about(old)
    assert list(faults_of(archive)) == []


def test_on_the_command_line(
    archive: Archive, draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    at = ["release", "--archive", str(archive.folder)]
    old = str(archive.current())
    assert run([*at, "publish", str(draft), "--why", "a value was corrected", "--who", "A"]) == 0
    assert run([*at, "list"]) == 0
    said = capsys.readouterr().out
    assert "A: a value was corrected  (shown)" in said
    assert run([*at, "diff", old[:6]]) == 0
    assert "14.2 -> 15.2" in capsys.readouterr().out
    assert run([*at, "show"]) == 0
    assert json.loads(capsys.readouterr().out)["by"]["why"] == "a value was corrected"
    assert run([*at, "rollback", "--why", "it was right"]) == 0
    assert archive.current() == old
    assert run([*at, "verify"]) == 0
    assert run([*at, "publish", str(draft / "none"), "--why", "x"]) == 1
    assert "found no folder" in capsys.readouterr().err


def test_the_data_commands_hand_publishing_on(archive: Archive) -> None:
    command = [sys.executable, "-m", "geodata", "release", "--archive", str(archive.folder), "list"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{archive.current()}  publish   a planner: a test  (shown)" in done.stdout
    refused = subprocess.run(
        [*command[:-1], "show", "zz"], cwd=ROOT, capture_output=True, check=False
    )
    assert refused.returncode == 1


def test_inputs_of_a_draft_are_kept_and_no_part_of_the_package(
    archive: Archive, draft: Path
) -> None:
    inputs = [{"file": "figures.xlsx", "sha256": "0" * 64}]
    (draft / "draft.json").write_text(json.dumps({"inputs": inputs}), encoding="utf-8")
    edition = publish(archive, draft, _settings(archive), BY).edition
    assert list(archive.about(edition).inputs) == inputs
    assert not (archive.package(edition) / "draft.json").exists()
    assert read_table(archive.package(edition), "observations")[2][6] == "15.2"
