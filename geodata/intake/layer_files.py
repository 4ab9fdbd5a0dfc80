"""Read a layer of shapes that was handed in: GeoPackage, GeoJSON, KML or zipped shapefile."""

import tempfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import shapely
from pyproj import CRS

from geodata.intake.errors import IntakeError
from geodata.intake.kmlfile import ENDINGS, read_kml
from geodata.intake.outlines import NAMING, STATED
from geodata.network_import.archive import unpack_shapefile
from geodata.network_import.errors import NetworkImportError
from geodata.network_import.filekinds import FileKind, kind_of, plain_copy
from geodata.network_import.gdal import Wanted, read_geopackage, read_shapefile
from geodata.network_import.geojson import frame_of_geojson
from geodata.reading.faults import PackageError
from geodata.reading.places import WGS84
from geodata.reading.text import read_foreign_json

#: What is read of a feature, however the names of columns begin.
_COLUMNS = tuple(
    written for name in (*NAMING, *STATED) for written in (name, name.title(), name.upper())
)
#: What the layers of a package hold.
SHAPES = {
    "areas": Wanted("Polygon", "polygons", _COLUMNS),
    "parks": Wanted("Polygon", "polygons", _COLUMNS),
    "places": Wanted("Point", "points", _COLUMNS),
    "paths": Wanted("LineString", "lines", _COLUMNS),
}
#: Features of a layer, and bytes of GeoJSON: a thousand areas have far fewer.
MAX_FEATURES = 5_000
MAX_GEOJSON = 50_000_000
_KINDS = (FileKind.GEOPACKAGE, FileKind.GEOJSON, FileKind.SHAPEFILE)


def read_shapes(file: Path, layer: str) -> gpd.GeoDataFrame:
    """Return the shapes of a file in WGS 84 with the columns that are used, flat, rows from 0.

    Raises `IntakeError` with a sentence where it cannot be used.
    """
    try:
        frame = _frame(file, layer)
    except NetworkImportError as error:
        raise IntakeError(file.name, str(error), "a layer of shapes that can be read") from error
    except PackageError as error:
        fault = error.faults[0]
        raise IntakeError(file.name, fault.found, fault.allowed) from error
    if not 0 < len(frame) <= MAX_FEATURES:
        raise IntakeError(file.name, f"{len(frame)} features", f"1 to {MAX_FEATURES}")
    return _in_degrees(file.name, frame.reset_index(drop=True))


def _frame(file: Path, layer: str) -> gpd.GeoDataFrame:
    if file.suffix.lower() in ENDINGS:
        return read_kml(file, _COLUMNS)
    kind = kind_of(file)
    if kind not in _KINDS:
        raise IntakeError(file.name, str(kind), f"{' or '.join(_KINDS)} or KML")
    if kind is FileKind.GEOJSON:
        return frame_of_geojson(read_foreign_json(file, MAX_GEOJSON), _COLUMNS)
    if kind is FileKind.GEOPACKAGE:
        with plain_copy(file) as readable:
            return read_geopackage(readable, SHAPES[layer])
    with tempfile.TemporaryDirectory(prefix="blok-") as folder:
        return read_shapefile(unpack_shapefile(file, Path(folder)), SHAPES[layer])


def _in_degrees(name: str, frame: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The shapes in WGS 84; coordinates that cannot be of the CRS that is stated are refused."""
    if frame.crs is None:
        raise IntakeError(name, "no CRS", "a file saved with its CRS, such as EPSG:25832")
    shapes = shapely.force_2d(frame.geometry.to_numpy())
    points = shapely.get_coordinates(shapes)
    if not np.isfinite(points).all() or (np.abs(points) > 1e8).any():
        raise IntakeError(name, "coordinates that are no places on earth", "true coordinates")
    if CRS(frame.crs).is_geographic and (np.abs(points) > 360).any():
        found = f"coordinates such as {points[0][0]:.0f}, {points[0][1]:.0f} that are no degrees"
        raise IntakeError(name, f"{found}, though the CRS is {frame.crs.to_string()}",
                          "the CRS that the coordinates are in, such as EPSG:25832")  # fmt: skip
    flat = frame.set_geometry(gpd.GeoSeries(shapes, index=frame.index, crs=frame.crs))
    return flat.to_crs(WGS84)
