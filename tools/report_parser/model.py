"""Describe what the parser passes on: periods, readings and observations."""

from dataclasses import dataclass, replace
from typing import NamedTuple


@dataclass(frozen=True)
class Period:
    """A period label, with days only where the report states or implies months.

    `printed` is the report's own form where it is not the label, `in_english` the same of words.
    """

    label: str = ""
    start: str = ""
    end: str = ""
    note: str = ""
    printed: str = ""
    in_english: str = ""


@dataclass(frozen=True)
class Reading:
    """One number of a cell with the words that say what it is about."""

    number: str
    text: str
    series: str = ""
    geography: str = ""
    period: Period = Period()
    notes: tuple[str, ...] = ()
    n: int | None = None

    def dated(self, period: Period, note: str = "") -> "Reading":
        """Return the reading with another period and, if given, a further note."""
        return replace(self.noted(note), period=period)

    def noted(self, note: str) -> "Reading":
        """Return the reading with a further note; an empty note changes nothing."""
        return replace(self, notes=(*self.notes, note)) if note else self


class Observation(NamedTuple):
    """One row of observations.csv, every value as it is written there."""

    indicator: str
    geography: str
    period: str
    period_start: str
    period_end: str
    role: str
    value: str
    n: str
    note: str
    source_table: str
    source_row: str
    source_column: str
    source_text: str
    source_period: str
    source_period_en: str

    @property
    def key(self) -> tuple[str, str, str, str]:
        """Return the columns that name the observation."""
        return self.indicator, self.geography, self.period, self.role
