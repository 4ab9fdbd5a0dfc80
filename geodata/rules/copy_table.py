"""Lay the shares and grades of the areas out as columns of the report, to hold them together."""

from functools import cached_property

import numpy as np

from geodata.tables.columns import combined
from geodata.tables.facts import Facts, Floats, Ints


class CopyTable:
    """A row for each series and year that has a figure, those of one year together; a column an area.

    `values` are the printed numbers, NaN where there is none; `rows` say where each stands in
    the observations, -1 where there is none; `years` and `series` belong to each row, `step` to
    each series: the last decimal that it prints.
    """

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        counts = facts.of_series([i.is_count for i in facts.indicators])
        chosen = np.flatnonzero(facts.of_kind("area") & ~counts & (facts.year > 0))
        keys, cell = np.unique(self._keys(chosen), return_inverse=True)
        areas = np.array([g.kind == "area" for g in facts.geographies], bool)
        place = (np.cumsum(areas) - 1)[facts.geography[chosen]]
        self.rows: Ints = np.full((len(keys), int(areas.sum())), -1, np.int64)
        self.rows[cell, place] = chosen
        self.values: Floats = np.where(self.rows >= 0, facts.value[self.rows], np.nan)
        one = self.rows.max(axis=1, initial=-1)
        self.years: list[int] = facts.year[one].tolist()
        self.series: Ints = facts.indicator[one]
        self.step: Floats = np.array([10.0**-i.decimals for i in facts.indicators])
        self._column = dict(zip(keys.tolist(), range(len(keys)), strict=True))

    def _keys(self, rows: Ints) -> Ints:
        """One number for each column of the report: by year, then by the id of the series."""
        ids = [i.id for i in self.facts.indicators]
        place = np.argsort(np.argsort(np.array(ids, dtype=object)))
        return combined([(self.facts.year[rows], 10_000),
                         (place[self.facts.indicator[rows]], max(len(ids), 1))])  # fmt: skip

    def column_of(self, row: int) -> int:
        """Return the column that an observation stands in."""
        column: int = self._column[int(self._keys(np.array([row]))[0])]
        return column

    @cached_property
    def _units(self) -> Ints:
        units = sorted({i.unit for i in self.facts.indicators})
        return np.array([units.index(i.unit) for i in self.facts.indicators], np.int64)

    @cached_property
    def _wholes(self) -> Ints:
        place = {i.id: n for n, i in enumerate(self.facts.indicators)}
        return np.array([place.get(i.subset_of, -1) for i in self.facts.indicators], np.int64)

    def unrelated(self, row: int, others: Ints) -> Ints:
        """Return those columns that, where they are equal to one, need an explanation.

        Other units, or a part and its whole, need none.
        """
        own, series = int(self.series[row]), self.series[others]
        part = (self._wholes[series] == own) | (self._wholes[own] == series)
        unrelated: Ints = others[(self._units[series] == self._units[own]) & ~part]
        return unrelated
