"""Find what of a package is hidden: what few persons are behind, and what would give it back."""

from collections.abc import Mapping
from dataclasses import dataclass

from geodata.disclosure.cells import Cell, Where, cells_of
from geodata.disclosure.groups import puzzles
from geodata.disclosure.primary import Why, small_figures
from geodata.disclosure.puzzle import Puzzle
from geodata.disclosure.relations import relations
from geodata.disclosure.secondary import Impossible, others_to_hide
from geodata.package.package import Package
from geodata.reading.disclosure_rule import DisclosureRule
from geodata.tables.records import Key

#: Of a larger group that belongs together all is hidden that may be: it would take too long to
#: find out what need not be.
MOST_TOGETHER = 200


@dataclass(frozen=True)
class Hidden:
    """The rows that are hidden, each with why; `exposed` are those that others give away still.

    `known` are those that are hidden now and were published before.
    """

    rows: Mapping[int, Why]
    exposed: tuple[Key, ...] = ()
    known: tuple[Key, ...] = ()


def hidden_in(
    package: Package, rule: DisclosureRule, known: frozenset[Key] = frozenset()
) -> Hidden:
    """Return what of a package is hidden; `known` are the keys of what was published before.

    Who has seen that must not work out the rest; who sees the package alone must work out nothing.
    """
    rows = dict(small_figures(package, rule))
    few, exposed = tuple(rows), dict[Key, None]()
    if rows or any(blank.kind == "hidden" for blank in package.blanks):
        for seen in dict.fromkeys((known, frozenset[Key]())):
            exposed |= dict.fromkeys(_hide_more(package, rule, seen, rows))
    keys = [o.key for o in package.observations]
    return Hidden(
        rows={row: rows[row] for row in sorted(rows)},
        exposed=tuple(exposed),
        known=tuple(keys[row] for row in few if keys[row] in known),
    )


def _hide_more(
    package: Package, rule: DisclosureRule, known: frozenset[Key], rows: dict[int, Why]
) -> list[Key]:
    """Add to the hidden rows what must go with them; return what is given away all the same."""
    cells = cells_of(package, rule, known)
    hidden = {w for w, c in cells.items() if c.row is None or (c.row in rows and c.may_hide)}
    exposed: list[Key] = []
    series = {one.id: one for one in package.indicators}
    for puzzle in puzzles(cells, relations(package, cells), hidden, series):
        more, given_away = _worked_out(puzzle, hidden, rule)
        rows |= {row: Why.PROTECTS for where in more if (row := cells[where].row) is not None}
        exposed += [_key(cells[where]) for where in given_away]
    return exposed


def _worked_out(
    puzzle: Puzzle, wanted: set[Where], rule: DisclosureRule
) -> tuple[list[Where], list[Where]]:
    """Return what else is hidden in a puzzle, and what is given away all the same."""
    may = [where for where, cell in puzzle.cells.items() if cell.may_hide and where not in wanted]
    own = [cell for where, cell in puzzle.cells.items() if where in wanted]
    if len(puzzle.cells) > MOST_TOGETHER:
        return may, []
    hidden: dict[Where, None] = {}
    exposed = []
    for cell in own:
        found = others_to_hide(puzzle, {*(c.where for c in own), *hidden}, cell, rule)
        if not isinstance(found, Impossible):
            hidden |= dict.fromkeys(found)
        elif found.gave_up:
            return may, []
        else:
            exposed.append(cell.where)
    return list(hidden), exposed


def _key(cell: Cell) -> Key:
    indicator, place, (period, role) = cell.where
    return (indicator, place, period, role) if cell.observation is None else cell.observation.key
