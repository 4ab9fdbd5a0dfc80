"""Intervals only where the number of persons is printed; a rank only where they lie apart."""

from dataclasses import replace
from math import sqrt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geodata.figures.intervals import Interval, NoInterval, Rank, interval, rank, wilson
from geodata.figures.sums import printed
from geodata.tables.findings import Severity
from geodata.tables.plausible import whole_count
from tests.packages_editing import value_of

COUNTS = st.integers(1, 400).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
#: The 97.5 % quantile of the normal distribution.
Z = 1.959963984540054


def formula(count, n):
    """Wilson's interval in percent, from his formula."""
    share = count / n
    middle = (share + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z / (1 + Z * Z / n) * sqrt(share * (1 - share) / n + Z * Z / (4 * n * n))
    return 100 * (middle - half), 100 * (middle + half)


@settings(max_examples=80, deadline=None)
@given(pair=COUNTS)
def test_an_interval_is_wilsons(pair):
    found = wilson(*pair)
    assert (found.low, found.high) == pytest.approx(formula(*pair), abs=1e-9)
    assert (found.count, found.n) == pair


@settings(max_examples=80, deadline=None)
@given(pair=COUNTS)
def test_an_interval_holds_its_share_and_stays_within_all_persons(pair):
    count, n = pair
    found = wilson(count, n)
    assert 0 <= found.low <= 100 * count / n + 1e-9
    assert 100 * count / n - 1e-9 <= found.high <= 100


@settings(max_examples=40, deadline=None)
@given(pair=COUNTS)
def test_more_persons_make_it_narrower(pair):
    count, n = pair
    few, many = wilson(count, n), wilson(10 * count, 10 * n)
    assert many.high - many.low < few.high - few.low


def test_a_count_above_all_persons_is_an_error():
    with pytest.raises(ValueError, match="k"):
        wilson(8, 7)


@pytest.mark.parametrize(
    ("share", "n", "decimals", "count"),
    [
        (37.5, 24, 1, 9), (29.2, 24, 1, 7), (38.9, 24, 1, None), (14.3, 14, 1, 2),
        (20.0, 14, 1, None), (100.0, 7, 0, 7), (0.0, 7, 0, 0), (33.0, 3, 0, 1), (34.0, 3, 0, None),
    ],
)  # fmt: skip
def test_a_share_is_a_count_only_within_rounding(share, n, decimals, count):
    assert whole_count(share, n, decimals) == count


@given(pair=COUNTS, decimals=st.integers(1, 2))
def test_a_rounded_share_finds_its_count_again(pair, decimals):
    count, n = pair
    assert whole_count(round(100 * count / n, decimals), n, decimals) == count


def series(package, name):
    return next(i for i in package.indicators if i.id == name)


def test_two_shares_of_the_invented_town(tinytown):
    reading = series(tinytown, "laesegrupper")
    one, two = (
        interval(value_of(tinytown, "laesegrupper", place, "2022/23"), reading, None)
        for place in ("moelleparken", "soegade")
    )
    assert (one.count, one.n, two.count, two.n) == (27, 150, 27, 200)
    assert rank(one, two) == Rank.NOT_CLAIMED


def test_without_a_number_there_is_no_interval(tinytown):
    reading, complaints = series(tinytown, "laesegrupper"), series(tinytown, "naboklager")
    share = value_of(tinytown, "laesegrupper", "moelleparken", "2022/23")
    count = value_of(tinytown, "naboklager", "moelleparken", "2024")
    assert interval(replace(share, n=None), reading, None) == NoInterval.NO_N
    assert interval(replace(share, n=151), reading, None) == NoInterval.NOT_WHOLE
    assert interval(replace(count, n=150), complaints, None) == NoInterval.NO_SHARE


@pytest.mark.parametrize(
    ("severity", "found"),
    [(Severity.NOTE, Interval), (Severity.DOUBTFUL, NoInterval), (Severity.INVALID, NoInterval)],
)
def test_a_doubtful_share_gets_no_interval(tinytown, severity, found):
    share = value_of(tinytown, "laesegrupper", "moelleparken", "2022/23")
    assert isinstance(interval(share, series(tinytown, "laesegrupper"), severity), found)


@pytest.mark.parametrize(
    ("one", "other", "claimed"),
    [
        (wilson(90, 100), wilson(50, 100), Rank.HIGHER),
        (wilson(50, 100), wilson(90, 100), Rank.LOWER),
        (wilson(9, 10), wilson(5, 10), Rank.NOT_CLAIMED),
        (wilson(90, 100), NoInterval.NO_N, Rank.NOT_CLAIMED),
        (NoInterval.NOT_WHOLE, wilson(1, 100), Rank.NOT_CLAIMED),
        (Interval(10, 20, 3, 20), Interval(20, 30, 5, 20), Rank.NOT_CLAIMED),
        (Interval(20, 30, 5, 20), Interval(10, 20, 3, 20), Rank.NOT_CLAIMED),
    ],
)
def test_a_rank_is_claimed_only_where_intervals_lie_apart(one, other, claimed):
    assert rank(one, other) == claimed


@settings(max_examples=60, deadline=None)
@given(first=COUNTS, second=COUNTS, third=COUNTS)
def test_ranks_turn_round_and_carry_on(first, second, third):
    a, b, c = wilson(*first), wilson(*second), wilson(*third)
    opposite = {
        Rank.HIGHER: Rank.LOWER,
        Rank.LOWER: Rank.HIGHER,
        Rank.NOT_CLAIMED: Rank.NOT_CLAIMED,
    }
    assert rank(b, a) == opposite[rank(a, b)]
    assert rank(a, a) == Rank.NOT_CLAIMED
    if rank(a, b) == rank(b, c) == Rank.HIGHER:
        assert rank(a, c) == Rank.HIGHER


def test_only_the_language_tests_of_2025_have_a_number_in_randers(randers):
    facts = printed(randers)
    by_id = {i.id: i for i in randers.indicators}
    found = {
        o.key[:3]: interval(o, by_id[o.indicator], facts.severity(o))
        for o in randers.observations
        if o.n is not None
    }
    assert len(found) == 9
    assert {key for key, own in found.items() if isinstance(own, Interval)} == {
        (f"sprog-{kind}", "hermann-stillings-vej", "2025")
        for kind in ("generel", "fokuseret", "saerlig")
    }
    own = found[("sprog-generel", "hermann-stillings-vej", "2025")]
    assert (own.count, own.n, round(own.low, 1), round(own.high, 1)) == (7, 7, 64.6, 100)
