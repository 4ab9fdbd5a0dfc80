"""Hold what a file shows: sheets of cells, each as it stands and as what it is."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text as it is shown, and the number or day that it is, if it is one.

    `number` is as stored: of a cell with a per-cent format (`percent`) it is a share, 0.092 for
    `9,2 %`. `formula` says that the file holds a formula, of which this is the stored result.
    `wrong` are words where nothing can be read: an error, or a formula without a result.
    """

    text: str = ""
    number: float | None = None
    day: date | None = None
    percent: bool = False
    formula: bool = False
    wrong: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not self.text and not self.wrong


EMPTY = Cell()
#: A formula whose stored result is an empty text, and one without any.
EMPTY_RESULT = Cell(formula=True)
NO_RESULT = Cell(formula=True, wrong="a formula without a stored result")


def number_cell(text: str, number: float, *, percent: bool, formula: bool) -> Cell:
    """Return the cell of a stored number; what is beyond all numbers is none."""
    if not math.isfinite(number):
        return Cell(text, formula=formula, wrong="a number beyond all numbers")
    return Cell(text, number, None, percent, formula)


@dataclass(frozen=True, slots=True)
class Span:
    """A merged range: rows and columns from 0, the last ones included."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @property
    def size(self) -> int:
        """How many cells it covers."""
        return (self.last_row - self.first_row + 1) * (self.last_column - self.first_column + 1)


@dataclass(frozen=True)
class Sheet:
    """A table of cells; `name` is empty for a CSV file. Hidden rows and columns are from 0."""

    file: str
    name: str
    rows: Sequence[Sequence[Cell]]
    spans: tuple[Span, ...] = ()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()

    def cell(self, row: int, column: int) -> Cell:
        """Return a cell, counted from 0; an empty one beyond what the sheet holds."""
        cells = self.rows[row] if row < len(self.rows) else ()
        return cells[column] if column < len(cells) else EMPTY

    @cached_property
    def covered(self) -> dict[tuple[int, int], Span]:
        """The merged range of each cell that lies in one."""
        return {
            (row, column): span
            for span in self.spans
            for row in range(span.first_row, span.last_row + 1)
            for column in range(span.first_column, span.last_column + 1)
        }

    @cached_property
    def width(self) -> int:
        """How many columns the widest row has."""
        return max((len(row) for row in self.rows), default=0)

    def where(self, row: int) -> str:
        """Say where a row stands, as people count: the first is 1."""
        return f"sheet {self.name}, row {row + 1}" if self.name else f"row {row + 1}"


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets of a file, and what must be told of how it was read."""

    sheets: tuple[Sheet, ...]
    told: tuple[str, ...] = field(default=())


def letters(column: int) -> str:
    """Return the name of a column, counted from 0, as spreadsheets call it: A, B, … AA."""
    name, left = "", column + 1
    while left:
        left, digit = divmod(left - 1, 26)
        name = chr(ord("A") + digit) + name
    return name


def listed(places: Sequence[object], most: int = 10) -> str:
    """Name some rows or cells, and how many more there are."""
    names = [str(place) for place in places]
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if names[most:] else "")


def trimmed(rows: Mapping[int, Mapping[int, Cell]]) -> list[list[Cell]]:
    """Return rows of cells from the cells that are filled, by row and column from 0."""
    table: list[list[Cell]] = [[] for _ in range(max(rows, default=-1) + 1)]
    for number, cells in rows.items():
        table[number] = [EMPTY] * (max(cells, default=-1) + 1)
        for column, cell in cells.items():
            table[number][column] = cell
    return table
