"""Take tables of figures into a draft: read every file, match every name, write the rows."""

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from geodata.intake.asked import OBSERVATIONS, Asked, OriginOf
from geodata.intake.drafts import Input
from geodata.intake.entries import Reported
from geodata.intake.known import Known
from geodata.intake.merging import Origins, merge_rows
from geodata.intake.names import places_of, series_of
from geodata.intake.naming import Naming
from geodata.intake.new_rows import NewRows
from geodata.intake.opening import read_book
from geodata.intake.reader import Reader
from geodata.intake.tables_in import entries_of
from geodata.package.package import Package
from geodata.reading.faults import Fault
from geodata.reading.fingerprint import sha256_of
from geodata.reading.text import collect, name_of
from geodata.rules.quality import find
from geodata.tables.findings import Finding


class Figures:
    """Tables of figures on their way into a draft."""

    def __init__(
        self, asked: Asked, base: Package, confirmed: Mapping[str, str], said: Reported
    ) -> None:
        naming = _naming(base, confirmed, said)
        self._base, self._said = base, said
        self._rows, self.inputs = _read(asked.files, base, naming, said)
        self.suggestions = list(naming.suggestions.values())

    def write(self, aside: Path) -> OriginOf:
        """Write the rows; return how faults of the draft are told by the cell they are from."""
        origins, told = merge_rows(aside, self._base, self._rows)
        self._said.told += told
        return lambda fault: _of_cell(fault, origins)

    def findings(self, new: Package) -> tuple[Finding, ...]:
        """Return what rules find in the new figures."""
        return tuple(f for f in find(new) if f.observation.key[:3] in self._rows.figures)

    def counts(self) -> dict[str, int]:
        """Return what became of the figures."""
        return _counts(self._base, self._rows)


def _naming(base: Package, confirmed: Mapping[str, str], said: Reported) -> Naming:
    series = series_of(base).with_confirmed(confirmed)
    places = places_of(base).with_confirmed(confirmed)
    return Naming(series, places, said)


def _read(
    files: Sequence[Path], base: Package, naming: Naming, said: Reported
) -> tuple[NewRows, tuple[Input, ...]]:
    reader = Reader(base, naming, said)
    known = Known(naming.series, naming.places)
    inputs = []
    for file in files:
        book = collect(said.faults, partial(read_book, file))
        if book is None:
            continue
        said.told += [f"{name_of(file)}: {words}" for words in book.told]
        rows = sum(reader.read(entries) for entries in entries_of(book, known, said))
        inputs.append(Input(name_of(file), sha256_of(file), OBSERVATIONS, rows))
    if reader.rows.empty:
        said.told.append(f"{reader.rows.empty} empty cells were left out")
    return reader.rows, tuple(inputs)


def _of_cell(fault: Fault, origins: Origins) -> Fault:
    origin = origins.get((fault.file, fault.where))
    return origin.fault(fault.found, fault.allowed) if origin else fault


def _counts(base: Package, rows: NewRows) -> dict[str, int]:
    before = {o.key[:3]: o.value for o in base.observations}
    new = {where: float(row.cells["value"]) for where, row in rows.figures.items()}
    return {
        "added": sum(where not in before for where in new),
        "changed": sum(where in before and before[where] != value for where, value in new.items()),
        "same": sum(before.get(where) == value for where, value in new.items()),
        "without a figure": len(rows.blanks),
    }
