"""The rules on an invented town: what blocks, what is only a caveat, and where they stop."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.tables.records import Break, Milestone, Target
from geodata.verdicts import Block, CaveatCode, Reason, Verdict, judge
from tests.packages_editing import value_of, with_indicator, with_value

BOTH = "moelleparken;soegade"


def target(kind, value=None, **changes):
    plain = {"goal": "godt-naboskab", "indicator": "naboklager", "geographies": "moelleparken",
             "scope": "each", "stated": "yes", "from_": 2020, "to_": 2024}  # fmt: skip
    return Target(**{**plain, **changes}, kind=kind, value=value, text_da="Mål", text_en="Target")


def only(town, kind, value=None, **changes):
    """The one judgement of a town with one target."""
    (judged,) = judge(replace(town, targets=(target(kind, value, **changes),)))
    return judged


def parity(town, place="soegade", **changes):
    """Judged on 2022/23: for 2023/24 the town prints no figure of the municipality."""
    asked = {"indicator": "laesegrupper", "geographies": place, "to_": 2023, **changes}
    return only(town, "parity_with_municipality", **asked)


def short(judged):
    return judged.verdict, judged.reason


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


# Parity


def test_parity_is_reached_at_the_same_value(tinytown):
    town = with_value(tinytown, "laesegrupper", "soegade", "2022/23", value=16.0)
    assert short(parity(town)) == (Verdict.REACHED, Reason.AT_LEAST_AS_GOOD)
    lower = with_indicator(town, "laesegrupper", polarity="lower")
    assert short(parity(lower)) == (Verdict.REACHED, Reason.AT_LEAST_AS_GOOD)


def test_parity_turns_round_with_the_polarity(tinytown):
    lower = with_indicator(tinytown, "laesegrupper", polarity="lower")
    assert parity(lower).verdict == Verdict.REACHED
    assert parity(lower, "moelleparken").verdict == Verdict.NOT_REACHED


@pytest.mark.parametrize(("value", "reason"), [(12.5, Reason.GAP_SMALLER), (12.4, Reason.GAP_NOT_SMALLER),
                                               (12.3, Reason.GAP_NOT_SMALLER)])  # fmt: skip
def test_on_the_way_is_nearer_than_at_the_start(tinytown, value, reason):
    """The gap was 15.4 - 11.8 = 3.6; 16.0 - 12.4 is 3.6 too, which is no smaller."""
    town = with_value(tinytown, "laesegrupper", "soegade", "2022/23", value=value)
    assert parity(town).reason == reason


@pytest.mark.parametrize("place", ["soegade", "tinby-kommune"])
def test_a_marked_start_cannot_show_a_way(tinytown, place):
    days = {"period_start": date(2020, 8, 1), "period_end": date(2020, 12, 31)}
    town = with_value(tinytown, "laesegrupper", place, "2020/21", **days)
    judged = parity(town)
    assert short(judged) == (Verdict.NOT_REACHED, Reason.WORSE)
    assert CaveatCode.START_GAP_UNKNOWN in [c.code for c in judged.caveats]


def test_a_break_since_the_start_leaves_the_level_and_takes_the_way(tinytown):
    change = Break("laesegrupper", "", date(2022, 1, 1), "Ny", "New")
    town = replace(tinytown, breaks=(change,))
    assert short(parity(town)) == (Verdict.NOT_REACHED, Reason.WORSE)
    assert parity(town, "moelleparken").verdict == Verdict.REACHED


def test_an_unusable_municipality_blocks_the_year(tinytown):
    days = {"period_start": date(2022, 8, 1), "period_end": date(2022, 12, 31)}
    judged = parity(with_value(tinytown, "laesegrupper", "tinby-kommune", "2022/23", **days))
    assert short(judged) == (Verdict.UNDECIDED, Reason.ALL_BLOCKED)
    assert judged.years[0].blocks == (Block.BENCHMARK_UNUSABLE,)


def test_no_municipality_leaves_parity_open(tinytown):
    own = tuple(o for o in tinytown.observations if o.geography != "tinby-kommune")
    assert short(parity(replace(tinytown, observations=own))) == (
        Verdict.UNDECIDED, Reason.NO_BENCHMARK)  # fmt: skip


def test_counts_are_not_level_with_counts(tinytown):
    judged = only(tinytown, "parity_with_municipality")
    assert short(judged) == (Verdict.UNDECIDED, Reason.COUNTS_APART)


def test_shares_of_areas_have_no_sum(tinytown):
    judged = only(
        tinytown, "direction", 1, indicator="laesegrupper", geographies=BOTH, scope="together"
    )
    assert short(judged) == (Verdict.UNDECIDED, Reason.NOT_ADDABLE)


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


# What blocks a year, for every kind that looks at figures


FIGURES = [("change_per_year", -1), ("direction", -1), ("at_least", 5)]


@pytest.mark.parametrize(("kind", "value"), FIGURES)
@pytest.mark.parametrize(
    ("change", "block"),
    [
        ({"period_start": date(2024, 1, 1), "period_end": date(2024, 6, 30)}, Block.PART_YEAR),
        ({"period": ""}, Block.NO_YEAR),
    ],
)
def test_what_is_no_figure_of_a_year_leaves_the_verdict_on_the_one_before(
    tinytown, kind, value, change, block
):
    town = with_value(tinytown, "naboklager", "moelleparken", "2024", **change)
    judged = only(town, kind, value, from_=2021)
    assert (judged.verdict, judged.until) == (Verdict.REACHED, "2021")
    assert [year.blocks for year in judged.blocked] == [(block,)]
    assert judged.latest == ()


# No verdict rests on an older year while a later one is printed and cannot be told


@pytest.mark.parametrize(("kind", "value"), FIGURES)
def test_a_later_figure_that_cannot_be_used_leaves_the_target_open(tinytown, kind, value):
    town = with_indicator(tinytown, "naboklager", plausible_max=500)
    town = with_value(town, "naboklager", "moelleparken", "2024", value=900.0)
    judged = only(town, kind, value, from_=2021)
    assert (*short(judged), judged.until) == (Verdict.UNDECIDED, Reason.LATEST_BLOCKED, None)
    assert [(year.period, year.blocks) for year in judged.latest] == [("2024", (Block.INVALID,))]
    assert judged.last.period == "2021"


def test_a_missing_part_of_a_later_sum_leaves_the_target_open(tinytown):
    judged = only(tinytown, "direction", -1, geographies=BOTH + ";bakkegaarden", scope="together")
    assert judged.verdict == Verdict.UNDECIDED
    town = with_indicator(tinytown, "naboklager", plausible_max=500)
    town = with_value(town, "naboklager", "soegade", "2024", value=900.0)
    judged = only(town, "direction", -1, geographies=BOTH, scope="together")
    assert (short(judged), judged.before) == (
        (Verdict.UNDECIDED, Reason.LATEST_BLOCKED), Reason.MOVED)  # fmt: skip


@pytest.mark.parametrize(
    "change", [{}, {"period_start": date(2023, 8, 1), "period_end": date(2023, 12, 31)}]
)
def test_a_later_year_without_the_municipality_leaves_parity_open(tinytown, change):
    """Unless the place's own figure is no whole year either."""
    town = with_value(tinytown, "laesegrupper", "soegade", "2023/24", **change)
    judged = parity(town, to_=2024)
    expected = Reason.GAP_SMALLER if change else Reason.LATEST_BLOCKED
    assert judged.reason == expected
    assert judged.last.period == "2022/23"


def test_one_year_with_too_few_is_enough_whatever_follows(tinytown):
    town = with_indicator(tinytown, "naboklager", plausible_max=500)
    town = with_value(town, "naboklager", "moelleparken", "2024", value=900.0)
    judged = only(town, "at_least", 22, from_=2021)
    assert (*short(judged), judged.until) == (
        Verdict.NOT_REACHED, Reason.TOO_FEW_IN_A_YEAR, "2021")  # fmt: skip


def test_what_lies_behind_a_break_leaves_nothing_open(tinytown):
    town = with_indicator(tinytown, "naboklager", plausible_max=500)
    town = with_value(town, "naboklager", "moelleparken", "2024", value=900.0)
    change = Break("naboklager", "", date(2023, 1, 1), "Ny", "New")
    judged = only(replace(town, breaks=(change,)), "direction", -1)
    assert (judged.verdict, judged.until) == (Verdict.REACHED, "2021")


# A pair of printed numbers that contradict each other: either may be the wrong one


def with_pair(town, part):
    """A town where in 2024 more complaints were settled than there were: 15 of them."""
    inner = replace(next(i for i in town.indicators if i.id == "naboklager"),
                    id="loeste-klager", subset_of="naboklager")  # fmt: skip
    one = replace(value_of(town, "naboklager", "moelleparken", "2024"),
                  indicator="loeste-klager", value=float(part))  # fmt: skip
    return replace(town, indicators=(*town.indicators, inner),
                   observations=(*town.observations, one))  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "value", "part", "needed", "hit"),
    [
        ("direction", -1, 20, 24, True),
        ("direction", -1, 24, 24, None),
        ("change_per_year", -1, 19, 19, True),
        ("change_per_year", -1, 20, 19, None),
        ("change_per_year", -2, 20, 14, False),
        ("at_least", 15, 20, 15, True),
        ("at_least", 16, 20, 16, None),
    ],
)
def test_both_readings_of_a_pair_are_a_remark_and_never_a_verdict(
    tinytown, kind, value, part, needed, hit
):
    judged = only(with_pair(tinytown, part), kind, value, from_=2021)
    if judged.reason != Reason.TOO_FEW_IN_A_YEAR:
        assert short(judged) == (Verdict.UNDECIDED, Reason.LATEST_BLOCKED)
    (latest,) = judged.blocked
    read = latest.readings
    assert (read.low, read.high, read.needed, read.hit) == (15, part, needed, hit)
    said = CaveatCode.SAME_EITHER_WAY in [caveat.code for caveat in judged.caveats]
    assert said == (hit is not None)


def test_what_is_doubtful_for_another_reason_has_no_readings(tinytown):
    town = with_indicator(tinytown, "naboklager", plausible_max=500)
    town = with_value(town, "naboklager", "moelleparken", "2024", value=900.0)
    assert only(town, "direction", -1).latest[0].readings is None


@given(part=st.integers(16, 60), asked=st.sampled_from([1, -1]))
def test_a_remark_is_what_both_towns_would_get(tinytown, part, asked):
    """Each reading is a town of its own, without a contradiction."""
    (latest,) = only(with_pair(tinytown, part), "direction", asked).latest
    towns = [
        with_value(tinytown, "naboklager", "moelleparken", "2024", value=float(v))
        for v in (15, part)
    ]
    hits = {only(town, "direction", asked).last.hit for town in towns}
    assert latest.readings.hit == (hits.pop() if len(hits) == 1 else None)


# Breaks and missing parts


@pytest.mark.parametrize(
    ("year", "until"), [(2024, "2021"), (2021, None), (2019, "2024"), (2025, "2024")]
)
def test_a_break_blocks_only_what_lies_behind_it(tinytown, year, until):
    change = Break("naboklager", "moelleparken", date(year, 1, 1), "Ny", "New")
    judged = only(replace(tinytown, breaks=(change,)), "direction", -1)
    assert judged.until == until
    elsewhere = replace(change, geographies="soegade")
    assert only(replace(tinytown, breaks=(elsewhere,)), "direction", -1).until == "2024"


def test_a_missing_part_blocks_what_is_judged_together(tinytown):
    places = "moelleparken;bakkegaarden"
    judged = only(tinytown, "at_least", 5, geographies=places, scope="together")
    assert judged.verdict == Verdict.UNDECIDED
    assert [(y.period, y.blocks) for y in judged.blocked] == [("2024", (Block.MEMBER_MISSING,))]
    assert judged.last.seen.value == 21 + 8


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


# What is always so

COUNTS = st.lists(st.integers(0, 60), min_size=3, max_size=3)


def with_counts(town, values):
    for period, value in zip(("2019", "2021", "2024"), values, strict=True):
        town = with_value(town, "naboklager", "moelleparken", period, value=float(value))
    return town


@given(values=COUNTS, asked=st.sampled_from([1, -1]))
def test_a_direction_is_never_reached_both_ways(tinytown, values, asked):
    town = with_counts(tinytown, values)
    verdicts = {only(town, "direction", way).verdict for way in (asked, -asked)}
    if values[0] == values[-1]:
        assert verdicts == {Verdict.NOT_REACHED}
    else:
        assert verdicts == {Verdict.REACHED, Verdict.NOT_REACHED}


@given(values=COUNTS, asked=st.integers(1, 9))
def test_asking_for_more_never_helps(tinytown, values, asked):
    town = with_counts(tinytown, values)
    if only(town, "change_per_year", -asked - 1).verdict == Verdict.REACHED:
        assert only(town, "change_per_year", -asked).verdict == Verdict.REACHED


@given(values=COUNTS, asked=st.integers(-9, 9).filter(bool))
def test_reached_is_the_same_as_the_last_hit(tinytown, values, asked):
    judged = only(with_counts(tinytown, values), "change_per_year", asked)
    assert (judged.verdict == Verdict.REACHED) == judged.last.hit
    assert judged.last.seen.members == (
        value_of(with_counts(tinytown, values), "naboklager", "moelleparken", "2024"),
    )


@given(
    own=st.floats(0, 60).map(lambda x: round(x, 1)),
    other=st.floats(0, 60).map(lambda x: round(x, 1)),
)
def test_parity_is_a_comparison(tinytown, own, other):
    town = with_value(tinytown, "laesegrupper", "soegade", "2022/23", value=own)
    town = with_value(town, "laesegrupper", "tinby-kommune", "2022/23", value=other)
    assert (parity(town).verdict == Verdict.REACHED) == (own >= other)
