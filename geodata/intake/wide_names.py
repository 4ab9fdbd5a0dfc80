"""Find what stands over and beside the figures of a wide table, and in its title."""

from geodata.intake.entries import Place
from geodata.intake.known import AXES, Known
from geodata.intake.sheets import Sheet
from geodata.intake.wide_heads import Heads, is_aside
from geodata.intake.words import head

#: What a long table would call each axis.
_WORDS = {"place": "geography", "series": "indicator", "period": "period"}


def columns_of(sheet: Sheet, heads: Heads) -> dict[int, dict[str, Place]]:
    """Return what stands over each column of figures, by axis."""
    found = {column: _keys(sheet, heads, column) for column in range(heads.first, sheet.width)}
    return {column: keys for column, keys in found.items() if keys}


def _keys(sheet: Sheet, heads: Heads, column: int) -> dict[str, Place]:
    """What stands over a column; upper heads reach to the right until the next one."""
    keys: dict[str, Place] = {}
    for row, axis in heads.rows.items():
        at = column
        while row != heads.last and at > heads.first and sheet.cell(row, at).is_empty:
            at -= 1
        at = _first_of_span(sheet, row, at)[1]
        cell = sheet.cell(row, at)
        if cell.is_empty or is_aside(cell.text):
            return {}
        keys[axis] = Place(sheet, row, at)
    return keys


def labels_of(sheet: Sheet, known: Known, heads: Heads) -> dict[str, int]:
    """Return the columns left of the figures that name something, by axis."""
    labels: dict[str, int] = {}
    for column in range(heads.first):
        axis = _label_axis(sheet, known, heads, column)
        if axis and axis not in heads.rows.values():
            labels.setdefault(axis, column)
    return labels


def _label_axis(sheet: Sheet, known: Known, heads: Heads, column: int) -> str:
    cells = [cell for row in range(heads.body, len(sheet.rows))
             if not (cell := sheet.cell(row, column)).is_empty]  # fmt: skip
    counts = {axis: (sum(known.exact(axis, c) for c in cells), sum(known.near(axis, c) for c in cells))
              for axis in _WORDS}  # fmt: skip
    best = max(counts, key=lambda axis: counts[axis])
    if any(counts[best]):
        return best
    named = {head(sheet.cell(row, column).text) for row in heads.rows}
    return next((axis for axis in AXES if _WORDS[axis] in named), "")


def label_beside(sheet: Sheet, row: int, column: int, heads: Heads) -> Place:
    """Return the name beside a row; one that is merged down, or outside of others, reaches down."""
    at = _first_of_span(sheet, row, column)[0]
    is_outer = column + 1 < heads.first
    while is_outer and at > heads.body and sheet.cell(at, column).is_empty:
        at -= 1
    return Place(sheet, at, column)


def _first_of_span(sheet: Sheet, row: int, column: int) -> tuple[int, int]:
    span = sheet.covered.get((row, column))
    return (span.first_row, span.first_column) if span else (row, column)


def titles_of(sheet: Sheet, known: Known, heads: Heads) -> dict[str, Place]:
    """Return what the rows over the heads name, by axis."""
    found: dict[str, Place] = {}
    for row in range(min(heads.rows)):
        for column, cell in enumerate(sheet.rows[row]):
            for axis in AXES:
                if not cell.is_empty and known.exact(axis, cell):
                    found.setdefault(axis, Place(sheet, row, column))
    return found
