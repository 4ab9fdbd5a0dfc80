"""Build the walking network of a package: imported streets or drawn roads, and dated paths."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from shapely.geometry import LineString, MultiPolygon
from shapely.geometry.base import BaseGeometry

from geodata.network.file import SURVEY, read_edges
from geodata.package.package import Package
from geodata.reading.network_source import NetworkSource
from geodata.reading.places import METRES
from geodata.tables.validity import validity
from geodata.walking.access import Access, Onto, accesses, accesses_onto, columns, moved
from geodata.walking.edges import NO_EDGES, Edges
from geodata.walking.graph import Graph, graph_at
from geodata.walking.ground import strip
from geodata.walking.lines import NOT_WALKED, Drawn, Line
from geodata.walking.noding import Join, add_lines
from geodata.walking.settings import MM, SAME_M, WALKING, Walking


@dataclass(frozen=True, eq=False)
class Network:
    """A package with its walking network; `source` is `None` for the schematic one.

    `bridged_m` are the gaps in metres that were closed between ends and lines that their
    errors cannot tell from meeting; `joined` are drawn lines that meet imported ways. `base` is the network that one more line was drawn on, if this is such a one.
    """

    package: Package
    edges: Edges
    walking: Walking
    source: NetworkSource | None
    bridged_m: tuple[float, ...]
    joined: frozenset[str] = frozenset()
    base: "Network | None" = None
    _graphs: dict[tuple[int, bool], Graph] = field(init=False, repr=False, default_factory=dict)
    _grounds: dict[bytes, MultiPolygon] = field(init=False, repr=False, default_factory=dict)
    _onto: dict[tuple[bytes, float], Onto] = field(init=False, repr=False, default_factory=dict)
    #: The same for each graph that was asked about, by its `id`; it is held, so that no other has it.
    _onto_of: dict[int, tuple[Graph, dict[tuple[bytes, float], Onto]]] = field(
        init=False, repr=False, default_factory=dict
    )

    @property
    def is_schematic(self) -> bool:
        """Whether the network is made of drawings and not of surveyed streets."""
        return self.source is None

    def at(self, year: int, *, planned: bool = False) -> Graph:
        """Return what may be walked at the end of a year, or once plans are built.

        Each is made once and kept as long as the network is.
        """
        key = (year, planned)
        if key not in self._graphs:
            self._graphs[key] = graph_at(self.edges, year, planned, self.walking)
        return self._graphs[key]

    def ways_onto(
        self, shape: BaseGeometry, error_m: float = 0.0, graph: Graph | None = None
    ) -> tuple[Access, ...]:
        """Return every way from a shape (EPSG:25832) onto the network, as `accesses` finds them.

        They are sought once, as if all edges were walked; what is walked in the year of a
        `graph` is among them, as only lines that are always there set a limit.
        """
        key = (shape.wkb, error_m)
        if key not in self._onto:
            self._onto[key] = Onto(self._sought(shape, error_m))
        found = self._onto[key]
        return found if graph is None else self._walked_onto(key, found, graph)

    def _walked_onto(self, key: tuple[bytes, float], found: Onto, graph: Graph) -> Onto:
        """Those ways onto the network that lead to an edge that is walked in a graph."""
        known = self._onto_of.setdefault(id(graph), (graph, {}))[1]
        if key not in known:
            walked = graph.walked[columns(found)[0]]
            known[key] = found if walked.all() else Onto(one for one in found if graph.walked[one.edge])  # fmt: skip
        return known[key]

    def _sought(self, shape: BaseGeometry, error_m: float) -> tuple[Access, ...]:
        everywhere = self._everywhere()
        if self.base is None:
            return accesses(everywhere, shape, error_m)
        known = moved(self.base.ways_onto(shape, error_m), self.base.edges, self.edges)
        new = np.flatnonzero(self.edges.line >= len(self.base.edges.lines))
        streets = self.base._everywhere()
        return known + accesses_onto(streets, everywhere, new, shape, error_m)

    def _everywhere(self) -> Graph:
        """The graph of any year, as if all edges were walked."""
        made = next(iter(self._graphs.values()), None)
        any_year = made or self.at(self.package.descriptor.last_year)
        return replace(any_year, walked=np.ones_like(any_year.walked))

    def ground_along(self, lines: Sequence[LineString]) -> MultiPolygon:
        """Return the ground beside lines (EPSG:25832), joined once for the same lines.

        What is reached is mostly the same in many years, and joining takes most of the time.
        """
        key = hashlib.sha256(b"".join(shapely.to_wkb(np.array(lines, dtype=object)))).digest()
        if key not in self._grounds:
            self._grounds[key] = strip(list(lines), self.walking.ground_m)
        return self._grounds[key]


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
    return join_drawn(package, source, base, walking)


def join_drawn(
    package: Package, source: NetworkSource | None, base: Edges, walking: Walking
) -> Network:
    """Return imported edges with the package's dated paths, or its drawing where none are."""
    lines = [one for one in drawn_lines(package) if source is None or one.line.is_dated]
    edges, joins = add_lines(base, lines, walking)
    imported = [join for join in joins if join.line.survey == SURVEY]
    met = frozenset(lines[join.piece].line.id for join in imported)
    return Network(package, edges, walking, source, bridged(joins), met)


def drawn_lines(package: Package) -> Iterator[Drawn]:
    """Return the roads and paths of a package that are ways to walk, each part by itself.

    One whose course changed is several lines, each walked on in its own years.
    """
    for layer in ("roads", "paths"):
        for identifier, row in package.every_outline(layer).iterrows():
            if row["kind"] not in NOT_WALKED:
                line = _line(package, str(identifier), row)
                parts = shapely.get_parts(shapely.force_2d(row["geometry"]))
                yield from (Drawn(line, part) for part in parts if part.length > 0)


def _line(package: Package, identifier: str, row: pd.Series) -> Line:
    milestones = package.milestones_of(identifier)
    holds = validity(row["valid_from"], row["valid_to"]) if identifier in package.times else None
    kind, error_m = str(row["kind"]), float(row["error_m"])
    return Line(identifier, kind, error_m, identifier, milestones, holds)


def with_line(
    network: Network, line: Line, courses: Sequence[LineString]
) -> tuple[Network, list[Join]]:
    """Return the network with one more line, and where its ends meet others."""
    edges, joins = add_lines(network.edges, [Drawn(line, c) for c in courses], network.walking)
    gaps = (*network.bridged_m, *bridged(joins))
    return replace(network, edges=edges, bridged_m=gaps, base=network), joins


def bridged(joins: Sequence[Join]) -> tuple[float, ...]:
    """Return the gaps in metres that were closed between lines."""
    return tuple(join.gap_m for join in joins if join.gap_m >= SAME_M)


def islands(network: Network, year: int, *, planned: bool = False) -> Islands:
    """Return how much of a year's network hangs together."""
    lengths = network.at(year, planned=planned).islands
    return Islands(len(lengths), lengths[0] if lengths else 0.0, sum(lengths))


def edge_table(network: Network, year: int) -> gpd.GeoDataFrame:
    """Return every edge with what is known of it, in EPSG:25832.

    Columns: line, kind, from, to (first days or nothing), from_precision, to_precision,
    status (at the end of the year), error_m, length_m, geometry.
    """
    lines = [network.edges.lines[n] for n in network.edges.line]
    columns = {
        "line": [line.id for line in lines],
        "kind": [line.kind for line in lines],
        "from": [line.since[0] for line in lines],
        "from_precision": [line.since[1] for line in lines],
        "to": [line.until[0] for line in lines],
        "to_precision": [line.until[1] for line in lines],
        "status": [line.status(year).value for line in lines],
        "error_m": [line.error_m for line in lines],
        "length_m": network.edges.length_mm / MM,
    }
    return gpd.GeoDataFrame(columns, geometry=list(network.edges.courses), crs=METRES)
