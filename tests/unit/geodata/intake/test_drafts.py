"""A draft is a whole package or is not there; what is published and handed in is only read."""

import json

import pytest

from geodata.intake import drafts
from geodata.intake.asked import Asked
from geodata.intake.draft_folder import held
from geodata.intake.errors import IntakeError
from geodata.intake.taking import take
from geodata.package.loading import read_package
from geodata.reading.fingerprint import sha256_of
from tests.full_disk import files_up_to
from tests.unit.geodata.intake.books import NEIGHBOURS, long_csv, values


@pytest.fixture
def handed(tmp_path, town):
    """A town, a file with a figure, and where the draft will be."""
    (tmp_path / "in").mkdir()
    file = long_csv(tmp_path / "in", f"{NEIGHBOURS};Søgade;2025;14")
    return Asked(town, (file,), tmp_path / "drafts" / "mit")


def content(folder):
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def seen(folder):
    return sorted(file.name for file in folder.iterdir() if file.suffix != ".lock")


def test_a_draft_is_a_package_that_says_what_was_taken_into_it(handed, tinytown):
    before = content(handed.package)
    answer = take(handed)
    assert values(answer, "naboklager", "2025") == {"soegade": 14}
    assert content(handed.package) == before
    about = json.loads((handed.draft / "draft.json").read_text(encoding="utf-8"))
    assert about == {
        "package": "tinytown",
        "fingerprint": tinytown.fingerprint,
        "inputs": [{"file": "tal.csv", "sha256": sha256_of(handed.files[0]),
                    "taken_as": "observations", "rows": 1}],
        "confirmed": {},
    }  # fmt: skip
    assert list(read_package(handed.draft).observations) == list(answer.new.observations)
    assert seen(handed.draft.parent) == ["mit"]


def test_a_draft_is_continued(handed, tmp_path):
    take(handed)
    more = long_csv(tmp_path / "in", f"{NEIGHBOURS};Søgade;2026;13")
    answer = take(Asked(handed.package, (more,), handed.draft))
    assert values(answer, "naboklager", "2025") == {"soegade": 14}
    assert values(answer, "naboklager", "2026") == {"soegade": 13}
    about = json.loads((handed.draft / "draft.json").read_text(encoding="utf-8"))
    assert [one["rows"] for one in about["inputs"]] == [1, 1]
    assert answer.old.path == handed.package


def test_a_fault_leaves_the_draft_as_it_was(handed, tmp_path):
    take(handed)
    before = content(handed.draft)
    bad = long_csv(tmp_path / "in", f"{NEIGHBOURS};Søgade;2026;13", f"{NEIGHBOURS};Søgade;2026;9")
    assert take(Asked(handed.package, (bad,), handed.draft)).faults
    assert content(handed.draft) == before
    assert seen(handed.draft.parent) == ["mit"]


def test_a_full_disk_leaves_the_draft_as_it_was(handed, tmp_path):
    take(handed)
    before = content(handed.draft)
    more = long_csv(tmp_path / "in", f"{NEIGHBOURS};Søgade;2026;13")
    with files_up_to(1000), pytest.raises(OSError, match="File too large"):
        take(Asked(handed.package, (more,), handed.draft))
    assert content(handed.draft) == before


def test_one_that_was_killed_between_two_names_is_taken_back(handed):
    take(handed)
    before = content(handed.draft)
    handed.draft.rename(handed.draft.with_name(".mit.before"))
    assert drafts.about(handed.draft).inputs[0].file == "tal.csv"
    assert content(handed.draft) == before


def test_a_draft_is_nothing_else_and_nowhere_else(handed, tmp_path):
    for draft in (handed.package, handed.package / "draft", tmp_path, handed.files[0].parent):
        with pytest.raises(IntakeError, match="a folder beside package and files"):
            take(Asked(handed.package, handed.files, draft))
    other = tmp_path / "photos"
    other.mkdir()
    (tmp_path / "link").symlink_to(other)
    for draft in (other, tmp_path / "link"):
        with pytest.raises(IntakeError, match="something that is no draft"):
            take(Asked(handed.package, handed.files, draft))


@pytest.mark.parametrize("text", ["[]", "{}", '{"inputs": [{}]}', '{"inputs": 3}'])
def test_a_draft_that_says_nothing_true_of_itself_is_refused(handed, text):
    take(handed)
    (handed.draft / "draft.json").write_text(text, encoding="utf-8")
    with pytest.raises(IntakeError, match="another content"):
        take(handed)


def test_two_imports_at_once_do_not_mix(handed):
    with held(handed.draft), pytest.raises(IntakeError, match="still running"):
        take(handed)
