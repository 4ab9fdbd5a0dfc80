"""A feature's status follows what is known of it at the end of each year."""

from datetime import date

import pytest

from geodata.tables.records import Milestone
from geodata.tables.statuses import Standing, Status, standing_at, status_at


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


def test_what_opens_anew_says_both_days():
    park = (milestone("1960-01-01", "open"), milestone("2023-06-01", "open"))
    assert standing_at(park, 2022) == Standing(Status.OPEN, park[0], None)
    assert standing_at(park, 2023) == Standing(Status.OPEN, park[0], None, park[1])


def test_the_whole_year_counts():
    assert status_at([milestone("2022-12-31", "open")], 2022) == Status.OPEN


def test_what_closed_is_closed():
    history = (milestone("2018-01-01", "open"), milestone("2020-06-01", "closed"))
    assert [status_at(history, year) for year in (2019, 2020)] == [Status.OPEN, Status.CLOSED]


def test_a_status_stands_since_the_first_milestone_that_says_it_in_a_row():
    walk = (milestone("2018-05-01", "open"), milestone("2019-01-01", "closed"),
            milestone("2020-03-01", "open"), milestone("2023-06-01", "open"))  # fmt: skip
    assert standing_at(walk, 2024).since == walk[2]
    assert standing_at(walk, 2018).since == walk[0]


def test_what_is_on_its_way_says_when_it_is_expected():
    assert standing_at(LAKE, 2023).expected == LAKE[3]
    assert standing_at(LAKE, 2027) == Standing(Status.EXPECTED, LAKE[3], None)
    assert standing_at(LAKE, 2020) == Standing(Status.ABSENT, None, None)
    assert standing_at((), 2020) == Standing(Status.UNDATED, None, None)


def test_what_is_open_expects_nothing():
    opened = (milestone("2020-01-01", "open"), milestone("2027-01-01", "expected"))
    assert standing_at(opened, 2022).expected is None


@pytest.mark.parametrize(
    ("work", "status_2022", "status_2023"),
    [
        ("gl-jennumvej-indsnaevring", Status.FUNDED, Status.OPEN),
        ("garnisonsvej-fortov", Status.FUNDED, Status.OPEN),
        ("garnisonsvej-flyvervej-krydsning", Status.FUNDED, Status.FUNDED),
    ],
)
def test_road_works_are_done_where_a_source_says_so(randers, work, status_2022, status_2023):
    """A newspaper of 5 January 2023 tells of two of the three; of the crossing nothing is known."""
    own = [m for m in randers.milestones if m.feature == work]
    assert [status_at(own, year) for year in (2022, 2023)] == [status_2022, status_2023]


def test_a_feature_has_its_own_milestones_in_the_order_of_the_package(tinytown):
    own = tinytown.milestones_of("engparken")
    assert own == tuple(m for m in tinytown.milestones if m.feature == "engparken")
    assert len(own) == 2
    assert tinytown.milestones_of("noget") == ()
