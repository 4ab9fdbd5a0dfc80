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


def frame_of(file: Path, kind: FileKind, wanted: Wanted = LINES) -> gpd.GeoDataFrame:
    """Return the layer in a file, in its own CRS; a shape that cannot be read is missing.

    Raises `NetworkImportError`, or `PackageError` for a text file that is no JSON.
    """
    if kind is FileKind.GEOJSON:
        return frame_of_geojson(read_foreign_json(file, MAX_GEOJSON), wanted.columns)
    if kind is FileKind.GEOPACKAGE:
        with plain_copy(file) as readable:
            return read_geopackage(readable, wanted)
    with tempfile.TemporaryDirectory(prefix="blok-") as folder:
        return read_shapefile(unpack_shapefile(file, Path(folder)), wanted)


def in_crs(frame: gpd.GeoDataFrame, crs: str) -> gpd.GeoDataFrame:
    """Return a layer that has a CRS in another; raise `NetworkImportError` where its own is a lie."""
    _refuse_beyond(frame)
    if CRS(frame.crs).is_geographic and np.abs(frame.total_bounds).max() > 360:
        raise NetworkImportError(
            "the coordinates are no degrees, though the file says so: wrong CRS"
        )
    moved = frame.to_crs(crs)
    _refuse_beyond(moved)
    return moved


def _refuse_beyond(frame: gpd.GeoDataFrame) -> None:
    # Not a number is not within any bound either.
    if not (np.abs(shapely.get_coordinates(frame.geometry.to_numpy())) <= _FARTHEST_M).all():
        raise NetworkImportError("the file has coordinates that are no places on earth")
