"""Shares of one place that all are fractions of few persons give a small base away."""

from dataclasses import replace

import numpy as np
import pytest

from geodata.rules.quality import find
from geodata.tables.findings import Severity
from tests.packages_editing import with_indicator

from .test_small_bases import SHARE, printed


def fractions(package):
    return [
        (f.observation.value, [o.value for o in f.related], f.detail)
        for f in find(package)
        if f.rule == "small_fractions"
    ]


def test_three_shares_of_at_most_seven_persons_are_found(tinytown):
    package = printed(tinytown, [60.0, 71.4, 80.0])
    # A column of the source that prints decimals: a second place has one in each year.
    others = printed(tinytown, [61.3, 72.9, 81.1], geography="moelleparken").observations
    package = replace(package, observations=(*package.observations, *others))
    assert fractions(package) == [
        (60.0, [71.4, 80.0], "7"), (71.4, [60.0, 80.0], "7"), (80.0, [60.0, 71.4], "7"),
    ]  # fmt: skip
    assert {f.severity for f in find(package) if f.rule == "small_fractions"} == {Severity.NOTE}


def test_whole_percentages_of_a_column_without_decimals_say_nothing(tinytown):
    assert fractions(printed(tinytown, [60.0, 75.0, 80.0])) == []


def test_a_half_is_printed_either_way(tinytown):
    """13 of 16 is 81.25 %: printed 81.3 by most, 81.2 by some."""
    for printed_as in (81.2, 81.3):
        found = fractions(printed(tinytown, [printed_as, 87.5, 62.5, 37.5, 12.5]))
        assert {detail for _, _, detail in found} == {"16"}


def test_one_share_alone_or_the_same_one_again_says_nothing(tinytown):
    assert fractions(printed(tinytown, [71.4])) == []
    assert fractions(printed(tinytown, [71.4, 71.4, 71.4])) == []


def test_one_share_that_no_small_number_gives_speaks_for_all(tinytown):
    assert fractions(printed(tinytown, [66.7, 71.4, 85.7])) != []
    assert fractions(printed(tinytown, [66.7, 71.4, 85.7, 46.3])) == []


@pytest.mark.parametrize("change", [{"n": 7}, {"note": "small_base_stated"}])
def test_a_base_that_the_source_tells_is_not_guessed(tinytown, change):
    assert fractions(printed(tinytown, [66.7, 71.4, 85.7], **change)) == []


def test_among_many_places_of_many_persons_chance_is_no_finding(tinytown):
    """400 series of five figures each, of 35 persons: many are fractions of few, by chance."""
    rng = np.random.default_rng(1)
    found = 0
    for _ in range(400):
        values = [round(100 * k / 35, 1) for k in rng.integers(1, 35, 5)]
        found += bool(fractions(printed(tinytown, values)))
    assert found <= 4


def test_the_shipped_report_has_one_such_place(randers):
    found = {(f.observation.indicator, f.observation.geography, f.observation.period)
             for f in find(randers) if f.rule == "small_fractions"}  # fmt: skip
    assert found == {("ungdomsuddannelse-15-mdr", "glarbjergvej", year)
                     for year in ("2023", "2024", "2025")}  # fmt: skip


def test_a_series_without_decimals_is_not_looked_at(tinytown):
    package = with_indicator(printed(tinytown, [60, 75, 80]), SHARE, decimals=0)
    assert fractions(package) == []
