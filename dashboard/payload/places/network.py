"""Pack the walking network for walks that start where only the browser knows."""

from collections.abc import Iterator
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from dashboard.payload.places.geometry import flat_metres
from geodata.network.network import Network
from geodata.package.package import Package
from geodata.reach.destinations import WITH_PATHS, Destination, destinations
from geodata.walking.access import Access
from geodata.walking.lines import Line


def write_network(network: Network) -> dict[str, Any]:
    """Return edges, lines and destinations in millimetres from a corner.

    An edge is [from, to, length, cost, line, course]; a line says for each year of the
    clock whether it is walked: `w` yes, `p` once plans are built, `-` no.
    Destinations name every way onto the network, as if all edges were walked; one that lay
    otherwise in other years is there for these, too, as its id, `@` and which outline it is.
    """
    edges = network.edges
    clock = network.package.descriptor
    graph = network.at(clock.last_year, planned=True)
    east, north = _corner(network)
    surveys = {s: n for n, s in enumerate(dict.fromkeys(line.survey for line in edges.lines))}
    courses = [flat_metres(course, east, north) for course in edges.courses]
    rows = zip(edges.u, edges.v, edges.length_mm, graph.cost_mm, edges.line, courses, strict=True)
    years = range(clock.first_year, clock.last_year + 1)
    return {
        "origin": [east, north],
        "nodes": len(edges.points),
        "edges": [[int(u), int(v), int(mm), int(cost), int(line), course]
                  for u, v, mm, cost, line, course in rows],
        "lines": [_line(line, surveys[line.survey], years) for line in edges.lines],
        "settings": {
            "pace": network.walking.metres_per_minute,
            "last": network.walking.last_m,
            "join": network.walking.join_m,
            "unplaced": network.walking.unplaced_m,
            "schematic": network.is_schematic,
            "detour": network.walking.detour,
            "detourFrom": network.walking.detour_from_m,
        },
        "destinations": _destinations(network, east, north),
    }  # fmt: skip


def _corner(network: Network) -> tuple[int, int]:
    """Return whole metres south-west of everything, so that all numbers are short."""
    shapes = [*network.package.layers["areas"].geometry, *network.edges.courses]
    west, south, _, _ = shapely.total_bounds(np.array(shapes, dtype=object))
    return int(west), int(south)


def _line(line: Line, survey: int, years: range) -> dict[str, Any]:
    return {
        "error": line.error_m,
        "survey": survey,
        "dated": line.is_dated,
        "walked": walked_letters(line, years),
    }


def walked_letters(line: Line, years: range) -> str:
    """Say for each year whether a line is walked: `w` yes, `p` once plans are built, `-` no."""
    letters = ("w" if line.is_walked(y) else "p" if line.is_walked(y, planned=True) else "-"
               for y in years)  # fmt: skip
    return "".join(letters)


def _destinations(network: Network, east: int, north: int) -> dict[str, Any]:
    return {
        name: {
            **_shape(d.shape, _kind(d.shape), d.error_m, east, north),
            "ways": _ways(network.ways_onto(d.shape, d.error_m), east, north),
        }
        for name, d in _named(network.package)
    }


def _named(package: Package) -> Iterator[tuple[str, Destination]]:
    """Every destination by its id; other outlines than that of the last year by theirs, too."""
    last = package.descriptor.last_year
    yield from ((one.id, one) for one in destinations(package, last, WITH_PATHS))
    known = {feature: {package.outline_in(feature, last)} for feature in package.times}
    for year, _, _ in package.epochs:
        for one in destinations(package, year, WITH_PATHS) if known else ():
            outline = package.outline_in(one.id, year)
            if outline not in known.get(one.id, {outline}) and outline is not None:
                known[one.id].add(outline)
                yield f"{one.id}@{outline}", one


def _kind(shape: BaseGeometry) -> str:
    return "polygon" if shape.geom_type.endswith("Polygon") else "point"


def _shape(shape: BaseGeometry, kind: str, error_m: float, east: int, north: int) -> dict[str, Any]:
    outlines = shape.boundary if kind == "polygon" else shape
    return {
        "kind": kind,
        "error": error_m,
        "rings": [flat_metres(line, east, north) for line in _lines(outlines)],
    }


def _lines(shape: BaseGeometry) -> list[BaseGeometry]:
    """Return the outlines of a shape one by one; points are their own."""
    return [part for part in shapely.get_parts(shape) if not part.is_empty]


def _ways(found: tuple[Access, ...], east: int, north: int) -> list[list[Any]]:
    """Each way onto the network as [edge, mm along it, gap in mm, point outside]."""
    return [[one.edge, one.at_mm, one.gap_mm, flat_metres(one.outside, east, north)]
            for one in found]  # fmt: skip
