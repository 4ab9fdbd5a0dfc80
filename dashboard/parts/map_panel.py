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
#: The layers of a linked map: the ground, the areas, and what is said of them.
LINKED = ("water", "roads", "areas", "plans", "counts")
_LINKED_ZOOM = 13


def leaflet_map(package: Package, settings: Settings) -> Component:
    """Return the map with all layers, fitted to the areas."""
    functions = {name: f"blok.map.{name}" for name in ("each", "point", "style")}
    return dl.Map(
        [*_tiles(settings),
         *(_pane(package, layer, i, ids.layer(layer.id), functions)
           for i, layer in enumerate(LAYERS))],
        id=ids.MAP,
        bounds=[list(corner) for corner in bounds(package)],
        boundsOptions={"padding": [24, 24]},
        zoomSnap=0.25,
        trackViewport=False,
        attributionControl=bool(settings.tiles_url),
        keyboard=True,
        className="map",
    )  # fmt: skip


def linked_map(package: Package, settings: Settings, identifier: str, each: str) -> Component:
    """Return one of the maps of two years, which the browser fits and moves together.

    `each` names the functions that keep its layers. It has a centre and no bounds: nothing
    can be fitted into a map that is not yet shown. Zooming is not animated, so that the maps
    that follow are never behind.
    """
    functions = {"each": each, "point": "blok.twoMaps.marker", "style": "blok.twoMaps.style"}
    shown = [layer for layer in LAYERS if layer.id in LINKED]
    (south, west), (north, east) = bounds(package)
    return dl.Map(
        [*_tiles(settings),
         *(_pane(package, layer, i, ids.layer(layer.id, identifier), functions)
           for i, layer in enumerate(shown))],
        id=identifier,
        center=[(south + north) / 2, (west + east) / 2],
        zoom=_LINKED_ZOOM,
        zoomSnap=0.25,
        zoomAnimation=False,
        trackViewport=False,
        attributionControl=bool(settings.tiles_url),
        keyboard=True,
        className="map",
    )  # fmt: skip


def _pane(
    package: Package, layer: Layer, position: int, identifier: str, functions: dict[str, str]
) -> Component:
    return dl.Pane(
        dl.GeoJSON(
            id=identifier,
            data=feature_collection(package, layer),
            onEachFeature=_function(functions["each"], layer),
            pointToLayer=_function(functions["point"], layer),
            style=_function(functions["style"], layer),
        ),
        name=f"pane-{layer.id}",
        style={"zIndex": _FIRST_PANE + position * 10},
    )


def _function(name: str, layer: Layer) -> dict[str, str]:
    """Name a layer's function of the browser, the way dash-leaflet finds it."""
    return {"variable": f"{name}.{layer.id}"}


def _tiles(settings: Settings) -> list[Any]:
    if not settings.tiles_url:
        return []
    return [dl.TileLayer(url=settings.tiles_url, attribution=settings.tiles_attribution)]
