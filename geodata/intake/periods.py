"""Read which period a cell names: a year or two years in a row, however it is written."""

import re
from datetime import date, timedelta

from geodata.intake.sheets import Cell
from geodata.reading.faults import shown
from geodata.tables.periods import PeriodError, clock_year

_YEAR = re.compile(r"(?:(?:19|20)[0-9]{2})")
_TWO = re.compile(r"((?:19|20)[0-9]{2})\s*[/–-]\s*(?:(?:19|20))?([0-9]{2})")
#: How spreadsheets count days, and the days of this century that are no years.
_DAY_ZERO, _DAYS = date(1899, 12, 30), range(36_526, 73_050)
ALLOWED = "a year such as 2026, or two in a row such as 2025/26"


def period_of(cell: Cell) -> str:
    """Return the period that a cell names, "" where it names none."""
    if cell.day is not None or cell.wrong or cell.percent:
        return ""
    text = cell.text.strip().removesuffix(",0").removesuffix(".0")
    if _YEAR.fullmatch(text):
        return text
    two = _TWO.fullmatch(text)
    label = f"{two[1]}/{two[2]}" if two else ""
    try:
        return label if label and clock_year(label) else ""
    except PeriodError:
        return ""


def is_dated(cell: Cell) -> bool:
    """Whether a day, or a number that is one, stands where a period should."""
    return cell.day is not None or (cell.number is not None and int(cell.number) in _DAYS)


def odd_period(cell: Cell) -> str:
    """Say what was found where a cell names no period."""
    if cell.is_empty:
        return "nothing"
    if cell.day is not None:
        number = (cell.day - _DAY_ZERO).days
        year = f" (the number {number} shown as a day)" if number in range(1900, 2101) else ""
        return f"the day {cell.day}{year}"
    if cell.number is not None and int(cell.number) in _DAYS:
        day = _DAY_ZERO + timedelta(days=int(cell.number))
        return f"{shown(cell.text)}, which counts the days to {day}"
    return shown(cell.text)
