"""Read days as a source gives them: a day, a month, a year, two years or a decade."""

import re
from datetime import date

from geodata.tables.records import YEARS_MORE

_DAY = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_YEARS = re.compile(r"([0-9]{4})/([0-9]{4})")
_REST = {4: ("-01-01", "year"), 7: ("-01", "month"), 10: ("", "day")}


def known_day(text: str) -> tuple[date, str]:
    """Return the first day of an ISO year, month or day, and which of these it is.

    Two years in a row or a decade are their first and last year (`2016/2017`, `1960/1969`).
    Raises `ValueError` for other text.
    """
    if years := _YEARS.fullmatch(text):
        return _several_years(int(years[1]), int(years[2]))
    if not _DAY.fullmatch(text):
        raise ValueError(f"{text!r} is no ISO year, month or day")
    rest, precision = _REST[len(text)]
    return date.fromisoformat(text + rest), precision


def _several_years(first: int, last: int) -> tuple[date, str]:
    for precision, more in YEARS_MORE.items():
        if last - first == more and (precision != "decade" or first % 10 == 0):
            return date(first, 1, 1), precision
    raise ValueError(f"{first}/{last} is neither two years in a row nor a decade")
