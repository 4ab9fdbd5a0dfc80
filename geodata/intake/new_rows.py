"""Make rows of the tables of figures and blanks out of what a sheet says, each with its cell."""

from collections import defaultdict
from dataclasses import dataclass, field

from geodata.intake.days import day_of
from geodata.intake.entries import Entry, Place, Reported
from geodata.intake.figures import ask_of_shares, figure_of
from geodata.intake.naming import Naming
from geodata.intake.readings import Reading, read_cell
from geodata.intake.sheets import letters
from geodata.intake.shown_numbers import plain_number
from geodata.intake.words import role, words
from geodata.package.package import Package
from geodata.reading.faults import shown
from geodata.reading.schema import columns
from geodata.tables.periods import clock_year

#: Series, place and period.
Where = tuple[str, str, str]
_SOURCES = ("source_table", "source_row", "source_column", "source_text")
_NO_FIGURE = {"missing": "no figure", "hidden": "a bound, no figure"}


@dataclass(frozen=True, slots=True)
class NewRow:
    """A row for a table of the package, by column, and the cell that it comes from."""

    cells: dict[str, str]
    origin: Place

    @property
    def where(self) -> Where:
        """Which series, place and period it is of."""
        return self.cells["indicator"], self.cells["geography"], self.cells["period"]


@dataclass
class NewRows:
    """What was read: figures, cells without one, and how many cells were empty."""

    figures: dict[Where, NewRow] = field(default_factory=dict)
    blanks: dict[Where, NewRow] = field(default_factory=dict)
    empty: int = 0


class Reader:
    """Turns entries into rows; one for all files of an import, so that nothing comes twice."""

    def __init__(self, package: Package, naming: Naming, said: Reported) -> None:
        self.rows = NewRows()
        self._series = {one.id: one for one in package.indicators}
        self._roles = {o.key[:3]: o.role for o in package.observations}
        self._latest = _latest(package)
        self._notes = {word for o in package.observations for word in o.notes}
        self._days = {o.key[:2]: o for o in package.observations if o.period_start}
        self._naming, self._said = naming, said

    def read(self, entries: list[Entry]) -> int:
        """Read the entries of one sheet; return how many rows it gave."""
        before = len(self.rows.figures) + len(self.rows.blanks)
        found: dict[str, list[tuple[Place, Reading]]] = defaultdict(list)
        for entry in entries:
            if entry.value.cell.is_empty:
                self.rows.empty += 1
                continue
            where = self._naming.where(entry)
            if where is None:
                self._glance(entry)
                continue
            reading = figure_of(entry.value, self._series[where[0]], self._said,
                                printed=_is_sourced(entry))  # fmt: skip
            if reading is not None:
                found[where[0]].append((entry.value, reading))
                self._take(entry, where, reading)
        for series, figures in found.items():
            ask_of_shares(figures, self._series[series], self._said)
        return len(self.rows.figures) + len(self.rows.blanks) - before

    def _glance(self, entry: Entry) -> None:
        """A figure of what is not known yet may be wrong itself: both are told at once."""
        reading = read_cell(entry.value.cell)
        if reading.wrong and not self._naming.is_left_out(entry):
            words_ = reading.wrong if reading.wrong != "words" else shown(entry.value.cell.text)
            self._said.faults.append(entry.value.fault(words_, "a number, or nothing"))

    def _take(self, entry: Entry, where: Where, reading: Reading) -> None:
        if reading.absence:
            self._take_blank(entry, where, reading.absence)
            return
        row = NewRow(self._cells(entry, where, reading), entry.value)
        earlier = self.rows.figures.setdefault(where, row)
        if earlier is row:
            return
        first = f"{earlier.origin.sheet.file}, {earlier.origin.sheet.where(earlier.origin.row)}"
        if earlier.cells["value"] == row.cells["value"]:
            self._said.told.append(entry.value.told(f"stands twice (first in {first})"))
        else:
            found = (
                f"a second value of {where[0]} for {where[1]} in {where[2]}: {row.cells['value']}"
            )
            allowed = f"one ({first} has {earlier.cells['value']})"
            self._said.faults.append(entry.value.fault(found, allowed))

    def _cells(self, entry: Entry, where: Where, reading: Reading) -> dict[str, str]:
        cells = dict.fromkeys(columns("observations"), "")
        cells.update(zip(("indicator", "geography", "period"), where, strict=True))
        more = {name: at for name, at in entry.more.items() if not at.cell.is_empty}
        cells["value"] = plain_number(reading.number or 0.0)
        cells["role"] = self._role(more.get("role"), where)
        cells["n"] = self._count(more.get("n"))
        cells["note"] = self._note(more.get("note"))
        for name in ("period_start", "period_end"):
            cells[name] = self._day(more.get(name))
        self._tell_days(entry, where, cells)
        for name in ("source_period", "source_period_en"):
            cells[name] = more[name].cell.text if name in more else ""
        return cells | sources_of(entry)

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

    def _day(self, at: Place | None) -> str:
        day = day_of(at.cell) if at else None
        if at and day is None:
            self._said.faults.append(at.fault(shown(at.cell.text), "a day such as 2026-07-01"))
        return day.isoformat() if day else ""

    def _tell_days(self, entry: Entry, where: Where, cells: dict[str, str]) -> None:
        """A figure without days is of a whole year, though those before it were of a part."""
        before = self._days.get(where[:2])
        if before and not cells["period_start"] and not _is_sourced(entry):
            words_ = (f"taken as of all {where[2]}; {before.period} was of {before.period_start} "
                      f"to {before.period_end or 'no day'}")  # fmt: skip
            self._said.told.append(entry.value.told(words_))

    def _take_blank(self, entry: Entry, where: Where, absence: str) -> None:
        """The package knows words that nothing newer, or nothing to compare with, is there."""
        series, place, period = where
        latest = self._latest.get((series, place), "")
        known = absence == "no_comparison" or (absence == "no_later" and latest)
        if not known or (absence == "no_comparison" and latest) or _is_before(period, latest):
            words_ = _NO_FIGURE.get(absence, "no figure, though there are some")
            told = f"{shown(entry.value.cell.text)}: {words_}, left out"
            self._said.told.append(entry.value.told(told))
            return
        period = latest if absence == "no_later" else ""
        cells = {"indicator": series, "geography": place, "period": period, "kind": absence}
        self.rows.blanks[series, place, period] = NewRow(cells | sources_of(entry), entry.value)


def _latest(package: Package) -> dict[tuple[str, str], str]:
    """The last period with a figure, of each series in each place; "" where it has none."""
    latest: dict[tuple[str, str], str] = {}
    for o in package.observations:
        pair = (o.indicator, o.geography)
        latest[pair] = max(latest.get(pair, ""), o.period, key=lambda p: (clock_year(p) or 0, p))
    return latest


def _is_before(period: str, latest: str) -> bool:
    return (clock_year(period) or 0) <= (clock_year(latest) or 0) if latest else False


def _is_sourced(entry: Entry) -> bool:
    return all(name in entry.more and not entry.more[name].cell.is_empty for name in _SOURCES)


def sources_of(entry: Entry) -> dict[str, str]:
    """Return where a figure stands: in the file's own words, else as its file, row and column."""
    if _is_sourced(entry):
        return {name: entry.more[name].cell.text for name in _SOURCES}
    at, said = entry.value, words()["source"]
    table = said["sheet" if at.sheet.name else "table"].format(
        file=at.sheet.file, sheet=at.sheet.name
    )
    source = entry.more.get("source")
    if source and not source.cell.is_empty:
        table = said["from"].format(table=table, source=source.cell.text)
    row = said["named_row" if at.row_label else "row"]
    column = said["named_column" if at.column_label else "column"]
    return {
        "source_table": table,
        "source_row": row.format(number=at.row + 1, label=at.row_label),
        "source_column": column.format(letters=letters(at.column), label=at.column_label),
        "source_text": at.cell.text,
    }
