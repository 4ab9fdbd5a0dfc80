"""Read a layer with GDAL: the one driver that was named, and no more than is allowed."""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import pyogrio
from pyogrio.errors import DataLayerError, DataSourceError

from geodata.network_import.errors import NetworkImportError
from geodata.network_import.tags import COLUMNS
from geodata.reading.faults import shown

#: Rows of a layer: ten times the ways of a town of 100,000 residents.
MAX_ROWS = 500_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for in a file: the end of its geometry types, what to call it, columns."""

    geometry: str
    word: str
    columns: tuple[str, ...]


LINES = Wanted("LineString", "lines", COLUMNS)


def read_geopackage(file: Path, wanted: Wanted = LINES) -> gpd.GeoDataFrame:
    """Return the one layer of a GeoPackage that is wanted, lines unless said otherwise."""
    # The prefix names the driver: GDAL asks no other.
    source = f"GPKG:{file}"
    layer = _layer(source, wanted)
    _refuse_view(source, layer)
    return _rows(source, layer, wanted)


def read_shapefile(file: Path, wanted: Wanted = LINES) -> gpd.GeoDataFrame:
    """Return the rows of an unpacked shapefile.

    No other driver takes it: they look for words, and a shapefile begins with a NUL.
    """
    with file.open("rb") as content:
        if content.read(4) != b"\x00\x00\x27\x0a":
            raise NetworkImportError("the archive is damaged: its .shp is no shapefile")
    return _rows(str(file), _layer(str(file), wanted), wanted)


def _layer(source: str, wanted: Wanted) -> str:
    with _in_words():
        layers = pyogrio.list_layers(source)
    names = [name for name, geometry in layers if geometry and wanted.geometry in geometry]
    if len(names) != 1 and len(layers) != 1:
        found = ", ".join(map(str, layers[:, 0])) or "none"
        raise NetworkImportError(f"the file must hold one layer of {wanted.word}; found: {found}")
    return str((names or [layers[0][0]])[0])


def _rows(source: str, layer: str, wanted: Wanted) -> gpd.GeoDataFrame:
    with _in_words():
        # With a condition GDAL counts the rows: else it believes what the file says of itself.
        # A shape that cannot be read is missing.
        frame = pyogrio.read_dataframe(
            source,
            layer=layer,
            columns=wanted.columns,
            where="1 = 1",
            max_features=MAX_ROWS + 1,
            on_invalid="ignore",
        )
    if not isinstance(frame, gpd.GeoDataFrame):
        raise NetworkImportError(f"the file holds a table without {wanted.word}")
    if len(frame) > MAX_ROWS:
        raise NetworkImportError(f"the layer has more than {MAX_ROWS} rows: clip it first")
    return frame


@contextmanager
def _in_words() -> Iterator[None]:
    """Say what GDAL cannot read; what it murmurs about the rest is not passed on."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)
            yield
    except (DataSourceError, DataLayerError) as error:
        raise NetworkImportError(f"the file is damaged or cut short: {error}") from error


def _refuse_view(source: str, layer: str) -> None:
    """A view may yield rows without end."""
    name = layer.replace("'", "''")
    # The text is quoted: the name of a layer is all that comes from the file.
    asked = f"SELECT type, sql FROM sqlite_master WHERE lower(name) = lower('{name}')"  # noqa: S608
    with _in_words():
        found = pyogrio.read_dataframe(source, sql=asked, read_geometry=False)
    whole = found["sql"].str.upper().str.startswith("CREATE TABLE")
    if not ((found["type"] == "table") & whole).any():
        raise NetworkImportError(f"the layer {shown(layer)} is no table of its own: save it as one")
