"""A feature's status follows what is known of it at the end of each year."""

from datetime import date

import pytest

from geodata.records import Milestone
from geodata.statuses import Status, status_at


def milestone(day: str, status: str) -> Milestone:
    return Milestone("lake", date.fromisoformat(day), "day", status, "", "", "", None, "")


LAKE = (
    milestone("2021-10-28", "planned"),
    milestone("2023-02-01", "funded"),
    milestone("2025-01-01", "event"),
    milestone("2027-01-01", "expected"),
)


@pytest.mark.parametrize(
    ("year", "status"),
    [(2020, Status.ABSENT), (2021, Status.PLANNED), (2022, Status.PLANNED), (2023, Status.FUNDED)],
)
def test_a_status_holds_from_its_year_on(year, status):
    assert status_at(LAKE, year) == status


@pytest.mark.parametrize("year", [2027, 2028, 2100])
def test_what_is_expected_never_becomes_open(year):
    assert status_at(LAKE, year) == Status.EXPECTED


def test_an_event_does_not_change_the_status():
    assert status_at(LAKE, 2025) == Status.FUNDED


@pytest.mark.parametrize(
    "milestones",
    [(), (milestone("2002-01-01", "event"),), (milestone("2002-01-01", "off_state_list"),)],
)
@pytest.mark.parametrize("year", [1990, 2025])
def test_a_feature_without_dates_is_there_undated(milestones, year):
    assert status_at(milestones, year) == Status.UNDATED


def test_the_last_of_several_in_a_year_counts_whatever_their_order():
    year = (milestone("2022-09-01", "open"), milestone("2022-03-01", "building"))
    assert status_at(year, 2022) == status_at(reversed(year), 2022) == Status.OPEN


def test_the_whole_year_counts():
    assert status_at([milestone("2022-12-31", "open")], 2022) == Status.OPEN


def test_what_closed_is_closed():
    history = (milestone("2018-01-01", "open"), milestone("2020-06-01", "closed"))
    assert [status_at(history, year) for year in (2019, 2020)] == [Status.OPEN, Status.CLOSED]
