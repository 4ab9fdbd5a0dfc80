"""The map itself, the only module that knows dash-leaflet.

All shapes are one layer of it: each component takes the browser longer to set up than its
shapes take to draw. They lie on each other in the order of `LAYERS`. `assets/map/map.js`
decides each one's look, on shapes that stay: what is cleared and added again loses the
keyboard focus.
"""

from typing import Any

import dash_leaflet as dl
from dash.development.base_component import Component

from dashboard import ids
from dashboard.settings import Settings
from geodata.package import Package
from layers.layer import LAYERS, bounds, feature_collection


def leaflet_map(
    package: Package, settings: Settings, *without: str, drawing: bool = False
) -> Component:
    """Return the map with all layers but those named, fitted to the areas.

    With `drawing` the library for drawing lines comes along; the page has its own buttons.
    """
    tools = [dl.FeatureGroup([_drawing_tools()])] if drawing else []
    return dl.Map(
        [*_tiles(settings), _shapes(package, without), *tools],
        id=ids.MAP,
        bounds=[list(corner) for corner in bounds(package)],
        boundsOptions={"padding": [24, 24]},
        zoomSnap=0.25,
        trackViewport=False,
        attributionControl=bool(settings.tiles_url),
        keyboard=True,
        className="map",
    )


def _drawing_tools() -> Component:
    shapes = ("polyline", "polygon", "rectangle", "circle", "marker", "circlemarker")
    none = {"edit": False, "remove": False}
    return dl.EditControl(draw=dict.fromkeys(shapes, False), edit=none)


def _shapes(package: Package, without: tuple[str, ...]) -> Component:
    return dl.GeoJSON(
        id=ids.SHAPES,
        data={"type": "FeatureCollection", "features": _features(package, without)},
        onEachFeature=_function("each"),
        pointToLayer=_function("point"),
        style=_function("style"),
    )


def _features(package: Package, without: tuple[str, ...]) -> list[dict[str, Any]]:
    """Return the features of all layers, the lowest layer first, each with its layer's name."""
    return [
        {**feature, "properties": {**feature["properties"], "layer": layer.id}}
        for layer in LAYERS
        if layer.id not in without
        for feature in feature_collection(package, layer)["features"]
    ]


def _function(name: str) -> dict[str, str]:
    """Name a function of `window.blok.map`, the way dash-leaflet finds it."""
    return {"variable": f"blok.map.{name}"}


def _tiles(settings: Settings) -> list[Any]:
    if not settings.tiles_url:
        return []
    return [dl.TileLayer(url=settings.tiles_url, attribution=settings.tiles_attribution)]
