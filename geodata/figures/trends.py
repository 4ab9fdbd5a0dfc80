"""Say whether a series rises or falls, by an exact test, and only where it has enough points.

The test is Kendall's: does the order of the values follow the order of the years? Its p is
exact, with scipy, equal values included. The points are those that can be compared: no
invalid, doubtful or part-year figure, none without a year, all on one side of a break.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module

import numpy as np
from numpy.typing import NDArray

from geodata.figures.points import Point, broken, points
from geodata.figures.sums import Printed, Sum
from geodata.package.package import Package

#: Fewer comparable points than this say nothing of a trend.
LEAST_POINTS = 5
#: With equal values all orders are gone through: 8 points have 40,320.
MOST_TIED_POINTS = 8
#: A p below this is called a trend.
LIMIT_P = 0.05


class TrendWord(StrEnum):
    """What may be said of a series over time."""

    RISING = "rising"
    FALLING = "falling"
    UNCLEAR = "unclear"


class NoTrend(StrEnum):
    """Why nothing may be said of a series over time."""

    FEW_POINTS = "few_points"
    MANY_TIES = "many_ties"


@dataclass(frozen=True, slots=True)
class Trend:
    """A trend word with its two-sided p, or the reason why there is none.

    `used` are the comparable figures by clock year, `left_out` the other printed ones.
    """

    word: TrendWord | None
    why_not: NoTrend | None
    p: float | None
    used: tuple[Sum, ...]
    left_out: tuple[Point, ...]


def trend(
    package: Package, facts: Printed, indicators: Sequence[str], places: Sequence[str]
) -> Trend:
    """Return what may be said of some series in some places together, over time."""
    printed = points(facts, indicators, places)
    used = _comparable(package, printed)
    left_out = tuple(point for point in printed if point.total not in used)
    values = [total.value for total in used]
    if len(values) < LEAST_POINTS:
        return Trend(None, NoTrend.FEW_POINTS, None, used, left_out)
    p = exact_p(values)
    if p is None:
        return Trend(None, NoTrend.MANY_TIES, None, used, left_out)
    return Trend(_word(values, p), None, p, used, left_out)


def _comparable(package: Package, printed: tuple[Point, ...]) -> tuple[Sum, ...]:
    """Return the usable points of the longest stretch without a break, the later of two."""
    stretches: list[list[Sum]] = [[]]
    for point in printed:
        total = point.usable
        if total is None or point.year is None:
            continue
        if stretches[-1] and broken(package, stretches[-1][-1].members, total.members):
            stretches.append([])
        stretches[-1].append(total)
    return tuple(sorted(stretches, key=len)[-1])


def exact_p(values: Sequence[float]) -> float | None:
    """Return the exact two-sided p that values in the order of time have no trend.

    `None` where equal values among many points make an exact test too long.
    """
    found = concordance(np.asarray(values))
    sizes = tuple(sorted(Counter(values).values()))
    if len(sizes) == len(values):
        return _untied_p(len(values), int(abs(found)))
    if len(values) > MOST_TIED_POINTS:
        return None
    orders = _orders(sizes)
    tails = [float(np.mean(orders <= found)), float(np.mean(orders >= found))]
    return min(1.0, 2 * min(tails))


@cache
def _untied_p(count: int, surplus: int) -> float:
    """Return Kendall's p for so many different values with so many more pairs one way than the other.

    It hangs on nothing else, so it is asked for once, with the first order that has them.
    """
    order: list[int] = []
    against = (count * (count - 1) // 2 - surplus) // 2
    for value in range(count):
        # a value set before the last ones is in the wrong order with each of them
        wrong = min(against, len(order))
        order.insert(len(order) - wrong, value)
        against -= wrong
    # scipy.stats takes most of a second to import and few requests need it
    stats = import_module("scipy.stats")
    return float(stats.kendalltau(range(count), order, method="exact").pvalue)


@cache
def _orders(sizes: tuple[int, ...]) -> NDArray[np.float64]:
    """Return the concordance of every order of values of which so many are equal.

    The exact test goes through all of them and takes none twice by itself.
    """
    values = np.repeat(np.arange(len(sizes)), sizes)
    stats = import_module("scipy.stats")
    found = stats.permutation_test((values,), concordance, permutation_type="pairings",
                                   n_resamples=math.inf, vectorized=True)  # fmt: skip
    return np.asarray(found.null_distribution, dtype=np.float64)


def concordance(values: NDArray[np.float64], axis: int = -1) -> NDArray[np.float64]:
    """Return how many pairs rise with time, less those that fall."""
    ordered = np.moveaxis(values, axis, -1)
    first, second = np.triu_indices(ordered.shape[-1], 1)
    signs = np.sign(ordered[..., second] - ordered[..., first])
    return np.asarray(signs.sum(axis=-1), dtype=np.float64)


def _word(values: Sequence[float], p: float) -> TrendWord:
    if p >= LIMIT_P:
        return TrendWord.UNCLEAR
    return TrendWord.RISING if concordance(np.asarray(values)) > 0 else TrendWord.FALLING
