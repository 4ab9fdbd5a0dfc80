"""A package has one name for its data, wherever it lies, and another when a figure changes."""

import shutil

import pytest

from geodata.fingerprint import fingerprint
from geodata.loading import read_package
from tests.packages_editing import TINYTOWN


@pytest.fixture
def copied(tmp_path):
    return shutil.copytree(TINYTOWN, tmp_path / "town")


def test_a_copy_has_the_same_name(copied):
    assert fingerprint(copied) == fingerprint(TINYTOWN) == read_package(copied).fingerprint
    assert len(fingerprint(copied)) == 16


def test_what_does_not_belong_to_the_data_does_not_count(copied):
    (copied / ".hidden").write_text("x", "utf-8")
    (copied / "notes").mkdir()
    assert fingerprint(copied) == fingerprint(TINYTOWN)


def test_another_figure_or_another_name_of_a_file_is_other_data(copied):
    table = copied / "observations.csv"
    table.write_bytes(table.read_bytes() + b" ")
    changed = fingerprint(copied)
    table.rename(copied / "values.csv")
    assert len({changed, fingerprint(copied), fingerprint(TINYTOWN)}) == 3
