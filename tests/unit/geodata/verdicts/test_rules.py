"""The rules on an invented town: what is judged, from the start or as a least number, and on which years."""

from dataclasses import replace
from datetime import date

import pytest

from geodata.tables.records import Milestone
from geodata.verdicts import Block, CaveatCode, Reason, Verdict, judge
from tests.packages_editing import with_value
from tests.unit.geodata.verdicts.targets import only, short

# The town as it is: read from its observations.csv by eye


def test_the_invented_town_is_judged(tinytown):
    first, second, third = judge(tinytown)
    # 18 against 16; in 2023/24 the municipality is not printed, and the place is
    assert (*short(first), first.until) == (Verdict.UNDECIDED, Reason.LATEST_BLOCKED, None)
    assert (first.before, first.last.period) == (Reason.AT_LEAST_AS_GOOD, "2022/23")
    assert [year.period for year in first.latest] == ["2023/24"]
    assert [(y.period, y.hit, y.blocks) for y in first.years] == [
        ("2022/23", True, ()), ("2023/24", None, (Block.BENCHMARK_MISSING,)),
    ]  # fmt: skip
    # 13,5 against 16, a gap of 2,5; at the start 11,8 against 15,4, a gap of 3,6
    assert (second.verdict, second.before) == (Verdict.UNDECIDED, Reason.GAP_SMALLER)
    # 42 in 2019, two fewer a year: 38 in 2021, 32 in 2024; printed 38 and 31
    assert (*short(third), third.geography) == (Verdict.REACHED, Reason.ENOUGH, "")
    assert [(y.seen.value, y.needed, y.hit) for y in third.years] == [
        (38, 38, True),
        (31, 32, True),
    ]
    assert [(y.step.change, y.step.needed, y.step.hit) for y in third.years] == [
        (-4, -4, True), (-7, -6, True),
    ]  # fmt: skip
    assert [len(y.members) for y in third.years] == [2, 2]


# A change a year: 24 in 2019, 21 in 2021, 15 in 2024


@pytest.mark.parametrize(
    ("asked", "verdict", "reason", "hits"),
    [
        (-1.5, Verdict.REACHED, Reason.ENOUGH, [True, True]),
        (-1.8, Verdict.REACHED, Reason.ENOUGH, [False, True]),
        (-2, Verdict.ON_THE_WAY, Reason.MOVED_TOO_LITTLE, [False, False]),
        (2, Verdict.NOT_REACHED, Reason.TOO_LITTLE, [False, False]),
    ],
)
def test_a_change_a_year_adds_up_from_the_start(tinytown, asked, verdict, reason, hits):
    judged = only(tinytown, "change_per_year", asked)
    assert short(judged) == (verdict, reason)
    assert [year.hit for year in judged.years] == hits
    missed = [c.periods for c in judged.caveats if c.code == CaveatCode.NOT_EVERY_YEAR]
    assert missed == ([("2021",)] if verdict == Verdict.REACHED and not hits[0] else [])


def test_a_marked_start_shows_no_way_to_a_change_a_year(tinytown):
    town = with_value(tinytown, "naboklager", "moelleparken", "2019", note="small_base_stated")
    judged = only(town, "change_per_year", -2)
    assert short(judged) == (Verdict.NOT_REACHED, Reason.TOO_LITTLE)
    assert CaveatCode.SMALL_BASE_STATED in [c.code for c in judged.caveats]


def test_a_start_without_a_year_tells_a_direction_but_no_pace(tinytown):
    town = with_value(tinytown, "naboklager", "moelleparken", "2019", period="")
    assert short(only(town, "change_per_year", -1)) == (
        Verdict.UNDECIDED,
        Reason.START_WITHOUT_YEAR,
    )
    judged = only(town, "direction", -1)
    assert short(judged) == (Verdict.REACHED, Reason.MOVED)
    assert CaveatCode.START_WITHOUT_YEAR in [c.code for c in judged.caveats]


@pytest.mark.parametrize(("kind", "value"), [("change_per_year", -1), ("direction", -1)])
def test_what_counts_from_the_start_needs_a_usable_one(tinytown, kind, value):
    days = {"period_start": date(2019, 1, 1), "period_end": date(2019, 6, 30)}
    part = with_value(tinytown, "naboklager", "moelleparken", "2019", **days)
    judged = only(part, kind, value)
    assert short(judged) == (Verdict.UNDECIDED, Reason.START_UNUSABLE)
    assert (judged.start.value, judged.start_blocks) == (24, (Block.PART_YEAR,))
    none = replace(
        tinytown, observations=tuple(o for o in tinytown.observations if o.role == "status")
    )
    assert short(only(none, kind, value)) == (Verdict.UNDECIDED, Reason.NO_START)


# A least number every year


@pytest.mark.parametrize(
    ("asked", "first", "verdict", "reason", "missing"),
    [
        (16, 2021, Verdict.NOT_REACHED, Reason.TOO_FEW_IN_A_YEAR, ()),
        (15, 2021, Verdict.UNDECIDED, Reason.YEARS_MISSING, (2022, 2023)),
        (15, 2024, Verdict.REACHED, Reason.ENOUGH_EACH_YEAR, ()),
    ],
)
def test_a_least_number_is_asked_of_every_year(tinytown, asked, first, verdict, reason, missing):
    judged = only(tinytown, "at_least", asked, from_=first)
    assert (*short(judged), judged.missing) == (verdict, reason, missing)


# The years of the target


@pytest.mark.parametrize(
    ("first", "last", "periods"),
    [(2020, 2024, ["2021", "2024"]), (2022, 2024, ["2024"]), (2020, 2021, ["2021"]),
     (None, None, ["2021", "2024"]), (2022, 2023, [])],
)  # fmt: skip
def test_only_the_years_of_the_target_count(tinytown, first, last, periods):
    judged = only(tinytown, "direction", -1, from_=first, to_=last)
    assert [year.period for year in judged.years] == periods
    if not periods:
        assert short(judged) == (Verdict.UNDECIDED, Reason.NO_LATER_FIGURE)


# The state's list


def off(year, place="moelleparken", status="off_state_list"):
    return Milestone(
        place, date(year, 1, 1), "year", status, "", "Af listen", "Off", None, "Opdigtet"
    )


@pytest.mark.parametrize(
    ("milestones", "due", "verdict", "reason"),
    [
        ((off(2023),), 2023, Verdict.REACHED, Reason.OFF_IN_TIME),
        ((off(2024),), 2023, Verdict.NOT_REACHED, Reason.OFF_LATER),
        ((off(2024), off(2022)), 2023, Verdict.REACHED, Reason.OFF_IN_TIME),
        ((off(2023, "soegade"),), 2023, Verdict.UNDECIDED, Reason.NO_EVENT),
        ((off(2023, status="event"),), 2023, Verdict.UNDECIDED, Reason.NO_EVENT),
        ((), 2023, Verdict.UNDECIDED, Reason.NO_EVENT),
        ((), 2030, Verdict.UNDECIDED, Reason.NOT_DUE),
        ((off(2029),), 2030, Verdict.UNDECIDED, Reason.NOT_DUE),
    ],
)
def test_only_a_dated_event_takes_a_place_off_the_list(tinytown, milestones, due, verdict, reason):
    town = replace(tinytown, milestones=milestones)
    judged = only(town, "off_state_list_by", due, indicator="", from_=None, to_=None)
    assert short(judged) == (verdict, reason)
    assert (judged.event is None) == (verdict == Verdict.UNDECIDED)
