"""Choose what else must be hidden so that a hidden figure cannot be worked out from the rest.

A figure is safe where all that is published fits two answers that lie far enough apart. Which
others must be hidden for that, at the least loss, is one question to a solver: two answers to
the whole puzzle, and a price for each published figure that differs in one of them.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module

import numpy as np

from geodata.disclosure.cells import Cell, Where
from geodata.disclosure.puzzle import Floats, Puzzle
from geodata.disclosure.relations import BASE, PART
from geodata.reading.disclosure_rule import DisclosureRule

#: The solver gives up after so many steps; it counts steps, so that it ends the same everywhere.
_MOST_STEPS = 20_000
_FOUND, _GAVE_UP = 0, 1


@dataclass(frozen=True, slots=True)
class Impossible:
    """A figure that nothing which may be hidden protects: what is printed gives it away.

    `gave_up` where the solver did not find out.
    """

    gave_up: bool


def others_to_hide(
    puzzle: Puzzle, open_: Collection[Where], cell: Cell, rule: DisclosureRule
) -> tuple[Where, ...] | Impossible:
    """Return which figures must be hidden with a hidden one; none where it is safe already.

    `open_` are the figures that nobody can see, `cell` among them.
    """
    may = tuple(w for w, c in puzzle.cells.items() if c.may_hide and w not in open_)
    question = _Question(puzzle, frozenset(open_), may)
    optimize = import_module("scipy.optimize")
    matrix, low, high = question.rows(cell, rule)
    answer = optimize.milp(
        question.prices(),
        integrality=question.whole(),
        bounds=optimize.Bounds(*question.bounds()),
        constraints=optimize.LinearConstraint(matrix, low, high),
        options={"mip_rel_gap": 0.0, "node_limit": _MOST_STEPS},
    )
    if answer.x is None:
        return Impossible(gave_up=answer.status == _GAVE_UP)
    chosen = answer.x[2 * len(puzzle.numbers) :] > 0.5
    return tuple(where for where, is_chosen in zip(may, chosen, strict=True) if is_chosen)


@dataclass(frozen=True)
class _Question:
    """Two answers to a puzzle side by side, and one column for each figure that may be hidden."""

    puzzle: Puzzle
    open_: frozenset[Where]
    may: tuple[Where, ...]

    def prices(self) -> Floats:
        losses = [self.puzzle.cells[where].loss for where in self.may]
        return np.array([*(0.0 for _ in range(2 * self._width)), *losses])

    def whole(self) -> Floats:
        return np.concatenate([self.puzzle.whole, self.puzzle.whole, np.ones(len(self.may))])

    def bounds(self) -> tuple[Floats, Floats]:
        """What each number can be: as published, or anything where that may be hidden."""
        found = [
            self.puzzle.free(number) if self._is_free(number[0]) else self.puzzle.published(number)
            for number in self.puzzle.numbers
        ]
        low, high = np.array(found).reshape(-1, 2).T
        more = np.zeros(len(self.may)), np.ones(len(self.may))
        return np.concatenate([low, low, more[0]]), np.concatenate([high, high, more[1]])

    def rows(self, cell: Cell, rule: DisclosureRule) -> tuple[Floats, Floats, Floats]:
        """The sums for both answers, what ties numbers to figures, and how far apart they lie."""
        sums, low, high = self.puzzle.rows
        made = [*self._ties(), *self._apart(cell, rule)]
        matrix = np.zeros((2 * len(sums) + len(made), 2 * self._width + len(self.may)))
        matrix[: len(sums), : self._width] = sums
        matrix[len(sums) : 2 * len(sums), self._width : 2 * self._width] = sums
        for row, (terms, _) in enumerate(made, 2 * len(sums)):
            for column, factor in terms.items():
                matrix[row, column] = factor
        least = np.array([bound for _, bound in made])
        return matrix, np.concatenate([low, low, least]), np.concatenate([
            high, high, np.full(len(made), np.inf)])  # fmt: skip

    @property
    def _width(self) -> int:
        return len(self.puzzle.numbers)

    def _is_free(self, where: Where) -> bool:
        return where in self.open_ or where in self.may or where not in self.puzzle.cells

    def _ties(self) -> Iterator[tuple[Mapping[int, float], float]]:
        """A number is as published, unless its figure is hidden."""
        for nth, where in enumerate(self.may, 2 * self._width):
            for what in (PART, BASE):
                at = self.puzzle.index.get((where, what))
                if at is None:
                    continue
                low, high = self.puzzle.published((where, what))
                for one in (at, at + self._width):
                    yield {one: 1.0, nth: self.puzzle.most}, low
                    yield {one: -1.0, nth: self.puzzle.most}, -high

    def _apart(
        self, cell: Cell, rule: DisclosureRule
    ) -> Iterator[tuple[Mapping[int, float], float]]:
        """The counts of the two answers lie apart, and the shares on both sides of the true one."""
        part = self.puzzle.index[(cell.where, PART)]
        yield {part: 1.0, part + self._width: -1.0}, float(rule.width)
        base = self.puzzle.index.get((cell.where, BASE))
        if base is None or cell.value is None or not cell.series.is_share:
            return
        below, above = _around(cell.value, rule.points)
        yield {part: 100.0, base: -above}, 0.0
        yield {part + self._width: -100.0, base + self._width: below}, 0.0


def _around(share: float, points: float) -> tuple[float, float]:
    """The least and the most that a hidden share must be able to be."""
    below = min(max(share - points / 2, 0.0), 100.0 - points)
    return below, below + points
