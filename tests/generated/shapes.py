"""Shapes on a coarse grid, so that they touch, overlap, nest and double each other often."""

from typing import Any

from hypothesis import strategies as st

#: Where the grid lies, and its step, in degrees: some 60 by 110 m.
LON, LAT, STEP = 10.03, 56.46, 0.001
Json = dict[str, Any]


def spots(side: int = 6) -> st.SearchStrategy[tuple[int, int]]:
    """Corners of the grid."""
    return st.tuples(st.integers(0, side), st.integers(0, side))


def at(x: float, y: float, height: float | None = None) -> list[float]:
    """A corner as coordinates, with a height where one is given."""
    there = [round(LON + x * STEP, 9), round(LAT + y * STEP, 9)]
    return there if height is None else [*there, height]


def ring(x: float, y: float, width: float, height: float, z: float | None = None) -> list[Any]:
    corners = ((x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y))
    return [at(*corner, z) for corner in corners]


@st.composite
def polygons(draw: st.DrawFn) -> Json:
    """A block; with a hole, as two parts, very small or with heights."""
    (x, y), z = draw(spots()), draw(st.sampled_from([None, None, 12.5]))
    width, height = draw(st.sampled_from([(1, 1), (3, 2), (6, 6), (0.01, 0.5), (0.002, 0.002)]))
    outer = ring(x, y, width, height, z)
    kind = draw(st.sampled_from(["plain", "plain", "hole", "parts"]))
    if kind == "hole":
        inner = ring(x + width / 4, y + height / 4, width / 2, height / 2, z)
        return {"type": "Polygon", "coordinates": [outer, inner]}
    if kind == "parts":
        other = ring(x + width + 1, y, width, height, z)
        return {"type": "MultiPolygon", "coordinates": [[outer], [other]]}
    return {"type": "Polygon", "coordinates": [outer]}


@st.composite
def lines(draw: st.DrawFn, outlines: list[Json]) -> Json:
    """A way between corners, which may cross itself and go back, or along an outline."""
    if outlines and draw(st.booleans()):
        found = draw(st.sampled_from(outlines))["coordinates"]
        outer = found[0] if isinstance(found[0][0][0], float) else found[0][0]
        return {"type": "LineString", "coordinates": outer[: draw(st.integers(2, len(outer)))]}
    ways = draw(st.lists(st.lists(spots(), min_size=2, max_size=5), min_size=1, max_size=2))
    courses = [[at(*spot) for spot in way] for way in ways]
    if len(courses) == 1:
        return {"type": "LineString", "coordinates": courses[0]}
    return {"type": "MultiLineString", "coordinates": courses}


def points() -> st.SearchStrategy[Json]:
    """A place on a corner."""
    return spots().map(lambda spot: {"type": "Point", "coordinates": at(*spot)})
