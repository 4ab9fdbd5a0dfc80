"""Shares sum to their whole, and no part is larger than what it is a part of."""

from dataclasses import replace

import pytest

from geodata.rules.quality import find
from tests.packages_editing import (
    with_value,
)
from tests.unit.geodata.rules.found import COUNT, DOUBTFUL, INVALID, second_series

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
