"""Show outlines that were moved, are new or gone on one map: old ones dashed, new ones drawn through."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import dash_leaflet as dl
from dash import html
from dash.development.base_component import Component

from dashboard.catalogue import Catalogue

#: Two looks that differ by more than colour.
_OLD = {"color": "#6b4f00", "weight": 2, "dashArray": "6 5", "fillOpacity": 0.0}
_NEW = {"color": "#0b5d66", "weight": 3, "fillOpacity": 0.15}
Shape = Mapping[str, Any]


def moved_map(shapes: Sequence[Shape], words: Catalogue) -> Iterator[Component]:
    """Yield a map of changed outlines and what its lines mean; their names stand in the table.

    Geometries are GeoJSON in WGS 84, none where something is not there. No tiles are asked for: the outlines are held against
    each other, and the page asks no other host.
    """
    features = {when: _collection(shapes, when) for when in ("old", "new")}
    title = words.text("update.map")
    yield html.H3(title)
    yield html.Div(
        dl.Map(
            [
                dl.GeoJSON(data=features["old"], style=_OLD, interactive=False),
                dl.GeoJSON(data=features["new"], style=_NEW, interactive=False),
                dl.ScaleControl(imperial=False),
            ],
            bounds=_bounds(shapes),
            attributionControl=False,
            className="moved-map",
        ),
        role="group",
        **{"aria-label": title},
    )
    yield html.P(words.text("update.map_legend"))


def _collection(shapes: Sequence[Shape], when: str) -> dict[str, Any]:
    features = [{"type": "Feature", "properties": {"name": one["name"]}, "geometry": one[when]}
                for one in shapes if one[when]]  # fmt: skip
    return {"type": "FeatureCollection", "features": features}


def _bounds(shapes: Sequence[Shape]) -> list[list[float]]:
    drawn = [one[when] for one in shapes for when in ("old", "new") if one[when]]
    points = [point for shape in drawn for point in _points(shape["coordinates"])]
    east, north = ([point[axis] for point in points] for axis in (0, 1))
    return [[min(north), min(east)], [max(north), max(east)]]


def _points(coordinates: Sequence[Any]) -> Iterator[Sequence[float]]:
    """Every point of a geometry, whatever it is nested in."""
    if coordinates and not isinstance(coordinates[0], Sequence):
        yield coordinates
        return
    for part in coordinates:
        yield from _points(part)
