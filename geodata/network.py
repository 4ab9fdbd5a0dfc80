"""Build the walking network of a package: imported streets or drawn roads, and dated paths."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import geopandas as gpd
import pandas as pd
import shapely
from shapely.geometry import LineString

from geodata.network_file import read_edges
from geodata.network_source import NetworkSource
from geodata.package import Package
from geodata.places import METRES
from geodata.walking.edges import NO_EDGES, Edges
from geodata.walking.graph import Graph, graph_at
from geodata.walking.lines import NOT_WALKED, Drawn, Line
from geodata.walking.noding import Join, add_lines
from geodata.walking.settings import MM, SAME_M, WALKING, Walking


@dataclass(frozen=True, eq=False)
class Network:
    """A package with its walking network; `source` is `None` for the schematic one.

    `bridged_m` are the gaps in metres that were closed between ends and lines that their
    errors cannot tell from meeting. The line `left_out` is noded but not walked on.
    """

    package: Package
    edges: Edges
    walking: Walking
    source: NetworkSource | None
    bridged_m: tuple[float, ...]
    left_out: str = ""

    @property
    def is_schematic(self) -> bool:
        """Whether the network is made of drawings and not of surveyed streets."""
        return self.source is None

    def at(self, year: int, *, planned: bool = False) -> Graph:
        """Return what may be walked at the end of a year, or once plans are built."""
        return graph_at(self.edges, year, planned, self.walking, self.left_out)


@dataclass(frozen=True, slots=True)
class Islands:
    """How much of a year's network hangs together, in metres; `parts` counts the pieces."""

    parts: int
    largest_m: float
    total_m: float

    @property
    def unreachable_m(self) -> float:
        """What cannot be reached from the largest part."""
        return self.total_m - self.largest_m


def read_network(package: Package, walking: Walking = WALKING) -> Network:
    """Return the network of a package, noded.

    With an imported network the package's dated paths are joined to it; without one its
    roads and paths are the network. Raises `PackageError` where the imported file is not
    what was registered.
    """
    source = package.descriptor.network
    base = read_edges(package.path, source) if source else NO_EDGES
    lines = [one for one in drawn_lines(package) if source is None or one.line.milestones]
    edges, joins = add_lines(base, lines, walking)
    return Network(package, edges, walking, source, bridged(joins))


def drawn_lines(package: Package) -> Iterator[Drawn]:
    """Return the roads and paths of a package that are ways to walk, each part by itself."""
    for layer in ("roads", "paths"):
        for identifier, row in package.layers[layer].iterrows():
            if row["kind"] not in NOT_WALKED:
                line = _line(package, str(identifier), row)
                parts = shapely.get_parts(shapely.force_2d(row["geometry"]))
                yield from (Drawn(line, part) for part in parts if part.length > 0)


def _line(package: Package, identifier: str, row: pd.Series) -> Line:
    milestones = tuple(m for m in package.milestones if m.feature == identifier)
    return Line(identifier, str(row["kind"]), float(row["error_m"]), identifier, milestones)


def with_line(
    network: Network, line: Line, courses: Sequence[LineString]
) -> tuple[Network, list[Join]]:
    """Return the network with one more line, and where its ends meet others."""
    edges, joins = add_lines(network.edges, [Drawn(line, c) for c in courses], network.walking)
    gaps = (*network.bridged_m, *bridged(joins))
    return replace(network, edges=edges, bridged_m=gaps), joins


def bridged(joins: Sequence[Join]) -> tuple[float, ...]:
    """Return the gaps in metres that were closed between lines."""
    return tuple(join.gap_m for join in joins if join.gap_m >= SAME_M)


def islands(network: Network, year: int, *, planned: bool = False) -> Islands:
    """Return how much of a year's network hangs together."""
    lengths = network.at(year, planned=planned).islands
    return Islands(len(lengths), lengths[0] if lengths else 0.0, sum(lengths))


def edge_table(network: Network, year: int) -> gpd.GeoDataFrame:
    """Return every edge with what is known of it, in EPSG:25832.

    Columns: line, kind, from, to (days or nothing), status (at the end of the year),
    error_m, length_m, geometry.
    """
    lines = [network.edges.lines[n] for n in network.edges.line]
    columns = {
        "line": [line.id for line in lines],
        "kind": [line.kind for line in lines],
        "from": [line.opened for line in lines],
        "to": [line.closed for line in lines],
        "status": [line.status(year).value for line in lines],
        "error_m": [line.error_m for line in lines],
        "length_m": network.edges.length_mm / MM,
    }
    return gpd.GeoDataFrame(columns, geometry=list(network.edges.courses), crs=METRES)
