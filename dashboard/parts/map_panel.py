"""The map itself, the only module that knows dash-leaflet.

All shapes are one layer of it: each component takes the browser longer to set up than its
shapes take to draw. They lie on each other in the order of `LAYERS`. The browser decides
each one's look (`assets/shapes/`), on shapes that stay: what is cleared and added again loses
the keyboard focus.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import dash_leaflet as dl
from dash.development.base_component import Component

from dashboard import ids
from dashboard.parts.ground import Ground
from layers.layer import LAYERS

#: Where the library's scripts lie.
LIBRARY = Path(dl.__file__).parent
#: The layers of a linked map: the ground, the areas, and what is said of them.
LINKED = ("water", "roads", "areas", "plans", "counts")
_LINKED_ZOOM = 13
#: From so many areas on a map can be drawn on a canvas: as elements they would be too many for a
#: browser to draw quickly, and for a keyboard to walk through.
MANY_AREAS = 101


def leaflet_map(
    ground: Ground, *without: str, drawing: bool = False, is_canvas: bool = False
) -> Component:
    """Return the map with all layers but those named, fitted to the areas.

    With `drawing` the library for drawing lines comes along; the page has its own buttons.
    With `is_canvas` areas are drawn on a canvas: the page lists them for the keyboard.
    """
    each = "blok.canvas.each" if is_canvas else "blok.map.each"
    shown = [layer.id for layer in LAYERS if layer.id not in without]
    tools = [dl.FeatureGroup([_drawing_tools()])] if drawing else []
    return dl.Map(
        [*_tiles(ground), _shapes(ground.shapes, shown, each, id=ids.SHAPES), *tools],
        id=ids.MAP,
        bounds=[list(corner) for corner in ground.bounds],
        boundsOptions={"padding": [24, 24]},
        zoomSnap=0.25,
        trackViewport=False,
        attributionControl=bool(ground.tiles_url),
        keyboard=True,
        className="map",
    )


def _drawing_tools() -> Component:
    shapes = ("polyline", "polygon", "rectangle", "circle", "marker", "circlemarker")
    none = {"edit": False, "remove": False}
    return dl.EditControl(draw=dict.fromkeys(shapes, False), edit=none)


def linked_map(ground: Ground, identifier: str, each: str) -> Component:
    """Return one of the maps of two years, which the browser fits and moves together.

    `each` names the function that keeps its shapes. It has a centre and no bounds: nothing
    can be fitted into a map that is not yet shown. Zooming is not animated, so that the maps
    that follow are never behind.
    """
    (south, west), (north, east) = ground.bounds
    return dl.Map(
        [*_tiles(ground), _shapes(ground.shapes, LINKED, each)],
        id=identifier,
        center=[(south + north) / 2, (west + east) / 2],
        zoom=_LINKED_ZOOM,
        zoomSnap=0.25,
        zoomAnimation=False,
        trackViewport=False,
        attributionControl=bool(ground.tiles_url),
        keyboard=True,
        className="map",
    )


def _shapes(address: str, layers: Iterable[str], each: str, **props: str) -> Component:
    return dl.GeoJSON(
        url=address,
        hideout={"layers": list(layers)},
        filter=_function("blok.kept.isOf"),
        onEachFeature=_function(each),
        pointToLayer=_function("blok.kept.point"),
        style=_function("blok.kept.style"),
        **props,
    )


def _function(name: str) -> dict[str, str]:
    """Name a function of the browser's, the way dash-leaflet finds it."""
    return {"variable": name}


def _tiles(ground: Ground) -> list[Any]:
    if not ground.tiles_url:
        return []
    return [dl.TileLayer(url=ground.tiles_url, attribution=ground.tiles_attribution)]
