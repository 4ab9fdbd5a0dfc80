"""What blocks a year, and what a later year that cannot be told leaves open."""

from dataclasses import replace
from datetime import date

import pytest

from geodata.tables.records import Break
from geodata.verdicts import Block, Reason, Verdict
from tests.packages_editing import with_indicator, with_value
from tests.unit.geodata.verdicts.targets import BOTH, only, parity, short

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
