"""Understand periods as printed: `2023`, `2022/23`, or nothing.

The clock's year is the last year of the label, so a school year counts where it ends.
"""

import re
from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from geodata.tables.records import Observation

_LABEL = re.compile(r"(?P<first>\d{4})(?:/(?P<second>\d{2}))?", re.ASCII)
#: What a period may look like, in words.
PERIOD_FORMS = "2023, 2022/23 (two years in a row) or empty"
#: A period that covers at least this share of its year is a whole one.
WHOLE_PERIOD_DAYS = 360


class PeriodError(ValueError):
    """A period label that is neither a year nor two years in a row."""


@lru_cache(maxsize=10_000)
def clock_year(label: str) -> int | None:
    """Return the last year of a period label, `None` for an empty one.

    Raises `PeriodError` when the label is malformed or its two years do not follow each
    other: `2022/24` and `2022-23` are errors, `1999/00` is 2000.
    """
    if not label:
        return None
    match = _LABEL.fullmatch(label)
    if match is None:
        raise PeriodError(f"'{label}' is no period; allowed: 2023, 2022/23 or empty")
    first = int(match["first"])
    if match["second"] is None:
        return first
    if int(match["second"]) != (first + 1) % 100:
        raise PeriodError(f"'{label}' does not name two years in a row; allowed: 2022/23")
    return first + 1


def is_part_year(start: date | None, end: date | None) -> bool:
    """Tell whether stated days cover less than a whole year."""
    if start is None or end is None:
        return False
    return (end - start).days + 1 < WHOLE_PERIOD_DAYS


class PeriodOfMembers:
    """Whatever rests on printed values has their words for the period, where they all agree."""

    __slots__ = ()

    members: tuple[Observation, ...]

    @property
    def source_period(self) -> str:
        """The words that the report has for the period, or nothing."""
        return _common(member.source_period for member in self.members)

    @property
    def source_period_en(self) -> str:
        """The same words in English, or nothing."""
        return _common(member.source_period_en for member in self.members)


def _common(printed: Iterable[str]) -> str:
    words = set(printed)
    return words.pop() if len(words) == 1 else ""


def in_time(period: str) -> tuple[int, str]:
    """Order periods by the clock; an empty one comes first."""
    return (clock_year(period) or 0, period)
