"""Which figures few persons are behind: counts, bases, parts of them, all or none."""

from dataclasses import replace

import pytest

from geodata.disclosure.primary import Why, is_unprinted, small_figures
from geodata.reading.disclosure_rule import DisclosureRule

RULE = DisclosureRule()
COUNTS = {0: None, 0.4: Why.SMALL_COUNT, 1: Why.SMALL_COUNT, 4: Why.SMALL_COUNT, 4.9: Why.SMALL_COUNT,
          5: None, 700: None}  # fmt: skip
#: share, persons -> why
SHARES = {
    (50, 19): Why.SMALL_BASE,
    (50, 20): None,
    (50, None): Why.BASE_UNKNOWN,
    (10, 40): Why.SMALL_PART,
    (90, 40): Why.SMALL_PART,
    (12.5, 40): None,
    (0, 49): Why.ALL_OR_NONE,
    (100, 49): Why.ALL_OR_NONE,
    (0, 50): None,
    (100, 50): None,
    (0.1, 1000): Why.SMALL_PART,
}


def why(package, indicator, rule=RULE, **fields):
    one = next(o for o in package.observations if o.indicator == indicator)
    found = small_figures(replace(package, observations=(replace(one, **fields),)), rule)
    return found.get(0)


@pytest.mark.parametrize("value", COUNTS)
def test_counts_from_one_to_four(smaaby, value):
    assert why(smaaby, "aktive", value=float(value)) is COUNTS[value]


@pytest.mark.parametrize("case", SHARES)
def test_shares_by_their_persons(smaaby, case):
    share, base = case
    assert why(smaaby, "job", value=float(share), n=base) is SHARES[case]


def test_a_mean_of_few(smaaby):
    series = tuple(replace(i, unit="grade") if i.id == "job" else i for i in smaaby.indicators)
    grades = replace(smaaby, indicators=series)
    assert why(grades, "job", value=7.0, n=19) is Why.SMALL_BASE
    assert why(grades, "job", value=0.0, n=20) is None


def test_the_bounds_are_those_of_the_rule(smaaby):
    assert why(smaaby, "aktive", DisclosureRule(minimum_count=10), value=9.0) is Why.SMALL_COUNT
    assert why(smaaby, "job", DisclosureRule(minimum_base=10), value=50.0, n=19) is None


MARKS = {
    ("", "unprinted"): True,
    ("", "printed"): False,
    ("printed", "unprinted"): False,
    ("to_july;unprinted", "printed"): True,
    ("to_july", "unprinted"): True,
}


@pytest.mark.parametrize("case", MARKS)
def test_a_figure_is_printed_by_its_note_or_by_what_holds_without(smaaby, case):
    note, unmarked = case
    figure = replace(smaaby.observations[0], note=note)
    assert is_unprinted(figure, DisclosureRule(unmarked=unmarked)) is MARKS[case]


def test_a_printed_figure_is_never_small(smaaby):
    assert why(smaaby, "aktive", value=1.0, note="printed") is None
