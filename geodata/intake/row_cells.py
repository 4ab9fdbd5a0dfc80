"""Read the rows of a table by its heads, each cell as the package writes it."""

import re
from collections.abc import Iterator, Mapping

from geodata.intake.days import day_of
from geodata.intake.entries import Place, Reported
from geodata.intake.names import Names, all_features_of, found_name, places_of, series_of
from geodata.intake.naming import Suggestion
from geodata.intake.readings import read_cell
from geodata.intake.sheets import Sheet
from geodata.intake.shown_numbers import plain_number
from geodata.package.package import Package
from geodata.reading.faults import shown
from geodata.reading.schema import table_schemas

#: So many rows from the top are looked through for heads.
_TOP = 10
#: An id, or several as some columns have them: no name that must be looked up.
_IDS = re.compile(r"[a-z0-9]+(?:[-;][a-z0-9]+)*")
#: A row that was handed in: its cells by column, as the package writes them, and where they stand.
Row = tuple[dict[str, str], dict[str, Place]]


class RowCells:
    """Reads rows of one table; names that are near to one that is known are `suggestions`."""

    def __init__(
        self, table: str, base: Package, confirmed: Mapping[str, str], said: Reported
    ) -> None:
        schema = table_schemas()[table]
        self.key: tuple[str, ...] = tuple(schema["primaryKey"])
        self.suggestions: dict[str, Suggestion] = {}
        self._types = {field["name"]: field["type"] for field in schema["fields"]}
        known = {"indicator": series_of(base), "geography": places_of(base),
                 "feature": all_features_of(base)}  # fmt: skip
        self._names = {name: names.with_confirmed(confirmed) for name, names in known.items()}
        self._said = said

    def head(self, sheet: Sheet) -> int | None:
        """Return the row with the heads of the table; `None` where there is none."""
        for row in range(min(_TOP, len(sheet.rows))):
            if {_plain(cell.text) for cell in sheet.rows[row]}.issuperset(self.key):
                return row
        return None

    def rows(self, sheet: Sheet, head: int) -> Iterator[Row]:
        """Yield the rows below the heads; an empty one is none."""
        heads = self._heads(sheet, head)
        for number in range(head + 1, len(sheet.rows)):
            if not all(cell.is_empty for cell in sheet.rows[number]):
                places = {name: Place(sheet, number, column, column_label=name)
                          for name, column in heads.items()}  # fmt: skip
                yield {name: self._cell(name, at) for name, at in places.items()}, places

    def _heads(self, sheet: Sheet, row: int) -> dict[str, int]:
        found: dict[str, int] = {}
        for column, cell in enumerate(sheet.rows[row]):
            name, at = _plain(cell.text), Place(sheet, row, column)
            if cell.is_empty:
                continue
            if name not in self._types:
                self._said.faults.append(at.fault(shown(cell.text), " or ".join(self._types)))
            elif name in found:
                self._said.faults.append(at.fault(f"a second column for {name}", "one"))
            else:
                found[name] = column
        return found

    def _cell(self, name: str, at: Place) -> str:
        """What stands in a cell as the package writes it."""
        if at.cell.wrong:
            self._said.faults.append(at.fault(at.cell.wrong, "a text, a number or nothing"))
            return ""
        if at.cell.is_empty:
            return ""
        if name in self._names:
            return self._meant(self._names[name], at)
        day = day_of(at.cell) if self._types[name] == "date" else None
        number = read_cell(at.cell).number if self._types[name] in ("number", "integer") else None
        # what is neither stands as it is: the checks of the package then tell what is allowed
        return day.isoformat() if day else at.cell.text if number is None else plain_number(number)

    def _meant(self, names: Names, at: Place) -> str:
        if _IDS.fullmatch(at.cell.text):  # whether there is one the checks of the package tell
            return at.cell.text
        match = names.match(at.cell.text)
        if match.id:
            return match.id
        if len(match.near) == 1:
            one = match.near[0]
            self.suggestions[at.cell.text] = Suggestion(at.cell.text, one, names.named[one])
        found = found_name(at.cell.text, match.near)
        self._said.faults.append(at.fault(found, names.allowed(match.near)))
        return ""


def _plain(text: str) -> str:
    return text.strip().lower()
