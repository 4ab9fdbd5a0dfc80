"""Write printed values with their findings as a file, whole or not at all.

A writer takes a package and the rows to write; without rows it writes all of them.
"""

import csv
import io
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from geodata.geopackage import as_gpkg, as_parquet
from geodata.join import geography_shapes
from geodata.package import Package
from geodata.places import WGS84
from geodata.printed import COLUMNS, Row, rows
from geodata.spreadsheet import as_xlsx
from geodata.writing import write_whole

#: A spreadsheet takes text that begins so for a formula.
_FORMULA_STARTS = tuple("=+-@\t\r\0＝")
#: Decimals of exported degrees: a tenth of a metre, far finer than any outline's error.
_DEGREE_DECIMALS = 6


def as_csv(package: Package, chosen: Sequence[Row] | None = None) -> str:
    """Return the values as CSV text (RFC 4180 quoting, UTF-8, comma, dot decimals)."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in rows(package) if chosen is None else chosen:
        writer.writerow({k: v if k == "value" else inert(v) for k, v in row.items()})
    return buffer.getvalue()


def inert(text: str) -> str:
    """Return text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def as_geojson(package: Package, chosen: Sequence[Row] | None = None) -> str:
    """Return the values as GeoJSON in WGS 84; comparison groups have no geometry."""
    shapes = geography_shapes(package).to_crs(WGS84).geometry.to_dict()
    features = [
        {"type": "Feature", "properties": {**row, "value": float(row["value"])},
         "geometry": _geometry(shapes.get(row["geography"]))}
        for row in (rows(package) if chosen is None else chosen)
    ]  # fmt: skip
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False)


def _geometry(shape: BaseGeometry | None) -> dict[str, Any] | None:
    return None if shape is None else rounded(mapping(shape))


def rounded(geometry: Any) -> Any:
    """Round every coordinate of a GeoJSON geometry to a tenth of a metre."""
    if isinstance(geometry, dict):
        return {**geometry, "coordinates": rounded(geometry["coordinates"])}
    if isinstance(geometry, float):
        return round(geometry, _DEGREE_DECIMALS)
    return [rounded(part) for part in geometry]


#: Every format by its name, which is also the file's ending.
WRITERS: dict[str, Callable[[Package, Sequence[Row]], str | bytes]] = {
    "csv": as_csv,
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
