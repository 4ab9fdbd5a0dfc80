"""Parity with the municipality: reached, on the way, or open."""

from dataclasses import replace
from datetime import date

import pytest

from geodata.tables.records import Break
from geodata.verdicts import Block, CaveatCode, Reason, Verdict
from tests.packages_editing import with_indicator, with_value
from tests.unit.geodata.verdicts.targets import BOTH, only, parity, short


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
