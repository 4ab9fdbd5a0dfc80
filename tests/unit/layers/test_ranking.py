"""A rank is claimed only where both figures have an interval and the two lie apart."""

from dataclasses import replace

import pytest

from geodata.figures.intervals import Interval, NoInterval
from layers.ranking import rankings
from layers.shown import shown_figures
from layers.view import build_view


def ranked(package, indicator, places, polarity=None):
    series = next(i for i in package.indicators if i.id == indicator)
    figures = shown_figures(package, build_view(package))[indicator]
    return rankings(replace(series, polarity=polarity or series.polarity), figures, places)


def areas(package):
    return [g.id for g in package.geographies if g.kind != "comparison"]


def with_n(figures, ns):
    """The same figures with invented numbers of persons behind them, and nothing found in them."""
    return {
        place: tuple(
            replace(f, severity=None, members=tuple(replace(o, n=ns[place]) for o in f.members))
            for f in own
        )
        for place, own in figures.items()
        if place in ns
    }


@pytest.fixture(scope="module")
def reading(tinytown):
    series = next(i for i in tinytown.indicators if i.id == "laesegrupper")
    return series, shown_figures(tinytown, build_view(tinytown))["laesegrupper"]


def test_the_best_comes_first_by_the_direction_of_the_series(randers):
    absence = ranked(randers, "skolefravaer", areas(randers))[2023]
    assert [one.figure.value for one in absence.placed] == [6.2, 6.4, 6.6, 7.2, 8.6]
    turned = ranked(randers, "skolefravaer", areas(randers), "higher")[2023]
    assert [one.figure.value for one in turned.placed] == [8.6, 7.2, 6.6, 6.4, 6.2]


def test_without_a_direction_the_order_is_that_of_the_package(randers):
    neutral = ranked(randers, "skolefravaer", areas(randers), "neutral")[2023]
    own = [one.figure.geography for one in neutral.placed]
    assert own == [g for g in areas(randers) if g in own]


def test_what_cannot_be_used_is_no_place_in_the_list(randers):
    absence = ranked(randers, "skolefravaer", areas(randers))[2022]
    assert [one.figure.geography for one in absence.placed] == ["jennumparken"]
    assert {f.geography for f in absence.unusable} == {
        "glarbjergvej", "hermann-stillings-vej", "vangdalen", "energivej"}  # fmt: skip


def test_the_report_claims_no_rank_at_all(randers):
    for series in randers.indicators:
        for year, found in ranked(randers, series.id, areas(randers)).items():
            assert found.claims == (), (series.id, year)


def test_only_the_language_tests_of_2025_have_an_interval(randers):
    known = {
        (series.id, year)
        for series in randers.indicators
        for year, found in ranked(randers, series.id, areas(randers)).items()
        for one in found.placed
        if isinstance(one.interval, Interval)
    }
    assert known
    assert {year for _, year in known} == {2025}
    assert {series for series, _ in known} <= {"sprog-generel", "sprog-fokuseret", "sprog-saerlig"}


def test_a_sum_has_no_interval(randers):
    found = ranked(randers, "uden-for-arbejdsmarkedet", areas(randers))[2024]
    total = next(one for one in found.placed if one.figure.is_computed)
    assert (total.figure.value, total.interval) == (964, NoInterval.NO_SHARE)


def shares(reading, values):
    """Invented shares of a year: {place: (share, n)} in the places of the town."""
    series, figures = reading
    model = next(f for own in figures.values() for f in own if f.year and not f.is_computed)
    invented = {}
    for place, (share, n) in values.items():
        o = replace(model.members[0], geography=place, value=share, n=n)
        shown = replace(
            model, geography=place, value=share, severity=None, findings=(), members=(o,)
        )
        invented[place] = (shown,)
    return rankings(replace(series, polarity="higher"), invented, list(values))[model.year]


def test_far_apart_with_many_persons_is_a_rank(reading):
    found = shares(reading, {"soegade": (90, 1000), "moellevej": (10, 1000)})
    assert found.claims == (("soegade", "moellevej"),)


def test_the_same_shares_of_few_persons_are_none(reading):
    found = shares(reading, {"soegade": (60, 10), "moellevej": (40, 10)})
    assert found.claims == ()


def test_one_number_of_persons_is_not_enough(reading):
    found = shares(reading, {"soegade": (90, 1000), "moellevej": (10, None)})
    assert found.claims == ()
    assert [one.interval for one in found.placed][1] == NoInterval.NO_N
