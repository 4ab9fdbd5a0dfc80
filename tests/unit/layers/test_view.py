"""The View holds every printed value once, with its class, circle or reason."""

from collections import Counter
from dataclasses import replace

import pytest

from geodata.figures.classes import class_of
from geodata.tables.findings import Severity
from layers.comparisons import MAX_RADIUS_PX, MIN_RADIUS_PX, Mode
from layers.reasons import Reason
from layers.view import build_view, nearest_year
from tests.packages_editing import with_value


def placed(series):
    return [cell for cells in series.cells.values() for cell in cells.values()]


def all_cells(view):
    return [cell for series in view.series.values() for cell in (*placed(series), *series.unplaced)]


def kinds(package):
    return {geography.id: geography.kind for geography in package.geographies}


def test_every_printed_value_of_randers_appears_exactly_once(randers, randers_view):
    found = Counter(cell.observation.key for cell in all_cells(randers_view))
    assert set(found.values()) == {1}
    assert len(found) == 344
    assert set(found) == {observation.key for observation in randers.observations}


def test_the_years_are_the_clock_both_ends_included(randers_view):
    assert randers_view.years == tuple(range(2017, 2030))


def test_a_school_year_stands_where_it_ends(tinytown_view):
    cells = tinytown_view.series["laesegrupper"].cells
    assert cells[2023]["soegade"].observation.period == "2022/23"


def test_values_without_a_period_are_unplaced(randers_view):
    periods = {
        cell.observation.period
        for series in randers_view.series.values()
        for cell in series.unplaced
    }
    assert periods == {""}


def test_an_invalid_value_has_no_class_and_no_circle(randers_view):
    invalid = [cell for cell in all_cells(randers_view) if cell.severity == Severity.INVALID]
    assert invalid
    assert {(cell.class_index, cell.radius_px, cell.usable) for cell in invalid} == {
        (None, None, False)
    }


def test_comparison_groups_are_never_drawn(randers, randers_view):
    kind = kinds(randers)
    others = [c for c in all_cells(randers_view) if kind[c.observation.geography] == "comparison"]
    assert others
    assert {(cell.class_index, cell.radius_px) for cell in others} == {(None, None)}


def test_every_usable_value_of_an_area_or_plan_is_drawn(randers, randers_view):
    kind = kinds(randers)
    for cell in all_cells(randers_view):
        if cell.usable and kind[cell.observation.geography] in ("area", "plan"):
            assert (cell.class_index is None) != (cell.radius_px is None)


@pytest.mark.parametrize("mode", [None, Mode.CHANGE])
def test_areas_under_an_invalid_plan_value_say_that_it_cannot_be_used(tinytown, mode):
    def reasons(package):
        series = build_view(package).series["laesegrupper"]
        return (series.comparison_reasons[mode] if mode else series.reasons)[2019]

    areas = ("moelleparken", "soegade")
    sound = Reason.NO_FIGURES if mode else Reason.PLAN_ONLY
    assert {reasons(tinytown)[area] for area in areas} == {sound}
    broken = with_value(tinytown, "laesegrupper", "plan-2020", "2018/19", value=99.0)
    assert {reasons(broken)[area] for area in areas} == {Reason.PLAN_INVALID}
    assert reasons(broken)["bakkegaarden"] is Reason.NOT_IN_PLAN


def test_a_comparison_value_does_not_move_the_classes(tinytown, tinytown_view):
    other = with_value(tinytown, "laesegrupper", "tinby-kommune", "2022/23", value=59.0)
    classes = build_view(other).series["laesegrupper"].classes
    assert classes == tinytown_view.series["laesegrupper"].classes


def test_a_value_of_an_area_does_move_the_classes(tinytown, tinytown_view):
    other = with_value(tinytown, "laesegrupper", "soegade", "2022/23", value=59.0)
    classes = build_view(other).series["laesegrupper"].classes
    assert classes != tinytown_view.series["laesegrupper"].classes


def test_an_invalid_value_does_not_move_the_classes(tinytown):
    key = ("laesegrupper", "soegade", "2022/23")
    views = [build_view(with_value(tinytown, *key, value=value)) for value in (61.0, 99.0)]
    assert views[0].series["laesegrupper"].cells[2023]["soegade"].severity == Severity.INVALID
    assert views[0].series["laesegrupper"].classes == views[1].series["laesegrupper"].classes


def test_one_class_holds_one_range_in_all_years(randers_view):
    for series in randers_view.series.values():
        for cell in placed(series):
            if cell.class_index is not None:
                value = round(cell.observation.value, series.indicator.decimals)
                assert cell.class_index == class_of(value, series.classes)


def test_there_is_a_colour_for_every_class(randers_view):
    for series in randers_view.series.values():
        assert len(series.colours) == (1 if series.circles else len(series.classes))


def test_counts_are_circles_and_shares_are_fills(tinytown_view):
    counts, shares = tinytown_view.series["naboklager"], tinytown_view.series["laesegrupper"]
    assert (counts.circles, counts.classes) == (True, ())
    assert (shares.circles, len(shares.classes)) == (False, 5)


def test_the_area_of_a_circle_is_proportional_to_the_count(randers_view):
    circles = [
        (cell.radius_px**2 / MAX_RADIUS_PX**2, cell.observation.value / series.largest)
        for series in randers_view.series.values()
        for cell in placed(series)
        if cell.radius_px is not None and cell.radius_px > MIN_RADIUS_PX
    ]
    assert circles
    assert all(area == pytest.approx(share, rel=0.02) for area, share in circles)


def test_the_largest_count_of_all_years_has_the_largest_circle(tinytown_view):
    cells = placed(tinytown_view.series["naboklager"])
    largest = max(cells, key=lambda cell: cell.observation.value)
    assert largest.radius_px == MAX_RADIUS_PX


def test_a_count_of_nothing_is_still_seen(tinytown):
    other = with_value(tinytown, "naboklager", "soegade", "2024", value=0.0)
    cell = build_view(other).series["naboklager"].cells[2024]["soegade"]
    assert cell.radius_px == MIN_RADIUS_PX


def test_a_series_of_zeros_can_be_drawn(tinytown):
    zeros = tuple(replace(observation, value=0.0) for observation in tinytown.observations)
    series = build_view(replace(tinytown, observations=zeros)).series["naboklager"]
    assert {cell.radius_px for cell in placed(series)} == {MIN_RADIUS_PX}


@pytest.mark.parametrize("name", ["randers", "tinytown", "kystby"])
def test_exactly_the_areas_without_a_usable_value_have_a_reason(name, request):
    package = request.getfixturevalue(name)
    view = build_view(package)
    for series in view.series.values():
        for year in view.years:
            usable = {i for i, cell in series.cells[year].items() if cell.usable}
            areas = {area.id for area in package.areas}
            assert set(series.reasons[year]) == areas - usable


def test_a_value_counts_before_its_area_joined_a_plan(tinytown_view):
    assert "bakkegaarden" not in tinytown_view.series["naboklager"].reasons[2020]


def test_an_area_outside_the_plan_says_so_until_it_joins(tinytown_view):
    reasons = tinytown_view.series["laesegrupper"].reasons
    assert reasons[2021]["bakkegaarden"] == Reason.NOT_IN_PLAN
    assert reasons[2025]["bakkegaarden"] == Reason.NO_FIGURES


def test_a_value_of_the_plan_is_the_reason_for_its_members_only(tinytown_view):
    reasons = tinytown_view.series["laesegrupper"].reasons[2019]
    assert reasons["moelleparken"] == reasons["soegade"] == Reason.PLAN_ONLY
    assert reasons["bakkegaarden"] == Reason.NOT_IN_PLAN


def test_an_invalid_value_is_the_reason(tinytown):
    other = with_value(tinytown, "laesegrupper", "soegade", "2022/23", value=61.0)
    assert build_view(other).series["laesegrupper"].reasons[2023]["soegade"] == Reason.INVALID


def test_the_copied_absence_of_randers_is_four_invalid_areas(randers_view):
    reasons = randers_view.series["skolefravaer"].reasons[2022]
    invalid = {area for area, why in reasons.items() if why == Reason.INVALID}
    assert invalid == {"glarbjergvej", "hermann-stillings-vej", "vangdalen", "energivej"}


def test_years_of_a_series_are_those_with_figures(tinytown_view):
    assert tinytown_view.series["naboklager"].years == (2019, 2020, 2021, 2024)


@pytest.mark.parametrize(
    ("years", "year", "nearest"),
    [
        ((2019, 2024), 2020, 2019),
        ((2019, 2024), 2022, 2024),
        ((2019, 2023), 2021, 2023),
        ((2019, 2023), 2019, 2019),
        ((2019, 2023), 2030, 2023),
        ((), 2020, None),
    ],
)
def test_the_nearest_year_is_the_closest_and_of_two_the_later(years, year, nearest):
    assert nearest_year(years, year) == nearest
