"""Read a layer of shapes that was handed in: GeoPackage, GeoJSON, GeoParquet, KML or zipped shapefile."""

from pathlib import Path

import geopandas as gpd

from geodata.intake import parquetfile
from geodata.intake.errors import IntakeError
from geodata.intake.feature_columns import COLUMNS, CUT, NAMING
from geodata.intake.kmlfile import ENDINGS, read_kml
from geodata.network_import.errors import NetworkImportError
from geodata.network_import.filekinds import kind_of
from geodata.network_import.gdal import Wanted
from geodata.network_import.layerfile import flat, frame_of, in_crs
from geodata.reading.faults import shown
from geodata.reading.places import WGS84

#: What is read of a feature, however the names of columns begin.
_COLUMNS = tuple(
    written for name in (*NAMING, *COLUMNS, *CUT) for written in (name, name.title(), name.upper())
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
_OTHERS = (".gpkg", ".geojson", ".json", ".zip")
ALLOWED = ", ".join((*_OTHERS, *ENDINGS, *parquetfile.ENDINGS))


def read_shapes(file: Path, layer: str) -> gpd.GeoDataFrame:
    """Return the shapes of a file in WGS 84 with the columns that are used, flat, rows from 0.

    Raises `PackageError` with a sentence where it cannot be used.
    """
    try:
        frame = _frame(file, layer)
        if not 0 < len(frame) <= MAX_FEATURES:
            raise IntakeError(file.name, f"{len(frame)} features", f"1 to {MAX_FEATURES}")
        return in_crs(frame, WGS84).reset_index(drop=True)
    except NetworkImportError as error:
        found = f"a file that cannot be used ({error})"
        raise IntakeError(file.name, found, "a layer of shapes that can be read") from error


def _frame(file: Path, layer: str) -> gpd.GeoDataFrame:
    if file.suffix.lower() in ENDINGS:
        return read_kml(file, _COLUMNS)
    if file.suffix.lower() in parquetfile.ENDINGS:
        return flat(parquetfile.read_parquet(file, _COLUMNS, MAX_FEATURES))
    if file.suffix.lower() not in _OTHERS:
        raise IntakeError(file.name, shown(file.suffix), ALLOWED)
    kind = kind_of(file)
    return frame_of(file, kind, SHAPES[layer], MAX_GEOJSON)
