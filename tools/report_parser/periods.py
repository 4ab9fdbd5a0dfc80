"""Read the periods that the report prints."""

import re

from .errors import ReportError
from .model import Period

PERIOD = (
    r"(?P<first>20\d\d)(?:\s*[-/]\s*(?P<last>20\d\d|\d\d)(?!\d))?(?![\d,%])"
    r"(?:\s*\((?P<part>januar-juli|frem til 1\. juli|frem til juli)\))?:?"
)
HALF_YEAR = r"Første halvår af skoleåret (?P<half>20\d\d)/20\d\d"

#: The last day, a note and the English words of each part of a year.
_PARTS = {
    "januar-juli": ("07-31", "", "January-July"),
    "frem til 1. juli": ("07-01", "", "to 1 July"),
    "frem til juli": ("06-30", "to_july", "to July"),
}


def calendar_period(match: re.Match[str]) -> Period:
    """Return the year, split year or part of a year that was matched."""
    first, last, part = match["first"], match["last"], match["part"]
    printed = match[0].rstrip(": ")
    if last:
        label = _split_year(int(first), int(last[-2:]))
        return Period(label, printed=printed if printed != label else "")
    if not part:
        return Period(first)
    end, note, english = _PARTS[part]
    return Period(first, f"{first}-01-01", f"{first}-{end}", note, printed, f"{first} ({english})")


def first_half(match: re.Match[str]) -> Period:
    """Return the autumn half of the school year that was matched."""
    year = int(match["half"])
    return Period(
        _split_year(year, (year + 1) % 100),
        f"{year}-08-01",
        f"{year}-12-31",
        printed=match[0],
        in_english=f"First half of the school year {year}/{year + 1}",
    )


def _split_year(first: int, last: int) -> str:
    if (first + 1) % 100 != last:
        raise ReportError(
            f"The report prints the period {first}/{last:02d}; the second year must follow the "
            "first."
        )
    return f"{first}/{last:02d}"
