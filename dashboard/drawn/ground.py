"""Project the shapes of a release on the box of a drawing, as short path data."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

Point = tuple[float, float]
#: Units across the longer side of a drawing: a point of a large screen is about one of them.
ACROSS = 1_000
#: What lies farther outside the box, in its own size, is not drawn.
_AROUND = 0.6
#: Paths that are kept: more than the shapes of a large package.
_PATHS_KEPT = 20_000
#: Stands for an area that is too small to be seen in its colour.
_SMALL = 8
_SQUARE = f"h{_SMALL}v{_SMALL}h-{_SMALL}z"


@dataclass(frozen=True, slots=True)
class Box:
    """The drawing's box: web Mercator as on the living map, scaled to whole units."""

    west: float
    north: float
    scale: float
    width: int
    height: int

    def at(self, position: Sequence[float]) -> Point:
        """Return where a position (longitude, latitude in WGS 84) lies, with y downwards."""
        return ((position[0] - self.west) * self.scale,
                (self.north - _mercator(position[1])) * self.scale)  # fmt: skip


def box_of(first_view: Sequence[Sequence[float]]) -> Box:
    """Return the box of the first view's corners, as latitude and longitude."""
    (south, west), (north, east) = first_view
    top = _mercator(north)
    wide, high = east - west, top - _mercator(south)
    scale = ACROSS / (max(wide, high) or 1)
    return Box(west, top, scale, max(1, round(wide * scale)), max(1, round(high * scale)))


def _mercator(latitude: float) -> float:
    return math.degrees(math.asinh(math.tan(math.radians(latitude))))


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A feature as it is drawn: its lines in units, whether they close, and what it is.

    Each is only like itself, so that what is made of it can be kept. `outline` is which of the
    feature's outlines this is.
    """

    layer: str
    id: str
    kind: str
    error_m: float
    closed: bool
    lines: tuple[tuple[Point, ...], ...]
    outline: int = 0


def shapes_of(collection: Mapping[str, Any], box: Box) -> list[Shape]:
    """Return the shapes that reach into the drawing or its surroundings, in drawing order.

    A feature with several outlines has a shape for each.
    """
    found = (shape for feature in collection["features"] for shape in _outlines(feature, box))
    return [shape for shape in found if _is_near(shape, box)]


def _outlines(feature: Mapping[str, Any], box: Box) -> Iterator[Shape]:
    told = feature["properties"]
    every = [*told.get("outlines", ()), {**told, "geometry": feature["geometry"]}]
    for n, outline in enumerate(every):
        yield _shape({**told, **outline}, n, box)


def _shape(told: Mapping[str, Any], outline: int, box: Box) -> Shape:
    geometry = told["geometry"]
    lines = tuple(tuple(box.at(point) for point in line) for line in _lines(geometry))
    return Shape(told["layer"], told["id"], told.get("kind", ""), told.get("error_m") or 0.0,
                 geometry["type"].endswith("Polygon"), lines, outline)  # fmt: skip


def _lines(geometry: Mapping[str, Any]) -> Iterator[Sequence[Sequence[float]]]:
    """The lines of a geometry, each a list of positions; a point is a line of one."""
    depth = {"Point": 0, "MultiPoint": 1, "LineString": 1, "MultiLineString": 2,
             "Polygon": 2, "MultiPolygon": 3}[geometry["type"]]  # fmt: skip
    parts: list[Any] = [geometry["coordinates"]]
    if geometry["type"] in ("Point", "MultiPoint"):
        points = parts if depth == 0 else parts[0]
        yield from ([point] for point in points)
        return
    for _ in range(depth - 1):
        parts = [inner for part in parts for inner in part]
    yield from parts


def _is_near(shape: Shape, box: Box) -> bool:
    xs, ys = zip(*(point for line in shape.lines for point in line), strict=True)
    side = ACROSS * _AROUND
    across = min(xs) < box.width + side and max(xs) > -side
    return bool(across and min(ys) < box.height + side and max(ys) > -side)


def path(shape: Shape, step: int = 1) -> str:
    """Return path data in whole units; points nearer than `step` to the last one are left out."""
    return together([shape], step)


def together(shapes: Iterable[Shape], step: int) -> str:
    """Return the path data of several shapes in one, each from where the one before began."""
    said, last = [], None
    for (x, y), rest in (line for shape in shapes for line in _parts(shape, step)):
        to = f"M{x} {y}" if last is None else f"m{x - last[0]} {y - last[1]}"
        said.append(to.replace(" -", "-") + rest)
        # only after z is the next one's beginning told from this one's
        last = (x, y) if rest.endswith("z") else None
    return "".join(said)


@lru_cache(_PATHS_KEPT)
def _parts(shape: Shape, step: int) -> list[tuple[tuple[int, int], str]]:
    if shape.layer == "areas" and (at := _middle_of_small(shape)):
        return [(at, _SQUARE)]
    return [_line(line, shape.closed, step) for line in shape.lines]


def _middle_of_small(shape: Shape) -> tuple[int, int] | None:
    """Where the square of an area begins that is smaller than it, or `None` for others."""
    xs, ys = zip(*(point for line in shape.lines for point in line), strict=True)
    if max(max(xs) - min(xs), max(ys) - min(ys)) >= _SMALL:
        return None
    return round((min(xs) + max(xs) - _SMALL) / 2), round((min(ys) + max(ys) - _SMALL) / 2)


def _line(line: Sequence[Point], closed: bool, step: int) -> tuple[tuple[int, int], str]:
    """Return where a line begins, and its steps from there."""
    start = last = (round(line[0][0]), round(line[0][1]))
    steps = []
    # a closed line ends where it began: z says so
    for x, y in line[1 : -1 if closed else None]:
        now = (round(x), round(y))
        if abs(now[0] - last[0]) + abs(now[1] - last[1]) < step:
            continue
        steps.append(f"{now[0] - last[0]} {now[1] - last[1]}")
        last = now
    if closed and len(steps) < 2:
        return start, _SQUARE
    walked = f"l{' '.join(steps)}".replace(" -", "-") if steps else ""
    return start, walked + ("z" if closed else "")
