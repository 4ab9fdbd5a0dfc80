"""Hold the printed numbers of a package by columns, and hand them out as records where asked."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import Any, overload

import numpy as np
import numpy.typing as npt

from geodata.tables.columns import Codes, Column
from geodata.tables.records import Observation

#: So many records are made at once where all are gone through.
_CHUNK = 10_000
_FIELDS = tuple(field.name for field in fields(Observation))


class Observations(Sequence[Observation]):
    """The rows of `observations.csv` in their order; each record is made when first asked for.

    `columns` has one column for each field of `Observation`, with the values of that field.
    """

    def __init__(self, columns: Mapping[str, Column[Any]]) -> None:
        if set(columns) != set(_FIELDS) or len({len(c) for c in columns.values()}) != 1:
            raise ValueError(f"columns of one length are needed for {', '.join(_FIELDS)}")
        self.columns = columns
        self._made: dict[int, Observation] = {}

    def __len__(self) -> int:
        return len(self.columns["value"])

    @overload
    def __getitem__(self, row: int) -> Observation: ...
    @overload
    def __getitem__(self, row: slice) -> tuple[Observation, ...]: ...
    def __getitem__(self, row: int | slice) -> Observation | tuple[Observation, ...]:
        if isinstance(row, slice):
            return tuple(self[number] for number in range(*row.indices(len(self))))
        number = range(len(self))[row]
        found = self._made.get(number)
        if found is None:
            found = Observation(*(self.columns[name][number] for name in _FIELDS))
            self._made[number] = found
        return found

    def made(self) -> Iterable[tuple[int, Observation]]:
        """Return the records that were made so far, each with its row."""
        return self._made.items()

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Sequence) or len(other) != len(self):
            return False
        return all(mine == theirs for mine, theirs in zip(self, other, strict=True))

    __hash__ = None  # type: ignore[assignment]  # as little as a list

    def __iter__(self) -> Iterator[Observation]:
        rows = np.arange(len(self))
        return chain.from_iterable(map(self.at, np.array_split(rows, len(self) // _CHUNK + 1)))

    def of(self, indicator: str, geography: str) -> tuple[Observation, ...]:
        """Return the records of one series in one place, in their order; none where there are none."""
        series, place = (
            self._numbers["indicator"].get(indicator),
            self._numbers["geography"].get(geography),
        )
        if series is None or place is None:
            return ()
        keys, order = self._lines
        key = series * len(self._numbers["geography"]) + place
        first, last = np.searchsorted(keys, [key, key + 1])
        return self.at(order[first:last])

    def of_place(self, geography: str) -> tuple[Observation, ...]:
        """Return the records of one place, in their order; none where there are none."""
        place = self._numbers["geography"].get(geography)
        if place is None:
            return ()
        codes, order = self._places
        first, last = np.searchsorted(codes, [place, place + 1])
        return self.at(order[first:last])

    @cached_property
    def _places(self) -> tuple[Codes, npt.NDArray[np.intp]]:
        """The place of each row, sorted, and the rows in that order."""
        codes = self.columns["geography"].codes
        order = np.argsort(codes, kind="stable")
        return codes[order], order

    @cached_property
    def _numbers(self) -> dict[str, dict[str, int]]:
        return {name: {text: n for n, text in enumerate(self.columns[name].distinct)}
                for name in ("indicator", "geography")}  # fmt: skip

    @cached_property
    def _lines(self) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """The series and place of each row as one number, sorted, and the rows in that order."""
        series, place = self.columns["indicator"], self.columns["geography"]
        keys = series.codes.astype(np.int64) * len(place.distinct) + place.codes
        order = np.argsort(keys, kind="stable")
        return keys[order], order

    def only(self, rows: npt.NDArray[np.intp]) -> "Observations":
        """Return some rows, in the order they are asked for, which keep no records of these."""
        return Observations({name: Column(column.distinct, column.codes[rows])
                             for name, column in self.columns.items()})  # fmt: skip

    def at(self, rows: Sequence[int] | npt.NDArray[np.intp]) -> tuple[Observation, ...]:
        """Return the records of some rows: made all at once, which is much quicker."""
        numbers = np.asarray(rows, np.intp).tolist()
        new = [number for number in numbers if number not in self._made]
        if new:
            columns = [map(self.columns[name].distinct.__getitem__, self.columns[name].codes[new].tolist())
                       for name in _FIELDS]  # fmt: skip
            self._made.update(zip(new, map(Observation, *columns), strict=True))
        return tuple(map(self._made.__getitem__, numbers))


def in_columns(observations: Sequence[Observation]) -> Observations:
    """Return observations by columns; records stay the very same ones."""
    if isinstance(observations, Observations):
        return observations
    found = Observations({name: _column(observations, name) for name in _FIELDS})
    found._made.update(enumerate(observations))
    return found


def _column(observations: Sequence[Observation], name: str) -> Column[Any]:
    index: dict[Any, int] = {}
    get = attrgetter(name)
    codes: Codes = np.array(
        [index.setdefault(get(o), len(index)) for o in observations], dtype=np.int32
    )
    return Column(tuple(index), codes)
