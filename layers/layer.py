"""List the map's layers and build each one's features, in WGS 84, with their years."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
from shapely.geometry import mapping

from geodata.figures.join import geography_shapes
from geodata.files.export import rounded
from geodata.package.package import Package
from geodata.reading.places import WGS84
from geodata.tables.statuses import Status, status_at
from layers.outlines import with_fewer_vertices


@dataclass(frozen=True, slots=True)
class Layer:
    """A map layer: where its features come from and how it takes part.

    `source` names a layer of the package; `switchable` layers stand in the layer switch;
    `focusable` features can be chosen with mouse and keyboard.
    """

    id: str
    source: str
    switchable: bool
    focusable: bool


#: The layers in drawing order, from the ground up.
LAYERS: tuple[Layer, ...] = (
    Layer("water", "water", switchable=False, focusable=False),
    Layer("roads", "roads", switchable=True, focusable=False),
    Layer("areas", "areas", switchable=False, focusable=True),
    Layer("plans", "areas", switchable=False, focusable=False),
    Layer("parks", "parks", switchable=True, focusable=True),
    Layer("paths", "paths", switchable=True, focusable=True),
    Layer("places", "places", switchable=True, focusable=True),
    Layer("counts", "areas", switchable=False, focusable=False),
)
SWITCHABLE = tuple(layer.id for layer in LAYERS if layer.switchable)

_PROPERTIES = ("name", "kind", "confidence", "error_m")


def feature_collection(package: Package, layer: Layer) -> dict[str, Any]:
    """Return a layer as GeoJSON in WGS 84 for the browser.

    Areas are their polygons, plans the dissolve of their members, counts a point inside
    each area for its circle. Nothing but ids, names and errors goes along.
    """
    if layer.id == "plans":
        features = _plan_features(package)
    elif layer.id == "counts":
        features = _point_features(package)
    else:
        features = _own_features(package, layer.source)
    return {"type": "FeatureCollection", "features": features}


def all_features(package: Package) -> dict[str, Any]:
    """Return the features of all layers as one GeoJSON, the lowest layer first.

    Each names its layer. Areas have the vertices that a map shows, see `layers.outlines`.
    """
    fewer = with_fewer_vertices(package)
    features = [
        {**feature, "properties": {**feature["properties"], "layer": layer.id}}
        for layer in LAYERS
        for feature in feature_collection(fewer, layer)["features"]
    ]
    return {"type": "FeatureCollection", "features": features}


def _own_features(package: Package, source: str) -> list[dict[str, Any]]:
    frame = package.layers[source].to_crs(WGS84)
    return [
        _feature(str(i), {name: row[name] for name in _PROPERTIES}, row.geometry)
        for i, row in frame.iterrows()
    ]


def _plan_features(package: Package) -> list[dict[str, Any]]:
    shapes = geography_shapes(package).to_crs(WGS84)
    plans = shapes[shapes["kind"] == "plan"]
    return [
        _feature(str(i), {"error_m": row["error_m"]}, row.geometry) for i, row in plans.iterrows()
    ]


def _point_features(package: Package) -> list[dict[str, Any]]:
    points = package.layers["areas"].representative_point().to_crs(WGS84)
    return [_feature(str(i), {}, point) for i, point in points.items()]


def _feature(identifier: str, properties: dict[str, Any], geometry: Any) -> dict[str, Any]:
    return {
        "type": "Feature",
        "properties": {"id": identifier, **properties},
        "geometry": rounded(mapping(geometry)),
    }


def statuses(package: Package) -> dict[str, list[str]]:
    """Return each feature's status for every year of the clock, by feature id."""
    clock = package.descriptor
    years = range(clock.first_year, clock.last_year + 1)
    of = {i: package.milestones_of(i) for frame in package.layers.values() for i in frame.index}
    return {i: [status_at(milestones, year) for year in years] for i, milestones in of.items()}


def bounds(package: Package) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the corners (south-west, north-east) of the first view, as (lat, lon).

    It holds all areas, and every feature that is pinned to the clock or still expected.
    """
    told = {m.feature for m in package.milestones if m.pin or m.status == Status.EXPECTED}
    features = [frame[frame.index.isin(told)] for frame in package.layers.values()]
    shown = pd.concat([frame.geometry for frame in (package.layers["areas"], *features)])
    west, south, east, north = shown.to_crs(WGS84).total_bounds
    return (float(south), float(west)), (float(north), float(east))
