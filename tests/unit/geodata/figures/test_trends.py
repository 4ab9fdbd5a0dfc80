"""A trend is named only with enough comparable points and an exact p that carries it."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.figures.sums import printed
from geodata.figures.trends import MOST_TIED_POINTS, NoTrend, TrendWord, exact_p, trend
from geodata.tables.records import Break
from tests.packages_editing import value_of, with_indicator

FIVE = ("2020", "2021", "2022", "2023", "2024")


def by_hand(values):
    """Count the orders of the values that rise or fall at least as clearly."""

    def rises(order):
        pairs = [(a, b) for i, a in enumerate(order) for b in order[i + 1 :]]
        return sum(b > a for a, b in pairs) - sum(b < a for a, b in pairs)

    orders = list(permutations(values))
    return sum(abs(rises(order)) >= abs(rises(values)) for order in orders) / len(orders)


@pytest.mark.parametrize(
    ("values", "p"),
    [
        ([1, 2, 3, 4, 5], 2 / 120),
        ([5, 4, 3, 2, 1], 2 / 120),
        ([1, 2, 3, 4, 4], 4 / 120),
        ([2, 1, 3, 4, 5], 10 / 120),
        ([7, 7, 7, 7, 7], 1),
        ([1, 2, 3, 4, 5, 6], 2 / 720),
    ],
)
def test_p_is_the_share_of_orders_that_are_as_clear(values, p):
    assert exact_p(values) == pytest.approx(p)
    assert by_hand(values) == pytest.approx(p)


@settings(max_examples=30, deadline=None)
@given(values=st.lists(st.integers(0, 6), min_size=5, max_size=6))
def test_p_is_exact_with_and_without_equal_values(values):
    assert exact_p(values) == pytest.approx(by_hand(values))


@settings(max_examples=30, deadline=None)
@given(values=st.lists(st.integers(0, 9), min_size=5, max_size=6))
def test_p_is_the_same_backwards_and_upside_down(values):
    assert exact_p(values[::-1]) == pytest.approx(exact_p(values))
    assert exact_p([-value for value in values]) == pytest.approx(exact_p(values))


def test_many_points_with_equal_values_are_not_tested():
    assert exact_p([1.0] * (MOST_TIED_POINTS + 1)) is None
    assert exact_p(list(range(MOST_TIED_POINTS + 1))) < 0.001


def with_series(town, values, **changes):
    """A town whose complaints in one place are these, by year."""
    like = value_of(town, "naboklager", "moelleparken", "2021")
    own = [
        replace(like, **{"period": year, "value": float(value), **changes.get(f"in_{year}", {})})
        for year, value in values.items()
    ]
    others = [o for o in town.observations if o.indicator != "naboklager"]
    return replace(town, observations=(*others, *own))


def of(town):
    return trend(town, printed(town), ("naboklager",), ("moelleparken",))


@pytest.mark.parametrize(
    ("values", "word"),
    [
        ((24, 21, 19, 17, 15), TrendWord.FALLING),
        ((15, 17, 19, 21, 24), TrendWord.RISING),
        ((24, 21, 19, 17, 18), TrendWord.UNCLEAR),
    ],
)
def test_a_word_needs_a_p_below_five_percent(tinytown, values, word):
    found = of(with_series(tinytown, dict(zip(FIVE, values, strict=True))))
    assert found.word == word
    assert (found.p < 0.05) == (word != TrendWord.UNCLEAR)
    assert [total.period for total in found.used] == [*FIVE]


def test_four_points_say_nothing(tinytown):
    found = of(with_series(tinytown, dict(zip(FIVE[:4], (24, 21, 19, 17), strict=True))))
    assert (found.word, found.p, found.why_not) == (None, None, NoTrend.FEW_POINTS)


FALLING = dict(zip(("2019", *FIVE), (26, 24, 21, 19, 17, 15), strict=True))


@pytest.mark.parametrize(
    "change",
    [
        {"in_2021": {"period_start": date(2021, 1, 1), "period_end": date(2021, 6, 30)}},
        {"in_2021": {"period": ""}},
    ],
)
def test_part_years_and_figures_without_a_year_are_left_out(tinytown, change):
    found = of(with_series(tinytown, FALLING, **change))
    assert [total.period for total in found.used] == ["2019", "2020", "2022", "2023", "2024"]
    assert [point.members[0].value for point in found.left_out] == [21]
    assert found.word == TrendWord.FALLING


def test_invalid_figures_are_left_out(tinytown):
    town = with_indicator(
        with_series(tinytown, {**FALLING, "2021": 90}), "naboklager", plausible_max=60
    )
    found = of(town)
    assert [total.period for total in found.used] == ["2019", "2020", "2022", "2023", "2024"]
    assert [point.period for point in found.left_out] == ["2021"]


@pytest.mark.parametrize(
    ("year", "used"),
    [
        (2024, ("2019", "2020", "2021", "2022", "2023")),
        (2020, FIVE),
        (2022, ("2022", "2023", "2024")),
    ],
)
def test_only_one_side_of_a_break_is_used(tinytown, year, used):
    change = Break("naboklager", "moelleparken", date(year, 1, 1), "Ny", "New")
    found = of(replace(with_series(tinytown, FALLING), breaks=(change,)))
    assert tuple(total.period for total in found.used) == used
    assert (found.word is None) == (len(used) < 5)


def test_a_series_of_randers_with_five_points_and_no_trend(randers):
    found = trend(randers, printed(randers), ("karakterer-9-klasse",), ("helhedsplan",))
    assert [total.value for total in found.used] == [5.4, 5.2, 6.2, 5.9, 5.4]
    assert found.word == TrendWord.UNCLEAR
    assert found.p == pytest.approx(by_hand([5.4, 5.2, 6.2, 5.9, 5.4]))


def test_no_series_of_randers_with_a_break_in_2025_reaches_five_points(randers):
    for series in ("grundskole-30-59", "sprog-saerlig"):
        found = trend(randers, printed(randers), (series,), ("glarbjergvej",))
        assert found.why_not == NoTrend.FEW_POINTS
        assert "2025" not in [total.period for total in found.used]
