"""Periods as printed: a year, two years in a row, or nothing."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geodata.tables.periods import (
    WHOLE_PERIOD_DAYS,
    PeriodError,
    clock_year,
    in_time,
    is_part_year,
)

YEARS = st.integers(min_value=1000, max_value=9998)
LABEL = re.compile(r"[0-9]{4}(/[0-9]{2})?")


@given(YEARS)
def test_a_calendar_year_is_its_own_clock_year(year):
    assert clock_year(f"{year}") == year


@given(YEARS)
def test_a_split_year_counts_where_it_ends(year):
    assert clock_year(f"{year}/{(year + 1) % 100:02}") == year + 1


@given(YEARS, st.integers(min_value=0, max_value=99))
def test_years_that_do_not_follow_each_other_are_refused(year, second):
    assume(second != (year + 1) % 100)
    with pytest.raises(PeriodError, match="two years in a row"):
        clock_year(f"{year}/{second:02}")


@given(st.text(min_size=1))
def test_other_text_is_refused(text):
    assume(not LABEL.fullmatch(text))
    with pytest.raises(PeriodError, match="allowed"):
        clock_year(text)


@pytest.mark.parametrize(
    "label",
    [
        "2022/24",
        "2022/22",
        "2022-23",
        "2022/2023",
        "22/23",
        " 2023",
        "2023\n",
        "2023/",
        "٢٠٢٣",
        "2O23",
    ],
)
def test_malformed_labels_are_refused_and_quoted(label):
    with pytest.raises(PeriodError, match=re.escape(label.strip()[:4])):
        clock_year(label)


def test_an_empty_label_has_no_clock_year():
    assert clock_year("") is None


def test_a_century_ends_in_00():
    assert clock_year("1999/00") == 2000


@pytest.mark.parametrize(("days", "part"), [(1, True), (212, True), (WHOLE_PERIOD_DAYS - 1, True),
                                            (WHOLE_PERIOD_DAYS, False), (366, False)])  # fmt: skip
def test_less_than_a_whole_year_is_a_part_year(days, part):
    start = date(2025, 1, 1)
    assert is_part_year(start, start + timedelta(days=days - 1)) is part


def test_a_period_without_stated_days_is_no_part_year():
    assert not is_part_year(None, None)
    assert not is_part_year(date(2025, 1, 1), None)
    assert not is_part_year(None, date(2025, 7, 1))


def test_no_period_comes_first_and_the_rest_by_the_clock():
    labels = ["2022/23", "", "2021", "2019/20"]
    assert sorted(labels, key=in_time) == ["", "2019/20", "2021", "2022/23"]
