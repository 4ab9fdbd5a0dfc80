"""Differences of the matrix are those of the map, and each that is missing has its reason."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.tables.findings import Severity
from layers.comparisons import Mode
from layers.matrix import Difference, Refused, Unsure, benchmarks, entries
from layers.shown import shown_figures
from layers.view import build_view
from tests.packages_editing import with_value

OWN = ("area", "plan", "sum")


def matrix(package):
    """Every entry by (series, place, year)."""
    view = build_view(package)
    figures = shown_figures(package, view)
    own = [g.id for g in package.geographies if g.kind in OWN]
    groups = [g.id for g in package.geographies if g.kind == "comparison"]
    return {
        (indicator, place, entry.figure.year): entry
        for indicator, series in view.series.items()
        for place, found in entries(series, figures[indicator], own, groups).items()
        for entry in found
    }


@pytest.fixture(scope="module")
def town(tinytown):
    return matrix(tinytown)


@pytest.fixture(scope="module")
def real(randers):
    return matrix(randers)


def test_a_gap_is_the_figure_less_that_of_the_group_in_the_same_year(town):
    gap = town["laesegrupper", "soegade", 2023].gaps["tinby-kommune"]
    assert (gap.value, gap.against.value, gap.periods_differ) == (-2.5, 16, False)


def test_a_year_without_the_group_has_no_gap(town):
    assert town["laesegrupper", "soegade", 2024].gaps["tinby-kommune"] == Refused.NO_PAIR


def test_counts_are_held_against_nobody(town):
    assert town["naboklager", "soegade", 2024].gaps["tinby-kommune"] == Refused.COUNTS


def test_a_change_is_reckoned_from_the_places_own_start(town):
    assert town["naboklager", "soegade", 2024].change.value == -2
    assert town["naboklager", "soegade", 2019].change == Refused.IS_START


def test_a_place_without_a_start_has_no_change(town):
    assert town["laesegrupper", "bakkegaarden", 2024].change == Refused.NO_START


def test_no_change_crosses_a_break(tinytown, town):
    assert isinstance(town["naboklager", "bakkegaarden", 2021].change, Difference)
    later = with_value(tinytown, "naboklager", "bakkegaarden", "2021", period="2024")
    assert matrix(later)["naboklager", "bakkegaarden", 2024].change == Refused.BREAK


def test_nothing_is_computed_from_an_invalid_figure(tinytown):
    wrong = matrix(with_value(tinytown, "laesegrupper", "soegade", "2022/23", value=61.0))
    entry = wrong["laesegrupper", "soegade", 2023]
    assert (entry.gaps["tinby-kommune"], entry.change) == (Refused.INVALID, Refused.INVALID)
    group = matrix(with_value(tinytown, "laesegrupper", "tinby-kommune", "2022/23", value=61.0))
    assert group["laesegrupper", "soegade", 2023].gaps["tinby-kommune"] == Refused.PAIR_INVALID
    start = matrix(with_value(tinytown, "laesegrupper", "soegade", "2020/21", value=61.0))
    assert start["laesegrupper", "soegade", 2023].change == Refused.PAIR_INVALID


def test_a_figure_without_a_year_is_held_against_nothing(tinytown):
    loose = matrix(with_value(tinytown, "laesegrupper", "soegade", "2023/24", period=""))
    entry = loose["laesegrupper", "soegade", None]
    assert (entry.gaps["tinby-kommune"], entry.change) == (Refused.NO_YEAR, Refused.NO_YEAR)


def test_periods_that_differ_are_said(tinytown):
    changed = with_value(tinytown, "laesegrupper", "tinby-kommune", "2022/23", period="2023")
    assert matrix(changed)["laesegrupper", "soegade", 2023].gaps["tinby-kommune"].periods_differ


def test_part_of_a_year_and_a_whole_one_are_not_judged(real):
    change = real["skolefravaer", "energivej", 2023].change
    assert (change.value, change.unsure) == (0, Unsure.PART_YEAR)
    gap = real["skolefravaer", "energivej", 2020].gaps["randers-kommune"]
    assert (gap.value, gap.unsure) == (1.9, None)


def test_counts_of_part_of_a_year_have_no_change(real):
    assert real["uden-for-arbejdsmarkedet", "tre-boligomraader", 2025].change == Refused.PART_YEAR


def test_differences_of_doubtful_figures_are_not_judged(real):
    doubtful = [e for e in real.values() if e.figure.severity == Severity.DOUBTFUL]
    held = [h for e in doubtful for h in (e.change, *e.gaps.values()) if isinstance(h, Difference)]
    assert held
    assert {h.unsure for h in held} == {Unsure.DOUBTFUL}


def test_the_sum_is_compared_with_its_own_start(real):
    sums = {year: real["uden-for-arbejdsmarkedet", "tre-boligomraader", year].change
            for year in (2022, 2023, 2024)}  # fmt: skip
    assert {year: change.value for year, change in sums.items()} == {2022: -92, 2023: -37, 2024: 8}


def test_gaps_to_the_municipality_are_those_of_the_map(randers, randers_view, real):
    """The same pairs and values as the map's, except that counts are left to their reasons."""
    for indicator, series in randers_view.series.items():
        shown = series.comparisons[Mode.GAP].cells
        wanted = {(g, y): c.derived.value for y, cells in shown.items() for g, c in cells.items()}
        found = {
            (place, year): gap.value
            for (i, place, year), entry in real.items()
            if i == indicator and isinstance(gap := entry.gaps[randers.municipality.id], Difference)
        }
        assert found == wanted, indicator


def test_changes_are_those_of_the_map_but_for_parts_of_a_year(randers_view, real):
    for indicator, series in randers_view.series.items():
        shown = series.comparisons[Mode.CHANGE].cells
        wanted = {(g, y): c.derived.value for y, cells in shown.items() for g, c in cells.items()}
        for (place, year), value in wanted.items():
            change = real[indicator, place, year].change
            assert change == Refused.PART_YEAR or change.value == value, (indicator, place, year)


def test_every_comparison_group_with_a_share_or_grade_is_offered(randers, randers_view):
    shares = {i.id for i in randers.indicators if not i.is_count}
    with_figures = {o.geography for o in randers.observations if o.indicator in shares}
    wanted = [g.id for g in randers.geographies if g.kind == "comparison" and g.id in with_figures]
    assert list(benchmarks(randers, shown_figures(randers, randers_view))) == wanted
    assert len(wanted) > 1


@given(value=st.integers(0, 600).map(lambda n: n / 10))
def test_gap_and_figure_of_the_group_add_up_to_the_figure(tinytown, value):
    package = with_value(tinytown, "laesegrupper", "soegade", "2022/23", value=value)
    entry = matrix(package)["laesegrupper", "soegade", 2023]
    gap = entry.gaps["tinby-kommune"]
    assert round(gap.value + gap.against.value, 1) == entry.figure.value


def test_a_package_without_groups_has_no_gaps(tinytown):
    alone = replace(
        tinytown,
        geographies=tuple(g for g in tinytown.geographies if g.kind != "comparison"),
        observations=tuple(o for o in tinytown.observations if o.geography != "tinby-kommune"),
        targets=(),
    )
    assert {len(entry.gaps) for entry in matrix(alone).values()} == {0}
