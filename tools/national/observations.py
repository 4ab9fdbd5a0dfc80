"""Write the made-up figures as rows of `observations.csv`, with their cell as printed."""

from collections.abc import Iterator

import numpy as np

from tools.national.figures import Figures, make
from tools.national.kinds import Series
from tools.national.names import area_id, area_name, municipality_id, municipality_names, series_id
from tools.national.oddities import with_oddities
from tools.national.size import Size, drawing

COUNTRY = "hele-landet"
COUNTRY_NAMES = ("Hele det opdigtede land", "The whole made-up country")
#: Kinds of series of which the last year covers some months only.
_PART_YEARS = (2, 9)
_UNDATED = 0.02
_FROM_ROW = 0.01
#: In one series of so many the report says where few persons are behind a share.
_STATED_EVERY = 30
_HEAD = "Startmåling", "Status"

Row = tuple[object, ...]


def place_ids(size: Size) -> list[str]:
    """Return the ids of the places that have figures, in the order of their columns."""
    areas = [area_id(n) for n in range(size.areas)]
    return [*areas, *(municipality_id(n) for n in range(size.municipalities)), COUNTRY]


def place_names(size: Size) -> list[str]:
    """Return the Danish names of the same places."""
    areas = [area_name(n) for n in range(size.areas)]
    own = [municipality_names(n)[0] for n in range(size.municipalities)]
    return [*areas, *own, COUNTRY_NAMES[0]]


def rows(series: Series, size: Size) -> Iterator[Row]:
    """Yield the rows of one series, year by year, with the columns of `observations.csv`."""
    figures = with_oddities(series, size, make(series, size))
    ids, names = place_ids(size), place_names(size)
    undated = drawing(8, series.number).random(len(ids)) < _UNDATED
    noted = drawing(9, series.number).random(figures.values.shape) < _FROM_ROW
    for nth, year in enumerate(size.clock):
        label = series.label(year)
        days = _days(series, size, year)
        for place in np.flatnonzero(~np.isnan(figures.values[nth])).tolist():
            no_year = nth == 0 and bool(undated[place]) and series.kind.unit == "count"
            value, text = _printed(series, float(figures.values[nth, place]))
            yield (
                series_id(series.number), ids[place], "" if no_year else label, *days[:2],
                "status" if nth else "baseline", value, _persons(figures, nth, place),
                _note(series, figures, int(place), bool(noted[nth, place])), f"Tabel {series.number + 1}",
                names[place], _HEAD[min(nth, 1)], text, *days[2:],
            )  # fmt: skip


def _days(series: Series, size: Size, year: int) -> tuple[str, str, str, str]:
    """The first and last day, and the words of the report for them, of half a year."""
    if series.number % 10 not in _PART_YEARS or year != size.clock[-1]:
        return "", "", "", ""
    return f"{year}-01-01", f"{year}-06-30", f"{year} (til juni)", f"{year} (to June)"


def _printed(series: Series, value: float) -> tuple[str, str]:
    """The value for the table, and the cell as printed."""
    number = f"{value:.{series.kind.decimals}f}"
    if float(number) != value:
        number = f"{value:.2f}"
    printed = number.replace(".", ",")
    return number, f"{printed} %" if series.kind.unit == "percent" else printed


def _persons(figures: Figures, nth: int, place: int) -> int | str:
    return int(figures.n[nth, place]) or ""


def _note(series: Series, figures: Figures, place: int, from_row: bool) -> str:
    stated = bool(figures.small[place]) and series.number % _STATED_EVERY == 1
    words = (("small_base_stated", stated), ("year_from_row", from_row))
    return ";".join(word for word, true in words if true)
