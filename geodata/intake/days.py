"""Read which day a cell names."""

import re
from datetime import date

from geodata.intake.sheets import Cell
from geodata.tables.days import known_day

_DANISH = re.compile(r"([0-9]{1,2})[-./ ]+([0-9]{1,2})[-./ ]+([0-9]{4})")


def day_of(cell: Cell) -> date | None:
    """Return the day that a cell is or names, as 2026-07-01 or 1.7.2026; `None` for none."""
    if cell.day is not None:
        return cell.day
    danish = _DANISH.fullmatch(cell.text)
    text = "{2}-{1:0>2}-{0:0>2}".format(*danish.groups()) if danish else cell.text
    try:
        day, precision = known_day(text)
    except ValueError:
        return None
    return day if precision == "day" else None
