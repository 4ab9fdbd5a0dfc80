"""Differences are made only from values that can be compared, and centred on zero."""

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.figures.classes import MAX_CLASSES, class_of, diverging_classes
from layers.colours import diverging
from layers.comparisons import MAX_RADIUS_PX, Disabled, Mode, radius_px
from layers.reasons import Reason
from layers.view import build_view
from tests.packages_editing import with_indicator, with_value

tenths = st.lists(st.integers(-900, 900).map(lambda n: n / 10), min_size=1, max_size=30)


@pytest.fixture(scope="module")
def reading(tinytown_view):
    return tinytown_view.series["laesegrupper"].comparisons


@pytest.fixture(scope="module")
def complaints(tinytown_view):
    return tinytown_view.series["naboklager"].comparisons


def differences(view, year):
    return {place: cell.derived.value for place, cell in view.cells.get(year, {}).items()}


def test_a_gap_is_the_value_less_that_of_the_municipality_in_the_same_year(reading):
    assert differences(reading[Mode.GAP], 2021) == {"moelleparken": -1.2, "soegade": -3.6}


def test_a_year_without_a_value_of_the_municipality_has_no_gap(reading):
    assert differences(reading[Mode.GAP], 2024) == {}


def test_counts_are_never_held_against_the_municipality(tinytown, complaints):
    """That it is so much larger is said only where its figure is printed."""
    assert (complaints[Mode.GAP].disabled, complaints[Mode.GAP].cells) == (
        Disabled.NO_BENCHMARK,
        {},
    )
    own = next(o for o in tinytown.observations if o.indicator == "naboklager")
    whole = replace(own, geography="tinby-kommune", value=900.0)
    town = replace(tinytown, observations=(*tinytown.observations, whole))
    gaps = build_view(town).series["naboklager"].comparisons[Mode.GAP]
    assert (gaps.disabled, gaps.cells) == (Disabled.COUNTS, {})


def test_a_package_without_a_municipality_has_no_gaps(tinytown):
    plain = tuple(replace(g, benchmark="") for g in tinytown.geographies)
    series = build_view(replace(tinytown, geographies=plain)).series["laesegrupper"]
    assert series.comparisons[Mode.GAP].disabled == Disabled.NO_BENCHMARK


def test_a_place_with_a_municipality_of_its_own_is_held_against_that(neighbours):
    """Søgade lies in the next municipality, which prints 20 % where the town's own prints more."""
    gap = build_view(neighbours).series["laesegrupper"].comparisons[Mode.GAP]
    assert differences(gap, 2021) == {"moelleparken": -1.2, "soegade": -8.2}
    assert gap.cells[2021]["soegade"].derived.against.geography == "nabo-kommune"


def test_without_a_common_municipality_only_those_with_their_own_have_gaps(neighbours):
    alone = tuple(replace(g, benchmark="") for g in neighbours.geographies)
    gap = (
        build_view(replace(neighbours, geographies=alone))
        .series["laesegrupper"]
        .comparisons[Mode.GAP]
    )
    assert differences(gap, 2021) == {"soegade": -8.2}


def test_a_change_is_the_value_less_the_start_of_the_same_place(reading):
    assert differences(reading[Mode.CHANGE], 2024) == {"moelleparken": 7.2, "soegade": 3.3}


def test_a_start_itself_has_no_change(reading):
    assert differences(reading[Mode.CHANGE], 2021) == {}


def test_no_change_is_computed_across_a_break(tinytown):
    moved = with_value(tinytown, "naboklager", "bakkegaarden", "2021", period="2023")
    across = build_view(moved).series["naboklager"].comparisons[Mode.CHANGE]
    assert "bakkegaarden" not in differences(across, 2023)
    reasons = build_view(moved).series["naboklager"].comparison_reasons[Mode.CHANGE]
    assert reasons[2023]["bakkegaarden"] == Reason.BREAK


def test_a_change_before_the_break_is_computed(complaints):
    assert differences(complaints[Mode.CHANGE], 2021)["bakkegaarden"] == -1


def test_a_series_without_a_start_has_no_changes(tinytown):
    later = tuple(replace(o, role="status") for o in tinytown.observations)
    series = build_view(replace(tinytown, observations=later)).series["laesegrupper"]
    assert series.comparisons[Mode.CHANGE].disabled == Disabled.NO_START


@pytest.mark.parametrize("mode", list(Mode)[1:])
def test_an_invalid_value_takes_no_part(tinytown, mode):
    wrong = with_value(tinytown, "laesegrupper", "soegade", "2022/23", value=61.0)
    series = build_view(wrong).series["laesegrupper"]
    assert set(differences(series.comparisons[mode], 2023)) & {"soegade"} == set()
    assert series.comparison_reasons[mode][2023]["soegade"] == Reason.INVALID


def test_an_invalid_value_of_the_municipality_takes_no_part(tinytown):
    wrong = with_value(tinytown, "laesegrupper", "tinby-kommune", "2022/23", value=61.0)
    series = build_view(wrong).series["laesegrupper"]
    assert differences(series.comparisons[Mode.GAP], 2023) == {}


def test_a_value_that_cannot_be_compared_says_so(tinytown_view):
    reasons = tinytown_view.series["laesegrupper"].comparison_reasons
    assert reasons[Mode.CHANGE][2024] == {"bakkegaarden": Reason.NOT_COMPARABLE}
    assert reasons[Mode.GAP][2024]["soegade"] == Reason.NOT_COMPARABLE


@pytest.mark.parametrize("name", ["tinytown", "randers", "kystby"])
def test_exactly_the_areas_without_a_difference_have_a_reason(name, request):
    package = request.getfixturevalue(name)
    view = build_view(package)
    for series in view.series.values():
        for mode, shown in series.comparisons.items():
            for year in view.years:
                drawn = set(shown.cells.get(year, {}))
                missing = {area.id for area in package.areas} - drawn
                assert set(series.comparison_reasons[mode][year]) == missing


@given(tenths)
def test_every_difference_is_in_exactly_one_class(values):
    classes = diverging_classes(values, 1)
    assert len(classes) <= min(MAX_CLASSES, len(set(values)))
    for value in values:
        holding = [i for i, bounds in enumerate(classes) if bounds.low <= value <= bounds.high]
        assert holding == [class_of(value, classes)]


@given(tenths)
def test_no_class_reaches_across_zero(values):
    classes = diverging_classes(values, 1)
    assert all(lower.high < upper.low for lower, upper in pairwise(classes))
    assert not any(bounds.low < 0 < bounds.high for bounds in classes)


@given(tenths)
def test_classes_below_zero_mirror_those_above(values):
    both = [*values, *(-value for value in values)]
    classes = diverging_classes(both, 1)
    mirrored = [(-bounds.high, -bounds.low) for bounds in reversed(classes)]
    assert mirrored == [(bounds.low, bounds.high) for bounds in classes]


def test_better_has_the_same_colour_whichever_direction_is_better():
    classes = diverging_classes([-8.0, -1.0, 0.0, 1.0, 8.0], 1)
    higher, lower, neutral = (diverging(classes, p) for p in ("higher", "lower", "neutral"))
    assert lower == higher[::-1]
    assert set(neutral) & {higher[0], higher[-1]} == set()
    assert len(set(higher)) == len(set(neutral)) == len(classes)


def test_a_neutral_series_is_coloured_without_judgement(tinytown):
    shown = {
        polarity: build_view(with_indicator(tinytown, "laesegrupper", polarity=polarity))
        .series["laesegrupper"]
        .comparisons[Mode.GAP]
        .colours
        for polarity in ("higher", "neutral")
    }
    assert shown["higher"] != shown["neutral"]


def test_changes_of_counts_are_circles_by_their_size(complaints):
    cells = [c for year in complaints[Mode.CHANGE].cells.values() for c in year.values()]
    largest = max(abs(cell.derived.value) for cell in cells)
    for cell in cells:
        assert cell.radius_px == radius_px(abs(cell.derived.value), largest)
    assert max(cell.radius_px for cell in cells) == MAX_RADIUS_PX
