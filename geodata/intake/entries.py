"""Hold what a table says of one figure, before anybody knows what its names mean."""

from dataclasses import dataclass, field

from geodata.intake.sheets import Cell, Sheet, letters
from geodata.reading.faults import Fault


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of a sheet, by row and column from 0, and what stands over and beside it."""

    sheet: Sheet
    row: int
    column: int
    row_label: str = ""
    column_label: str = ""

    @property
    def field(self) -> str:
        """Name the column as people find it."""
        label = f" ({self.column_label})" if self.column_label else ""
        return f"column {letters(self.column)}{label}"

    @property
    def name(self) -> str:
        """Name the cell as spreadsheets do: A1."""
        return f"{letters(self.column)}{self.row + 1}"

    @property
    def cell(self) -> Cell:
        """Return what stands there."""
        return self.sheet.cell(self.row, self.column)

    def fault(self, found: str, allowed: str) -> Fault:
        """Say that something here must be mended."""
        return Fault(self.sheet.file, self.sheet.where(self.row), self.field, found, allowed)

    def told(self, words: str) -> str:
        """Say something of this cell that is no fault."""
        return f"{self.sheet.file}, {self.sheet.where(self.row)}, {self.field}: {words}"


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure with the cells that name its series, place and period; others by column name.

    Where a name is the title of a sheet, there is no cell: `title` holds it by its axis.
    """

    value: Place
    series: Place | None = None
    place: Place | None = None
    period: Place | None = None
    title: str = ""
    more: dict[str, Place] = field(default_factory=dict)


@dataclass(slots=True)
class Reported:
    """What is said of what was handed in: faults, and what was done without being asked."""

    faults: list[Fault] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
