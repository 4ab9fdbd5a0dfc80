"""Turn what sheets say of figures into rows; nothing comes twice."""

from collections import defaultdict
from collections.abc import Iterable

from geodata.intake.blank_rows import BlankRows, words_of
from geodata.intake.entries import Entry, Place, Reported
from geodata.intake.figure_rows import FigureRows
from geodata.intake.figures import ask_of_shares, figure_of
from geodata.intake.naming import Naming
from geodata.intake.new_rows import NewRows, Where
from geodata.intake.readings import Reading, read_cell
from geodata.intake.sources import is_sourced
from geodata.package.package import Package
from geodata.reading.faults import shown


class Reader:
    """Turns entries into rows; one for all files of an import, so that nothing comes twice."""

    def __init__(self, package: Package, naming: Naming, said: Reported) -> None:
        self.rows = NewRows()
        self._series = {one.id: one for one in package.indicators}
        self._figures, self._blanks = FigureRows(package, said), BlankRows(package)
        self._naming, self._said = naming, said

    def read(self, entries: Iterable[Entry]) -> int:
        """Read the entries of one sheet; return how many rows it gave."""
        before = len(self.rows)
        found: dict[str, list[tuple[Place, Reading]]] = defaultdict(list)
        for entry in entries:
            if entry.value.cell.is_empty:
                self.rows.empty += 1
                continue
            where = self._naming.where(entry)
            if where is None:
                self._glance(entry)
            elif reading := self._reading(entry, where[0]):
                found[where[0]].append((entry.value, reading))
                self._take(entry, where, reading)
        for series, figures in found.items():
            ask_of_shares(figures, self._series[series], self._said)
        return len(self.rows) - before

    def _glance(self, entry: Entry) -> None:
        """A figure of what is not known yet may be wrong itself: both are told at once."""
        reading = read_cell(entry.value.cell)
        if reading.wrong and not self._naming.is_left_out(entry):
            words = reading.wrong if reading.wrong != "words" else shown(entry.value.cell.text)
            self._said.faults.append(entry.value.fault(words, "a number, or nothing"))

    def _reading(self, entry: Entry, series: str) -> Reading | None:
        printed = is_sourced(entry)
        return figure_of(entry.value, self._series[series], self._said, printed=printed)

    def _take(self, entry: Entry, where: Where, reading: Reading) -> None:
        if reading.absence:
            self._take_blank(entry, where, reading.absence)
            return
        row = self._figures.row(entry, where, reading)
        earlier = self.rows.figures.setdefault(where, row)
        if earlier is row:
            return
        series, place, period = where
        first = f"{earlier.origin.sheet.file}, {earlier.origin.sheet.where(earlier.origin.row)}"
        old, new = earlier.cells["value"], row.cells["value"]
        if old == new:
            self._said.told.append(entry.value.told(f"stands twice (first in {first})"))
        else:
            found = f"a second value of {series} for {place} in {period}: {new}"
            self._said.faults.append(entry.value.fault(found, f"one ({first} has {old})"))

    def _take_blank(self, entry: Entry, where: Where, absence: str) -> None:
        row = self._blanks.row(entry, where, absence)
        if row is not None:
            self.rows.blanks[row.where] = row
            return
        told = f"{shown(entry.value.cell.text)}: {words_of(absence)}, left out"
        self._said.told.append(entry.value.told(told))
