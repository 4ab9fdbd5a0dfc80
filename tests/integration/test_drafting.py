"""Planners' files become drafts, and drafts editions, by jobs that any worker can follow and stop."""

import base64
import json
import os
import shutil
import time
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.archive.archive import Archive, By
from dashboard.drafting import jobs
from dashboard.drafting.bench import Bench, Draft
from dashboard.drafting.errors import DraftingError
from dashboard.drafting.job import run
from dashboard.drafting.state import ALIVE, JOB, Stage, State, read_state, write_state
from dashboard.drafting.uploads import content_of, file_name, keep
from dashboard.drafting.work import WORKS, Job, Said
from dashboard.publishing.publish import publish
from dashboard.release.manifest import ReleaseError
from dashboard.settings import Settings
from tests.packages_editing import TINYTOWN

WHEN = "2026-11-28T12:00:00+00:00"
BY = By("a planner", WHEN, "the first")
HEAD = "Serie;Sted;Periode;Værdi\n"


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("drafting") / "first"
    publish(Archive(folder), TINYTOWN, Settings(archive=folder), BY)
    return folder


@pytest.fixture
def archive(first: Path, tmp_path: Path) -> Archive:
    folder = tmp_path / "archive"
    shutil.copytree(first, folder, copy_function=os.link)
    return Archive(folder)


@pytest.fixture
def draft(archive: Archive) -> Draft:
    return Bench(archive).begin("Tal for 2026", "a planner", WHEN)


def ended(archive: Archive, own: str) -> State:
    for _ in range(600):
        state = read_state(jobs.job_folder(archive, own))
        if state is not None and state.is_over:
            return state
        time.sleep(0.1)
    raise AssertionError("the job never ended")


def take_in(archive: Archive, draft: Draft, content: str, **more: object) -> State:
    name = keep(draft, "tal.csv", content.encode())
    task = {"files": [name], "taken_as": "observations", **more}
    jobs.begin(archive, draft.id, "take_in", "a planner", task)
    return ended(archive, draft.id)


def test_a_file_becomes_a_draft_its_difference_and_an_edition(archive, draft):
    state = take_in(archive, draft, HEAD + "Naboklager;Søgade;2025;17\n")
    assert (state.stage, state.key) == (Stage.DONE, "drafting.taken_in")
    found = Bench(archive).draft(draft.id)
    assert found.is_whole
    assert [one.files for one in found.handed] == [("tal.csv",)]
    answer = found.answer()
    assert answer["faults"] == []
    assert [v["new"]["value"] for v in answer["difference"]["values"]] == [17]

    jobs.begin(archive, draft.id, "publish", "a planner", {"why": "Tal for 2026"})
    state = ended(archive, draft.id)
    assert (state.stage, state.key) == (Stage.DONE, "drafting.published"), state
    last = archive.switches()[-1]
    assert (last.edition, last.by.who, last.by.why) == (
        state.values["edition"], "a planner", "Tal for 2026")  # fmt: skip
    assert Bench(archive).draft(draft.id).published == last.edition
    assert archive.about(last.edition).inputs[0]["file"] == "tal.csv"

    jobs.begin(archive, jobs.SWITCHING, "go_back", "b", {"edition": last.before, "why": "An error"})
    assert ended(archive, jobs.SWITCHING).stage == Stage.DONE
    assert archive.current() == last.before


def test_faults_leave_no_draft_and_are_mended_by_a_file_of_the_same_name(archive, draft):
    state = take_in(archive, draft, HEAD + "Naboklager;Søgade;2025;ti\n")
    assert (state.stage, state.key, state.values) == (
        Stage.DONE, "drafting.has_faults", {"count": 1})  # fmt: skip
    found = Bench(archive).draft(draft.id)
    assert not found.is_whole
    fault = found.answer()["faults"][0]
    assert (fault["file"], fault["found"]) == ("tal.csv", "'ti'")
    assert take_in(archive, draft, HEAD + "Naboklager;Søgade;2025;14\n").key == (
        "drafting.taken_in"
    )


def test_a_name_is_suggested_and_taken_when_a_person_confirms_it(archive, draft):
    content = HEAD + "Naboklager;Søgde;2025;14\n"
    assert take_in(archive, draft, content).key == "drafting.has_faults"
    one = Bench(archive).draft(draft.id).answer()["suggestions"][0]
    state = take_in(archive, draft, content, confirmed={one["text"]: one["id"]})
    assert state.key == "drafting.taken_in"


def test_a_draft_is_not_published_over_what_was_published_since(archive, draft, tmp_path):
    take_in(archive, draft, HEAD + "Naboklager;Søgade;2025;14\n")
    other = Bench(archive).begin("Another", "b", WHEN)
    take_in(archive, other, HEAD + "Naboklager;Søgade;2025;11\n")
    jobs.begin(archive, other.id, "publish", "b", {"why": "first"})
    assert ended(archive, other.id).stage == Stage.DONE
    shown = archive.current()
    assert Bench(archive).is_outdated(draft)
    jobs.begin(archive, draft.id, "publish", "a", {"why": "second"})
    state = ended(archive, draft.id)
    assert (state.stage, state.key) == (Stage.FAILED, "drafting.outdated")
    assert archive.current() == shown


def test_a_job_is_stopped_and_nothing_is_changed(archive, draft):
    take_in(archive, draft, HEAD + "Naboklager;Søgade;2025;14\n")
    before = archive.current()
    jobs.begin(archive, draft.id, "publish", "a planner", {"why": "too early"})
    jobs.stop(archive, draft.id)
    assert ended(archive, draft.id).stage == Stage.STOPPED
    assert archive.current() == before
    jobs.begin(archive, draft.id, "publish", "a planner", {"why": "now"})
    assert ended(archive, draft.id).stage == Stage.DONE


def test_one_job_runs_in_a_draft_and_two_in_an_archive(archive, draft):
    bench = Bench(archive)
    others = [bench.begin(str(n), "a", WHEN) for n in range(3)]
    for one in others[:2]:
        write_state(one.folder, State("take_in", "a", {}))
        (one.folder / ALIVE).touch()
    with pytest.raises(DraftingError, match=r"drafting\.running"):
        jobs.begin(archive, others[0].id, "take_in", "a", {})
    with pytest.raises(DraftingError, match=r"drafting\.busy"):
        jobs.begin(archive, draft.id, "take_in", "a", {})
    assert not (draft.folder / JOB).exists()


def test_a_job_without_a_sign_of_life_is_lost(draft):
    write_state(draft.folder, State("take_in", "a", {}))
    (draft.folder / ALIVE).touch()
    assert read_state(draft.folder).stage == Stage.RUNNING
    os.utime(draft.folder / ALIVE, (0, 0))
    assert read_state(draft.folder).stage == Stage.LOST


def test_a_draft_that_is_discarded_is_gone_and_others_stay(archive, draft):
    bench = Bench(archive)
    other = bench.begin("Another", "b", "2026-11-28T13:00:00+00:00")
    assert [one.title for one in bench.drafts()] == ["Another", "Tal for 2026"]
    bench.discard(draft)
    assert bench.drafts() == [other]
    with pytest.raises(DraftingError, match="unknown"):
        bench.draft(draft.id)


@pytest.mark.parametrize("own", ["", "..", "../editions", "0" * 15, "0" * 16])
def test_an_address_that_is_no_draft_is_refused(archive, own):
    with pytest.raises(DraftingError, match="unknown"):
        Bench(archive).draft(own)


def test_a_draft_whose_words_are_broken_is_left_out(archive, draft):
    (draft.folder / "draft.json").write_text("{", encoding="utf-8")
    assert Bench(archive).drafts() == []


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("tal 2026.xlsx", "tal 2026.xlsx"),
        ("../../etc/passwd.csv", "passwd.csv"),
        ("C:\\Users\\æøå\\tal.csv", "tal.csv"),
        ("a\0b<script>.csv", "a_b_script_.csv"),
        ("x" * 300 + ".csv", "x" * 96 + ".csv"),
    ],
)
def test_the_name_of_a_file_is_only_a_name(given, kept):
    assert file_name(given) == kept


@pytest.mark.parametrize("given", ["", "..", ".csv", "noend", "a/"])
def test_a_file_without_a_name_is_refused(given):
    with pytest.raises(DraftingError, match="no_name"):
        file_name(given)


def test_what_the_browser_sends_is_read_or_refused():
    assert content_of("data:text/csv;base64," + base64.b64encode(b"a;b").decode()) == b"a;b"
    for wrong in ("", "data:text/csv;base64,", "data:text/csv,abc", "data:x;base64,%%%"):
        with pytest.raises(DraftingError, match="no_content"):
            content_of(wrong)


def test_a_file_that_is_too_large_alone_or_with_others_is_not_kept(draft, monkeypatch):
    monkeypatch.setattr("dashboard.drafting.uploads.MAX_BYTES", 10)
    monkeypatch.setattr("dashboard.drafting.uploads.MAX_TOGETHER", 15)
    with pytest.raises(DraftingError, match="too_large"):
        keep(draft, "a.csv", b"0" * 11)
    keep(draft, "a.csv", b"0" * 10)
    keep(draft, "a.csv", b"1" * 10)
    with pytest.raises(DraftingError, match="too_many"):
        keep(draft, "b.csv", b"0" * 6)
    assert [one.name for one in draft.files.iterdir()] == ["a.csv"]


def test_a_job_that_breaks_says_so_and_tells_no_trace(archive, draft):
    (draft.folder / "package").mkdir()
    jobs.begin(archive, draft.id, "publish", "a", {"why": "x"})
    state = ended(archive, draft.id)
    assert state.stage == Stage.FAILED
    assert state.key == "drafting.refused"
    assert "Traceback" not in json.dumps(dict(state.values))
    assert replace(state).is_over


def test_a_job_that_meets_a_broken_release_ends_in_its_sentence(archive, draft, monkeypatch):
    said = "about.json is no JSON: it was cut short or changed."

    def broken(_: Job) -> Said:
        raise ReleaseError(said)

    monkeypatch.setitem(WORKS, "publish", broken)
    write_state(draft.folder, State("publish", "a", {}))
    (draft.folder / ALIVE).touch()
    assert run(draft.id, Settings(archive=archive.folder)) == 1
    state = ended(archive, draft.id)
    assert (state.stage, state.key, state.values) == (
        Stage.FAILED, "drafting.refused", {"why": said})  # fmt: skip


def test_the_next_draft_begins_with_what_the_last_one_had_and_nobody_sees(archive, draft):
    take_in(archive, draft, HEAD + "Naboklager;Søgade;2025;14\n")
    jobs.begin(archive, draft.id, "publish", "a", {"why": "x"})
    assert ended(archive, draft.id).stage == Stage.DONE
    bench = Bench(archive)
    later = bench.begin("Next", "a", WHEN)
    assert bench.base(later) == bench.folder / ".bases" / archive.current()
    assert not (bench.base(later) / "draft.json").exists()
    assert take_in(archive, later, HEAD + "Naboklager;Søgade;2025;15\n").key == "drafting.taken_in"
    jobs.begin(archive, later.id, "publish", "a", {"why": "y"})
    assert ended(archive, later.id).stage == Stage.DONE


def test_outlines_hold_since_a_time_that_is_one(archive, draft):
    keep(draft, "tal.csv", b"x")
    task = {"files": ["tal.csv"], "taken_as": "areas", "since": "snart"}
    jobs.begin(archive, draft.id, "take_in", "a", task)
    state = ended(archive, draft.id)
    assert (state.stage, state.key, state.values) == (
        Stage.FAILED, "drafting.no_time", {"found": "snart"})  # fmt: skip
