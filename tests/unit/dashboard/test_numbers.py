"""Numbers, days and periods are written as Danes and Britons read them."""

from dataclasses import replace
from datetime import date

import pytest

from dashboard import numbers
from geodata.tables.records import Milestone
from tests.packages_editing import value_of

NBSP = "\N{NO-BREAK SPACE}"
DASH = "\N{EN DASH}"
MINUS = "\N{MINUS SIGN}"


@pytest.fixture
def share(tinytown):
    return next(i for i in tinytown.indicators if i.is_share)


@pytest.fixture
def count(tinytown):
    return next(i for i in tinytown.indicators if i.is_count)


@pytest.fixture
def observed(tinytown):
    return value_of(tinytown, "laesegrupper", "soegade", "2022/23")


def spanning(observation, label, start, end):
    days = {"period_start": date.fromisoformat(start), "period_end": date.fromisoformat(end)}
    return replace(observation, period=label, **days)


@pytest.mark.parametrize(
    ("amount", "decimals", "danish", "english"),
    [
        (9.2, 1, "9,2", "9.2"),
        (95.0, 1, "95", "95"),
        (45.52, 2, "45,52", "45.52"),
        (45.6, 2, "45,6", "45.6"),
        (0.0, 1, "0", "0"),
        (-3.4, 1, "-3,4", "-3.4"),
        (2982.0, 0, "2.982", "2,982"),
        (1234567.5, 1, "1.234.567,5", "1,234,567.5"),
    ],
)
def test_a_number_has_the_marks_of_its_language(amount, decimals, danish, english, da, en):
    assert numbers.number(amount, decimals, da) == danish
    assert numbers.number(amount, decimals, en) == english


def test_a_share_keeps_its_percent_sign_beside_it(share, da, en):
    assert numbers.value(9.2, share, da) == f"9,2{NBSP}%"
    assert numbers.value(9.2, share, en) == "9.2%"


def test_a_count_stands_alone(count, da):
    assert numbers.value(1024.0, count, da) == "1.024"


@pytest.mark.parametrize(
    ("amount", "danish"), [(3.4, "+3,4"), (-3.4, f"{MINUS}3,4"), (0.0, "0"), (-0.0, "0")]
)
def test_a_difference_has_its_sign(amount, danish, da):
    assert numbers.signed(amount, 1, da) == danish


def test_a_year_is_a_year(observed, share, da):
    assert numbers.period(replace(observed, period="2023"), share, da) == "2023"


def test_a_split_year_of_a_school_series_is_a_school_year(observed, share, da, en):
    whole = spanning(observed, "2021/22", "2021-08-01", "2022-07-31")
    assert numbers.period(whole, share, da) == "skoleåret 2021/22"
    assert numbers.period(whole, share, en) == "school year 2021/22"


def test_a_split_year_of_another_series_is_as_printed(observed, count, da):
    whole = replace(observed, period="2021/22", period_start=None, period_end=None)
    assert numbers.period(whole, count, da) == "2021/22"


def test_words_of_the_report_stand_for_the_months_that_we_read_from_them(observed, share, da, en):
    part = replace(
        spanning(observed, "2019/20", "2019-08-01", "2019-12-31"),
        source_period="Første halvår af skoleåret 2019/2020",
        source_period_en="First half of the school year 2019/2020",
    )
    assert numbers.period(part, share, da) == "første halvår af skoleåret 2019/2020"
    assert numbers.period(part, share, en) == "first half of the school year 2019/2020"


def test_years_printed_with_a_hyphen_are_the_split_year(observed, count, da):
    printed = replace(observed, period="2018/19", source_period="2018-2019")
    assert numbers.period(printed, count, da) == "2018/19"


def test_part_of_a_year_is_its_months_in_full(observed, share, da, en):
    part = spanning(observed, "2025", "2025-01-01", "2025-07-31")
    assert numbers.period(part, share, da) == f"januar{DASH}juli 2025"
    assert numbers.period(part, share, en) == f"January{DASH}July 2025"


def test_part_of_a_month_is_its_days(observed, share, da, en):
    part = spanning(observed, "2025", "2025-01-01", "2025-07-01")
    assert numbers.period(part, share, da) == f"1. januar{DASH}1. juli 2025"
    assert numbers.period(part, share, en) == f"1 January{DASH}1 July 2025"


def test_part_of_a_school_year_names_both(observed, share, da):
    part = spanning(observed, "2019/20", "2019-08-01", "2019-12-31")
    assert numbers.period(part, share, da) == f"august{DASH}december 2019 (skoleåret 2019/20)"


def test_a_whole_year_with_stated_days_is_only_the_year(observed, share, da):
    whole = spanning(observed, "2023", "2023-01-01", "2023-12-31")
    assert numbers.period(whole, share, da) == "2023"


def test_a_value_without_a_period_says_so(observed, share, da, en):
    none = replace(observed, period="", period_start=None, period_end=None)
    assert numbers.period(none, share, da) == "uden årstal"
    assert numbers.period(none, share, en) == en.text("period.none")


@pytest.mark.parametrize(
    ("precision", "danish", "english"),
    [
        ("day", "9. november 2020", "9 November 2020"),
        ("month", "november 2020", "November 2020"),
        ("season", "efteråret 2020", "autumn 2020"),
        ("year", "2020", "2020"),
        ("two_years", "2020/21", "2020/21"),
        ("decade", "2020’erne", "the 2020s"),
    ],
)
def test_a_milestone_is_dated_as_precisely_as_it_is_known(precision, danish, english, da, en):
    event = Milestone("", date(2020, 11, 9), precision, "event", "", "", "", None, "")
    assert numbers.milestone_date(event, da) == danish
    assert numbers.milestone_date(event, en) == english


@pytest.mark.parametrize(
    ("month", "season"),
    [(12, "vinteren"), (2, "vinteren"), (3, "foråret"), (5, "foråret"), (6, "sommeren"),
     (8, "sommeren"), (9, "efteråret"), (11, "efteråret")],
)  # fmt: skip
def test_a_season_follows_the_month(month, season, da):
    event = Milestone("", date(2023, month, 1), "season", "event", "", "", "", None, "")
    assert numbers.milestone_date(event, da) == f"{season} 2023"


@pytest.mark.parametrize(
    ("distance", "danish"),
    [(0.0, "0"), (4.9, "0"), (26.0, "30"), (994.0, "990"), (996.0, "1.000")],
)
def test_a_distance_is_rounded_to_ten_metres(distance, danish, da):
    assert numbers.metres(distance, da) == f"{danish}{NBSP}m"
