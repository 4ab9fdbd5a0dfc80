"""Time the same search with networkx and pandana: who is reached within 15 minutes."""

from typing import Any

import networkx as nx
import numpy as np
import pandana
import pandas as pd

from geodata.network.network import Network
from geodata.reach.reach import Outset, area_start
from geodata.walking.access import offsets
from geodata.walking.settings import MM
from tools.reach_bench.ours import MINUTES, timed


def starts_of(network: Network, year: int) -> dict[str, dict[int, float]]:
    """Return for each area the nodes it is left by, and the metres to them."""
    graph = network.at(year)
    areas = map(str, network.package.layers["areas"].index)
    return {
        area: {
            node: mm / MM
            for node, mm in offsets(
                graph, Outset(network, area_start(network, area, year), graph).entrances
            ).items()
        }
        for area in areas
    }


def networkx_times(network: Network, year: int, repeats: int) -> dict[str, Any]:
    """Build a graph and search it from all of an area's entrances at once."""
    edges, limit = network.edges, MINUTES[-1] * network.walking.metres_per_minute
    build, graph = timed(lambda: _networkx_graph(edges))
    seconds, reached = [], {}
    for area, starts in starts_of(network, year).items():
        graph.add_weighted_edges_from(("start", node, metres) for node, metres in starts.items())
        for _ in range(repeats):
            took, found = timed(
                lambda: nx.single_source_dijkstra_path_length(graph, "start", cutoff=limit)
            )
            seconds.append(took)
        graph.remove_node("start")
        reached[area] = len(found) - 1
    return {"build": build, "search_15": seconds, "reached": reached}


def pandana_times(network: Network, year: int, repeats: int) -> dict[str, Any]:
    """Build a contracted network and ask for the nodes in range of each entrance.

    pandana has no offsets at the start, so each entrance asks with what is left of its way.
    """
    edges, limit = network.edges, MINUTES[-1] * network.walking.metres_per_minute
    points, metres = edges.points, pd.DataFrame({"metres": edges.length_mm / MM})
    build, net = timed(
        lambda: pandana.Network(
            pd.Series(points[:, 0]), pd.Series(points[:, 1]), pd.Series(edges.u),
            pd.Series(edges.v), metres,
        )
    )  # fmt: skip
    seconds, reached = [], {}
    for area, starts in starts_of(network, year).items():
        for _ in range(repeats):
            took, found = timed(lambda starts=starts: _in_range(net, starts, limit))  # type: ignore[misc]
            seconds.append(took)
        reached[area] = len(found)
    return {"build": build, "search_15": seconds, "reached": reached}


def _networkx_graph(edges: Any) -> Any:
    graph = nx.Graph()
    metres = edges.length_mm / MM
    graph.add_weighted_edges_from(
        zip(edges.u.tolist(), edges.v.tolist(), metres.tolist(), strict=True)
    )
    return graph


def _in_range(net: Any, starts: dict[int, float], limit: float) -> set[int]:
    found: set[int] = set()
    for left in sorted({round(limit - metres, 3) for metres in starts.values()}):
        nodes = [n for n, metres in starts.items() if round(limit - metres, 3) == left]
        found |= set(np.asarray(net.nodes_in_range(nodes, left)["destination"]).tolist())
    return found
