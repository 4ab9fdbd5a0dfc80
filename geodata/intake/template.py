"""Write a workbook for planners to fill in: a row for every figure that is not there yet."""

import io
from collections.abc import Iterator, Sequence

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from geodata.intake.names import Names, places_of, series_of
from geodata.intake.words import words
from geodata.package.package import Package
from geodata.tables.periods import clock_year, in_time
from geodata.tables.records import Indicator

_WIDTHS = (48, 40, 10, 12, 8, 12, 12, 24, 32)


def waiting(package: Package) -> list[tuple[Indicator, str, str]]:
    """Return series, place and period of the figures that are next.

    Each series in each place where it has figures; the period after its latest one anywhere.
    """
    found = []
    for series in package.indicators:
        own = [o for o in package.observations if o.indicator == series.id and o.period]
        if own:
            period = following(max((o.period for o in own), key=in_time))
            places = dict.fromkeys(o.geography for o in own)
            if (clock_year(period) or 0) <= package.descriptor.last_year:
                found += [(series, place, period) for place in places]
    return found


def following(period: str) -> str:
    """Return the period after one: 2026 after 2025, 2025/26 after 2024/25."""
    first = int(period[:4]) + 1
    return f"{first}/{(first + 1) % 100:02d}" if "/" in period else str(first)


def template(package: Package) -> bytes:
    """Return the workbook: figures, guidance, and the names of series and places."""
    said = words()["template"]
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as book:
        bold = book.add_format({"bold": True, "bottom": 1})
        figures = book.add_worksheet(said["figures"])
        _fill(figures, [said["heads"], *_rows(package)], bold)
        figures.freeze_panes(1, 0)
        for column, width in enumerate(_WIDTHS):
            figures.set_column(column, column, width)
        _fill(book.add_worksheet(said["guide"]), [[line] for line in said["guidance"]], bold)
        _fill(book.add_worksheet(said["series"]), _series(package, said["units"]), bold)
        _fill(book.add_worksheet(said["places"]), _places(package), bold)
    return buffer.getvalue()


def _rows(package: Package) -> Iterator[list[str]]:
    series, places = series_of(package), places_of(package)
    for indicator, place, period in waiting(package):
        yield [_name(series, indicator.id), _name(places, place), period]


def _name(names: Names, identifier: str) -> str:
    """The name, if it means this alone; else the id."""
    name = names.named[identifier]
    return name if names.match(name).id == identifier else identifier


def _series(package: Package, units: dict[str, str]) -> list[list[str]]:
    heads = [words()["template"]["heads"][0], "id"]
    return [heads, *([i.name_da, i.id, units.get(i.unit, i.unit)] for i in package.indicators)]


def _places(package: Package) -> list[list[str]]:
    heads = [words()["template"]["heads"][1], "id"]
    return [heads, *([g.name_da, g.id] for g in package.geographies)]


def _fill(sheet: Worksheet, rows: Sequence[Sequence[str]], bold: object) -> None:
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            sheet.write_string(number, column, text, *([bold] if number == 0 else []))
    sheet.autofit()
