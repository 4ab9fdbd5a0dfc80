"""Since when and until when something holds: the last day counts."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.tables.validity import is_time, validity


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "first", "last"),
    [
        ("2023", "2025", date(2023, 1, 1), date(2025, 12, 31)),
        ("2023-07", "2024-02", date(2023, 7, 1), date(2024, 2, 29)),
        ("2023-07-15", "2023-07-15", date(2023, 7, 15), date(2023, 7, 15)),
        ("", "2022", date.min, date(2022, 12, 31)),
        ("2023", "", date(2023, 1, 1), date.max),
    ],
)
def test_a_year_or_a_month_is_all_of_its_days(valid_from, valid_to, first, last):
    found = validity(valid_from, valid_to)
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize("text", ["23", "2023-13", "2023-02-30", "2023/24", "ved årsskiftet"])
def test_what_is_no_day_is_refused(text):
    with pytest.raises(ValueError, match=r"\S"):
        validity(text, "")
    assert not is_time(text)


@pytest.mark.parametrize(("text", "is_one"), [("2023", True), ("2023-07", True), ("", False)])
def test_a_time_is_told_from_what_is_none(text, is_one):
    assert is_time(text) is is_one


def test_a_year_has_the_outline_that_holds_at_its_end():
    mid_year = validity("2023-07-01", "")
    assert [mid_year.holds_in(year) for year in (2022, 2023, 2024)] == [False, True, True]
    assert not validity("", "2023-06-30").holds_in(2023)


_DAYS = st.dates(date(2000, 1, 1), date(2040, 1, 1))


@given(st.lists(_DAYS, min_size=2, max_size=8, unique=True), _DAYS)
def test_on_every_day_at_most_one_of_several_in_a_row_holds(starts, day):
    starts = sorted(starts)
    ends = [str(start - timedelta(days=1)) for start in starts[1:]] + [""]
    spans = [validity(str(one), end) for one, end in zip(starts, ends, strict=True)]
    assert sum(span.holds(day) for span in spans) == (day >= starts[0])
    assert not any(a.overlaps(b) for a in spans for b in spans if a is not b)
