"""Shares of all or none, and swings from one year to the next."""

from datetime import date

import pytest

from geodata.rules.quality import find
from tests.packages_editing import (
    with_indicator,
    with_value,
)
from tests.unit.geodata.rules.found import COUNT, INVALID, NOTE, SHARE, found, with_break


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
