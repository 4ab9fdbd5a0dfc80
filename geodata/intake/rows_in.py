"""Take rows of any other table into a draft: milestones, sources, offers and their like.

Heads are the columns of the table by their names; a row of the same key takes the place of the one
that is there, and what it has no column for stays.
"""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from geodata.intake.asked import OBSERVATIONS, Asked, OriginOf
from geodata.intake.drafts import Input
from geodata.intake.entries import Place, Reported
from geodata.intake.merging import read_table, write_table
from geodata.intake.opening import read_book
from geodata.intake.row_cells import Row, RowCells
from geodata.intake.sheets import Sheet
from geodata.package.package import Package
from geodata.reading.faults import Fault
from geodata.reading.fingerprint import sha256_of
from geodata.reading.schema import FIRST_ROW, columns, table_schemas
from geodata.reading.text import collect, name_of
from geodata.tables.findings import Finding

#: The tables that can be taken in so.
TABLES = tuple(name for name in table_schemas() if name != OBSERVATIONS)
Key = tuple[str, ...]


class Rows:
    """Rows of a table on their way into a draft."""

    def __init__(
        self, asked: Asked, base: Package, confirmed: Mapping[str, str], said: Reported
    ) -> None:
        self._table, self._said = asked.taken_as, said
        self._reader = RowCells(self._table, base, confirmed, said)
        self._rows: dict[Key, Row] = {}
        self._done = {"added": 0, "changed": 0, "same": 0}
        self.inputs: tuple[Input, ...] = ()
        for file in asked.files:
            self._read(file)
        self.suggestions = list(self._reader.suggestions.values())

    def _read(self, file: Path) -> None:
        book = collect(self._said.faults, partial(read_book, file))
        if book is None:
            return
        self._said.told += [f"{name_of(file)}: {words}" for words in book.told]
        before = len(self._rows)
        tables = [
            (sheet, row) for sheet in book.sheets if (row := self._reader.head(sheet)) is not None
        ]
        for sheet, row in tables:
            self._take(sheet, row)
        if not tables and book.sheets:
            allowed = f"a row of heads with {', '.join(self._reader.key)} among them"
            at = Place(book.sheets[0], 0, 0)
            self._said.faults.append(at.fault("no heads of this table", allowed))
        taken = len(self._rows) - before
        self.inputs += (Input(name_of(file), sha256_of(file), self._table, taken),)

    def _take(self, sheet: Sheet, head: int) -> None:
        for cells, places in self._reader.rows(sheet, head):
            key = tuple(cells[name] for name in self._reader.key)
            if key in self._rows:
                first = self._place(self._rows[key][1])
                allowed = f"one (the first is {first.sheet.where(first.row)})"
                at = self._place(places)
                self._said.faults.append(at.fault("a second row of the same key", allowed))
            self._rows[key] = (cells, places)

    def _place(self, places: Mapping[str, Place]) -> Place:
        """Where a row is told of as a whole."""
        return places[self._reader.key[0]]

    def write(self, aside: Path) -> OriginOf:
        """Write the rows; return how faults of the draft are told by the cell they are from."""
        names = columns(self._table)
        old = read_table(aside, self._table)
        table = [dict(zip(names, row, strict=True)) for row in old]
        origins: dict[str, dict[str, Place]] = {}
        where = {tuple(row[name] for name in self._reader.key): n for n, row in enumerate(table)}
        for key, (cells, places) in self._rows.items():
            number = where.get(key, len(table))
            before = table[number] if key in where else dict.fromkeys(names, "")
            if key not in where:
                table.append(before)
            what = (
                "added" if key not in where else "changed" if before | cells != before else "same"
            )
            self._done[what] += 1
            table[number] = before | cells
            origins[f"row {number + FIRST_ROW}"] = places
        write_table(aside, self._table, (row.values() for row in table))
        return self._origin(origins)

    def _origin(self, origins: Mapping[str, dict[str, Place]]) -> OriginOf:
        def of(fault: Fault) -> Fault:
            places = origins.get(fault.where) if fault.file == f"{self._table}.csv" else None
            if places is None:
                return fault
            at = places.get(fault.field, self._place(places))
            return at.fault(fault.found, fault.allowed)

        return of

    def findings(self, _: Package) -> tuple[Finding, ...]:
        """Return nothing: rules look at figures."""
        return ()

    def counts(self) -> dict[str, int]:
        """Return what became of the rows."""
        return dict(self._done)
