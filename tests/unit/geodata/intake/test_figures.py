"""What stands in a cell is read as what it is, told where it is odd, and never guessed."""

import re

import pytest

from geodata.intake.readings import read_cell
from geodata.intake.sheets import Cell
from geodata.intake.shown_numbers import plain_number, shown_number
from tests.packages_editing import value_of
from tests.unit.geodata.intake.books import (
    HEADS,
    NEIGHBOURS,
    READING,
    edited,
    long_csv,
    ods_of,
    ods_row,
    one_fault,
    repacked,
    taken,
    values,
    xlsx_of,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", 12), ("-3", -3), ("\u22123,5", -3.5), ("9,2", 9.2), ("9.2", 9.2), ("0.092", 0.092),
        ("1.234,5", 1234.5), ("1.234.567", 1234567), ("1 234", 1234), ("1\u00a0234,5", 1234.5),
        ("1,234.5", 1234.5), ("9,2 %", 9.2), ("9,2%", 9.2), ("9,2 pct.", 9.2), ("12*", 12),
        ("12 1)", 12), ("12\u00b9", 12), ("12 [1]", 12), ("12,5 % 2)", 12.5), ("1.234", 1234),
    ],
)  # fmt: skip
def test_numbers_in_danish_and_plain_with_their_marks(text, number):
    assert read_cell(Cell(text)).number == number


@pytest.mark.parametrize("text", ["i.o.", "I.O.", "..", "-", "\u2013", "<5", "< 5", "under 5", "."])
def test_words_in_place_of_a_figure_are_no_zero(text):
    reading = read_cell(Cell(text))
    assert reading.number is None
    assert reading.absence in ("missing", "hidden")


@pytest.mark.parametrize("text", ["ti", "1.23.4", "12,,5", "121)", "1-2", "5 af 9", "12;5", "NaN"])
def test_what_is_no_number_is_never_made_one(text):
    reading = read_cell(Cell(text))
    assert (reading.number, reading.wrong) == (None, "words")


@pytest.mark.parametrize(
    ("number", "form", "text"),
    [
        (0.092, "0.0%", "9,2 %"), (0.092, "0%", "9 %"), (0.0925, "0.00\\ %", "9,25 %"),
        (0.1 + 0.2, "General", "0,3"), (1234, "#,##0", "1234"), (12.0, "General", "12"),
        (9.26, "0.0", "9,3"), (5, '0" stk."', "5"), (-0.0, "General", "0"),
    ],
)  # fmt: skip
def test_a_stored_number_is_what_its_cell_shows(number, form, text):
    assert shown_number(number, form) == text


def test_a_plain_number_has_the_decimals_that_it_has():
    assert [plain_number(n) for n in (9.2, 100, 1e6, 0.30000000000000004)] == [
        "9.2", "100", "1000000", "0.3",
    ]  # fmt: skip


def percent_book(folder, value, form):
    file = xlsx_of(folder, ("Tal", [list(HEADS), [READING, "Søgade", "2024/25", value]]))

    def format_(sheet):
        sheet["D2"].number_format = form

    return edited(file, format_)


def test_a_percentage_stored_as_a_share_is_read_times_100_and_told(tmp_path):
    answer = taken(percent_book(tmp_path, 0.092, "0.0%"))
    assert values(answer, "laesegrupper", "2024/25") == {"soegade": 9.2}
    assert value_of(answer.new, "laesegrupper", "soegade", "2024/25").source_text == "9,2 %"
    assert any("read times 100 (0.092 is 9,2 %)" in told for told in answer.told)


def test_what_a_cell_shows_counts_if_it_shows_enough(tmp_path):
    answer = taken(percent_book(tmp_path, 0.09237, "0.0%"))
    assert values(answer, "laesegrupper", "2024/25") == {"soegade": 9.2}
    assert any("stored as 9.237, taken as shown: '9,2 %'" in told for told in answer.told)
    fault = one_fault(taken(percent_book(tmp_path, 0.092, "0%")))
    assert "found '9 %', which shows 9.2 with too few decimals" in fault
    assert "a cell that shows 1 decimals" in fault
    fault = one_fault(taken(percent_book(tmp_path, 0.09237, "0.00%")))
    assert "found '9,24 %'; allowed: at most 1 decimals, as laesegrupper states" in fault


def test_bare_shares_ask_whether_they_are_percentages(tmp_path):
    rows = (f"{READING};Søgade;2024/25;0,1", f"{READING};Mølleparken;2024/25;0,2")
    fault = one_fault(taken(long_csv(tmp_path, *rows)))
    assert (
        "row 2, column D (Værdi): found '0,1'; 2 figures of laesegrupper here, none above 1"
        in fault
    )
    assert values(taken(long_csv(tmp_path, rows[0] + " %")), "laesegrupper", "2024/25") == {
        "soegade": 0.1
    }


def test_a_dot_is_of_thousands_only_where_counts_are(tmp_path):
    answer = taken(long_csv(tmp_path, f"{NEIGHBOURS};Søgade;2025;1.234"))
    assert values(answer, "naboklager", "2025") == {"soegade": 1234}
    assert any("'1.234': read as 1234" in told for told in answer.told)
    fault = one_fault(taken(long_csv(tmp_path, f"{READING};Søgade;2024/25;1.234")))
    assert "found '1.234', a thousand and more or a little over one" in fault


def test_a_percentage_of_a_count_and_half_a_complaint_are_faults(tmp_path):
    fault = one_fault(taken(long_csv(tmp_path, f"{NEIGHBOURS};Søgade;2025;14 %")))
    assert "found '14 %', a percentage; allowed: a figure in count" in fault
    fault = one_fault(taken(long_csv(tmp_path, f"{NEIGHBOURS};Søgade;2025;14,5")))
    assert "found '14,5'; allowed: at most 0 decimals" in fault


def test_marks_are_told_and_stay_in_the_text_of_the_cell(tmp_path):
    answer = taken(long_csv(tmp_path, f"{NEIGHBOURS};Søgade;2025;14 1)"))
    assert value_of(answer.new, "naboklager", "soegade", "2025").source_text == "14 1)"
    assert any("'14 1)': the mark 1) was left out" in told for told in answer.told)


def test_formulas_are_read_as_stored_and_told_and_without_a_result_are_faults(tmp_path):
    row = [READING, "Søgade", "2024/25", "=10+2.5"]
    file = xlsx_of(tmp_path, ("Tal", [list(HEADS), row]))
    fault = one_fault(taken(file))
    assert "row 2, column D (Værdi): found a formula without a stored result" in fault
    stored = ('<table:table-cell table:formula="of:=10+2.5" office:value-type="float" '
              'office:value="12.5"><text:p>12,5</text:p></table:table-cell>')  # fmt: skip
    answer = taken(ods_of(tmp_path, ods_row(*HEADS) + ods_row(*row[:3], more=stored)))
    assert values(answer, "laesegrupper", "2024/25") == {"soegade": 12.5}
    assert any("stored results were read: D2" in told for told in answer.told)


EMPTY_TEXT = ('<table:table-cell table:formula="of:=&quot;&quot;" office:value-type="string">'
              "<text:p></text:p></table:table-cell>")  # fmt: skip


def store_empty_text(parts):
    """As Excel does where an IF says so."""
    sheet = "xl/worksheets/sheet1.xml"
    stored = rb'<c r="D2" t="str">\1<v></v>'
    parts[sheet] = re.sub(rb'<c r="D2">(<f>.*?</f>)<v ?/?>(?:</v>)?', stored, parts[sheet])
    assert b't="str"' in parts[sheet]


def test_a_formula_whose_stored_result_is_an_empty_text_is_an_empty_cell_and_told(tmp_path):
    rows = [[NEIGHBOURS, "Søgade", 2025, '=IF(1=1,"",1)'], [NEIGHBOURS, "Mølleparken", 2025, 9]]
    file = repacked(xlsx_of(tmp_path, ("Tal", [list(HEADS), *rows])), store_empty_text)
    same = ods_row(*HEADS) + ods_row(*map(str, rows[0][:3]), more=EMPTY_TEXT) + ods_row(
        *map(str, rows[1]))  # fmt: skip
    for given, sheet in (
        (file, "tal.xlsx, sheet Tal"),
        (ods_of(tmp_path, same), "tal.ods, sheet Ark1"),
    ):
        answer = taken(given)
        assert values(answer, "naboklager", "2025") == {"moelleparken": 9}
        assert answer.told == (
            f"{sheet}: formulas whose stored result is an empty text, taken as empty cells: D2",
            "1 empty cells were left out",
        )


def test_what_is_beyond_all_numbers_is_no_figure(tmp_path):
    more = '<table:table-cell office:value-type="float" office:value="1e999"/>'
    file = ods_of(tmp_path, ods_row(*HEADS) + ods_row(NEIGHBOURS, "Søgade", "2025", more=more))
    assert "found a number beyond all numbers; allowed: a number such as 12" in one_fault(
        taken(file)
    )
    assert read_cell(Cell("9" * 400)).wrong == "words"


def test_errors_and_days_are_no_figures(tmp_path):
    def make_day(sheet):
        sheet["D2"].number_format = "yyyy-mm-dd"

    file = xlsx_of(tmp_path, ("Tal", [list(HEADS), [NEIGHBOURS, "Søgade", 2025, 45000]]))
    assert "found the day 2023-03-15" in one_fault(taken(edited(file, make_day)))
    file = xlsx_of(tmp_path, ("Tal", [list(HEADS), [NEIGHBOURS, "Søgade", 2025, "#DIV/0!"]]))
    assert "found the error #DIV/0!" in one_fault(taken(file))


def test_words_that_nothing_newer_is_there_become_a_blank_and_others_are_told(tmp_path):
    rows = (f"{NEIGHBOURS};Søgade;2025;Ikke nyere data", f"{NEIGHBOURS};Mølleparken;2025;i.o.")
    answer = taken(long_csv(tmp_path, *rows))
    (blank,) = (b for b in answer.new.blanks if b.source_text == "Ikke nyere data")
    assert (blank.indicator, blank.geography, blank.period, blank.kind) == (
        "naboklager", "soegade", "2024", "no_later",
    )  # fmt: skip
    assert any("'i.o.': no figure, left out" in told for told in answer.told)
    assert values(answer, "naboklager", "2025") == {}


def test_a_figure_takes_the_place_of_a_cell_without_one(tmp_path, tinytown):
    answer = taken(long_csv(tmp_path, f"{NEIGHBOURS};Bakkegården;2024;7"))
    assert values(answer, "naboklager", "2024")["bakkegaarden"] == 7
    assert len(answer.new.blanks) == len(tinytown.blanks) - 1
    assert "blanks.csv: naboklager, bakkegaarden, 2021: has a figure now, taken out" in answer.told
