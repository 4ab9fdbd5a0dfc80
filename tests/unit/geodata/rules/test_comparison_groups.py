"""A large group neither halves nor stands still for years: where it does, that is said."""

from dataclasses import replace

import pytest

from geodata.rules.comparison_groups import odd_comparisons
from geodata.tables.findings import Severity
from tests.packages_editing import value_of

GROUP = "tinby-kommune"


def told_by_rule(package):
    return [finding for _, finding in odd_comparisons(package.facts)]


def of_group(package, indicator, values, geography=GROUP):
    """A package with these values of one place alone, by period."""
    one = value_of(
        package, indicator, "soegade", "2022/23" if indicator == "laesegrupper" else "2024"
    )
    made = (replace(one, geography=geography, period=period, value=float(value), role="status",
                    period_start=None, period_end=None) for period, value in values.items())  # fmt: skip
    return replace(package, observations=tuple(made), breaks=())


def found(package):
    return [(f.rule, f.observation.period) for f in told_by_rule(package)]


def test_a_count_that_falls_to_a_third_is_noted_on_both_sides(tinytown):
    package = of_group(tinytown, "naboklager", {"2020": 89, "2023": 67, "2024": 21})
    assert found(package) == [("comparison_jumps", "2023"), ("comparison_jumps", "2024")]
    assert {f.severity for f in told_by_rule(package)} == {Severity.NOTE}


@pytest.mark.parametrize("values", [(67, 34), (9, 2), (0, 0), (21, 21)], ids=str)
def test_a_count_that_chance_moves_passes(tinytown, values):
    assert (
        found(of_group(tinytown, "naboklager", dict(zip(("2023", "2024"), values, strict=True))))
        == []
    )


def test_three_equal_shares_in_a_row_are_noted_and_two_are_not(tinytown):
    years = ("2019", "2020", "2021", "2022", "2023")
    package = of_group(
        tinytown, "laesegrupper", dict(zip(years, (25, 25, 31, 31, 31), strict=True))
    )
    assert found(package) == [("comparison_still", year) for year in years[2:]]


def test_areas_are_no_comparison_groups(tinytown):
    assert found(of_group(tinytown, "naboklager", {"2023": 67, "2024": 21}, "soegade")) == []


def test_randers_has_one_jump_and_one_stand_still(randers):
    notes = {(f.rule, *f.observation.key[:3]) for f in told_by_rule(randers)}
    assert notes == {
        *(("comparison_jumps", "ssp-bekymringer", "randers-kommune", y) for y in ("2023", "2024")),
        *(("comparison_still", "ungdomsskolen-14-18", "randers-kommune", y)
          for y in ("2023", "2024", "2025")),
    }  # fmt: skip
