"""Write all printed values with their findings as CSV or GeoJSON, whole or not at all."""

import csv
import io
import json
import os
import tempfile
from pathlib import Path
from typing import Any

from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry

from geodata.join import join_observations
from geodata.package import Package
from geodata.places import WGS84
from geodata.quality import by_observation, find, severity_of
from geodata.records import Observation

COLUMNS = (
    "indicator", "geography", "period", "period_start", "period_end", "role", "value", "unit", "n",
    "severity", "flags", "note", "source_table", "source_row", "source_column", "source_text",
)  # fmt: skip
#: A spreadsheet takes text that begins so for a formula.
_FORMULA_STARTS = tuple("=+-@\t\r\0＝")
#: Decimals of exported degrees: a tenth of a metre, far finer than any outline's error.
_DEGREE_DECIMALS = 6


def rows(package: Package) -> list[dict[str, str]]:
    """Return one row a printed value, in the order of `COLUMNS`, as text with dot decimals.

    `flags` are the rules that found something, joined by `;`; `severity` is empty, note,
    doubtful or invalid.
    """
    units = {indicator.id: indicator.unit for indicator in package.indicators}
    findings = by_observation(find(package))
    return [_row(o, units[o.indicator], findings.get(o.key, [])) for o in package.observations]


def _row(o: Observation, unit: str, findings: list[Any]) -> dict[str, str]:
    severity = severity_of(findings)
    cells: dict[str, Any] = {name: getattr(o, name, "") for name in COLUMNS}
    cells |= {
        "value": number(o.value),
        "unit": unit,
        "severity": severity.name.lower() if severity else "",
        "flags": ";".join(dict.fromkeys(finding.rule for finding in findings)),
    }
    return {name: "" if cell is None else str(cell) for name, cell in cells.items()}


def number(value: float) -> str:
    """Write a number as it was printed: no decimals that are not there, dot decimals."""
    return str(int(value)) if value == int(value) else repr(float(value))


def as_csv(package: Package) -> str:
    """Return the values as CSV text (RFC 4180 quoting, UTF-8, comma, dot decimals)."""
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for row in rows(package):
        writer.writerow({k: v if k == "value" else inert(v) for k, v in row.items()})
    return buffer.getvalue()


def inert(text: str) -> str:
    """Return text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


def as_geojson(package: Package) -> str:
    """Return the values as GeoJSON in WGS 84; comparison groups have no geometry."""
    shapes = join_observations(package).to_crs(WGS84).geometry
    features = [
        {"type": "Feature", "properties": {**row, "value": float(row["value"])},
         "geometry": _geometry(shape)}
        for row, shape in zip(rows(package), shapes, strict=True)
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


WRITERS = {"csv": as_csv, "geojson": as_geojson}


def write(package: Package, kind: str, out: Path) -> None:
    """Write an export; a failure leaves an existing file as it was."""
    text = WRITERS[kind](package)
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", newline="", dir=out.parent, prefix=f".{out.name}.", delete=False
    ) as file:
        temporary = Path(file.name)
        try:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
            temporary.chmod(0o644)
            temporary.replace(out)
        except BaseException:
            temporary.unlink()
            raise
