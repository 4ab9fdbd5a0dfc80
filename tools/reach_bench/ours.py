"""Time our own steps: import, preparing, the ground reached, minutes, a drawn path."""

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from shapely.geometry import LineString

from geodata.network.network import Network, read_network
from geodata.network_import.about import About
from geodata.network_import.importing import import_network
from geodata.package.loading import read_package
from geodata.reach.proposals import reach_with
from geodata.reach.reach import Outset, area_start, isochrone, minutes
from geodata.walking.access import offsets
from geodata.walking.graph import search
from geodata.walking.settings import MM
from layers.walks import build_walks

MINUTES = (5, 10, 15)


class Took(NamedTuple):
    """How long some work took in seconds: by the clock, and of the processor.

    On a shared machine the clock also counts others' work.
    """

    wall: float
    cpu: float


def timed(work: Callable[[], Any]) -> tuple[Took, Any]:
    """Return how long some work takes, and its result."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    return Took(time.perf_counter() - wall, time.process_time() - cpu), result


def import_and_prepare(folder: Path, streets: Path, day: date) -> tuple[dict[str, Took], Network]:
    """Import streets into a package, read it afresh and make it ready to search."""
    package = read_package(folder)
    imported, _ = timed(lambda: import_network(package, streets, About(day=day)))
    read, fresh = timed(lambda: read_package(folder))
    noded, network = timed(lambda: read_network(fresh))
    year = fresh.descriptor.as_of.year
    ready, _ = timed(lambda: (network.at(year), network.edges.tree))
    page, _ = timed(lambda: build_walks(replace(network)))
    return {
        "import": imported,
        "read_package": read,
        "read_network": noded,
        "index": ready,
        "page": page,
    }, network


def grounds(network: Network, year: int, repeats: int) -> dict[str, list[Took]]:
    """Return seconds for every area's ground, for each number of minutes."""
    areas = [str(area) for area in network.package.layers["areas"].index]
    return {
        f"isochrone_{reach}": [_ground(network, area, year, reach) for _ in range(repeats) for area in areas]
        for reach in MINUTES
    }  # fmt: skip


def _ground(network: Network, area: str, year: int, reach: int) -> Took:
    """Time one area's ground on a network that remembers no ground."""
    fresh = replace(network)
    fresh.at(year)
    return timed(lambda: isochrone(fresh, area, year, reach))[0]


def searches(network: Network, year: int, repeats: int) -> tuple[list[Took], dict[str, int]]:
    """Return seconds for the search alone to 15 minutes, and how many nodes each area reaches."""
    graph = network.at(year)
    limit = round(MINUTES[-1] * network.walking.metres_per_minute * MM)
    seconds, reached = [], {}
    for area in map(str, network.package.layers["areas"].index):
        starts = offsets(graph, Outset(network, area_start(network, area, year), graph).entrances)
        for _ in range(repeats):
            took, found = timed(lambda starts=starts: search(graph, starts, limit))  # type: ignore[misc]
            seconds.append(took)
        reached[area] = int((found.cost_mm <= limit).sum())
    return seconds, reached


def answers(network: Network, year: int, path: list[tuple[float, float]]) -> dict[str, Took]:
    """Return seconds for the table of minutes and for a drawn path."""
    table, _ = timed(lambda: minutes(replace(network), year))
    first, _ = timed(lambda: reach_with(network, year, [LineString(path)]))
    drawn, _ = timed(lambda: reach_with(network, year, [LineString(path)]))
    return {"minutes_table": table, "first_path": first, "drawn_path": drawn}
