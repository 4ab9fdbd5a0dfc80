"""Make a row of the table of figures out of what a sheet says of one."""

from geodata.intake.days import day_of
from geodata.intake.entries import Entry, Place, Reported
from geodata.intake.new_rows import NewRow, Where
from geodata.intake.readings import Reading, read_cell
from geodata.intake.shown_numbers import plain_number
from geodata.intake.sources import is_sourced, sources_of
from geodata.intake.words import role
from geodata.package.package import Package
from geodata.reading.disclosure_rule import PRINTED, UNPRINTED
from geodata.reading.faults import shown
from geodata.reading.schema import columns

_MARKS = (PRINTED, UNPRINTED)


class FigureRows:
    """Makes rows like those that a package has; what cannot be taken over is told, or a fault."""

    def __init__(self, package: Package, said: Reported) -> None:
        self._roles = {o.key[:3]: o.role for o in package.observations}
        self._notes = {word for o in package.observations for word in o.notes} | set(_MARKS)
        self._marks = package.descriptor.disclosure is not None
        self._days = {o.key[:2]: o for o in package.observations if o.period_start}
        self._said = said

    def row(self, entry: Entry, where: Where, reading: Reading) -> NewRow:
        """Return the row of a figure."""
        more = {name: at for name, at in entry.more.items() if not at.cell.is_empty}
        cells = dict.fromkeys(columns("observations"), "")
        cells.update(zip(("indicator", "geography", "period"), where, strict=True))
        cells["value"] = plain_number(reading.number or 0.0)
        cells["role"] = self._role(more.get("role"), where)
        cells["n"] = self._count(more.get("n"))
        cells["note"] = self._marked(self._note(more.get("note")), is_sourced(entry))
        for name in ("period_start", "period_end"):
            cells[name] = self._day(more.get(name))
        for name in ("source_period", "source_period_en"):
            cells[name] = more[name].cell.text if name in more else ""
        self._tell_days(entry, where, cells)
        return NewRow(cells | sources_of(entry), entry.value)

    def _role(self, at: Place | None, where: Where) -> str:
        usual = self._roles.get(where, "status")
        if at is None:
            return usual
        named = role(at.cell.text)
        if not named:
            self._said.faults.append(at.fault(shown(at.cell.text), "baseline, status or nothing"))
        return named or usual

    def _count(self, at: Place | None) -> str:
        if at is None:
            return ""
        reading = read_cell(at.cell)
        if reading.number is not None and reading.number == int(reading.number) >= 1:
            return str(int(reading.number))
        if not reading.absence:
            self._said.faults.append(at.fault(shown(at.cell.text), "a whole number of persons"))
        return ""

    def _note(self, at: Place | None) -> str:
        if at is None:
            return ""
        if set(at.cell.text.split(";")) <= self._notes:
            return at.cell.text
        self._said.told.append(at.told(f"{shown(at.cell.text)}: remarks are not taken over"))
        return ""

    def _marked(self, note: str, sourced: bool) -> str:
        """A figure that comes with the cell of a source is printed, another one is not.

        Where the package hides nothing no word is lost on it, and a word in the file counts.
        """
        if not self._marks or not set(_MARKS).isdisjoint(note.split(";")):
            return note
        return ";".join(filter(None, (note, PRINTED if sourced else UNPRINTED)))

    def _day(self, at: Place | None) -> str:
        day = day_of(at.cell) if at else None
        if at and day is None:
            self._said.faults.append(at.fault(shown(at.cell.text), "a day such as 2026-07-01"))
        return day.isoformat() if day else ""

    def _tell_days(self, entry: Entry, where: Where, cells: dict[str, str]) -> None:
        """A figure without days is of a whole year, though those before it were of a part."""
        before = self._days.get(where[:2])
        if before and not cells["period_start"] and not is_sourced(entry):
            words = (f"taken as of all {where[2]}; {before.period} was of {before.period_start} "
                     f"to {before.period_end or 'no day'}")  # fmt: skip
            self._said.told.append(entry.value.told(words))
