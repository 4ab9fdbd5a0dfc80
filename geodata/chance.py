"""Say how likely it is that two columns of independent figures agree in some places."""

from math import lgamma, log

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


def log_any(places: int, equal: int, chance: float) -> float:
    """Return the logarithm of a bound on the chance that so many places are equal.

    Each choice of `equal` places agrees with `chance ** equal`; there are so many choices.
    """
    choices = lgamma(places + 1) - lgamma(equal + 1) - lgamma(places - equal + 1)
    return choices + equal * log(chance)


def log_in_a_row(places: int, equal: int, chance: float) -> float:
    """Return the same for places that follow each other: there are few choices of those."""
    return log(places - equal + 1) + equal * log(chance)


def longest_run(equal: NDArray[np.bool_]) -> slice:
    """Return where the longest run of true values stands, the first of equally long ones."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], equal.astype(np.int8), [0]))))
    starts, ends = edges[::2], edges[1::2]
    if not len(starts):
        return slice(0, 0)
    best = int(np.argmax(ends - starts))
    return slice(int(starts[best]), int(ends[best]))
