"""List the map's layers and build each one's features, in WGS 84, with their years."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import geopandas as gpd
import pandas as pd
from shapely.geometry import mapping

from geodata.files.export import rounded
from geodata.package.package import Package
from geodata.reading.places import METRES, WGS84
from geodata.tables.statuses import Status
from layers.outline_years import earlier_of, plan_shapes
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
#: What an earlier outline has of its own.
_OF_OUTLINE = ("kind", "error_m")


def feature_collection(package: Package, layer: Layer) -> dict[str, Any]:
    """Return a layer as GeoJSON in WGS 84 for the browser.

    Areas are their polygons, plans the dissolve of their members, counts a point inside
    each area for its circle. Nothing but ids, names and errors goes along, and where a
    feature had other outlines before, these, each once (see `layers.outline_years`).
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
    frame, earlier = package.layers[source].to_crs(WGS84), earlier_of(package, source)
    return [
        _feature(str(i), {name: row[name] for name in _PROPERTIES}, row.geometry,
                 _outlines(earlier.get(str(i)), _OF_OUTLINE))
        for i, row in frame.iterrows()
    ]  # fmt: skip


def _outlines(earlier: Any, named: Sequence[str] = ()) -> list[dict[str, Any]]:
    """A feature's earlier outlines, each with what is drawn of it otherwise."""
    if earlier is None:
        return []
    return [
        {name: row[name] for name in named} | {"geometry": rounded(mapping(row.geometry))}
        for _, row in earlier.to_crs(WGS84).iterrows()
    ]


def _plan_features(package: Package) -> list[dict[str, Any]]:
    found = []
    for plan, own in plan_shapes(package).items():
        *earlier, latest = gpd.GeoSeries(own.shapes, crs=METRES).to_crs(WGS84)
        before = [{"geometry": rounded(mapping(shape))} for shape in earlier]
        found.append(_feature(plan, {"error_m": own.error_m}, latest, before))
    return found


def _point_features(package: Package) -> list[dict[str, Any]]:
    areas, earlier = package.layers["areas"], earlier_of(package, "areas")
    points = areas.representative_point().to_crs(WGS84)
    before = {area: own.set_geometry(own.representative_point()) for area, own in earlier.items()}
    return [
        _feature(str(i), {}, point, _outlines(before.get(str(i)))) for i, point in points.items()
    ]


def _feature(
    identifier: str, properties: dict[str, Any], geometry: Any, earlier: list[dict[str, Any]]
) -> dict[str, Any]:
    outlines = {"outlines": earlier} if earlier else {}
    return {
        "type": "Feature",
        "properties": {"id": identifier, **properties, **outlines},
        "geometry": rounded(mapping(geometry)),
    }


def statuses(package: Package) -> dict[str, list[str]]:
    """Return each feature's status for every year of the clock, by feature id."""
    clock = package.descriptor
    years = range(clock.first_year, clock.last_year + 1)
    features = [i for frame in package.layers.values() for i in frame.index]
    return {i: [package.status_in(i, year) for year in years] for i in features}


def bounds(package: Package) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return the corners (south-west, north-east) of the first view, as (lat, lon).

    It holds all areas, and every feature that is pinned to the clock or still expected.
    """
    told = {m.feature for m in package.milestones if m.pin or m.status == Status.EXPECTED}
    every = [package.every_outline(layer) for layer in package.layers]
    features = [frame[frame.index.isin(told)] for frame in every]
    shown = pd.concat([frame.geometry for frame in (package.every_outline("areas"), *features)])
    west, south, east, north = shown.to_crs(WGS84).total_bounds
    return (float(south), float(west)), (float(north), float(east))
