"""Read which day a cell names."""

import re
from datetime import date

from geodata.intake.sheets import Cell

_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DANISH = re.compile(r"([0-9]{1,2})[-./ ]+([0-9]{1,2})[-./ ]+([0-9]{4})")


def day_of(cell: Cell) -> date | None:
    """Return the day that a cell is or names, as 2026-07-01 or 1.7.2026; `None` for none."""
    if cell.day is not None:
        return cell.day
    iso, danish = _ISO.fullmatch(cell.text), _DANISH.fullmatch(cell.text)
    parts = iso.groups() if iso else danish.groups()[::-1] if danish else None
    try:
        return date(*map(int, parts)) if parts else None
    except ValueError:
        return None
