"""Hold what cells of a table may name: periods, series and places."""

from dataclasses import dataclass

from geodata.intake.names import Names
from geodata.intake.periods import is_dated, period_of
from geodata.intake.sheets import Cell

#: What a cell may name.
AXES = ("period", "series", "place")
#: Longer text is prose, not a name that was spelled another way.
_LONGEST_NAME = 80


@dataclass(frozen=True)
class Known:
    """What names may mean: series and places."""

    series: Names
    places: Names

    def exact(self, axis: str, cell: Cell) -> bool:
        """Whether a cell certainly names something of an axis."""
        if axis == "period":
            return period_of(cell) != ""
        return self._of(axis).match(cell.text).id != ""

    def near(self, axis: str, cell: Cell) -> bool:
        """Whether a cell may name something of an axis, in other words."""
        if axis == "period":
            return is_dated(cell)
        return len(cell.text) <= _LONGEST_NAME and self._of(axis).match(cell.text).near != ()

    def _of(self, axis: str) -> Names:
        return self.series if axis == "series" else self.places
