"""A column that stands in two series is found, and what only looks like one is not."""

from collections import Counter

import pytest

from geodata.rules.quality import find
from tests.packages_editing import (
    with_indicator,
)
from tests.unit.geodata.rules.found import (
    DOUBTFUL,
    INVALID,
    SHARE,
    second_series,
)

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
