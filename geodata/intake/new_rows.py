"""Hold new rows for the tables of figures and blanks, each with the cell that it comes from."""

from dataclasses import dataclass, field

from geodata.intake.entries import Place

#: Series, place and period.
Where = tuple[str, str, str]


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

    def __len__(self) -> int:
        return len(self.figures) + len(self.blanks)
