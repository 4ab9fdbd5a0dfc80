"""Sums are made only of whole sets of usable printed values, and keep what they are made of."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.figures.sums import add_up, concerned, printed, sums
from geodata.tables.findings import Severity
from geodata.tables.records import Break, Geography
from tests.packages_editing import value_of, with_indicator, with_value

TWO = ("moelleparken", "soegade")


def with_sum(package, members="moelleparken;soegade"):
    place = Geography("begge", "Begge", "Both", "sum", members, "")
    return replace(package, geographies=(*package.geographies, place))


def of(package, indicator):
    return {(s.period, s.role): s.value for s in sums(package) if s.indicators == (indicator,)}


#: Added by hand from observations.csv: Gl. Jennumparken + Glarbjergvej + Hermann Stillings Vej.
THREE_AREAS = {
    "grundskole-30-59": {
        ("2020", "baseline"): 348 + 348 + 243, ("2022", "status"): 856,
        ("2024", "status"): 812, ("2025", "status"): 961,
    },
    "voksenlaerling": {
        ("2020", "baseline"): 14, ("2022", "status"): 13, ("2023", "status"): 15,
        ("2024", "status"): 16, ("2025", "status"): 7,
    },
    "uden-for-arbejdsmarkedet": {
        ("2021", "baseline"): 956, ("2022", "status"): 864, ("2023", "status"): 919,
        ("2024", "status"): 964, ("2025", "status"): 889,
    },
    "jobparate": {
        ("", "baseline"): 145, ("2022", "status"): 99, ("2023", "status"): 108,
        ("2024", "status"): 119, ("2025", "status"): 115,
    },
    "udsaettelser": {
        ("2018/19", "baseline"): 33, ("2021/22", "status"): 11, ("2022/23", "status"): 32,
        ("2023/24", "status"): 4, ("2024/25", "status"): 7,
    },
    "effektive-udsaettelser": {
        ("2018/19", "baseline"): 19, ("2021/22", "status"): 5, ("2022/23", "status"): 17,
        ("2023/24", "status"): 7, ("2024/25", "status"): 10,
    },
    "ssp-bekymringer": {},
}  # fmt: skip


@pytest.mark.parametrize("indicator", THREE_AREAS)
def test_the_three_areas_of_randers(randers, indicator):
    assert of(randers, indicator) == THREE_AREAS[indicator]


def test_only_counts_are_added_over_areas(randers):
    assert {s.indicators[0] for s in sums(randers)} == {
        series for series, values in THREE_AREAS.items() if values
    }
    assert {s.geography for s in sums(randers)} == {"tre-boligomraader"}


def test_a_sum_keeps_its_parts_and_their_marks(randers):
    total = next(
        s for s in sums(randers) if (s.indicators, s.period) == (("grundskole-30-59",), "2024")
    )
    assert [(m.geography, m.value) for m in total.members] == [
        ("jennumparken", 286), ("glarbjergvej", 286), ("hermann-stillings-vej", 240),
    ]  # fmt: skip
    assert total.severity == Severity.NOTE
    assert {f.rule for f in total.findings} == {"equal_counts"}
    assert not total.is_printed


def test_a_part_year_says_its_days_and_its_notes(randers):
    total = next(
        s for s in sums(randers) if (s.indicators, s.period) == (("voksenlaerling",), "2025")
    )
    assert (total.period_start, total.period_end) == (date(2025, 1, 1), date(2025, 6, 30))
    assert total.notes == ("to_july",)


def test_a_doubtful_part_makes_a_doubtful_sum(randers):
    years = {s.period: s.severity for s in sums(randers) if s.indicators == ("udsaettelser",)}
    assert years == {"2018/19": None, "2021/22": None, "2022/23": None,
                     "2023/24": Severity.DOUBTFUL, "2024/25": Severity.DOUBTFUL}  # fmt: skip


#: Focused and special language support, added by hand.
LANGUAGE = {
    "jennumparken": {"2020": 60.5, "2022": 51.3, "2023": 54.0, "2024": 55.6},
    "glarbjergvej": {"2020": 70.2, "2022": 54.9, "2023": 59.6, "2024": 60.0},
    "hermann-stillings-vej": {"2020": 50.0, "2022": 47.6, "2023": 34.7, "2024": 33.3, "2025": 0.0},
    "danmark": {"2020": 15.0},
}


@pytest.mark.parametrize("place", LANGUAGE)
def test_two_language_shares_together_leave_out_what_is_invalid(randers, place):
    found = add_up(printed(randers), ("sprog-fokuseret", "sprog-saerlig"), (place,))
    assert {s.period: s.value for s in found} == LANGUAGE[place]
    assert {s.geography for s in found} == {place}


def test_one_series_in_one_place_is_what_is_printed(randers):
    found = add_up(printed(randers), ("skolefravaer",), ("jennumparken",))
    assert [(s.period, s.value) for s in found] == [
        ("2019/20", 5.7), ("2021/22", 9.2), ("2022/23", 6.6), ("2023/24", 9.9),
    ]  # fmt: skip
    assert all(s.is_printed for s in found)


def test_another_town_is_added_up_too(tinytown):
    assert sums(tinytown) == ()
    assert of(with_sum(tinytown), "naboklager") == {
        ("2019", "baseline"): 42, ("2021", "status"): 38, ("2024", "status"): 31,
    }  # fmt: skip


def test_a_missing_part_is_not_replaced(tinytown):
    town = with_sum(tinytown, "moelleparken;bakkegaarden")
    assert of(town, "naboklager") == {("2021", "status"): 29}


def test_start_measurements_of_different_years_are_not_added(tinytown):
    town = with_sum(with_value(tinytown, "naboklager", "soegade", "2019", period="2018"))
    assert ("2019", "baseline") not in of(town, "naboklager")


def test_a_start_without_a_year_stays_without(tinytown):
    town = tinytown
    for place in TWO:
        town = with_value(town, "naboklager", place, "2019", period="")
    assert of(with_sum(town), "naboklager")[("", "baseline")] == 42


@pytest.mark.parametrize("change", [{"role": "baseline"}, {"period_end": date(2021, 6, 30)}])
def test_other_months_or_another_role_are_not_the_same(tinytown, change):
    town = with_value(with_sum(tinytown), "naboklager", "soegade", "2021", **change)
    assert all(period != "2021" for period, _ in of(town, "naboklager"))


def test_an_invalid_part_makes_no_sum(tinytown):
    town = with_indicator(with_sum(tinytown), "naboklager", plausible_max=20)
    assert of(town, "naboklager") == {("2024", "status"): 31}


@given(values=st.lists(st.integers(0, 500), min_size=2, max_size=2))
def test_a_sum_is_that_of_its_members(tinytown, values):
    town = with_sum(tinytown)
    for place, value in zip(TWO, values, strict=True):
        town = with_value(town, "naboklager", place, "2024", value=float(value))
    total = next(s for s in sums(town) if s.period == "2024")
    assert total.value == sum(values)
    assert [m.value for m in total.members] == values
    assert total.members[0] == value_of(town, "naboklager", TWO[0], "2024")


@pytest.mark.parametrize(
    ("own", "told"),
    [("", ()), ("soegade", ("soegade", "begge")), ("bakkegaarden", ("bakkegaarden",))],
)
def test_a_break_at_one_area_is_one_of_the_sum_with_it(tinytown, own, told):
    change = Break("naboklager", own, date(2023, 1, 1), "Nyt.", "New.")
    assert concerned(with_sum(tinytown), change) == told


def test_a_sum_has_the_words_for_its_period_that_all_its_parts_have(randers):
    words = {(total.period, total.source_period, total.source_period_en)
             for total in sums(randers) if total.geography == "tre-boligomraader"
             and total.indicators == ("uden-for-arbejdsmarkedet",)}  # fmt: skip
    assert ("2025", "2025 (januar-juli)", "2025 (January-July)") in words
    assert ("2024", "", "") in words
