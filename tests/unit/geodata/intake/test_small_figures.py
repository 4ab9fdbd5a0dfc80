"""What planners take in is marked as unprinted where a package hides such figures, and they are told."""

import pytest

from geodata.__main__ import main
from geodata.disclosure.gate import read_public
from geodata.package.loading import read_package
from tests.packages_editing import RANDERS, SMAABY
from tests.unit.geodata.intake.books import csv_of, long_csv

ADVICE = "Beboere i rådgivning"
SOURCED = "Serie;Sted;Periode;Værdi;source_table;source_row;source_column;source_text"


def imported(package, tmp_path, file):
    return main(["import", str(file), "--package", str(package), "--into", str(tmp_path / "draft")])


def notes(folder):
    return {o.geography: o.note for o in read_package(folder).observations if o.period == "2025"}


@pytest.fixture
def handed(tmp_path):
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def test_a_new_figure_is_unprinted_and_its_planner_is_told_what_nobody_will_see(
    handed, tmp_path, capsys
):
    file = long_csv(handed, f"{ADVICE};Nordparken;2025;2", f"{ADVICE};Sydhaven;2025;9")
    assert imported(SMAABY, tmp_path, file) == 0
    said = capsys.readouterr().out
    assert notes(tmp_path / "draft") == {"nord": "unprinted", "syd": "unprinted"}
    assert "hidden: raadgivning, nord, 2025: a count of fewer than 5" in said
    public = read_public(tmp_path / "draft")
    assert {o.geography for o in public.observations if o.period == "2025"} == {"syd"}


def test_a_figure_with_the_cell_of_a_source_is_printed(handed, tmp_path):
    file = csv_of(handed, SOURCED, f"{ADVICE};Nordparken;2025;2;Tabel 1;Nord;2025;2")
    assert imported(SMAABY, tmp_path, file) == 0
    assert notes(tmp_path / "draft") == {"nord": "printed"}
    public = read_public(tmp_path / "draft")
    assert [o.value for o in public.observations if o.period == "2025"] == [2]


def test_a_word_in_the_file_counts(handed, tmp_path):
    file = csv_of(handed, "Serie;Sted;Periode;Værdi;note", f"{ADVICE};Nordparken;2025;2;printed")
    assert imported(SMAABY, tmp_path, file) == 0
    assert notes(tmp_path / "draft") == {"nord": "printed"}


def test_where_nothing_is_hidden_no_word_is_written_and_few_persons_are_told(
    handed, tmp_path, capsys
):
    file = long_csv(handed, "SSP-bekymringer;Vangdalen;2026;3", "SSP-bekymringer;Energivej;2026;12")
    assert imported(RANDERS, tmp_path, file) == 0
    said = capsys.readouterr().out
    assert "few persons are behind 1 of the new figures, and nothing is hidden" in said
    new = [o for o in read_package(tmp_path / "draft").observations if o.period == "2026"]
    assert [o.note for o in new] == ["", ""]
