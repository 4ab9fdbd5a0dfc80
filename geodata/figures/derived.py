"""Compute what is not printed: gaps to the municipality and changes since the start.

Derived values are made when read and never stored; each keeps the two printed values it was
made of. Nothing is computed from an invalid value, nor across a break.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from geodata.tables.periods import clock_year, is_part_year
from geodata.tables.records import Break, Observation


@dataclass(frozen=True, slots=True)
class Derived:
    """A difference `of` minus `against`, in the series' unit (percentage points for shares)."""

    value: float
    of: Observation
    against: Observation

    @property
    def periods_differ(self) -> bool:
        """Whether the two values cover periods that are printed differently."""
        return self.of.period != self.against.period

    @property
    def months_differ(self) -> bool:
        """Whether the two values cover different months, as part of a year and a whole one."""
        return months_differ(self.of, self.against)


def months_differ(one: Observation, other: Observation) -> bool:
    """Tell whether two values cover different months, as part of a year and a whole one."""
    return _months(one) != _months(other)


def _months(o: Observation) -> tuple[int, ...]:
    """Return the first and last month and day of a part year; of a whole one, nothing."""
    if o.period_start is None or o.period_end is None:
        return ()
    if not is_part_year(o.period_start, o.period_end):
        return ()
    start, end = o.period_start, o.period_end
    return (start.month, start.day, end.month, end.day)


def difference(of: Observation, against: Observation, decimals: int) -> Derived:
    """Return a difference in the decimals of the series, as are both values: none is finer."""
    value = round(round(of.value, decimals) - round(against.value, decimals), decimals)
    return Derived(value, of, against)


def cut_by_break(breaks: Iterable[Break], start: Observation, end: Observation) -> bool:
    """Tell whether a change of definition lies between two values of one place.

    A start without a year is taken as earlier than every break.
    """
    first, last = clock_year(start.period) or 0, clock_year(end.period) or 0
    return any(b.concerns(end.geography) and first < b.date.year <= last for b in breaks)
