"""Say how likely it is that two columns of independent figures agree in some places."""

from functools import cache
from math import lgamma

import numpy as np
from numpy.typing import NDArray

#: Figures this many printed steps apart or fewer are neighbours: they tell how densely a
#: series lies, and so how often two of its figures are equal.
NEIGHBOUR_STEPS = 5
#: A column of at least so many places says by itself how often its figures are equal.
OWN_COLUMN_PLACES = 30
#: Slack in comparisons of decimal numbers.
EPSILON = 1e-9

#: One row a column of the report, one column a place; NaN where nothing is printed.
Columns = NDArray[np.float64]


def equal_chance(columns: Columns, step: float) -> NDArray[np.float64]:
    """Return, for each column of one series, the chance that two of its places are equal.

    `columns` are all columns of the series, `step` is the last printed decimal. Counted are
    pairs of places within one column: those that are equal, and, as few figures seldom are,
    those at most `NEIGHBOUR_STEPS` apart, spread evenly over these steps. The larger counts.
    """
    found = np.array([_pairs(row[~np.isnan(row)], step) for row in columns])
    series = _chance(*found.sum(axis=0))
    places = (~np.isnan(columns)).sum(axis=1)
    own = np.array([_chance(*row) for row in found])
    return np.where(places >= OWN_COLUMN_PLACES, np.maximum(own, series), series)


def _pairs(values: NDArray[np.float64], step: float) -> tuple[float, float, float]:
    """Count pairs of values: all, the equal ones, and those that are neighbours."""
    ordered = np.sort(values)
    nth = np.arange(1, len(ordered) + 1)

    def within(distance: float) -> float:
        return float((np.searchsorted(ordered, ordered + distance, side="right") - nth).sum())

    return len(ordered) * (len(ordered) - 1) / 2, within(EPSILON), within(
        NEIGHBOUR_STEPS * step + EPSILON
    )  # fmt: skip


def _chance(pairs: float, equal: float, near: float) -> float:
    """The chance of equality; one pair more than was seen is near, as none seen proves nothing."""
    evenly = (near + 1) / ((pairs + 1) * (2 * NEIGHBOUR_STEPS + 1))
    return max(equal / pairs if pairs else 0.0, evenly)


def near_chance(differences: Columns, step: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return how often two columns are equal if they are no more so than nearly equal.

    `differences` has a row for each pair of columns, `step` its coarser printed step. Where
    two series follow each other, places are near each other in both, and so equal more often.
    """
    apart = np.abs(differences)
    reach = (NEIGHBOUR_STEPS * step + EPSILON)[:, None]
    near = ((apart > EPSILON) & (apart <= reach)).sum(axis=1)
    places = (~np.isnan(differences)).sum(axis=1)
    chance: NDArray[np.float64] = (near + 1) / ((places + 1) * (2 * NEIGHBOUR_STEPS))
    return chance


def equal_pairs_by_chance(values: NDArray[np.float64]) -> float:
    """Return how many equal pairs whole numbers have by chance, as their neighbours tell.

    `values` are sorted. Pairs at most `NEIGHBOUR_STEPS` apart, and not equal, are spread evenly
    over the steps to both sides.
    """
    nth = np.arange(1, len(values) + 1)
    near = (np.searchsorted(values, values + NEIGHBOUR_STEPS, side="right") - nth).sum()
    equal = (np.searchsorted(values, values, side="right") - nth).sum()
    return float(near - equal) / (2 * NEIGHBOUR_STEPS)


def log_any(
    places: NDArray[np.int64], equal: NDArray[np.int64], chance: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the logarithm of a bound on the chance that so many places are equal.

    Each choice of `equal` places agrees with `chance ** equal`; there are so many choices.
    """
    factorial = _log_factorials(int(places.max(initial=0)))
    choices = factorial[places] - factorial[equal] - factorial[places - equal]
    bound: NDArray[np.float64] = choices + equal * np.log(chance)
    return bound


@cache
def _log_factorials(most: int) -> NDArray[np.float64]:
    return np.array([lgamma(number + 1) for number in range(most + 1)])


def log_in_a_row(
    places: NDArray[np.int64], equal: NDArray[np.int64], chance: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the same for places that follow each other: there are few choices of those."""
    bound: NDArray[np.float64] = np.log(places - equal + 1) + equal * np.log(chance)
    return bound


def longest_runs(equal: NDArray[np.bool_], both: NDArray[np.bool_]) -> NDArray[np.int64]:
    """Return for each row how many places in a row are equal; those not in `both` are passed over."""
    so_far = np.cumsum(equal, axis=1)
    at_last_other = np.maximum.accumulate(np.where(both & ~equal, so_far, 0), axis=1)
    longest: NDArray[np.int64] = (so_far - at_last_other).max(axis=1, initial=0)
    return longest


def longest_run(equal: NDArray[np.bool_]) -> slice:
    """Return where the longest run of true values stands, the first of equally long ones."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], equal.astype(np.int8), [0]))))
    starts, ends = edges[::2], edges[1::2]
    if not len(starts):
        return slice(0, 0)
    best = int(np.argmax(ends - starts))
    return slice(int(starts[best]), int(ends[best]))
