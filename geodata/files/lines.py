"""Write a layer of lines as a GeoPackage: whole, or not at all, and the same lines the same file."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

import geopandas as gpd
import pyogrio
from pyogrio.errors import DataLayerError, DataSourceError

#: The one layer of a file.
LAYER = "edges"
_NOW = "OGR_CURRENT_DATE"


def write_lines(frame: gpd.GeoDataFrame, file: Path, day: date) -> None:
    """Write lines as of a day; raise `OSError` where that cannot be done."""
    try:
        with _as_of(day):
            pyogrio.write_dataframe(
                frame, file, layer=LAYER, driver="GPKG", geometry_type="LineString"
            )
    except (DataSourceError, DataLayerError) as error:
        raise OSError(errno.EIO, str(error)) from error
    _refuse_half(file, len(frame))


@contextmanager
def _as_of(day: date) -> Iterator[None]:
    """Have GDAL write a day in place of the hour; the next file says its own again."""
    before = pyogrio.get_gdal_config_option(_NOW)
    pyogrio.set_gdal_config_options({_NOW: f"{day.isoformat()}T00:00:00.000Z"})
    try:
        yield
    finally:
        pyogrio.set_gdal_config_options({_NOW: before})


def _refuse_half(file: Path, rows: int) -> None:
    """GDAL says nothing where the disk is full as it closes the file: the index comes last."""
    with closing(sqlite3.connect(file)) as database:
        # The name of the layer is ours.
        asked = f"SELECT COUNT(*) FROM rtree_{LAYER}_geom"  # noqa: S608
        try:
            (indexed,) = database.execute(asked).fetchone()
        except sqlite3.Error:
            indexed = 0
    if indexed != rows:
        raise OSError(errno.EIO, f"{indexed} of {rows} stretches were written whole")
