"""Read a town's areas from a file of outlines: every fault of it at once, and nothing mended."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas as gpd
from shapely.geometry.base import BaseGeometry
from shapely.validation import explain_validity

from geodata.network_import.errors import NetworkImportError
from geodata.network_import.filekinds import FileKind, kind_of
from geodata.network_import.gdal import Wanted
from geodata.network_import.layerfile import frame_of, in_crs
from geodata.package.slugs import slug
from geodata.package.text_checks import PLAIN, is_plain
from geodata.reading.faults import Fault, PackageError, shown
from geodata.reading.places import LAT_RANGE, LON_RANGE, WGS84

#: Columns that names are taken from, the first of them that a file has.
_NAMES = ("name", "navn")
_NAME_EN = "name_en"
_WRITTEN = tuple(form for name in (*_NAMES, _NAME_EN) for form in
                 (name, name.upper(), name.capitalize()))  # fmt: skip
_POLYGONS = Wanted("Polygon", "outlines", _WRITTEN)
_KINDS = (FileKind.GEOJSON, FileKind.GEOPACKAGE, FileKind.SHAPEFILE)
_TYPES = ("Polygon", "MultiPolygon")


@dataclass(frozen=True, slots=True)
class Area:
    """An area of a town, its outline in degrees (EPSG:4326)."""

    id: str
    name: str
    name_en: str
    outline: BaseGeometry


def read_outlines(file: Path) -> tuple[Area, ...]:
    """Return the areas in a file, in its order; raise `PackageError` with every fault found."""
    with _told_of(file, "a layer of outlines"):
        frame = _frame(file)
    rows = _rows(frame)
    faults = [*_name_faults(file, rows), *_shape_faults(file, rows)]
    if not faults:
        with _told_of(file, "coordinates of Denmark in the CRS that the file names"):
            rows = _rows(in_crs(frame, WGS84))
        faults = [one for where, row in rows for one in _place_faults(file, where, row["shape"])]
    if faults:
        raise PackageError(tuple(faults))
    return tuple(Area(slug(r["name"]), r["name"], r["name_en"], r["shape"]) for _, r in rows)


@contextmanager
def _told_of(file: Path, allowed: str) -> Iterator[None]:
    """Tell what is wrong as a fault of the file."""
    try:
        yield
    except NetworkImportError as error:
        raise PackageError((Fault(file.name, "", "", str(error), allowed),)) from error


def _frame(file: Path) -> gpd.GeoDataFrame:
    """The rows of the file, told apart by what it is and not by its name alone."""
    kind = kind_of(file)
    if kind not in _KINDS:
        raise NetworkImportError(f"{kind} holds no outlines; allowed: {', '.join(_KINDS)}")
    frame = frame_of(file, kind, _POLYGONS)
    if frame.empty:
        raise NetworkImportError("the file has no feature")
    return frame


def _rows(frame: gpd.GeoDataFrame) -> list[tuple[str, dict[str, Any]]]:
    """Each feature's names and shape, with where it is as people count."""
    texts = {name: _texts(frame, name) for name in (*_NAMES, _NAME_EN)}
    column = next((name for name in _NAMES if any(texts[name])), _NAMES[0])
    return [
        (f"feature {number}", {"name": name, "name_en": english, "shape": shape})
        for number, (name, english, shape) in enumerate(
            zip(texts[column], texts[_NAME_EN], frame.geometry, strict=True), 1
        )
    ]


def _texts(frame: gpd.GeoDataFrame, wanted: str) -> list[str]:
    """The texts of a column, whatever the case of its name; empty where there is none."""
    own = next((name for name in frame.columns if str(name).lower() == wanted), None)
    cells = [""] * len(frame) if own is None else frame[own]
    return [" ".join(cell.split()) if isinstance(cell, str) else "" for cell in cells]


def _name_faults(file: Path, rows: Sequence[tuple[str, dict[str, Any]]]) -> Iterator[Fault]:
    by_name: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for where, row in rows:
        name = row["name"]
        if not slug(name):
            found = shown(name) if name else "nothing"
            yield Fault(file.name, where, "name", found, f"text in a column {' or '.join(_NAMES)}")
            continue
        for field in ("name", "name_en"):
            if not is_plain(row[field]):
                yield Fault(file.name, where, field, shown(row[field]), PLAIN)
        by_name[slug(name)].append((where, name))
    for same in by_name.values():
        for where, name in same[1:]:
            first = f"{shown(same[0][1])} of {same[0][0]}"
            yield Fault(file.name, where, "name", f"{shown(name)}, which is as {first}",
                        "each name once (parts of one area are one multi-polygon)")  # fmt: skip


def _shape_faults(file: Path, rows: Sequence[tuple[str, dict[str, Any]]]) -> Iterator[Fault]:
    allowed = " or ".join(_TYPES)
    checks: tuple[tuple[Callable[[Any], bool], Callable[[Any], str], str], ...] = (
        (lambda s: s is None or s.is_empty, lambda _: "no outline that can be read", allowed),
        (lambda s: s.geom_type not in _TYPES, lambda s: str(s.geom_type), allowed),
        (lambda s: not s.is_valid, explain_validity,
         "a valid outline (it is never mended silently)"),
    )  # fmt: skip
    for where, row in rows:
        shape, name = row["shape"], f"{where} ({shown(row['name'])})"
        for is_wrong, found, wanted in checks:
            if is_wrong(shape):
                yield Fault(file.name, name, "geometry", found(shape), wanted)
                break


def _place_faults(file: Path, where: str, shape: BaseGeometry) -> Iterator[Fault]:
    west, south, east, north = shape.bounds
    inside = LON_RANGE[0] <= west and east <= LON_RANGE[1]
    if inside and LAT_RANGE[0] <= south and north <= LAT_RANGE[1]:
        return
    swapped = LON_RANGE[0] <= south <= LON_RANGE[1] and LAT_RANGE[0] <= west <= LAT_RANGE[1]
    found = f"lon {west:.4g}, lat {south:.4g}" + (", which looks like lat, lon" if swapped else "")
    allowed = (f"Denmark: lon {LON_RANGE[0]} to {LON_RANGE[1]}, lat {LAT_RANGE[0]} to "
               f"{LAT_RANGE[1]} (does the file name the right CRS?)")  # fmt: skip
    yield Fault(file.name, where, "geometry", found, allowed)
