"""A package has one name for its data, wherever it lies, and another when a figure changes."""

import shutil

import pytest

from geodata.package.loading import read_package
from tests.packages_editing import TINYTOWN, edit_cell


@pytest.fixture
def copied(tmp_path):
    return shutil.copytree(TINYTOWN, tmp_path / "town")


def name(folder):
    return read_package(folder).fingerprint


def test_a_copy_has_the_same_name(copied):
    assert name(copied) == name(TINYTOWN)
    assert len(name(copied)) == 16


def test_what_does_not_belong_to_the_data_does_not_count(copied):
    (copied / "notes.txt").write_text("x", "utf-8")
    (copied / "notes").mkdir()
    assert name(copied) == name(TINYTOWN)


def test_another_figure_or_another_shape_is_other_data(copied):
    names = {name(copied)}
    edit_cell(copied, "observations", 2, "value", "7")
    names.add(name(copied))
    for file in ("areas.geojson", "datapackage.json"):
        path = copied / file
        path.write_bytes(path.read_bytes() + b"\n")
        names.add(name(copied))
    assert len(names) == 4
