"""Wide tables as reports have them: what stands over and beside a figure says what it is of."""

import pytest
from openpyxl.styles import Font

from tests.packages_editing import value_of
from tests.unit.geodata.intake.books import (
    NEIGHBOURS,
    READING,
    csv_of,
    edited,
    one_fault,
    taken,
    values,
    xlsx_of,
)

YEARS = ["Område", 2025, 2026]
FIGURES = [["Mølleparken", 14, 13], ["Søgade", 15, 12]]
FOUND = {"2025": {"moelleparken": 14, "soegade": 15}, "2026": {"moelleparken": 13, "soegade": 12}}


def found(answer, series="naboklager"):
    return {period: values(answer, series, period) for period in ("2025", "2026")}


@pytest.mark.parametrize(
    "rows",
    [
        [[NEIGHBOURS], [], YEARS, *FIGURES],
        [[NEIGHBOURS, None, None], YEARS, *FIGURES],
        [[None, NEIGHBOURS, None], YEARS, *FIGURES],
        [["Serie", *YEARS], [NEIGHBOURS, *FIGURES[0]], [None, *FIGURES[1]]],
        [YEARS, *FIGURES, [], ["Kilde: opdigtet"], ["1) Foreløbige tal"]],
    ],
    ids=["title", "title-of-width", "over", "beside", "notes-under"],
)
def test_places_down_and_years_across(tmp_path, rows):
    assert found(taken(xlsx_of(tmp_path, (NEIGHBOURS, rows)))) == FOUND


def test_years_down_and_places_across(tmp_path):
    rows = [["År", "Mølleparken", "Søgade"], [2025, 14, 15], [2026, 13, 12]]
    assert found(taken(xlsx_of(tmp_path, (NEIGHBOURS, rows)))) == FOUND


def test_a_sheet_for_each_series_and_one_that_is_hidden(tmp_path):
    sheets = ((NEIGHBOURS, [YEARS, *FIGURES]), (READING, [["", "2024/25"], ["Søgade", 12.5]]),
              ("Kladde", [YEARS, ["Mølleparken", 99, 99]]))  # fmt: skip
    file = xlsx_of(tmp_path, *sheets)

    def hide(sheet):
        sheet.parent["Kladde"].sheet_state = "hidden"

    answer = taken(edited(file, hide))
    assert found(answer) == FOUND
    assert values(answer, "laesegrupper", "2024/25") == {"soegade": 12.5}
    assert "tal.xlsx: sheet Kladde: hidden, left out" in answer.told


def two_heads(folder):
    rows = [["Område", NEIGHBOURS, None, READING], [None, 2025, 2026, "2024/25"],
            ["Mølleparken", 14, 13, 19.5], ["Søgade", 15, 12, 12.5]]  # fmt: skip
    return xlsx_of(folder, ("Ark1", rows))


@pytest.mark.parametrize("merged", [True, False])
def test_two_rows_of_heads_with_the_series_over_its_years(tmp_path, merged):
    def merge(sheet):
        sheet["B1"].font = Font(bold=True)
        if merged:
            sheet.merge_cells("B1:C1")
            sheet.merge_cells("A1:A2")

    answer = taken(edited(two_heads(tmp_path), merge))
    assert found(answer) == FOUND
    assert values(answer, "laesegrupper", "2024/25") == {"moelleparken": 19.5, "soegade": 12.5}
    cell = value_of(answer.new, "naboklager", "soegade", "2026")
    assert (cell.source_table, cell.source_text) == ("tal.xlsx, ark Ark1", "12")
    assert cell.source_row == "række 4: Søgade"
    assert cell.source_column == "kolonne C: Naboklager, 2026"


def test_the_same_as_csv_with_a_decimal_comma(tmp_path):
    rows = (f";{NEIGHBOURS};;{READING}", "Område;2025;2026;2024/25", "Mølleparken;14;13;19,5")
    answer = taken(csv_of(tmp_path, *rows))
    assert values(answer, "naboklager", "2026") == {"moelleparken": 13}
    assert values(answer, "laesegrupper", "2024/25") == {"moelleparken": 19.5}


def test_a_row_of_years_over_merged_heads(tmp_path):
    rows = [[None, 2025, None, 2026], ["Område", NEIGHBOURS, READING, NEIGHBOURS],
            ["Søgade", 15, 12.5, 12]]  # fmt: skip

    def merge(sheet):
        sheet.merge_cells("B1:C1")

    answer = taken(edited(xlsx_of(tmp_path, ("Ark1", rows)), merge))
    assert values(answer, "naboklager", "2026") == {"soegade": 12}
    assert values(answer, "laesegrupper", "2025") == {"soegade": 12.5}


def test_a_total_among_areas_is_told_and_left_out_unless_it_is_confirmed(tmp_path):
    rows = [YEARS, *FIGURES, ["I alt", 29, 25]]
    file = xlsx_of(tmp_path, (NEIGHBOURS, rows))
    answer = taken(file)
    assert found(answer) == FOUND
    assert "tal.xlsx, sheet Naboklager, row 4, column A: I alt: a total, left out" in answer.told
    answer = taken(file, **{"I alt": "plan-2023"})
    assert values(answer, "naboklager", "2026") == FOUND["2026"] | {"plan-2023": 25}


def test_a_name_that_is_near_is_a_fault_with_a_suggestion_told_once(tmp_path):
    rows = [YEARS, ["Møleparken", 14, 13], ["Søgade", 15, 12]]
    answer = taken(xlsx_of(tmp_path, (NEIGHBOURS, rows)))
    assert one_fault(answer) == (
        "tal.xlsx, sheet Naboklager, row 2, column A: found 'Møleparken', near to a known name; "
        "allowed: Mølleparken (moelleparken)? Then confirm it"
    )
    assert [(one.text, one.id) for one in answer.suggestions] == [("Møleparken", "moelleparken")]


def test_hidden_rows_and_columns_are_read_and_told(tmp_path):
    def hide(sheet):
        sheet.row_dimensions[3].hidden = True
        sheet.column_dimensions["C"].hidden = True

    answer = taken(edited(xlsx_of(tmp_path, (NEIGHBOURS, [YEARS, *FIGURES])), hide))
    assert found(answer) == FOUND
    where = "tal.xlsx, sheet Naboklager"
    assert f"{where}: rows 3 are hidden, read all the same" in answer.told
    assert f"{where}: columns C are hidden, read all the same" in answer.told


def test_a_figure_that_is_merged_over_two_areas_is_nobodys(tmp_path):
    def merge(sheet):
        sheet.merge_cells("B2:B3")

    fault = one_fault(taken(edited(xlsx_of(tmp_path, (NEIGHBOURS, [YEARS, *FIGURES])), merge)))
    assert "row 2, column B (2025): found a figure merged over B2:B3" in fault


def test_figures_without_a_head_or_a_series_are_faults(tmp_path):
    rows = [["Område", 2025, None], ["Mølleparken", 14, 13]]
    fault = one_fault(taken(xlsx_of(tmp_path, (NEIGHBOURS, rows))))
    assert "column C: found nothing over figures" in fault
    fault = one_fault(taken(xlsx_of(tmp_path, ("Ark1", [YEARS, *FIGURES]), name="b.xlsx")))
    assert "found no series for this figure; allowed: a series in the row, over the column" in fault


def test_a_year_that_a_spreadsheet_made_a_day_of_is_told_as_what_it_is(tmp_path):
    def as_day(sheet):
        sheet["C1"].number_format = "yyyy-mm-dd"

    fault = one_fault(taken(edited(xlsx_of(tmp_path, (NEIGHBOURS, [YEARS, *FIGURES])), as_day)))
    assert "found the day 1905-07-18 (the number 2026 shown as a day)" in fault
