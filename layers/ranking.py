"""Put the places of a year in the order of their figures, and say which order can be claimed.

The order of a list claims nothing: a rank is claimed between two places only where both
figures have an interval and the two lie apart.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from geodata.figures.intervals import Interval, NoInterval, Rank, interval, rank
from geodata.tables.records import Indicator
from layers.shown import Places, Shown


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure in the list, with its interval or the reason why there is none."""

    figure: Shown
    interval: Interval | NoInterval


@dataclass(frozen=True, slots=True)
class Ranking:
    """The figures of one year: the best first, in the package's order where none is better.

    `claims` are pairs (better, worse) of places that surely differ, for series without a
    direction (higher, lower). Figures that cannot be used are left out of the list.
    """

    placed: tuple[Placed, ...]
    unusable: tuple[Shown, ...]
    claims: tuple[tuple[str, str], ...]


def rankings(series: Indicator, figures: Places, places: Sequence[str]) -> Mapping[int, Ranking]:
    """Return the ranking of some places for every clock year with a figure of any of them."""
    by_year: dict[int, list[Shown]] = {}
    for place in places:
        for figure in figures.get(place, ()):
            if figure.year is not None:
                by_year.setdefault(figure.year, []).append(figure)
    return {year: _ranking(series, found) for year, found in sorted(by_year.items())}


def _ranking(series: Indicator, figures: Sequence[Shown]) -> Ranking:
    placed = [Placed(figure, _interval(series, figure)) for figure in figures if figure.usable]
    sign = {"higher": -1, "lower": 1}.get(series.polarity, 0)
    placed.sort(key=lambda one: sign * one.figure.value)
    better = Rank.LOWER if series.polarity == "lower" else Rank.HIGHER
    known = [one for one in placed if isinstance(one.interval, Interval)]
    claims = tuple(
        (one.figure.geography, other.figure.geography)
        for one in known
        for other in known
        if rank(one.interval, other.interval) == better
    )
    return Ranking(tuple(placed), tuple(f for f in figures if not f.usable), claims)


def _interval(series: Indicator, figure: Shown) -> Interval | NoInterval:
    """A sum has no interval: its parts were not drawn from one group of persons."""
    if figure.is_computed:
        return NoInterval.NO_SHARE
    return interval(figure.members[0], series, figure.severity)
