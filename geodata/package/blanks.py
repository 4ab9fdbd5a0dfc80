"""Say which years of the clock a cell without a figure stands for."""

from geodata.reading.descriptor import Descriptor
from geodata.tables.periods import clock_year
from geodata.tables.records import Blank


def years_of(blank: Blank, clock: Descriptor) -> tuple[int, ...]:
    """Return the clock years in which a place has no figure because of a cell.

    An empty cell is one year; "nothing newer" all years after the last one printed; "nothing
    to compare with" every year. Raises `PeriodError` for a period that is none.
    """
    years = range(clock.first_year, clock.last_year + 1)
    if blank.kind == "no_comparison":
        return tuple(years)
    stated = clock_year(blank.period)
    if stated is None:
        return ()
    return tuple(y for y in years if (y > stated if blank.kind == "no_later" else y == stated))
