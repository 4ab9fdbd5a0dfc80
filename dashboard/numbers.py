"""Write numbers, days and periods as people read them, with Babel."""

from datetime import date, timedelta
from functools import lru_cache, partial
from math import copysign
from typing import Protocol

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal

from dashboard.catalogue import Catalogue
from geodata.tables.days import known_day
from geodata.tables.periods import is_part_year
from geodata.tables.plausible import decimals_of
from geodata.tables.records import Indicator, Milestone

NBSP = "\u00a0"


class Spanned(Protocol):
    """What covers a period: its label as printed, and the days where they are known."""

    @property
    def period(self) -> str:
        """The label as printed, or nothing."""

    @property
    def source_period(self) -> str:
        """The words that the report has for it, or nothing."""

    @property
    def source_period_en(self) -> str:
        """The same words in English, or nothing."""

    @property
    def period_start(self) -> date | None:
        """The first day, where it is known."""

    @property
    def period_end(self) -> date | None:
        """The last day, where it is known."""


def number(value: float, decimals: int, words: Catalogue) -> str:
    """Write a number with at most `decimals` decimals, and none that were not printed."""
    return _number(value, copysign(1, value), decimals, words.locale)


@lru_cache(maxsize=100_000)
def _number(value: float, _sign: float, decimals: int, locale: str) -> str:
    """The number as Babel writes it; a package says the same ones thousands of times.

    The sign tells 0 from -0, which are equal and not written alike.
    """
    pattern = "#,##0." + "#" * decimals if decimals else "#,##0"
    return str(format_decimal(value, format=pattern, locale=locale))


def signed(amount: float, decimals: int, words: Catalogue) -> str:
    """Write a difference with its sign; zero has none."""
    sign = "+" if amount > 0 else "\u2212" if amount < 0 else ""
    return f"{sign}{number(abs(amount), decimals, words)}"


def difference(amount: float, indicator: Indicator, words: Catalogue) -> str:
    """Write a difference of a series in whole words: `\u22121,5 procentpoint`, or `62 færre`."""
    if indicator.unit == "count":
        kind = "more" if amount > 0 else "less" if amount < 0 else "same"
        said = number(abs(amount), indicator.decimals, words)
        return words.text(f"ui.difference.count.{kind}", value=said)
    unit = words.text(f"unit.difference.{indicator.unit}")
    return f"{signed(amount, indicator.decimals, words)}{NBSP}{unit}"


def probability(p: float, words: Catalogue) -> str:
    """Write a p with three decimals, as `= 0,017`; a smaller one is said to be below them."""
    if p < 0.0005:
        return f"< {number(0.001, 3, words)}"
    return f"= {number(p, 3, words)}"


def value(amount: float, indicator: Indicator, words: Catalogue) -> str:
    """Write a value of a series; shares carry their percent sign."""
    write = percent if indicator.is_share else number
    return write(amount, indicator.decimals, words)


def printed(amount: float, indicator: Indicator, words: Catalogue) -> str:
    """Write a value as the report prints it, also where it prints more decimals than its series."""
    write = percent if indicator.is_share else number
    return write(amount, max(indicator.decimals, decimals_of(amount)), words)


def percent(amount: float, decimals: int, words: Catalogue) -> str:
    """Write a share as the language does: `9,2 %` in Danish, `9.2%` in English."""
    return f"{number(amount, decimals, words)}{_percent_sign(words.locale)}"


@lru_cache
def _percent_sign(locale: str) -> str:
    sign: str = Locale.parse(locale).percent_formats[None].suffix[0]
    return sign


def period(observation: Spanned, indicator: Indicator, words: Catalogue) -> str:
    """Name the period of a value in the report's own words; without words by years and months.

    Months that stand for words of the report are our reading of them and are not said.
    """
    if not observation.period:
        return words.text("period.none")
    english = words.language == "en"
    printed = observation.source_period_en if english else observation.source_period
    if any(letter.isalpha() for letter in printed):
        return printed[0].lower() + printed[1:]
    label = observation.period
    if "/" in label and indicator.split_years == "school_year":
        label = words.text("period.school_year", label=label)
    start, end = observation.period_start, observation.period_end
    if start is None or end is None or not is_part_year(start, end):
        return label
    months = _months(start, end, words)
    return months if "/" not in observation.period else f"{months} ({label})"


def _months(start: date, end: date, words: Catalogue) -> str:
    """Name the months from start to end, or the days where a month is not whole."""
    whole = start.day == 1 and (end + timedelta(days=1)).day == 1
    write = partial(format_date, format="LLLL") if whole else partial(format_skeleton, "MMMMd")
    first, last = (write(day, locale=words.locale) for day in (start, end))
    return f"{first}\u2013{last} {end.year}"


def day(moment: date, words: Catalogue) -> str:
    """Write a day in full."""
    return str(format_date(moment, "long", locale=words.locale))


def published(text: str, words: Catalogue) -> str:
    """Write an ISO day, month or year as precisely as it is known; nothing stays nothing."""
    if not text:
        return ""
    moment, precision = known_day(text)
    if precision == "day":
        return day(moment, words)
    if precision == "month":
        return str(format_skeleton("yMMMM", moment, locale=words.locale))
    return str(moment.year)


def milestone_date(milestone: Milestone, words: Catalogue) -> str:
    """Write a milestone's date as precisely as it is known."""
    moment = milestone.date
    if milestone.date_precision == "day":
        return day(moment, words)
    if milestone.date_precision == "month":
        return str(format_skeleton("yMMMM", moment, locale=words.locale))
    if milestone.date_precision == "season":
        season = ("winter", "spring", "summer", "autumn")[moment.month % 12 // 3]
        return words.text(f"season.{season}", year=moment.year)
    if milestone.date_precision == "two_years":
        return f"{moment.year}/{milestone.year % 100:02d}"
    if milestone.date_precision == "decade":
        return words.text("date.decade", year=moment.year)
    return str(moment.year)


def metres(distance: float, words: Catalogue) -> str:
    """Write a distance rounded to ten metres: the outlines are no better than that."""
    return f"{number(round(distance, -1), 0, words)}{NBSP}m"
