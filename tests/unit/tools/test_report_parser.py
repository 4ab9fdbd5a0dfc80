"""The parser reads the report's cells strictly: what it does not understand is an error."""

import pytest

from tools.report_parser.cells import read_cell
from tools.report_parser.errors import ReportError
from tools.report_parser.model import Period
from tools.report_parser.places import Places, read_places
from tools.report_parser.tables import read_rows, table_name
from tools.report_parser.values import danish_number, value_in

PLACES = Places({"Møllepark": "moelle", "Mølleparken": "moelleparken", "Søgade": "soegade"})
REPORT = """SKOLE · DELMÅL OG INDIKATORER

Mål\tIndikator\tBaseline område\tBaseline andet\tKilde\tStatus
Flere læser\tElever i <b>læsegrupper</b>\t2020 12,5%\t\tKommunen\t2023 18%
\t\t\t\t\tSøgade: 13,5%

Til sidst.
"""


def read(text, period=None):
    readings = read_cell(text, PLACES, period or Period()).readings
    return [(r.number, r.geography, r.period.label) for r in readings]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12,5%", 12.5),
        ("2019 12,5 %", 12.5),
        ("2021 7", 7.0),
        ("2022/23: 9,2%", 9.2),
        ("Søgade:2", 2.0),
        ("Læsevalg 2017 56,4%", 56.4),
        ("Søgade 40 (af 120 elever)", 40.0),
        ("2023", 2023.0),
        ("0%", 0.0),
    ],
)
def test_the_value_of_a_printed_text_is_the_number_beside_its_year(text, value):
    assert value_in(text) == value


@pytest.mark.parametrize("text", ["", "ingen tal", "Søgade: 12 eller 13", "2020 12% 2021 13%"])
def test_a_text_without_exactly_one_number_is_refused(text):
    with pytest.raises(ValueError, match="exactly one is allowed"):
        value_in(text)


@pytest.mark.parametrize(("text", "value"), [("7", 7.0), ("12,5", 12.5), ("0,0", 0.0)])
def test_a_danish_number_has_a_comma(text, value):
    assert danish_number(text) == value


def test_every_number_of_a_cell_has_its_place():
    assert read("Mølleparken: 18% Søgade: 13,5%") == [
        ("18", "moelleparken", ""),
        ("13,5", "soegade", ""),
    ]


def test_a_place_may_stand_behind_its_number():
    assert read("18% (Mølleparken)") == [("18", "moelleparken", "")]


def test_a_period_holds_for_all_numbers_after_it():
    assert read("2022/23 Mølleparken: 18 Søgade: 13") == [
        ("18", "moelleparken", "2022/23"),
        ("13", "soegade", "2022/23"),
    ]


def test_a_period_of_the_cell_above_holds_where_none_is_printed():
    assert read("Søgade: 13", Period("2021")) == [("13", "soegade", "2021")]


@pytest.mark.parametrize(
    ("text", "label", "start", "end"),
    [
        ("2022-2023 13", "2022/23", "", ""),
        ("2025 (januar-juli) 13", "2025", "2025-01-01", "2025-07-31"),
        ("2025 (frem til 1. juli) 13", "2025", "2025-01-01", "2025-07-01"),
    ],
)
def test_a_period_is_normalised(text, label, start, end):
    period = read_cell(text, PLACES, Period()).readings[0].period
    assert (period.label, period.start, period.end) == (label, start, end)


@pytest.mark.parametrize(
    ("text", "printed", "in_english"),
    [
        ("2022: 13", "", ""),
        ("2022/23: 13", "", ""),
        ("2024- 2025 13", "2024- 2025", ""),
        ("2025 (frem til juli): 13", "2025 (frem til juli)", "2025 (to July)"),
    ],
)
def test_a_period_keeps_what_its_label_does_not_say(text, printed, in_english):
    period = read_cell(text, PLACES, Period()).readings[0].period
    assert (period.printed, period.in_english) == (printed, in_english)


def test_half_a_school_year_is_its_autumn():
    cell = read_cell("Første halvår af skoleåret 2019/2020", PLACES, Period())
    assert cell.half_year == Period(
        "2019/20",
        "2019-08-01",
        "2019-12-31",
        printed="Første halvår af skoleåret 2019/2020",
        in_english="First half of the school year 2019/2020",
    )


def test_two_years_that_do_not_follow_are_refused():
    with pytest.raises(ReportError, match="must follow"):
        read("2022/24 13")


def test_a_word_that_is_not_known_is_refused_with_the_cell():
    with pytest.raises(ReportError, match="'Søgade: cirka 13' holds 'cirka'"):
        read("Søgade: cirka 13")


def test_the_rows_of_a_table_are_read_with_its_name():
    rows = read_rows(REPORT, "report.txt")
    assert [row.table for row in rows] == ["Delmål og indikatorer: Skole"] * 2
    assert [row.heading for row in rows] == ["Elever i læsegrupper", ""]
    assert rows[1].cells[-1] == "Søgade: 13,5%"


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("UDDANNELSE · DELMÅL OG INDIKATORER", "Delmål og indikatorer: Uddannelse"),
        ("UDDANNELSE · FORTSAT", "Delmål og indikatorer: Uddannelse (fortsat)"),
        ("MÅL OG INDIKATORER - STRATEGISK NIVEAU", "Mål og indikatorer - strategisk niveau"),
    ],
)
def test_a_table_is_named_after_its_heading(heading, name):
    assert table_name(heading) == name


def test_a_text_without_a_table_is_refused():
    with pytest.raises(ReportError, match=r"report\.txt: no table was found"):
        read_rows("Kun ord.\n", "report.txt")


def test_places_are_the_aliases_of_a_package(town):
    assert read_places(town / "aliases.csv").geographies


def test_aliases_that_cannot_be_read_are_told(tmp_path):
    with pytest.raises(ReportError, match="the aliases cannot be read"):
        read_places(tmp_path / "aliases.csv")


def test_a_longer_name_is_taken_before_a_shorter_one():
    assert PLACES.named_in("Mølleparken og Søgade") == {"moelleparken", "soegade"}


def test_children_in_a_remark_belong_to_their_place():
    assert PLACES.children_in("Obs: Mølleparken 24 børn, Søgade 14 børn") == {
        "moelleparken": 24,
        "soegade": 14,
    }
