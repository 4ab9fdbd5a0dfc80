"""The map itself, the only module that knows dash-leaflet.

Every layer's look is decided in the browser by `assets/map.js`, on layers that stay: a
layer that is cleared and added again loses the keyboard focus.
"""

from typing import Any

import dash_leaflet as dl
from dash.development.base_component import Component

from dashboard import ids
from dashboard.settings import Settings
from geodata.package import Package
from layers.layer import LAYERS, Layer, bounds, feature_collection

#: Panes are stacked from here; Leaflet's own tooltips are at 650.
_FIRST_PANE = 410


def leaflet_map(
    package: Package, settings: Settings, *without: str, drawing: bool = False
) -> Component:
    """Return the map with all layers but those named, fitted to the areas.

    With `drawing` the library for drawing lines comes along; the page has its own buttons.
    """
    shown = [(i, layer) for i, layer in enumerate(LAYERS) if layer.id not in without]
    tools = [dl.FeatureGroup([_drawing_tools()])] if drawing else []
    return dl.Map(
        [*_tiles(settings), *(_pane(package, layer, i) for i, layer in shown), *tools],
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


def _pane(package: Package, layer: Layer, position: int) -> Component:
    return dl.Pane(
        dl.GeoJSON(
            id=ids.layer(layer.id),
            data=feature_collection(package, layer),
            onEachFeature=_function(f"each.{layer.id}"),
            pointToLayer=_function(f"point.{layer.id}"),
            style=_function(f"style.{layer.id}"),
        ),
        name=f"pane-{layer.id}",
        style={"zIndex": _FIRST_PANE + position * 10},
    )


def _function(name: str) -> dict[str, str]:
    """Name a function of `window.blok.map`, the way dash-leaflet finds it."""
    return {"variable": f"blok.map.{name}"}


def _tiles(settings: Settings) -> list[Any]:
    if not settings.tiles_url:
        return []
    return [dl.TileLayer(url=settings.tiles_url, attribution=settings.tiles_attribution)]
