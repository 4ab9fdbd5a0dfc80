"""The template has a row for every figure that comes next, and an empty one changes nothing."""

import io

import openpyxl
import pytest

from geodata.intake.template import following, template, waiting
from tests.unit.geodata.intake.books import edited, taken, values


@pytest.mark.parametrize(
    ("period", "after"), [("2025", "2026"), ("2024/25", "2025/26"), ("1998/99", "1999/00")]
)
def test_the_period_after_one_has_its_form(period, after):
    assert following(period) == after


def test_each_series_waits_in_the_places_that_it_has_figures_of(tinytown):
    own = [(place, period) for i, place, period in waiting(tinytown) if i.id == "naboklager"]
    assert own == [("moelleparken", "2025"), ("soegade", "2025"), ("bakkegaarden", "2025")]


def test_nothing_waits_beyond_the_clock(randers):
    assert all(int(period[:4]) < 2030 for _, _, period in waiting(randers))


def test_an_empty_template_changes_nothing_and_a_filled_row_is_read(tmp_path, tinytown):
    file = tmp_path / "skabelon.xlsx"
    file.write_bytes(template(tinytown))
    answer = taken(file)
    assert (answer.faults, list(answer.new.observations)) == ((), list(tinytown.observations))
    assert "8 empty cells were left out" in answer.told

    def fill(sheet):
        sheet["D3"], sheet["E3"] = 19.2, 150

    assert values(taken(edited(file, fill)), "laesegrupper", "2024/25") == {"moelleparken": 19.2}


def test_a_planner_reads_danish_and_every_name_means_one_thing(randers):
    book = openpyxl.load_workbook(io.BytesIO(template(randers)))
    assert book.sheetnames == ["Tal", "Vejledning", "Serier", "Steder"]
    assert [cell.value for cell in book["Tal"][1]][:4] == ["Serie", "Sted", "Periode", "Værdi"]
    assert len({row[1] for row in book["Steder"].iter_rows(min_row=2, values_only=True)}) == 16
    assert [cell.value for cell in book["Tal"][1]][5:] == ["Fra", "Til", "Bemærkning", "Kilde"]
    assert book["Vejledning"]["A1"].value == "Sådan udfyldes skabelonen"
