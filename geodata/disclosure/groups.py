"""Find which figures can give each other away at all: each group is a puzzle of its own."""

from collections.abc import Collection, Iterator, Mapping

from geodata.disclosure.cells import Cell, Where
from geodata.disclosure.puzzle import Puzzle
from geodata.disclosure.relations import Relation
from geodata.tables.records import Indicator


def puzzles(
    cells: Mapping[Where, Cell],
    relations: Collection[Relation],
    hidden: Collection[Where],
    series: Mapping[str, Indicator],
) -> Iterator[Puzzle]:
    """Yield a puzzle for each group of figures with a hidden one among them, in their order.

    What is printed and stays so ties nothing together: it is known.
    """
    groups = _Groups()
    for relation in relations:
        groups.join([where for where in relation.cells if _is_loose(where, cells, hidden)])
    wanted = list(dict.fromkeys(groups.of(where) for where in cells if where in hidden))
    tied: dict[Where, list[Relation]] = {one: [] for one in wanted}
    for relation in relations:
        loose = (w for w in relation.cells if _is_loose(w, cells, hidden))
        of = groups.of(next(loose, relation.cells[0]))
        if of in tied:
            tied[of].append(relation)
    for one in wanted:
        inside = {w for relation in tied[one] for w in relation.cells} | {
            where for where in hidden if groups.of(where) == one
        }
        yield Puzzle({w: c for w, c in cells.items() if w in inside}, tied[one], series)


def _is_loose(where: Where, cells: Mapping[Where, Cell], hidden: Collection[Where]) -> bool:
    cell = cells.get(where)
    return cell is None or cell.may_hide or cell.part is None or where in hidden


class _Groups:
    """Figures that were joined, each group by the name of one of them."""

    def __init__(self) -> None:
        self._above: dict[Where, Where] = {}

    def of(self, where: Where) -> Where:
        while (above := self._above.get(where, where)) != where:
            self._above[where] = self._above.get(above, above)
            where = above
        return where

    def join(self, several: list[Where]) -> None:
        for other in several[1:]:
            self._above[self.of(other)] = self.of(several[0])
