"""Each rule finds what it should and nothing else, on an invented town."""

from datetime import date

import pytest

from geodata.rules.quality import breaks_of, by_observation, find, severity_of
from tests.packages_editing import (
    value_of,
    with_indicator,
    with_value,
)
from tests.unit.geodata.rules.found import COUNT, DOUBTFUL, INVALID, NOTE, SHARE, found, with_break


def test_the_invented_town_has_no_finding(tinytown):
    assert find(tinytown) == ()


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
