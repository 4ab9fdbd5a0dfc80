"""Find the rows of heads of a wide table, and which kind of things each of them names."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from geodata.intake.known import AXES, Known
from geodata.intake.readings import read_cell
from geodata.intake.sheets import Cell, Sheet
from geodata.intake.words import head, is_total

#: So many rows may stand over the heads, and so many rows of heads there may be.
_TOP, _HEADS = 20, 3


@dataclass(frozen=True)
class Heads:
    """The rows with heads by axis, and the first column that they stand over."""

    rows: Mapping[int, str]
    first: int

    @property
    def last(self) -> int:
        """The lowest row of heads."""
        return max(self.rows)

    @property
    def body(self) -> int:
        """The first row under them."""
        return self.last + 1


def heads_of(sheet: Sheet, known: Known) -> Heads | None:
    """Return the heads of a wide table; `None` where the sheet has none that are known.

    Where names are only near to known ones, there must be figures under them.
    """
    certain = _heads(sheet, known, known.exact)
    if certain is not None:
        return certain
    likely = _heads(sheet, known, known.near)
    return likely if likely is not None and _has_figures(sheet, likely) else None


def is_aside(text: str) -> bool:
    """Whether a head stands over no figures: a total, or a column for words."""
    return is_total(text) or head(text) in ("note", "source", "indicator", "geography", "period")


def _has_figures(sheet: Sheet, heads: Heads) -> bool:
    return any(
        read_cell(sheet.cell(row, column)).number is not None
        for row in range(heads.body, len(sheet.rows))
        for column in range(heads.first, sheet.width)
    )


def _heads(sheet: Sheet, known: Known, knows: Callable[[str, Cell], bool]) -> Heads | None:
    """The first rows in which most cells right of the first column name one kind of things."""
    rows: dict[int, str] = {}
    firsts: list[int] = []
    for row in range(min(_TOP, len(sheet.rows))):
        axis, first = _axis(sheet, row, known, knows)
        if axis and (not rows or _may_go_on(sheet, row, rows)):
            rows[row] = axis
            firsts.append(first)
        elif rows:
            break
    return Heads(rows, min(firsts)) if rows else None


def _may_go_on(sheet: Sheet, row: int, rows: Mapping[int, str]) -> bool:
    """Whether a row may be a further one of heads: figures can look like years."""
    label = sheet.cell(row, 0)
    return len(rows) < _HEADS and (label.is_empty or head(label.text) != "")


def _axis(
    sheet: Sheet, row: int, known: Known, knows: Callable[[str, Cell], bool]
) -> tuple[str, int]:
    cells = [(n, cell) for n, cell in enumerate(sheet.rows[row])
             if n and not cell.is_empty and not is_aside(cell.text)]  # fmt: skip
    label = sheet.cell(row, 0)
    for axis in AXES:
        found = [column for column, cell in cells if knows(axis, cell)]
        # A row that names the same kind of things on its left is a row of a list.
        is_list = known.exact(axis, label) or known.near(axis, label)
        if found and 2 * len(found) >= len(cells) and not is_list:
            return axis, cells[0][0]
    return "", 0
