"""Each rule finds what it should and nothing else, on an invented town."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest

from geodata.rules.quality import breaks_of, by_observation, find, severity_of
from geodata.tables.findings import Severity
from geodata.tables.records import Break
from tests.packages_editing import (
    value_of,
    with_indicator,
    with_value,
)

NOTE, DOUBTFUL, INVALID = Severity.NOTE, Severity.DOUBTFUL, Severity.INVALID
SHARE = "laesegrupper"
COUNT = "naboklager"


def found(package):
    """What was found, in short: rule, severity, geography, period."""
    return [
        (f.rule, f.severity, f.observation.geography, f.observation.period) for f in find(package)
    ]


def second_series(package, name, values, **changes):
    """Add a series that is like the share, with values given by (geography, period)."""
    share = next(i for i in package.indicators if i.id == SHARE)
    one = package.observations[1]
    series = replace(share, id=name, split_years="", **changes)
    new = (
        replace(one, indicator=name, geography=geography, period=period, value=value)
        for (geography, period), value in values.items()
    )
    return replace(
        package,
        indicators=(*package.indicators, series),
        observations=(*package.observations, *new),
    )


def with_break(package, indicator, day, geographies=""):
    change = Break(indicator, geographies, day, "ny", "new")
    return replace(package, breaks=(*package.breaks, change))


def test_the_invented_town_has_no_finding(tinytown):
    assert find(tinytown) == ()


# Copied columns

COPY = {("moelleparken", "2024"): 21.4, ("soegade", "2024"): 15.1, ("bakkegaarden", "2024"): 10.2}


def test_a_column_repeated_in_another_series_is_doubtful_in_both(tinytown):
    package = second_series(tinytown, "kopi", COPY)
    rules = Counter((f.rule, f.severity, f.observation.indicator) for f in find(package))
    assert rules == {("copied_column", DOUBTFUL, SHARE): 3, ("copied_column", DOUBTFUL, "kopi"): 3}


def test_the_copy_is_the_column_that_its_series_cannot_have(tinytown):
    package = second_series(tinytown, "kopi", COPY, plausible_max=20)
    copied = [f for f in find(package) if f.rule == "copied_column"]
    assert {(f.observation.indicator, f.severity) for f in copied} == {("kopi", INVALID)}
    assert [f.related[0].key for f in copied] == [
        (SHARE, geography, "2023/24", "status") for geography, _ in COPY
    ]


def test_two_columns_that_both_cannot_be_are_doubtful(tinytown):
    package = second_series(tinytown, "kopi", COPY, plausible_max=20)
    package = with_indicator(package, SHARE, plausible_max=20)
    copied = [f for f in find(package) if f.rule == "copied_column"]
    assert {(f.observation.indicator, f.severity) for f in copied} == {
        ("kopi", DOUBTFUL), (SHARE, DOUBTFUL),
    }  # fmt: skip


NO_COPIES = {
    "two areas": {key: value for key, value in COPY.items() if key[0] != "soegade"},
    "one value differs": {**COPY, ("soegade", "2024"): 15.2},
    "another year": {(geography, "2021"): value for (geography, _), value in COPY.items()},
}


@pytest.mark.parametrize("case", NO_COPIES)
def test_columns_that_do_not_repeat_area_by_area_are_no_copies(tinytown, case):
    assert find(second_series(tinytown, "anden", NO_COPIES[case])) == ()


def test_columns_of_different_units_are_no_copies(tinytown):
    assert find(second_series(tinytown, "anden", COPY, unit="grade")) == ()


def test_one_value_in_all_areas_is_no_copied_column(tinytown):
    same = dict.fromkeys(COPY, 15.0)
    package = second_series(tinytown, "en", same)
    assert find(second_series(package, "anden", same)) == ()


def test_small_counts_that_are_equal_are_no_copied_column(tinytown):
    counts = {("moelleparken", "2021"): 21, ("soegade", "2021"): 17, ("bakkegaarden", "2021"): 8}
    assert find(second_series(tinytown, "anden", counts, unit="count", decimals=0)) == ()


def test_a_part_that_equals_its_whole_is_no_copied_column(tinytown):
    assert find(second_series(tinytown, "del", COPY, subset_of=SHARE)) == ()


# Implausible values


@pytest.mark.parametrize("value", [60.0, 0.1])
def test_a_value_at_the_edge_of_what_is_plausible_passes(tinytown, value):
    package = with_value(tinytown, SHARE, "tinby-kommune", "2022/23", value=value)
    assert not [f for f in find(package) if f.rule == "implausible"]


def test_a_value_outside_what_is_plausible_is_invalid(tinytown):
    above = with_value(tinytown, SHARE, "soegade", "2023/24", value=60.1)
    below = with_value(tinytown, COUNT, "soegade", "2024", value=-1)
    assert ("implausible", INVALID, "soegade", "2023/24") in found(above)
    assert found(below) == [("implausible", INVALID, "soegade", "2024")]


def test_a_series_without_limits_has_no_implausible_value(tinytown):
    package = with_indicator(tinytown, COUNT, plausible_min=None)
    assert find(with_value(package, COUNT, "soegade", "2024", value=-1)) == ()


# Odd prints


def test_a_figure_with_more_decimals_than_its_series_is_noted(tinytown):
    package = with_value(tinytown, SHARE, "soegade", "2023/24", value=15.12)
    assert found(package) == [("odd_precision", NOTE, "soegade", "2023/24")]


# Shares of a whole


def shares(package, parts, period="2024", persons=None):
    """Three shares of one whole in one area; `parts` maps a period to three values."""
    for position in range(3):
        values = {("soegade", when): three[position] for when, three in parts.items()}
        package = second_series(
            package, f"andel-{position}", values, whole_of="helhed", plausible_max=100
        )
    changed = (
        replace(o, n=persons) if o.indicator.startswith("andel") and o.period == period else o
        for o in package.observations
    )
    return replace(package, observations=tuple(changed))


@pytest.mark.parametrize("three", [(33.3, 33.3, 33.4), (33.3, 33.3, 33.3), (40.0, 30.1, 30.0)])
def test_shares_that_sum_to_the_whole_within_rounding_pass(tinytown, three):
    assert find(shares(tinytown, {"2024": three})) == ()


@pytest.mark.parametrize("three", [(40.0, 30.0, 29.8), (40.0, 30.0, 30.2), (40.0, 35.0, 38.9)])
def test_shares_that_do_not_sum_are_doubtful(tinytown, three):
    findings = find(shares(tinytown, {"2024": three}))
    assert [(f.rule, f.severity) for f in findings] == [("shares_do_not_sum", DOUBTFUL)] * 3
    assert {f.detail for f in findings} == {f"{sum(three):.1f}"}
    assert all(len(f.related) == 3 for f in findings)


def test_shares_of_a_whole_that_is_not_complete_are_not_summed(tinytown):
    package = shares(tinytown, {"2024": (40.0, 30.0, 38.9)})
    kept = tuple(o for o in package.observations if o.indicator != "andel-0")
    assert find(replace(package, observations=kept)) == ()


YEARS = {"2023": (30.0, 31.1, 38.9), "2024": (37.5, 29.2, 38.9)}


def test_a_share_that_repeats_the_last_and_is_no_whole_persons_is_invalid(tinytown):
    findings = find(shares(tinytown, YEARS, persons=24))
    assert [(f.rule, f.severity, f.observation.indicator) for f in findings] == [
        ("shares_do_not_sum", DOUBTFUL, "andel-0"),
        ("shares_do_not_sum", DOUBTFUL, "andel-1"),
        ("repeats_previous", INVALID, "andel-2"),
        ("shares_do_not_sum", INVALID, "andel-2"),
    ]
    repeated = findings[2]
    assert (repeated.related[0].period, repeated.detail) == ("2023", "24")


@pytest.mark.parametrize(
    ("years", "persons"),
    [(YEARS, None), ({**YEARS, "2023": (30.0, 31.0, 39.0)}, 24), (YEARS, 18)],
    ids=["persons unknown", "no repetition", "7 of 18 persons"],
)
def test_a_share_that_can_be_right_is_only_doubtful(tinytown, years, persons):
    findings = find(shares(tinytown, years, persons=persons))
    assert {(f.rule, f.severity) for f in findings} == {("shares_do_not_sum", DOUBTFUL)}


# Parts and wholes


def part_of_count(package, value):
    values = {("soegade", "2024"): value}
    package = second_series(package, "del", values, unit="count", decimals=0, subset_of=COUNT)
    return with_value(package, "del", "soegade", "2024", role="status")


def test_a_part_larger_than_its_whole_makes_both_doubtful(tinytown):
    findings = find(part_of_count(tinytown, 17))
    assert [(f.rule, f.severity, f.observation.indicator) for f in findings] == [
        ("part_exceeds_whole", DOUBTFUL, COUNT), ("part_exceeds_whole", DOUBTFUL, "del"),
    ]  # fmt: skip
    assert findings[0].related == (findings[1].observation,)
    assert findings[1].related == (findings[0].observation,)


@pytest.mark.parametrize("value", [16, 0])
def test_a_part_no_larger_than_its_whole_passes(tinytown, value):
    assert find(part_of_count(tinytown, value)) == ()


def test_a_part_is_held_only_against_the_whole_of_its_own_period(tinytown):
    package = part_of_count(tinytown, 17)
    assert find(with_value(package, "del", "soegade", "2024", period="2023")) == ()


# Equal counts


def equal_counts(package, value, /, **second):
    package = with_value(package, COUNT, "moelleparken", "2024", value=value)
    return with_value(package, COUNT, "soegade", "2024", **{"value": value, **second})


def test_equal_large_counts_in_two_areas_are_noted(tinytown):
    findings = find(equal_counts(tinytown, 348))
    assert [(f.rule, f.severity, f.observation.geography) for f in findings] == [
        ("equal_counts", NOTE, "moelleparken"), ("equal_counts", NOTE, "soegade"),
    ]  # fmt: skip
    assert findings[0].related == (findings[1].observation,)


@pytest.mark.parametrize(
    ("value", "second"),
    [(99, {}), (348, {"value": 349}), (348, {"period": "2023"}), (348, {"geography": "tinby-kommune"})],
    ids=["small", "different", "another period", "a comparison group"],
)  # fmt: skip
def test_other_equal_counts_pass(tinytown, value, second):
    assert find(equal_counts(tinytown, value, **second)) == ()


# Shares of all or none, and swings


@pytest.mark.parametrize("value", [0.0, 100.0])
def test_a_share_of_all_or_none_is_noted(tinytown, value):
    package = with_indicator(tinytown, SHARE, plausible_max=100)
    package = with_value(package, SHARE, "soegade", "2020/21", value=value)
    assert ("extreme_share", NOTE, "soegade", "2020/21") in found(package)


@pytest.mark.parametrize("value", [0.1, 13.4])
def test_a_share_of_nearly_none_passes(tinytown, value):
    assert find(with_value(tinytown, SHARE, "soegade", "2020/21", value=value)) == ()


def test_none_in_a_comparison_group_and_a_count_of_none_pass(tinytown):
    package = with_value(tinytown, SHARE, "tinby-kommune", "2020/21", value=0.0)
    assert find(with_value(package, COUNT, "soegade", "2024", value=0)) == ()


def test_a_swing_is_noted_on_both_values(tinytown):
    findings = find(with_value(tinytown, SHARE, "soegade", "2023/24", value=53.6))
    assert [(f.rule, f.severity, f.observation.period, f.detail) for f in findings] == [
        ("small_base_suspected", NOTE, "2020/21", ""),
        ("large_swing", NOTE, "2022/23", "40.1"), ("large_swing", NOTE, "2023/24", "40.1"),
    ]  # fmt: skip
    quiet, before, after = findings
    assert before.related == (after.observation,)
    assert quiet.related == (before.observation, after.observation)


def test_a_swing_of_forty_points_passes(tinytown):
    assert find(with_value(tinytown, SHARE, "soegade", "2023/24", value=53.5)) == ()


def test_a_swing_across_a_break_is_no_swing(tinytown):
    package = with_value(tinytown, SHARE, "soegade", "2023/24", value=58.0)
    broken = with_break(package, SHARE, date(2024, 1, 1), "soegade")
    elsewhere = with_break(package, SHARE, date(2024, 1, 1), "moelleparken")
    assert "large_swing" not in {f.rule for f in find(broken)}
    assert "large_swing" in {f.rule for f in find(elsewhere)}


def test_an_invalid_value_makes_no_swing(tinytown):
    package = with_value(tinytown, SHARE, "soegade", "2022/23", value=95.0)
    assert found(package) == [("implausible", INVALID, "soegade", "2022/23")]


def test_a_swing_in_a_count_passes(tinytown):
    assert find(with_value(tinytown, COUNT, "soegade", "2024", value=90)) == ()


# Periods, breaks and stated small bases


def test_a_part_of_a_year_is_noted(tinytown):
    package = with_value(tinytown, SHARE, "soegade", "2022/23", period_end=date(2023, 1, 31))
    assert found(package) == [("part_year", NOTE, "soegade", "2022/23")]


def test_a_value_without_a_period_is_noted(tinytown):
    package = with_value(tinytown, COUNT, "soegade", "2019", period="")
    assert found(package) == [("no_period", NOTE, "soegade", "")]


def test_the_first_value_after_a_break_is_noted_where_there_is_an_earlier_one(tinytown):
    package = with_break(tinytown, SHARE, date(2023, 1, 1))
    assert {(rule, place, period) for rule, _, place, period in found(package)} == {
        ("after_break", place, "2022/23") for place in ("moelleparken", "soegade", "tinby-kommune")
    }


def test_a_break_concerns_only_its_own_geographies_and_series(tinytown):
    package = with_break(tinytown, COUNT, date(2021, 1, 1), "soegade")
    assert found(package) == [("after_break", NOTE, "soegade", "2021")]


def test_a_break_after_the_last_value_finds_nothing(tinytown):
    assert find(with_break(tinytown, SHARE, date(2025, 1, 1))) == ()


def test_a_small_base_that_the_source_states_is_noted(tinytown):
    package = with_value(tinytown, SHARE, "soegade", "2023/24", note="x;small_base_stated")
    assert found(package) == [("small_base_stated", NOTE, "soegade", "2023/24")]
    assert find(with_value(tinytown, SHARE, "soegade", "2023/24", note="small_base")) == ()


def test_breaks_of_a_series_come_earliest_first(tinytown):
    package = with_break(tinytown, COUNT, date(2020, 1, 1))
    package = with_break(package, SHARE, date(2019, 1, 1))
    assert [b.date.year for b in breaks_of(package, COUNT)] == [2020, 2023]


# Severity


def test_the_gravest_severity_counts(randers):
    findings = by_observation(find(randers))
    value = value_of(randers, "sprog-saerlig", "glarbjergvej", "2025")
    assert [f.severity for f in findings[value.key]] == [INVALID, INVALID, NOTE]
    assert severity_of(findings[value.key]) is INVALID
    assert severity_of([]) is None
    assert NOTE < DOUBTFUL < INVALID


def test_findings_keep_the_printed_value_and_the_order_of_the_package(randers):
    positions = {o.key: i for i, o in enumerate(randers.observations)}
    findings = find(randers)
    places = [positions[f.observation.key] for f in findings]
    assert places == sorted(places)
    assert all(f.observation in randers.observations for f in findings)
