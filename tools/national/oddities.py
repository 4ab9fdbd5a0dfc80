"""Put in what rules are to find: copies, values that cannot be, sums that are off, odd prints."""

import numpy as np
import numpy.typing as npt

from tools.national.figures import Figures, make
from tools.national.kinds import Series
from tools.national.size import Size, drawing

#: One cell of so many areas and years is odd, and at least one.
_ONE_IN = 800
#: A pasted column covers one area of so many, and at least so many areas.
_PASTED = (4, 8)

Cells = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]


def with_oddities(series: Series, size: Size, figures: Figures) -> Figures:
    """Return the figures of a series with what somebody typed or pasted wrongly."""
    values, cells = figures.values.copy(), _some(series, size)
    nth = series.number % 10
    if nth == 0:
        values[cells] = drawing(7, series.number).integers(65, 95, len(cells[0]))
        _paste(values, series, size)
    elif nth == 1:
        values[cells] = np.round(values[cells] - 0.03, 2)
    elif nth == 6 and series.whole:
        values[cells] = np.round(values[cells] + 6, 1)
    elif series.part_of is not None:
        whole = make(Series(series.part_of, series.count), size).values
        values[cells] = whole[cells] + 5
    values[np.isnan(figures.values)] = np.nan
    return Figures(values, figures.n, figures.small)


def _some(series: Series, size: Size) -> Cells:
    count = size.years * size.areas
    chosen = drawing(6, series.number).choice(count, max(1, count // _ONE_IN), replace=False)
    year, area = np.divmod(np.sort(chosen), size.areas)
    return year, area


def _paste(values: npt.NDArray[np.float64], series: Series, size: Size) -> None:
    """The first areas of one year repeat the next series: every other time."""
    if series.turn % 2 or series.number + 1 >= series.count:
        return
    other = make(Series(series.number + 1, series.count), size).values
    year = size.years // 2 - 1
    areas = min(size.areas, max(_PASTED[1], size.areas // _PASTED[0]))
    values[year, :areas] = other[year, :areas]
