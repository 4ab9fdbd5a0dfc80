"""Dates of two years or a decade stay as coarse as their source."""

from datetime import date

import pytest

from geodata.tables.days import known_day
from geodata.tables.records import Milestone
from geodata.tables.statuses import Status, status_at
from tests.packages_editing import append_row, only_fault


def milestone(first: int, precision: str) -> Milestone:
    return Milestone("x", date(first, 1, 1), precision, "open", "", "", "", None, "")


def test_what_opened_in_one_of_two_years_is_open_for_certain_in_the_second():
    opened = [milestone(2016, "two_years")]
    assert status_at(opened, 2016) == Status.ABSENT
    assert status_at(opened, 2017) == Status.OPEN


def test_what_opened_in_a_decade_is_open_for_certain_at_its_end():
    opened = [milestone(1960, "decade")]
    assert [status_at(opened, year) for year in (1960, 1968, 1969)] == [
        Status.ABSENT, Status.ABSENT, Status.OPEN,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "known"),
    [("2016/2017", (date(2016, 1, 1), "two_years")), ("1960/1969", (date(1960, 1, 1), "decade"))],
)
def test_several_years_are_read_as_they_are_written(text, known):
    assert known_day(text) == known


@pytest.mark.parametrize("text", ["2016/2018", "1965/1974", "2017/2016", "1999/2000/2001"])
def test_other_spans_are_no_dates(text):
    with pytest.raises(ValueError, match=text.split("/")[0]):
        known_day(text)


@pytest.mark.parametrize(
    ("day", "precision"), [("1965-01-01", "decade"), ("2016-05-01", "two_years")]
)
def test_a_span_that_begins_in_its_middle_is_a_fault(town, day, precision):
    append_row(town, "milestones", 2, date=day, date_precision=precision)
    fault = only_fault(town)
    assert (fault.file, fault.field, fault.found) == ("milestones.csv", "date", day)


def test_the_park_and_the_nature_house_are_as_coarse_as_their_sources(randers):
    known = {(m.feature, m.date_precision, m.year) for m in randers.milestones}
    assert ("noerrevangsparken", "decade", 1969) in known
    assert ("myretuen", "two_years", 2017) in known
