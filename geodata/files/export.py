"""Write printed values with their findings as a file, whole or not at all.

A writer takes a package and the rows to write; without rows it writes all of them.
"""

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from geodata.figures.join import shape_finder
from geodata.files.geopackage import as_gpkg, as_parquet
from geodata.files.printed import COLUMNS, NUMBERS, Row, rows
from geodata.files.spreadsheet import as_xlsx
from geodata.files.writing import write_whole
from geodata.package.package import Package
from geodata.reading.outline_times import TIMES
from geodata.reading.places import WGS84
from geodata.tables.periods import clock_year

#: A spreadsheet takes text that begins so for a formula.
_FORMULA_STARTS = tuple("=+-@\t\n\0＝＋－＠")
_BYTE_ORDER_MARK = "\ufeff"
#: Decimals of exported degrees: a tenth of a metre, far finer than any outline's error.
_DEGREE_DECIMALS = 6


def as_csv(package: Package, chosen: Sequence[Row] | None = None) -> str:
    """Return the values as CSV text for programs (RFC 4180 quoting, comma, dot decimals)."""
    cells = (_inert_row(row) for row in (rows(package) if chosen is None else chosen))
    return _written(cells, delimiter=",", lineterminator="\n")


def as_csv_excel(package: Package, chosen: Sequence[Row] | None = None) -> str:
    """Return the values as CSV text that a Danish Excel opens by itself.

    It takes semicolons and decimal commas for granted there, and knows UTF-8 by the byte
    order mark that the text begins with; the days stay ISO 8601.
    """
    cells = (
        {k: v.replace(".", ",") if k in NUMBERS else v for k, v in _inert_row(row).items()}
        for row in (rows(package) if chosen is None else chosen)
    )
    return _BYTE_ORDER_MARK + _written(cells, delimiter=";", lineterminator="\r\n")


def _written(cells: Iterable[Row], *, delimiter: str, lineterminator: str) -> str:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS, delimiter=delimiter, lineterminator=lineterminator)
    writer.writeheader()
    writer.writerows(cells)
    return buffer.getvalue()


def _inert_row(row: Row) -> Row:
    return {column: text if column == "value" else inert(text) for column, text in row.items()}


def inert(text: str) -> str:
    """Return text that no spreadsheet takes for a formula.

    A lone carriage return would end the row in some programs, and what follows begin a new
    one; it becomes a line feed, which is quoted.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def as_geojson(package: Package, chosen: Sequence[Row] | None = None) -> str:
    """Return the values as GeoJSON in WGS 84, each with the outline of its year.

    Comparison groups have no geometry. Where areas have outlines in time, each value says since
    when and until when its own holds.
    """
    shape_of = shape_finder(package, WGS84)
    features = [
        {"type": "Feature", "properties": {**row, "value": float(row["value"]), **_times(package, row)},
         "geometry": _geometry(shape_of(row["geography"], row["period"]))}
        for row in (rows(package) if chosen is None else chosen)
    ]  # fmt: skip
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)


def _times(package: Package, row: Row) -> dict[str, str]:
    """When the outline of a value holds, as it is stated; nothing where no area's has a time."""
    areas = package.outlines.get("areas")
    if areas is None:
        return {}
    own, year = areas[areas.index == row["geography"]], clock_year(row["period"])
    if own.empty:
        return dict.fromkeys(TIMES, "")
    place = -1 if year is None else package.outline_in(row["geography"], year) or 0
    return {name: str(own.iloc[place][name]) for name in TIMES}


def _geometry(shape: BaseGeometry | None) -> dict[str, Any] | None:
    return None if shape is None else rounded(mapping(shape))


def rounded(geometry: Any) -> Any:
    """Round every coordinate of a GeoJSON geometry to a tenth of a metre."""
    if isinstance(geometry, dict):
        return {**geometry, "coordinates": rounded(geometry["coordinates"])}
    if isinstance(geometry, float):
        return round(geometry, _DEGREE_DECIMALS)
    return [rounded(part) for part in geometry]


#: Every format by its name.
WRITERS: dict[str, Callable[[Package, Sequence[Row]], str | bytes]] = {
    "csv": as_csv,
    "csv-excel": as_csv_excel,
    "geojson": as_geojson,
    "gpkg": as_gpkg,
    "parquet": as_parquet,
    "xlsx": as_xlsx,
}


def as_bytes(package: Package, kind: str, chosen: Sequence[Row]) -> bytes:
    """Return rows in a format; text is UTF-8."""
    written = WRITERS[kind](package, chosen)
    return written if isinstance(written, bytes) else written.encode("utf-8")


def write(package: Package, kind: str, out: Path) -> None:
    """Write an export of all values; a failure leaves an existing file as it was."""
    write_whole(out, as_bytes(package, kind, rows(package)))
