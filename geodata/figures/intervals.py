"""Say how uncertain a printed share is, where the number of persons behind it is printed.

Intervals are Wilson's, by scipy, in percent. Without a printed `n` there is none, and no
rank is claimed between two shares unless both have an interval and the two lie apart.
"""

from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module

from geodata.tables.findings import Severity
from geodata.tables.plausible import whole_count
from geodata.tables.records import Indicator, Observation

CONFIDENCE = 0.95


class NoInterval(StrEnum):
    """Why a printed value has no interval."""

    NO_SHARE = "no_share"
    NO_N = "no_n"
    NOT_WHOLE = "not_whole"
    UNUSABLE = "unusable"


class Rank(StrEnum):
    """What can be said of the order of two shares."""

    HIGHER = "higher"
    LOWER = "lower"
    NOT_CLAIMED = "not_claimed"


@dataclass(frozen=True, slots=True)
class Interval:
    """A Wilson interval in percent, from `count` of `n` persons."""

    low: float
    high: float
    count: int
    n: int


def wilson(count: int, n: int) -> Interval:
    """Return the interval for a count of `n` persons, at 95 %; raise `ValueError` outside 0-n."""
    # scipy.stats takes most of a second to import and few requests need it
    test = import_module("scipy.stats").binomtest(count, n)
    found = test.proportion_ci(confidence_level=CONFIDENCE, method="wilson")
    return Interval(100 * float(found.low), 100 * float(found.high), count, n)


def interval(
    observation: Observation, indicator: Indicator, severity: Severity | None
) -> Interval | NoInterval:
    """Return the interval of a printed share, or why there is none.

    `severity` is the gravest of what the rules found: a doubtful or invalid value has no
    interval, which would lend it a precision that it lacks.
    """
    if not indicator.is_share:
        return NoInterval.NO_SHARE
    if observation.n is None:
        return NoInterval.NO_N
    if severity is not None and severity > Severity.NOTE:
        return NoInterval.UNUSABLE
    count = whole_count(observation.value, observation.n, indicator.decimals)
    return NoInterval.NOT_WHOLE if count is None else wilson(count, observation.n)


def rank(one: Interval | NoInterval, other: Interval | NoInterval) -> Rank:
    """Return whether the first share is surely above or below the second."""
    if isinstance(one, NoInterval) or isinstance(other, NoInterval):
        return Rank.NOT_CLAIMED
    if one.low > other.high:
        return Rank.HIGHER
    return Rank.LOWER if one.high < other.low else Rank.NOT_CLAIMED
