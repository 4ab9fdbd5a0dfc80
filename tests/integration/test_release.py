"""A release is whole or not there, whatever happens while it is made, kept or served."""

import errno
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from dashboard.app import create_app
from dashboard.compiling.command import compile_settings
from dashboard.compiling.whole import compile_release
from dashboard.release import ready
from dashboard.release.manifest import MANIFEST, ReleaseError, read_manifest
from dashboard.release.reading import Release, open_release
from dashboard.release.ready import Stale, find_release
from dashboard.release.shelf import Shelf
from dashboard.settings import Settings
from tests.browser.serving import ROOT
from tests.integration.conftest import Site
from tests.packages_editing import TINYTOWN, edit_cell


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A release of the invented town, not to be changed."""
    out = tmp_path_factory.mktemp("made") / "release"
    compile_release(Settings(package=TINYTOWN, release=out), out, processes=1)
    return out


@pytest.fixture
def release(made, tmp_path):
    """A copy of it that may be spoilt."""
    return shutil.copytree(made, tmp_path / "release")


@pytest.fixture
def settings(town, release):
    """A copy of the town that may be changed, with its release."""
    return Settings(package=town, release=release)


def contents(folder):
    return {file.relative_to(folder).as_posix(): file.read_bytes()
            for file in folder.rglob("*") if file.is_file()}  # fmt: skip


def test_the_manifest_names_every_file_with_size_and_hash(made):
    manifest = read_manifest(made)
    assert set(contents(made)) - {MANIFEST, ".lock", "known.json"} == set(manifest.files)
    assert set(manifest.made_from) == {file.name for file in TINYTOWN.iterdir() if file.is_file()}
    open_release(made).check()
    for path in manifest.files:
        open_release(made).content(path)


def test_any_number_of_processes_makes_the_same_bytes(made, tmp_path):
    out = tmp_path / "other"
    compile_release(Settings(package=TINYTOWN, release=out), out, processes=3)
    assert contents(out) == contents(made)


def test_compiling_again_writes_nothing(settings, release):
    before = {file: file.stat().st_mtime_ns for file in release.rglob("*") if file.is_file()}
    compile_release(settings, release, processes=1)
    after = {file: file.stat().st_mtime_ns for file in release.rglob("*") if file.is_file()}
    assert {file.name for file in before if after.get(file) != before[file]} <= {".lock"}


def test_a_corrected_value_makes_only_what_shows_it_anew(settings, town, release):
    first = read_manifest(release)
    edit_cell(town, "observations", 2, "value", "41")
    edit_cell(town, "observations", 2, "source_text", "41")
    second = compile_release(settings, release, processes=1)
    changed = {name for name in first.parts if second.parts[name] != first.parts[name]}
    series = (town / "observations.csv").read_text().splitlines()[1].split(",")[0]
    other = {"laesegrupper": "naboklager", "naboklager": "laesegrupper"}[series]
    assert f"series-{series}-da.json" in changed
    assert f"series-{other}-da.json" not in changed
    # pages that are open still find what they began with
    assert set(first.files) <= set(contents(release))
    edit_cell(town, "observations", 2, "value", "42")
    edit_cell(town, "observations", 2, "source_text", "42")
    compile_release(settings, release, processes=1)
    assert first.parts[f"series-{series}-da.json"] not in contents(release)


def edits():
    """Changes that a planner makes, each in another table."""
    yield lambda town: [
        edit_cell(town, "observations", 2, name, "41") for name in ("value", "source_text")
    ]
    yield lambda town: edit_cell(town, "goals", 2, "text_da", "Et nyt mål")
    yield lambda town: edit_cell(town, "indicators", 2, "definition_en", "Another definition")
    yield lambda town: edit_cell(town, "geographies", 2, "name_da", "Et andet navn")
    yield lambda town: edit_cell(town, "milestones", 2, "text_da", "Noget andet skete")


@pytest.mark.parametrize("edit", list(edits()))
def test_what_is_made_again_is_what_a_first_compile_makes(settings, town, release, tmp_path, edit):
    edit(town)
    again = compile_release(settings, release, processes=1)
    first = compile_release(settings, tmp_path / "first", processes=1)
    assert again == first
    assert {path: contents(release)[path] for path in first.files} == {
        path: contents(tmp_path / "first")[path] for path in first.files
    }


@pytest.mark.parametrize("damage", ["{", '{"code": "other", "made": {}}', '{"made": []}'])
def test_a_memory_that_cannot_be_used_is_left_alone(settings, release, damage):
    (release / "known.json").write_text(damage)
    assert compile_release(settings, release, processes=1) == read_manifest(release)


@pytest.mark.parametrize("after", [0, 3, 20, 60])
def test_a_full_disk_leaves_the_last_whole_release(
    monkeypatch, capsys, settings, town, release, after
):
    before = contents(release)
    edit_cell(town, "goals", 2, "text_da", "Et nyt mål")
    written = Shelf.write
    count = iter(range(10_000))

    def write(self, path, content):
        if next(count) >= after:
            raise OSError(errno.ENOSPC, "No space left on device", str(release / path))
        written(self, path, content)

    monkeypatch.setattr(Shelf, "write", write)
    assert compile_settings(settings, processes=1) == 1
    assert "No space left on device" in capsys.readouterr().err
    assert {path: contents(release)[path] for path in before} == before
    assert open_release(release).manifest == read_manifest(release)
    monkeypatch.undo()
    assert compile_settings(settings, processes=1) == 0


@pytest.mark.parametrize("seconds", [0.8, 2.0])
def test_a_compile_that_is_killed_leaves_the_last_whole_release(settings, town, release, seconds):
    before = contents(release)
    edit_cell(town, "goals", 2, "text_da", "Et nyt mål")
    command = [sys.executable, "-m", "dashboard", "compile", str(town), str(release)]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL,
                          start_new_session=True) as process:  # fmt: skip
        time.sleep(seconds)
        os.killpg(process.pid, signal.SIGKILL)
    if read_manifest(release).text().encode() == before[MANIFEST]:
        assert {path: contents(release)[path] for path in before} == before
    open_release(release)
    compile_release(settings, release, processes=1)
    left = set(contents(release)) - set(read_manifest(release).files)
    assert {
        name for name in left if ".package" in name or Path(name).name.startswith("..")
    } == set()


def test_two_compiles_at_once_make_one_whole_release(town, tmp_path):
    out = tmp_path / "both"
    command = [sys.executable, "-m", "dashboard", "compile", str(town), str(out)]
    both = [subprocess.Popen(command, cwd=ROOT, stderr=subprocess.DEVNULL) for _ in range(2)]
    assert [process.wait(timeout=300) for process in both] == [0, 0]
    for path in open_release(out).manifest.files:
        open_release(out).content(path)


def test_a_package_with_errors_leaves_the_release_as_it_was(capsys, settings, town, release):
    before = contents(release)
    edit_cell(town, "goals", 2, "id", "")
    assert compile_settings(settings, processes=1) == 1
    assert "goals.csv" in capsys.readouterr().err
    assert contents(release) == before


def test_a_folder_that_cannot_be_written_is_named(capsys, town, tmp_path):
    (tmp_path / "file").write_text("no folder")
    assert compile_settings(Settings(package=town, release=tmp_path / "file"), processes=1) == 1
    said = capsys.readouterr().err
    assert str(tmp_path / "file") in said
    assert "cannot be written" in said


def a_series(release):
    return release / read_manifest(release).parts["series-naboklager-da.json"]


SPOILT = {
    "cut short": lambda file: file.write_bytes(file.read_bytes()[:-1]),
    "missing": lambda file: file.unlink(),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_file_that_is_not_whole_is_found_at_start_and_named(settings, release, spoil):
    file = a_series(release)
    spoil(file)
    with pytest.raises(ReleaseError, match=file.name):
        open_release(release)
    found = find_release(settings, release)
    assert isinstance(found, Stale)
    assert file.name in found.why
    compile_release(settings, release, processes=1)
    assert isinstance(find_release(settings, release), Release)


CHANGED = {
    **SPOILT,
    "changed": lambda file: file.write_bytes(file.read_bytes().replace(b"2", b"3")),
}


@pytest.mark.parametrize("spoil", CHANGED.values(), ids=CHANGED)
@pytest.mark.parametrize("ending", ["", ".br"])
def test_a_file_that_was_spoilt_since_is_not_sent(caplog, settings, release, spoil, ending):
    site = Site(create_app(settings, open_release(release)).server)
    file = a_series(release)
    address = "/" + file.relative_to(release / "site").as_posix()
    headers = {"Accept-Encoding": "br" if ending else "identity"}
    assert site.ask(address, headers=headers).status == 200
    file = file.with_name(file.name + ending)
    spoil(file)
    os.utime(file, (1, 1)) if file.exists() else None
    answer = site.ask(address, headers=headers)
    assert answer.status == 503
    assert "beskadiget" in answer.text
    assert file.name in caplog.text


def test_a_release_of_another_program_is_made_again(monkeypatch, settings, release):
    assert isinstance(find_release(settings, release), Release)
    monkeypatch.setattr(ready, "code_version", lambda: "0123456789abcdef")
    found = find_release(settings, release)
    assert isinstance(found, Stale)
    assert "another version" in found.why


def test_a_package_that_was_changed_is_compiled_again(settings, town, release):
    assert isinstance(find_release(settings, release), Release)
    edit_cell(town, "goals", 2, "text_da", "Et nyt mål")
    assert find_release(settings, release) == Stale("the package was changed")


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 99}', '{"format": 1}'])
def test_a_manifest_that_is_none_is_told(release, text):
    (release / MANIFEST).write_text(text)
    with pytest.raises(ReleaseError, match=MANIFEST):
        open_release(release)


def test_an_address_of_an_older_release_is_told_in_words(settings, release):
    site = Site(create_app(settings, open_release(release)).server)
    answer = site.ask("/data/0123456789abcdef/series-naboklager-da.json")
    assert (answer.status, "Genindlæs siden." in answer.text) == (404, True)


def test_the_progress_is_told_to_the_end(made, tmp_path):
    told = []
    out = tmp_path / "told"
    compile_release(Settings(package=TINYTOWN, release=out), out, processes=1,
                    say=lambda done, of: told.append((done, of)), packed=False)  # fmt: skip
    assert told[0][0] == 1
    assert told[-1][0] == told[-1][1]
    assert json.loads((out / MANIFEST).read_text())["format"] == 1
