"""Between two years stands the difference of two printed values, or a reason, never both."""

from dataclasses import replace
from itertools import combinations

import pytest

from geodata.figures.classes import MAX_CLASSES
from geodata.tables.findings import Severity
from layers.comparisons import MAX_RADIUS_PX
from layers.twoyears import Refusal, two_years
from layers.view import build_view
from tests.packages_editing import with_indicator, with_value


@pytest.fixture(scope="module")
def pairs(randers, randers_view):
    return {i: two_years(randers, series) for i, series in randers_view.series.items()}


def of(package, indicator):
    return two_years(package, build_view(package).series[indicator])


def changes(shown, earlier, later):
    return {g: c.derived.value for g, c in shown.pairs[(earlier, later)].changes.items()}


def refused(shown, earlier, later):
    return shown.pairs[(earlier, later)].refused


def test_absence_from_its_start_to_2023_as_subtracted_by_hand(pairs):
    assert changes(pairs["skolefravaer"], 2020, 2023) == {
        "jennumparken": 0.9,
        "glarbjergvej": 1.4,
        "hermann-stillings-vej": 2.8,
        "vangdalen": 0.5,
        "energivej": 0.0,
        "randers-kommune": 1.4,
    }


def test_outside_the_labour_market_from_2021_to_2024(pairs):
    assert changes(pairs["uden-for-arbejdsmarkedet"], 2021, 2024) == {
        "jennumparken": -7,
        "glarbjergvej": -28,
        "hermann-stillings-vej": 43,
    }


def test_a_plan_has_its_own_change(pairs):
    shown = pairs["sigtede-15-29"]
    assert changes(shown, 2021, 2023)["helhedsplan"] == -0.9
    assert set(refused(shown, 2021, 2023).values()) == {Refusal.PLAN_ONLY, Refusal.NOT_IN_PLAN}


def test_an_invalid_value_takes_no_part_in_either_year(pairs):
    shown = pairs["skolefravaer"]
    invalid = {"glarbjergvej", "hermann-stillings-vej", "vangdalen", "energivej"}
    for years in ((2020, 2022), (2022, 2023), (2022, 2024)):
        now = refused(shown, *years)
        assert {g for g, why in now.items() if why == Refusal.INVALID} == invalid
        assert set(changes(shown, *years)) <= {"jennumparken", "randers-kommune"}


@pytest.mark.parametrize("earlier", [2020, 2022, 2023, 2024])
def test_no_pair_reaches_across_a_break(pairs, earlier):
    shown = pairs["sprog-generel"]
    assert changes(shown, earlier, 2025) == {}
    across = [g for g, why in refused(shown, earlier, 2025).items() if why == Refusal.BREAK]
    assert across == ["jennumparken", "glarbjergvej", "hermann-stillings-vej"]


def test_invalid_comes_before_the_break(pairs):
    assert refused(pairs["sprog-saerlig"], 2024, 2025)["jennumparken"] == Refusal.INVALID


def test_a_break_concerns_only_the_places_it_names(tinytown):
    moved = with_value(tinytown, "naboklager", "bakkegaarden", "2021", period="2024")
    shown = of(with_value(moved, "naboklager", "bakkegaarden", "2020", period="2019"), "naboklager")
    assert refused(shown, 2019, 2024) == {"bakkegaarden": Refusal.BREAK}
    assert changes(shown, 2019, 2024) == {"moelleparken": -9, "soegade": -2}


def test_the_year_that_is_missing_is_named(pairs, tinytown):
    municipality = refused(pairs["skolefravaer"], 2023, 2024)["randers-kommune"]
    assert municipality == Refusal.NO_LATER
    complaints = of(tinytown, "naboklager")
    assert refused(complaints, 2019, 2020) == {
        "moelleparken": Refusal.NO_LATER,
        "soegade": Refusal.NO_LATER,
        "bakkegaarden": Refusal.NOT_IN_PLAN,
    }
    assert refused(complaints, 2020, 2021)["soegade"] == Refusal.NO_EARLIER


def test_a_series_with_one_year_has_no_pairs(pairs):
    assert (pairs["trygge-beboere"].years, pairs["trygge-beboere"].pairs) == ((2023,), {})


def test_the_graver_mark_of_the_two_values_goes_along(pairs):
    start = pairs["skolefravaer"].pairs[(2020, 2023)].changes["vangdalen"]
    assert start.severity == Severity.NOTE
    evictions = pairs["udsaettelser"].pairs[(2023, 2024)].changes["jennumparken"]
    assert evictions.severity == Severity.DOUBTFUL


def test_other_months_are_noticed(pairs):
    absence = pairs["skolefravaer"].pairs
    assert absence[(2020, 2023)].changes["vangdalen"].derived.months_differ
    assert not absence[(2023, 2024)].changes["vangdalen"].derived.months_differ


@pytest.mark.parametrize("name", ["tinytown", "randers", "kystby"])
def test_every_pair_says_one_thing_of_every_place(name, request):
    package = request.getfixturevalue(name)
    areas = {area.id for area in package.areas}
    checked = 0
    for series in build_view(package).series.values():
        shown = two_years(package, series)
        assert set(shown.pairs) == set(combinations(shown.years, 2))
        for (earlier, later), pair in shown.pairs.items():
            said = {*pair.changes, *pair.refused}
            assert set(pair.changes) & set(pair.refused) == set()
            assert said == areas | set(series.cells[earlier]) | set(series.cells[later])
            for place, change in pair.changes.items():
                before, after = (series.cells[y][place].observation for y in (earlier, later))
                expected = round(after.value - before.value, series.indicator.decimals)
                assert change.derived.value == expected
                checked += 1
    assert checked > (7 if name == "kystby" else 10)


@pytest.mark.parametrize("name", ["tinytown", "randers", "kystby"])
def test_one_colour_is_one_change_over_all_pairs(name, request):
    package = request.getfixturevalue(name)
    drawn = {g.id for g in package.geographies if g.kind in ("area", "plan")}
    for series in build_view(package).series.values():
        shown = two_years(package, series)
        assert len(shown.classes) == len(set(shown.colours)) <= MAX_CLASSES
        for pair in shown.pairs.values():
            for place, change in pair.changes.items():
                if place not in drawn:
                    assert (change.class_index, change.radius_px) == (None, None)
                    continue
                bounds = shown.classes[change.class_index]
                assert bounds.low <= change.derived.value <= bounds.high
                assert (change.radius_px is not None) == series.indicator.is_count


def test_better_is_the_same_colour_whichever_direction_is_better(tinytown):
    colours = [of(with_indicator(tinytown, "laesegrupper", polarity=p), "laesegrupper").colours
               for p in ("higher", "lower", "neutral")]  # fmt: skip
    assert len(set(colours)) == 3


def test_the_largest_change_of_a_count_is_the_largest_circle(tinytown):
    radii = [c.radius_px for pair in of(tinytown, "naboklager").pairs.values()
             for c in pair.changes.values()]  # fmt: skip
    assert max(radii) == MAX_RADIUS_PX


def test_a_package_without_observations_has_no_pairs(tinytown):
    assert of(replace(tinytown, observations=()), "laesegrupper").pairs == {}
