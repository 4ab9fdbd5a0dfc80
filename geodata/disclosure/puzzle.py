"""Lay some figures out as a puzzle: numbers, what each can be, and the sums that hold between them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import ceil, floor, inf

import numpy as np
import numpy.typing as npt

from geodata.disclosure.cells import Cell, Where
from geodata.disclosure.relations import BASE, PART, REST, Number, Relation
from geodata.tables.plausible import EPSILON
from geodata.tables.records import Indicator

Floats = npt.NDArray[np.float64]
Window = tuple[float, float]


@dataclass(frozen=True)
class Puzzle:
    """Figures that may give each other away, with all that holds between them."""

    cells: Mapping[Where, Cell]
    relations: Sequence[Relation]
    series: Mapping[str, Indicator]

    @cached_property
    def numbers(self) -> tuple[Number, ...]:
        """All numbers, those that no figure says among them."""
        found = dict.fromkeys(number for one in self.relations for number, _ in one.terms)
        for where, cell in self.cells.items():
            found |= dict.fromkeys((where, what) for what in self._whats(cell.series))
        for where, what in tuple(found):
            if what == PART and not self.series[where[0]].is_count:
                found[(where, BASE)] = None
        return tuple(found)

    @cached_property
    def index(self) -> Mapping[Number, int]:
        """The place of each number."""
        return {number: n for n, number in enumerate(self.numbers)}

    @cached_property
    def most(self) -> float:
        """More than any number can be, as far as anybody would believe."""
        highs = [high for number in self.numbers for _, high in [self.published(number)]]
        return 10 * max((high for high in highs if high < inf), default=0.0) + 1000

    @cached_property
    def whole(self) -> Floats:
        """Which numbers are whole, as `scipy.optimize.milp` is told."""
        return np.array([self._is_whole(number) for number in self.numbers], np.float64)

    def published(self, number: Number) -> Window:
        """Return what a number can be where its figure is published; the figure is rounded."""
        where, what = number
        cell = self.cells.get(where)
        least = 1.0 if what == BASE else 0.0
        if what == REST or cell is None or cell.part is None:
            return least, inf
        if what == BASE:
            return (cell.base or least, cell.base or inf)
        return _window(cell)

    def free(self, number: Number) -> Window:
        """Return what a number can be of which nobody knows anything."""
        return (1.0 if number[1] == BASE else 0.0), self.most

    @cached_property
    def rows(self) -> tuple[Floats, Floats, Floats]:
        """The sums: coefficients, and between what each lies."""
        made = [*map(self._sum, self.relations), *self._within(), *self._rounded()]
        matrix = np.zeros((len(made), len(self.numbers)))
        for row, (terms, _, _) in enumerate(made):
            for number, factor in terms:
                matrix[row, self.index[number]] += factor
        return matrix, np.array([low for _, low, _ in made]), np.array([high for *_, high in made])

    def _sum(self, relation: Relation) -> tuple[list[tuple[Number, float]], float, float]:
        """A sum as it is; where the figures do not add up, by as much as they fail to."""
        windows = [(self.published(number), sign) for number, sign in relation.terms]
        low = sum(sign * w[0 if sign > 0 else 1] for w, sign in windows)
        high = sum(sign * w[1 if sign > 0 else 0] for w, sign in windows)
        off = low if low > EPSILON else high if high < -EPSILON else 0.0
        return [(number, float(sign)) for number, sign in relation.terms], off, off

    def _within(self) -> list[tuple[list[tuple[Number, float]], float, float]]:
        """No share is of more than all persons."""
        return [([((where, PART), 1.0), ((where, BASE), -1.0)], -inf, 0.0)
                for where, what in self.numbers
                if what == PART and self.series[where[0]].is_share]  # fmt: skip

    def _rounded(self) -> list[tuple[list[tuple[Number, float]], float, float]]:
        """Printed shares whose base nobody says are shares all the same."""
        found = []
        for where, cell in self.cells.items():
            if cell.value is None or cell.part is not None or cell.may_hide:
                continue
            low, high = ((cell.value + d) / cell.scale for d in (-_half(cell), _half(cell)))
            found += [([((where, PART), 1.0), ((where, BASE), -high)], -inf, 0.0),
                      ([((where, PART), 1.0), ((where, BASE), -low)], 0.0, inf)]  # fmt: skip
        return found

    @staticmethod
    def _whats(series: Indicator) -> tuple[str, ...]:
        return (PART,) if series.is_count else (PART, BASE)

    def _is_whole(self, number: Number) -> bool:
        where, what = number
        unit = self.series[where[0]].unit
        if what != PART:
            return what == BASE
        low, high = self.published(number)
        holds = high == inf or ceil(low - EPSILON) <= floor(high + EPSILON)
        return unit in ("count", "percent") and holds


def _window(cell: Cell) -> Window:
    if cell.base is None or cell.part is None:
        return (cell.part or 0.0, cell.part or 0.0)
    around = _half(cell) * cell.base / cell.scale
    high = cell.base if cell.series.is_share else inf
    return max(cell.part - around, 0.0), min(cell.part + around, high)


def _half(cell: Cell) -> float:
    """Half of the last decimal of a series: so far is a figure from what was counted at most."""
    return float(0.5 * 10.0**-cell.series.decimals)
