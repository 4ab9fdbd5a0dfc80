"""Read a layer that others made, of whatever kind it is, and put it into the CRS that is needed."""

import tempfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely
from pyproj import CRS

from geodata.network_import.archive import unpack_shapefile
from geodata.network_import.errors import NetworkImportError
from geodata.network_import.filekinds import FileKind, plain_copy
from geodata.network_import.gdal import LINES, Wanted, read_geopackage, read_shapefile
from geodata.network_import.geojson import frame_of_geojson
from geodata.reading.text import read_foreign_json

#: Bytes of GeoJSON, which is read as a whole: twice those of a town of 150,000 edges.
MAX_GEOJSON = 200_000_000
#: Metres from the middle of the projection: farther away is nothing on earth.
_FARTHEST_M = 1e8


def frame_of(
    file: Path, kind: FileKind, wanted: Wanted = LINES, most: int | None = None
) -> gpd.GeoDataFrame:
    """Return the layer in a file, flat, in its own CRS; a shape that cannot be read is missing.

    GeoJSON may have `most` bytes, if that is said. Raises `NetworkImportError`, also where the file does
    not say which CRS it is in, or `PackageError` for a text file that is no JSON.
    """
    return flat(_frame(file, kind, wanted, most))


def flat(frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Return a layer without heights; raise `NetworkImportError` for one that names no CRS."""
    if frame.crs is None:
        raise NetworkImportError("the file has no CRS: save it again with one, such as EPSG:25832")
    return frame.set_geometry(shapely.force_2d(frame.geometry.to_numpy()), crs=frame.crs)


def _frame(file: Path, kind: FileKind, wanted: Wanted, most: int | None) -> gpd.GeoDataFrame:
    if kind is FileKind.GEOJSON:
        return frame_of_geojson(
            read_foreign_json(file, MAX_GEOJSON if most is None else most), wanted.columns
        )
    if kind is FileKind.GEOPACKAGE:
        with plain_copy(file) as readable:
            return read_geopackage(readable, wanted)
    with tempfile.TemporaryDirectory(prefix="blok-") as folder:
        return read_shapefile(unpack_shapefile(file, Path(folder)), wanted)


def in_crs(frame: gpd.GeoDataFrame, crs: str) -> gpd.GeoDataFrame:
    """Return a layer that has a CRS in another; raise `NetworkImportError` where its own is a lie."""
    _refuse_beyond(frame)
    crs_said = CRS(frame.crs)
    west, south, *_ = bounds = frame.total_bounds
    if crs_said.is_geographic and np.abs(bounds).max() > 360:
        raise NetworkImportError(
            f"the coordinates are no degrees, though the file says so "
            f"({west:.0f}, {south:.0f} in {crs_said.to_string()}): wrong CRS"
        )
    moved = frame.to_crs(crs)
    _refuse_beyond(moved)
    return moved


def _refuse_beyond(frame: gpd.GeoDataFrame) -> None:
    # Not a number is not within any bound either.
    if not (np.abs(shapely.get_coordinates(frame.geometry.to_numpy())) <= _FARTHEST_M).all():
        raise NetworkImportError("the file has coordinates that are no places on earth")
