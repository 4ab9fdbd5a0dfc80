"""Draw what lies between the areas: a park, a school, a path and two roads in each municipality."""

from typing import Any

import geopandas as gpd
from shapely import LineString, Point, box
from shapely.geometry.base import BaseGeometry

from geodata.reading.places import METRES
from tools.national import country
from tools.national.names import area_id, area_name, municipality_id, municipality_names
from tools.national.outlines import CELL_M, SIDE, Floats
from tools.national.size import Size

Feature = tuple[str, str, str, BaseGeometry]
_BLOCK_M = SIDE * CELL_M
_ROAD_BELOW_M = 150.0


def layers(size: Size) -> dict[str, gpd.GeoDataFrame]:
    """Return all layers in EPSG:25832: columns id, name, kind, geometry."""
    shapes = enumerate(country.areas(size))
    areas = [(area_id(n), area_name(n), "area", shape) for n, shape in shapes]
    drawn: dict[str, list[Feature]] = {"areas": areas}
    for number in range(size.municipalities):
        for layer, feature in _of_municipality(number):
            drawn.setdefault(layer, []).append(feature)
    return {layer: _frame(features) for layer, features in drawn.items()}


def _of_municipality(number: int) -> list[tuple[str, Feature]]:
    start, own = country.corner(number), municipality_id(number)
    name, _ = municipality_names(number)
    return [
        ("parks", (f"park-{own}", f"Parken i {name}", "park", _box(start, 200, 300, 240))),
        ("water", (f"soe-{own}", f"Søen i {name}", "lake", _box(start, 600, 300, 150))),
        ("places", (f"skole-{own}", f"Skolen i {name}", "school", _point(start, 60, 500))),
        ("places", (f"bibliotek-{own}", f"Biblioteket i {name}", "library", _point(start, 60, 60))),
        ("paths", (f"sti-{own}", f"Stien i {name}", "path", _path(start))),
        ("roads", (f"vej-{own}", f"Hovedvejen i {name}", "road", _road(start, across=True))),
        ("roads", (f"skolevej-{own}", f"Skolevej i {name}", "road", _road(start, across=False))),
    ]  # fmt: skip


def _box(start: Floats, right: float, up: float, side: float) -> BaseGeometry:
    """A square between the first block and the next one."""
    west, south = start[0] + _BLOCK_M + right - 100, start[1] + up
    square: BaseGeometry = box(west, south, west + side, south + side)
    return square


def _point(start: Floats, right: float, up: float) -> BaseGeometry:
    return Point(start[0] + _BLOCK_M + right, start[1] + up)


def _path(start: Floats) -> BaseGeometry:
    """From the main road along the first block to the school."""
    east, south = start[0] + _BLOCK_M + 75, start[1] - _ROAD_BELOW_M
    return LineString([(east, south), (east, start[1] + 200), (east - 15, start[1] + 500)])


def _road(start: Floats, across: bool) -> BaseGeometry:
    """A road below the first row of blocks, or one between the first two blocks."""
    south, west = start[1] - _ROAD_BELOW_M, start[0] - 300
    if across:
        return LineString([(west, south), (west + 8 * country.BLOCK_M, south)])
    east = start[0] + _BLOCK_M + 60
    return LineString([(east, south), (east, start[1] + 500), (east, start[1] + 2_000)])


def _frame(features: list[Feature]) -> gpd.GeoDataFrame:
    columns: dict[str, Any] = dict(zip(("id", "name", "kind"), zip(*features, strict=True),
                                       strict=False))  # fmt: skip
    return gpd.GeoDataFrame(columns, geometry=[f[3] for f in features], crs=METRES)
