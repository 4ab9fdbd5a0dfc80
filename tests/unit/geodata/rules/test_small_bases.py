"""A swing, or all or none far from the rest, gives the base of the whole stretch away."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from geodata.rules.quality import find
from geodata.tables.findings import Severity
from geodata.tables.records import Break
from tests.packages_editing import with_indicator

SHARE = "laesegrupper"
ABOUT_BASES = {"extreme_share", "large_swing", "small_base_stated", "small_base_suspected"}


def printed(package, values, geography="soegade", breaks=(), **changes):
    """The package with one series in one place: its values year by year from 2010."""
    package = with_indicator(package, SHARE, plausible_min=None, plausible_max=None)
    one = replace(package.observations[1], indicator=SHARE, geography=geography, **changes)
    observations = tuple(
        replace(one, period=str(2010 + i), value=value) for i, value in enumerate(values)
    )
    cuts = tuple(Break(SHARE, "", date(year, 1, 1), "ny", "new") for year in breaks)
    return replace(package, observations=observations, breaks=cuts)


def suspected(package):
    return [
        (f.observation.value, [o.value for o in f.related])
        for f in find(package)
        if f.rule == "small_base_suspected"
    ]


def marked(package):
    """Which values have a remark on their base, by place in the row."""
    found = {f.observation.period for f in find(package) if f.rule in ABOUT_BASES}
    return [o.period in found for o in package.observations]


def test_the_quiet_figures_of_a_swinging_series_are_suspected(tinytown):
    package = printed(tinytown, [25, 0, 80, 70, 100])
    assert suspected(package) == [(25, [0, 80, 100]), (70, [0, 80, 100])]
    assert marked(package) == [True] * 5
    assert {f.severity for f in find(package)} == {Severity.NOTE}


def test_a_series_that_moves_by_no_more_than_forty_points_is_left_alone(tinytown):
    assert find(printed(tinytown, [20, 60, 20, 59.9])) == ()


def test_all_or_none_far_from_the_other_figures_speaks_for_them(tinytown):
    assert suspected(printed(tinytown, [77, 74, 100])) == [(77, [100]), (74, [100])]


def test_all_or_none_near_the_other_figures_says_nothing_of_them(tinytown):
    assert suspected(printed(tinytown, [0.3, 0, 0.2])) == []
    assert suspected(printed(tinytown, [90, 100, 90])) == []
    assert suspected(printed(tinytown, [89.9, 100, 90])) == [(89.9, [100]), (90, [100])]


def test_a_row_of_nothing_but_all_or_none_suspects_nobody_else(tinytown):
    assert suspected(printed(tinytown, [100, 100, 100])) == []


def test_a_figure_with_stated_persons_is_not_suspected(tinytown):
    assert suspected(printed(tinytown, [25, 80, 70], n=400)) == []


def test_a_figure_that_the_source_calls_small_needs_no_second_remark(tinytown):
    package = printed(tinytown, [25, 80, 70], note="small_base_stated")
    assert suspected(package) == []
    assert marked(package) == [True] * 3


def test_the_suspicion_ends_at_a_break(tinytown):
    package = printed(tinytown, [20, 65, 60, 58, 57], breaks=[2013])
    assert marked(package) == [True, True, True, False, False]


def test_a_swing_in_a_comparison_group_speaks_for_no_other_year(tinytown):
    assert suspected(printed(tinytown, [20, 65, 60], geography="tinby-kommune")) == []


def test_an_invalid_value_gives_nothing_away(tinytown):
    package = with_indicator(printed(tinytown, [20, 95, 21]), SHARE, plausible_max=90)
    assert {f.rule for f in find(package)} == {"implausible"}


def test_counts_have_no_base(tinytown):
    package = with_indicator(printed(tinytown, [2, 90, 0, 100]), SHARE, unit="count", decimals=0)
    assert not {f.rule for f in find(package)} & ABOUT_BASES


def test_a_row_is_cut_at_each_of_its_breaks(tinytown):
    package = printed(tinytown, [1, 2, 3, 4], breaks=[2011, 2013])
    assert package.facts.stretch.tolist() == [0, 1, 1, 2]


ROWS = st.lists(st.integers(0, 1000).map(lambda tenths: tenths / 10), min_size=1, max_size=8)


@given(ROWS)
def test_order_of_time_and_side_of_the_scale_do_not_matter(tinytown, values):
    as_printed = marked(printed(tinytown, values))
    assert marked(printed(tinytown, values[::-1])) == as_printed[::-1]
    assert marked(printed(tinytown, [round(100 - v, 1) for v in values])) == as_printed


@given(ROWS)
def test_a_swing_marks_all_or_a_quiet_row_marks_none_but_the_extremes(tinytown, values):
    package = printed(tinytown, values)
    swings = any(f.rule == "large_swing" for f in find(package))
    if swings:
        assert all(marked(package))
    elif not suspected(package):
        assert marked(package) == [v in (0, 100) for v in values]
