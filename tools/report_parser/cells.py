"""Read the numbers of one cell with their labels and periods."""

import re
from dataclasses import dataclass, field, replace

from .errors import ReportError
from .model import Period, Reading
from .periods import HALF_YEAR, PERIOD, calendar_period, first_half
from .places import Places
from .rules import SERIES_LABELS
from .values import NUMBER

_SMALL_BASE = r"NB: Meget småt datagrundlag for (?P<small>[^<]*)"
_REMARK = r"(?P<remark>Obs\b[^<]*)"
_FILLER = r"(?P<filler>Ikke nyere data|Boligområde:|Ingen (?:baseline|data) til sammenligning)"
_SERIES = rf"(?P<series>{'|'.join(SERIES_LABELS)})(?:\s+[Ii]ndsats)?:?"
_VALUE = rf"(?P<number>{NUMBER})(?::?\s?%)?\*?"
_KINDS = (
    "tag",
    "small",
    "remark",
    "filler",
    "half",
    "first",
    "place",
    "series",
    "number",
    "unread",
)


def cell_pattern(places: Places) -> re.Pattern[str]:
    """Return the expression for every piece of a cell that the parser understands."""
    after = rf"(?:\s*\(?(?P<after>{places.pattern})[^)<:\d]*\))?"
    return re.compile(
        rf"(?P<tag><[^>]*>)|{_SMALL_BASE}|{_REMARK}|{_FILLER}|{HALF_YEAR}|{PERIOD}"
        rf"|\(?(?P<place>{places.pattern})\)?:?|{_SERIES}|{_VALUE}{after}|(?P<unread>\S+)"
    )


@dataclass
class Cell:
    """What a cell says, filled while its pieces are read from left to right."""

    places: Places
    readings: list[Reading] = field(default_factory=list)
    period: Period = field(default_factory=Period)
    half_year: Period | None = None
    geography: str = ""
    series: str = ""
    start: int | None = None

    def take(self, match: re.Match[str]) -> None:
        """Take in one piece of the cell."""
        match next(kind for kind in _KINDS if match[kind] is not None):
            case "small":
                self._mark_small(match["small"])
            case "remark":
                self._apply_remark(match["remark"])
            case "half":
                self.half_year = first_half(match)
            case "first":
                self.period = calendar_period(match)
                self.start = match.start() if not self.series else self.start
            case "place":
                self.geography = self.places.geographies[match["place"]]
                self.start = match.start()
            case "series":
                self.series = match["series"]
                self.start = match.start()
            case "number":
                self._add(match)
            case "unread":
                raise ReportError(
                    f"the cell {match.string!r} holds {match['unread']!r}; only periods, place "
                    "names of aliases.csv, known labels, numbers and known remarks are allowed."
                )
            case _:
                self.start = None

    def _add(self, match: re.Match[str]) -> None:
        """Add a number with what was said in front of it and in the brackets after it."""
        start = match.start() if self.start is None else self.start
        after = match["after"]
        geography = self.places.geographies[after] if after else self.geography
        text = match.string[start : match.end()]
        self.readings.append(Reading(match["number"], text, self.series, geography, self.period))
        self.geography = self.geography if self.series else ""
        self.series, self.start = "", None

    def _mark_small(self, names: str) -> None:
        """Mark the values of the current period whose small base a remark states."""
        named = self.places.named_in(names)
        self.readings = [
            reading.noted("small_base_stated")
            if reading.geography in named and reading.period == self.period
            else reading
            for reading in self.readings
        ]

    def _apply_remark(self, remark: str) -> None:
        """Take the year and the numbers of children from the remark where it gives them."""
        year = re.search(r"\b20\d\d\b", remark)
        children = self.places.children_in(remark)
        if year and not self.period.label:
            period = Period(year[0])
            self.readings = [reading.dated(period, "year_from_note") for reading in self.readings]
        self.readings = [
            replace(reading, n=children.get(reading.geography, reading.n))
            for reading in self.readings
        ]


def read_cell(text: str, places: Places, period: Period) -> Cell:
    """Read a cell; `period` is the one that stands alone in the cell above it, if any."""
    cell = Cell(places, period=period)
    for match in cell_pattern(places).finditer(text):
        cell.take(match)
    return cell
