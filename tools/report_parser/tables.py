"""Find the tables of goals and indicators in the text of the report."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .errors import ReportError

_HEADER = re.compile(r"(?:Mål|Delmål)\tIndikator\t")
_MARKUP = re.compile(r"<[^>]*>")
_SUBGOALS = "delmål og indikatorer"
_CONTINUED = "fortsat"
_STATUS = "Status"
INDICATOR, BASELINE_AREA, BASELINE_OTHER, DATA_SOURCE, STATUS = 1, 2, 3, 4, 5


@dataclass(frozen=True)
class Row:
    """A printed line of a table, cells as printed."""

    table: str
    columns: tuple[str, ...]
    cells: tuple[str, ...]

    @property
    def heading(self) -> str:
        """Return the words of the indicator cell without markup; empty where the row goes on."""
        return "" if self.repeats_status else plain(self.cells[INDICATOR])

    @property
    def repeats_status(self) -> bool:
        """Tell whether the row holds nothing but status cells (a table within a table)."""
        return re.match(r"\d{4}", plain(self.cells[0])) is not None


def plain(text: str) -> str:
    """Return a text without markup, with single spaces."""
    return " ".join(_MARKUP.sub(" ", text).split())


def table_name(heading: str) -> str:
    """Normalise a table heading: 'UDDANNELSE · FORTSAT' is '...: Uddannelse (fortsat)'."""
    parts = [part.strip().lower() for part in re.split(r"[•·–]", heading)]
    suffix = f" ({_CONTINUED})" if _CONTINUED in parts else ""
    theme = next(part for part in parts if part not in {_SUBGOALS, _CONTINUED})
    if theme.startswith("mål og indikatorer"):
        return theme.capitalize() + suffix
    return f"{_SUBGOALS.capitalize()}: {theme.capitalize()}{suffix}"


def read_rows(report: str, name: str) -> list[Row]:
    """Return the rows of all tables of goals and indicators; `name` is the file for errors."""
    rows = [row for block in _blocks(report) for row in _block_rows(*block)]
    if not rows:
        raise ReportError(
            f"{name}: no table was found; a line that starts with 'Mål' or 'Delmål', a tab and "
            "'Indikator' must open each table."
        )
    return rows


def _blocks(report: str) -> Iterator[tuple[str, list[str]]]:
    """Yield each table as its heading and its lines up to the next blank line."""
    heading = ""
    lines = iter(report.split("\n"))
    for line in lines:
        if _HEADER.match(line):
            table = [line]
            for following in lines:
                if not following.strip():
                    break
                table.append(following)
            yield heading, table
        elif line.strip():
            heading = line


def _block_rows(heading: str, lines: list[str]) -> Iterator[Row]:
    """Yield the rows below the header line or, with a second line of headings, lines."""
    titles = [" ".join(cell.split()) for cell in lines[0].split("\t")]
    body = lines[1:]
    if not "".join(body[0].split("\t")[:STATUS]).strip():
        titles = _with_subtitles(titles, body.pop(0).split("\t"))
    titles = [title or _STATUS for title in titles]
    columns = tuple(title.capitalize() for title in titles)
    for line in body:
        cells = line.split("\t")
        yield Row(table_name(heading), columns, (*cells, *[""] * (len(columns) - len(cells))))


def _with_subtitles(titles: list[str], subtitles: list[str]) -> list[str]:
    """Join 'Status' with the split headings below it, such as 'Bolig område'."""
    below = [subtitle.replace(" ", "") for subtitle in subtitles]
    return titles[:STATUS] + [f"{_STATUS} {subtitle}".strip() for subtitle in below[STATUS:]]
