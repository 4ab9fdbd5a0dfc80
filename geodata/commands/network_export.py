"""The command `network export`: every edge with its dates and status, for QGIS."""

import argparse
import sys
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import shapely

from geodata.commands.options import year as year_option
from geodata.files.lines import write_lines
from geodata.files.writing import write_whole
from geodata.network.network import edge_table, read_network
from geodata.package.package import Package
from geodata.reading.faults import PackageError, shown
from geodata.reading.places import WGS84
from geodata.tables.records import YEARS_MORE

#: Decimals of degrees: a centimetre, as exact as a network is.
_DECIMALS = 7
#: Characters of a day at its precision; of a season, the month in which it begins.
_LENGTHS = {"year": 4, "season": 7, "month": 7, "day": 10}


def add_parser(actions: Any, shipped: Path) -> None:
    """Add `network export OUT` to the actions."""
    parser = actions.add_parser("export", help="write every edge with its dates and status")
    parser.add_argument("out", type=Path, metavar="OUT", help=" or ".join(_FORMATS))
    parser.add_argument("--package", type=Path, default=shipped)
    parser.add_argument("--year", type=year_option, help="the year of the status "
                        "(default: that of the package)")  # fmt: skip
    parser.set_defaults(run=run)


def run(package: Package, options: argparse.Namespace) -> int:
    """Write the file; return 0, or 1 with a sentence where that cannot be done."""
    clock, out = package.descriptor, options.out
    year = options.year if options.year is not None else clock.year
    try:
        _refuse_out(out)
        if not clock.first_year <= year <= clock.last_year:
            raise ValueError(f"{year} is not on the clock, {clock.first_year} to {clock.last_year}")
        table = _texts(edge_table(read_network(package), year))
        write_whole(out, _FORMATS[out.suffix.lower()](table, clock.as_of))
    except (PackageError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{out}: cannot be written: {error.strerror}", file=sys.stderr)
        return 1
    print(f"{out}: {len(table)} stretches, as at the end of {year}")
    return 0


def _refuse_out(out: Path) -> None:
    if out.suffix.lower() not in _FORMATS:
        raise ValueError(f"{shown(out)} is no name for it; allowed: {' or '.join(_FORMATS)}")
    if out.is_dir():
        raise ValueError(f"{shown(out)} is a folder; allowed: a file")


def _texts(table: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Days as ISO text, no more exact than a source says; what is not known is no text."""
    texts = table.copy()
    for column in ("from", "to"):
        days = zip(table[column], table[f"{column}_precision"], strict=True)
        texts[column] = [_text(day, said) if day else None for day, said in days]
    return texts


def _text(day: date, precision: str) -> str:
    """A day as far as it is known; of several years the first and the last, as ISO 8601 has it."""
    if precision in YEARS_MORE:
        return f"{day.year}/{day.year + YEARS_MORE[precision]}"
    return day.isoformat()[: _LENGTHS[precision]]


def _as_gpkg(table: gpd.GeoDataFrame, day: date) -> bytes:
    with tempfile.TemporaryDirectory(prefix="blok-") as folder:
        file = Path(folder) / "network.gpkg"
        write_lines(table, file, day)
        return file.read_bytes()


def _as_geojson(table: gpd.GeoDataFrame, _: date) -> bytes:
    degrees = table.to_crs(WGS84)
    degrees.geometry = shapely.transform(
        degrees.geometry.to_numpy(), lambda xy: np.round(xy, _DECIMALS)
    )
    return degrees.to_json(drop_id=True, ensure_ascii=False).encode("utf-8")


_FORMATS: dict[str, Callable[[gpd.GeoDataFrame, date], bytes]] = {
    ".gpkg": _as_gpkg,
    ".geojson": _as_geojson,
}
