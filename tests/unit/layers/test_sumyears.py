"""A sum of areas changes between two years, or there is a reason why that cannot be said."""

import pytest

from geodata.tables.findings import Severity
from layers.shown import shown_figures
from layers.sumyears import sum_changes
from layers.twoyears import Difference, Refusal

SUM = "tre-boligomraader"


@pytest.fixture(scope="module")
def held(randers, randers_view):
    figures = shown_figures(randers, randers_view)

    def between(indicator, *years):
        return sum_changes(randers_view.series[indicator], figures[indicator], years)

    return between


def test_the_change_of_the_sum_is_worked_out_by_hand(held):
    """956 outside the labour market in 2021; 864, 919 and 964 in the three years after."""
    found = [
        held("uden-for-arbejdsmarkedet", 2021, later)[SUM].value for later in (2022, 2023, 2024)
    ]
    assert found == [-92, -37, 8]


def test_half_a_year_against_a_whole_one_says_that_the_months_differ(held):
    whole = held("uden-for-arbejdsmarkedet", 2021, 2024)[SUM]
    part = held("uden-for-arbejdsmarkedet", 2024, 2025)[SUM]
    assert (whole.months_differ, part.months_differ) == (False, True)
    assert part.value == 889 - 964


def test_no_change_is_told_across_a_break(held):
    assert held("grundskole-30-59", 2020, 2024)[SUM] == Difference(
        -127, Severity.NOTE, months_differ=False
    )
    assert held("grundskole-30-59", 2024, 2025)[SUM] is Refusal.BREAK


def test_a_year_without_a_sum_is_named(held):
    assert held("uden-for-arbejdsmarkedet", 2020, 2021)[SUM] is Refusal.NO_EARLIER
    assert held("uden-for-arbejdsmarkedet", 2021, 2020)[SUM] is Refusal.NO_LATER
    assert held("uden-for-arbejdsmarkedet", 2019, 2020)[SUM] is Refusal.NO_FIGURES


def test_a_series_that_is_no_count_has_no_sum(held):
    assert held("skolefravaer", 2022, 2023) == {}
