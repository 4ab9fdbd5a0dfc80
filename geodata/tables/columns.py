"""Hold a table by columns: each different cell once, and for every row a number that points to it.

A table of two million rows has few different cells: whatever is asked of a cell is asked once
for each of them, and rows are looked at only where something was found.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Generic, TypeVar

import numpy as np
import numpy.typing as npt

T = TypeVar("T")
Codes = npt.NDArray[np.int32]
Mask = npt.NDArray[np.bool_]
#: So many rows are turned into columns at once.
_CHUNK = 20_000


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """One column: `distinct` cells without order, and `codes`, a position in them for each row."""

    distinct: Sequence[T]
    codes: Codes

    def __len__(self) -> int:
        return len(self.codes)

    def __getitem__(self, row: int) -> T:
        found: T = self.distinct[int(self.codes[row])]
        return found

    def where(self, found: Iterable[bool]) -> Mask:
        """Return which rows have a cell for which `found`, in the order of `distinct`, is true."""
        mask = np.fromiter(found, bool, len(self.distinct))
        chosen: Mask = mask[self.codes] if len(mask) else np.zeros(len(self.codes), bool)
        return chosen


@dataclass(frozen=True, slots=True)
class Cells:
    """A table as text: header and columns; `odd` are rows with more or fewer cells than these.

    Rows are counted from 0 without the header. An odd row stands in the columns, too, filled
    up or cut short.
    """

    header: tuple[str, ...]
    columns: tuple[Column[str], ...]
    odd: dict[int, list[str]]
    count: int

    def __len__(self) -> int:
        return self.count

    def row(self, number: int) -> list[str]:
        """Return a row as it was read."""
        found = self.odd.get(number)
        return [column[number] for column in self.columns] if found is None else found

    def column(self, name: str) -> Column[str]:
        """Return a column by its name."""
        return self.columns[self.header.index(name)]


def cells(rows: Iterable[Sequence[str]]) -> Cells:
    """Return a table of rows, header first; no rows at all are an empty table."""
    remaining = iter(rows)
    header = tuple(next(remaining, ()))
    indexes = [_numbering() for _ in header]
    chunks: list[list[Codes]] = [[] for _ in header]
    odd: dict[int, list[str]] = {}
    count = 0
    while chunk := list(islice(remaining, _CHUNK)):
        for index, found, column in zip(indexes, chunks, _turned(chunk, len(header), count, odd),
                                        strict=True):  # fmt: skip
            found.append(np.fromiter(map(index.__getitem__, column), np.int32, len(column)))
        count += len(chunk)
    columns = tuple(
        Column(tuple(index), np.concatenate(found) if found else np.zeros(0, np.int32))
        for index, found in zip(indexes, chunks, strict=True)
    )
    return Cells(header, columns, odd, count)


def _numbering() -> defaultdict[str, int]:
    """A mapping that gives each new text the next number."""
    index: defaultdict[str, int] = defaultdict()
    index.default_factory = index.__len__
    return index


def _turned(
    chunk: list[Sequence[str]], width: int, first: int, odd: dict[int, list[str]]
) -> Iterator[tuple[str, ...]]:
    """The columns of some rows; rows of another width are noted in `odd`."""
    if set(map(len, chunk)) != {width}:
        for number, row in enumerate(chunk):
            if len(row) != width:
                odd[first + number] = list(row)
                chunk[number] = [*row[:width], *[""] * (width - len(row))]
    return zip(*chunk, strict=True)


def doubled(columns: Sequence[Column[str]]) -> Mask:
    """Return which rows have the same cells in these columns as another row."""
    return doubled_keys(combined([(c.codes, len(c.distinct)) for c in columns]))


def doubled_keys(keys: npt.NDArray[np.int64]) -> Mask:
    """Return which numbers stand more than once."""
    order = np.argsort(keys, kind="stable")
    same = keys[order][1:] == keys[order][:-1]
    found = np.zeros(len(keys), bool)
    found[order[1:][same]] = True
    found[order[:-1][same]] = True
    return found


def combined(parts: Sequence[tuple[npt.NDArray[np.integer], int]]) -> npt.NDArray[np.int64]:
    """Return one number for each row: equal exactly where all parts are, in the parts' order.

    Each part is its numbers, 0 or more, and how many different ones there can be.
    """
    whole = np.zeros(len(parts[0][0]), np.int64)
    possible = 1
    for numbers, count in parts:
        if possible * count >= np.iinfo(np.int64).max:
            found, whole = np.unique(whole, return_inverse=True)
            possible = len(found)
        whole = whole * count + numbers
        possible *= max(count, 1)
    return whole
