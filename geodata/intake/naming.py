"""Find which series, place and period a figure is of; each name that is not known is told once."""

from dataclasses import dataclass

from geodata.intake.entries import Entry, Place, Reported
from geodata.intake.names import Names, found_name
from geodata.intake.periods import ALLOWED, odd_period, period_of
from geodata.intake.sheets import Cell
from geodata.intake.words import is_total, plain


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A name that means one thing for certain only when a person says so; it may be a new one."""

    text: str
    id: str
    name: str
    is_new: bool = False


class Naming:
    """Looks names up and keeps what it found, so that a name in a thousand rows is one fault."""

    def __init__(self, series: Names, places: Names, said: Reported) -> None:
        self.series, self.places = series, places
        self.suggestions: dict[str, Suggestion] = {}
        self._said = said
        self._found: dict[tuple[str, str], str] = {}

    def where(self, entry: Entry) -> tuple[str, str, str] | None:
        """Return series, place and period of a figure; `None` where one is not known."""
        series = self._name(entry.series, entry, self.series, "series")
        place = self._name(entry.place, entry, self.places, "place")
        period = self._period(entry)
        return (series, place, period) if series and place and period is not None else None

    def is_left_out(self, entry: Entry) -> bool:
        """Whether a figure is of a total that is no place."""
        named = (entry.series, entry.place)
        return any(at is not None and self._is_total(at) for at in named)

    def _is_total(self, at: Place) -> bool:
        return is_total(at.cell.text) and not self.places.match(at.cell.text).id

    def _name(self, at: Place | None, entry: Entry, names: Names, axis: str) -> str:
        text = at.cell.text if at is not None else entry.title
        key = (axis, plain(text) or _spot(at, entry.value))
        if key not in self._found:
            self._found[key] = self._look_up(at or entry.value, text, names, axis)
        return self._found[key]

    def _look_up(self, at: Place, text: str, names: Names, axis: str) -> str:
        match = names.match(text) if text else None
        if match is not None and match.id:
            return match.id
        if match is None or (at.cell.text != text and not match.near):
            allowed = f"a {axis} in the row, over the column, as a title or as the sheet's name"
            self._said.faults.append(at.fault(f"no {axis} for this figure", allowed))
            return ""
        if is_total(text) and at.cell.text == text:
            self._said.told.append(at.told(f"{text}: a total, left out"))
            return ""
        if len(match.near) == 1:
            one = match.near[0]
            self.suggestions[plain(text)] = Suggestion(text, one, names.named[one])
        self._said.faults.append(at.fault(found_name(text, match.near), names.allowed(match.near)))
        return ""

    def _period(self, entry: Entry) -> str | None:
        at = entry.period
        cell = at.cell if at is not None else Cell(entry.title)
        if at is not None and cell.is_empty and entry.more.get("source_text"):
            return ""
        found = period_of(cell)
        if found:
            return found
        where = at or entry.value
        key = ("period", _spot(at, entry.value))
        if key not in self._found:
            self._found[key] = ""
            what = odd_period(cell) if at is not None else "no period for this figure"
            self._said.faults.append(where.fault(what, ALLOWED))
        return None


def _spot(at: Place | None, value: Place) -> str:
    """Where a name is missing: in a cell, or in a whole sheet."""
    sheet = f"\n{value.sheet.file}\n{value.sheet.name}"
    return sheet if at is None else f"{sheet}\n{at.row}\n{at.column}"
