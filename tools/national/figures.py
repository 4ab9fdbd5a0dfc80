"""Make up the figures of a series: a level, a drift and noise for each place, and gaps."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from tools.national.kinds import WHOLE, Series
from tools.national.size import Size, drawing

Floats = npt.NDArray[np.float64]

_MISSING = 0.06
_PLACES_WITHOUT = 0.04
#: Where few persons are behind each share, and how often the report then says how many.
_SMALL_PLACES = 0.05
_SMALL_N = (5, 13)
#: Percentage points by which the shares of few persons move.
_SWING = 28.0
_STATED = 0.3
_YEAR_WITHOUT_TURN = 3


@dataclass
class Figures:
    """The figures of a series, a row a year and a column a place; NaN where nothing is printed.

    Areas come first, then the municipalities, then the whole country. `n` is how many persons
    a share is of, 0 where that is not printed; `small` marks the places with few persons.
    """

    values: Floats
    n: npt.NDArray[np.int64]
    small: npt.NDArray[np.bool_]


def place_count(size: Size) -> int:
    """Return how many places have figures: areas, municipalities, the whole country."""
    return size.areas + size.municipalities + 1


def make(series: Series, size: Size) -> Figures:
    """Return the figures of a series, rounded as printed."""
    rng = drawing(2, series.number)
    small = drawing(5, series.number).random(place_count(size)) < _SMALL_PLACES
    small[size.areas :] = False
    values = _whole_parts(series, size) if series.whole else _levels(series, size, rng)
    n = np.zeros(values.shape, dtype=np.int64)
    if series.kind.unit == "percent" and not series.whole:
        values, n = _by_few(values, small, rng)
    values = np.round(values, series.kind.decimals)
    values[_gaps(series, size, rng)] = np.nan
    return Figures(values, n, small)


def _levels(series: Series, size: Size, rng: np.random.Generator) -> Floats:
    kind, count = series.kind, place_count(size)
    spread = kind.level[1] - kind.level[0]
    base = rng.uniform(*kind.level, count)
    drift = rng.uniform(-0.01, 0.01, count) * spread * np.arange(size.years)[:, None]
    values = base + drift + rng.uniform(-0.06, 0.06, (size.years, count)) * spread
    values[:, size.areas :] *= kind.group
    if series.part_of is not None:
        whole = _levels(Series(series.part_of, series.count), size, drawing(2, series.part_of))
        shares = rng.uniform(0.1, 0.4, count) * rng.uniform(0.9, 1.1, values.shape)
        values = np.floor(whole * shares)
    low, high = 0.0 if kind.unit != "grade" else -3.0, 100.0 if kind.unit == "percent" else np.inf
    return np.asarray(np.clip(values, low, high), dtype=float)


def _whole_parts(series: Series, size: Size) -> Floats:
    """Shares of one whole, that add up to 100: the last is what the others leave."""
    turn = [Series(number, series.count) for number in series.whole]
    first, second = (np.round(_levels(one, size, drawing(3, one.number)), 1) for one in turn[:2])
    second = np.minimum(second, 100 - first)
    return (first, second, 100 - first - second)[WHOLE.index(series.number % 10)]


def _by_few(
    values: Floats, small: npt.NDArray[np.bool_], rng: np.random.Generator
) -> tuple[Floats, npt.NDArray[np.int64]]:
    """Turn the shares of small places into whole numbers of a few persons."""
    persons = rng.integers(*_SMALL_N, values.shape)
    swing = rng.uniform(-_SWING, _SWING, values.shape)
    shares = np.clip(np.round((values + swing) / 100 * persons), 0, persons) / persons * 100
    stated = np.where(small & (rng.random(small.shape) < _STATED), persons, 0)
    return np.where(small, shares, values), stated


def _gaps(series: Series, size: Size, rng: np.random.Generator) -> npt.NDArray[np.bool_]:
    """Where nothing is printed: single cells, places, and a year. The whole country is whole."""
    gaps = rng.random((size.years, place_count(size))) < _MISSING
    gaps[:, rng.random(place_count(size)) < _PLACES_WITHOUT] = True
    if series.whole:
        gaps = drawing(4, series.turn).random(gaps.shape) < _MISSING
    if series.number % 7 == _YEAR_WITHOUT_TURN:
        gaps[size.years // 2] = True
    gaps[:, -1] = False
    return gaps
