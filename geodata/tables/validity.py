"""Read since when and until when something holds; the last day counts."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

#: A year, a month or a day, as ISO text.
FORM = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")


@dataclass(frozen=True, slots=True, order=True)
class Validity:
    """The days from `first` to `last`, both included; `date.min` and `date.max` where it is open."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Tell whether a day is among them."""
        return self.first <= day <= self.last

    def holds_in(self, year: int) -> bool:
        """Tell whether it holds at the end of a year: that is what a map of the year shows."""
        return self.holds(date(year, 12, 31))

    def overlaps(self, other: "Validity") -> bool:
        """Tell whether both hold on some day."""
        return self.first <= other.last and other.first <= self.last


def validity(valid_from: str, valid_to: str) -> Validity:
    """Return the days from the first of one to the last of the other; empty is open.

    Raises `ValueError` for what is no ISO year, month or day that there is.
    """
    return Validity(
        _days(valid_from)[0] if valid_from else date.min,
        _days(valid_to)[1] if valid_to else date.max,
    )


def is_time(text: str) -> bool:
    """Tell whether a text is a year, a month or a day that there is."""
    try:
        _days(text)
    except ValueError:
        return False
    return True


def _days(text: str) -> tuple[date, date]:
    """The first and the last day of a year, a month or a day."""
    if not FORM.fullmatch(text):
        raise ValueError(f"{text!r} is no ISO year, month or day")
    year, month, day = [*map(int, text.split("-")), 0, 0][:3]
    first = date(year, month or 1, day or 1)
    if day:
        return first, first
    last_month = month or 12
    return first, date(year, last_month, monthrange(year, last_month)[1])
