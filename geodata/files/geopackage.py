"""Write printed values for QGIS, in EPSG:25832: as a GeoPackage, or as GeoParquet.

Parquet needs pyarrow, which is 170 MB and so an extra: `requirements-parquet.txt`.
"""

import importlib.util
import io
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import geopandas as gpd
import pandas as pd
import pyogrio
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from geodata.figures.join import geography_shapes, shape_finder
from geodata.files.printed import COLUMNS, Row
from geodata.package.package import Package
from geodata.reading.places import METRES

AREAS_LAYER = "areas"
VALUES_LAYER = "values"
#: What is known of outlines in time.
_IN_TIME = ("valid_from", "valid_to", "predecessors")


class MissingExtraError(Exception):
    """A format needs a package that is not installed; the message says which."""


def as_gpkg(package: Package, chosen: Sequence[Row]) -> bytes:
    """Return a GeoPackage: `areas`, all shapes that values belong to, and `values`, the rows.

    Comparison groups have rows without a shape.
    """
    # GDAL would write the hour; the same values are the same file.
    pyogrio.set_gdal_config_options(
        {"OGR_CURRENT_DATE": f"{package.descriptor.as_of.isoformat()}T00:00:00.000Z"}
    )
    with tempfile.TemporaryDirectory(prefix="blok-") as folder:
        file = Path(folder) / "values.gpkg"
        _write_layer(area_shapes(package), file, AREAS_LAYER)
        _write_layer(value_shapes(package, chosen), file, VALUES_LAYER)
        return file.read_bytes()


def as_parquet(package: Package, chosen: Sequence[Row]) -> bytes:
    """Return the rows with their shapes as GeoParquet.

    Raises `MissingExtraError` where pyarrow is not installed.
    """
    if importlib.util.find_spec("pyarrow") is None:
        raise MissingExtraError(
            "parquet needs pyarrow: install it with `pip install -r requirements-parquet.txt`"
        )
    buffer = io.BytesIO()
    value_shapes(package, chosen).to_parquet(buffer, index=False)
    return buffer.getvalue()


def area_shapes(package: Package) -> gpd.GeoDataFrame:
    """Return the outlines of areas and plans: id, names, kind, error_m (metres), geometry.

    Where areas have outlines in time all of them are there, and of plans those that these make:
    then there are columns valid_from and valid_to (years; the last one counts) and predecessors.
    """
    if "areas" not in package.outlines:
        return _area_shapes(package, geography_shapes(package))
    return _area_shapes(package, pd.concat([_all_outlines(package), *_plans_in_time(package)]))


def _area_shapes(package: Package, shapes: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    names = {g.id: g for g in package.geographies}
    more = {name: list(shapes[name]) for name in _IN_TIME if name in shapes.columns}
    frame = pd.DataFrame(
        {
            "id": list(shapes.index),
            "name_da": [names[str(i)].name_da for i in shapes.index],
            "name_en": [names[str(i)].name_en for i in shapes.index],
            "kind": list(shapes["kind"]),
            "error_m": list(shapes["error_m"]),
            **more,
        }
    )
    return _placed(frame, [_multi(shape) for shape in shapes.geometry])


def _all_outlines(package: Package) -> gpd.GeoDataFrame:
    """Every outline of an area, in the package's order and that of time."""
    every = package.every_outline("areas").assign(kind="area")
    place = {area: n for n, area in enumerate(package.layers["areas"].index)}
    return every.iloc[sorted(range(len(every)), key=lambda n: (place[every.index[n]], n))]


def _plans_in_time(package: Package) -> Iterator[gpd.GeoDataFrame]:
    """The plans with each shape that they have in some years of the clock."""
    for first, last, moment in package.epochs:
        shapes = geography_shapes(moment)
        yield shapes[shapes["kind"] == "plan"].assign(
            valid_from=str(first), valid_to=str(last), predecessors=""
        )


def value_shapes(package: Package, chosen: Sequence[Row]) -> gpd.GeoDataFrame:
    """Return the rows with typed numbers and the shapes of their year in EPSG:25832, in their order."""
    shape_of = shape_finder(package)
    frame = pd.DataFrame(list(chosen), columns=list(COLUMNS))
    frame["value"] = frame["value"].astype("float64")
    frame["n"] = pd.to_numeric(frame["n"].replace("", None)).astype("Int64")
    places = zip(frame["geography"], frame["period"], strict=True)
    return _placed(frame, [_multi(shape_of(*one)) for one in places])


def _placed(frame: pd.DataFrame, shapes: list[Any]) -> gpd.GeoDataFrame:
    return gpd.GeoDataFrame(frame, geometry=gpd.GeoSeries(shapes, crs=METRES), crs=METRES)


def _multi(shape: BaseGeometry | None) -> BaseGeometry | None:
    """One geometry type a layer, as the format asks."""
    return MultiPolygon([shape]) if isinstance(shape, Polygon) else shape


def _write_layer(frame: gpd.GeoDataFrame, file: Path, layer: str) -> None:
    pyogrio.write_dataframe(frame, file, layer=layer, driver="GPKG", geometry_type="MultiPolygon")
