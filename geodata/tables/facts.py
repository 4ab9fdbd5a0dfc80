"""Put all printed numbers into arrays that rules can look at as a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from geodata.tables.columns import Column, Mask, combined
from geodata.tables.observations import Observations
from geodata.tables.periods import clock_year, in_time, is_part_year
from geodata.tables.plausible import decimals_of
from geodata.tables.records import Break, Geography, Indicator, split_list

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Facts:
    """A package's printed numbers, an element of each array for each observation, in their order.

    `indicator` and `geography` are positions in `indicators` and `geographies`, `year` is the
    clock's, 0 without one.
    """

    observations: Observations
    indicators: Sequence[Indicator]
    geographies: Sequence[Geography]
    breaks: Sequence[Break]

    @cached_property
    def indicator(self) -> Ints:
        """The position of each number's series."""
        return _positions(self.observations.columns["indicator"], [i.id for i in self.indicators])

    @cached_property
    def geography(self) -> Ints:
        """The position of each number's place."""
        return _positions(self.observations.columns["geography"], [g.id for g in self.geographies])

    @cached_property
    def value(self) -> Floats:
        """The printed numbers."""
        return _spread(self.observations.columns["value"], float)

    @cached_property
    def decimals(self) -> Ints:
        """How many decimals each number has."""
        column = self.observations.columns["value"]
        return np.array([decimals_of(v) for v in column.distinct], np.int64)[column.codes]

    @cached_property
    def year(self) -> Ints:
        """The clock's year of each number, 0 for none."""
        column = self.observations.columns["period"]
        return np.array([clock_year(p) or 0 for p in column.distinct], np.int64)[column.codes]

    @cached_property
    def period(self) -> Ints:
        """The place of each number's period among all periods, in the order of the clock."""
        column = self.observations.columns["period"]
        ordered = sorted(set(column.distinct), key=in_time)
        return _positions(column, ordered)

    @cached_property
    def role(self) -> Ints:
        """A number for each role."""
        return self.observations.columns["role"].codes.astype(np.int64)

    @cached_property
    def is_part_year(self) -> Mask:
        """Which numbers cover only part of a year."""
        first = self.observations.columns["period_start"]
        last = self.observations.columns["period_end"]
        dated = first.where(d is not None for d in first.distinct)
        rows = np.flatnonzero(dated & last.where(d is not None for d in last.distinct))
        pairs = combined([(first.codes[rows], len(first.distinct)),
                          (last.codes[rows], len(last.distinct))])  # fmt: skip
        _, one, of = np.unique(pairs, return_index=True, return_inverse=True)
        parts = [is_part_year(first[row], last[row]) for row in rows[one]]
        found = np.zeros(len(self.observations), bool)
        found[rows] = np.array(parts, bool)[of]
        return found

    @cached_property
    def order(self) -> Ints:
        """All rows by series and place, those of one series and place in the order of the clock."""
        keys = combined([
            (self.indicator, len(self.indicators)), (self.geography, len(self.geographies)),
            (self.period, len(self.observations.columns["period"].distinct)),
        ])  # fmt: skip
        return np.argsort(keys, kind="stable").astype(np.int64)

    @cached_property
    def line(self) -> Ints:
        """A number for each series and place."""
        return self.indicator * len(self.geographies) + self.geography

    @cached_property
    def stretch(self) -> Ints:
        """How many changes of definition each number has behind it: a stretch has one number."""
        behind = np.zeros(len(self.observations), np.int64)
        place = {indicator.id: n for n, indicator in enumerate(self.indicators)}
        for change in self.breaks:
            own = self.indicator == place.get(change.indicator, -1)
            behind += own & self.concerned(change) & (self.year >= change.date.year)
        return behind

    def concerned(self, change: Break) -> Mask:
        """Return which numbers are of places that a break touches."""
        if not change.geographies:
            return np.ones(len(self.observations), bool)
        own = set(split_list(change.geographies))
        return np.array([g.id in own for g in self.geographies], bool)[self.geography]

    def of_kind(self, kind: str) -> Mask:
        """Return which numbers are of geographies of a kind."""
        return np.array([g.kind == kind for g in self.geographies], bool)[self.geography]

    def of_series(self, wanted: Sequence[bool]) -> Mask:
        """Return which numbers are of the wanted series; one word for each series."""
        return np.array(wanted, bool)[self.indicator]

    def per_series(self, numbers: Sequence[float]) -> Floats:
        """Return for each number what stands for its series."""
        return np.array(numbers, float)[self.indicator]


def _positions(column: Column[str], ids: Sequence[str]) -> Ints:
    """The place of each cell among ids; a part of a package knows cells that no row of it has."""
    place = {identifier: n for n, identifier in enumerate(ids)}
    used = np.bincount(column.codes, minlength=len(column.distinct)).astype(bool)
    places = [
        place[cell] if is_used else -1 for cell, is_used in zip(column.distinct, used, strict=True)
    ]
    return np.array(places, np.int64)[column.codes]


def _spread(column: Column[float], kind: type) -> Floats:
    return np.array(column.distinct, kind)[column.codes]
