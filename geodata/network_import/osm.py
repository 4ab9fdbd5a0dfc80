"""Read the walkable ways of an OpenStreetMap extract, nodes known by their own ids."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import osmium
from osmium.filter import KeyFilter
from pyproj import Transformer

from geodata.network_import.dating import Said, said_by_tags
from geodata.network_import.errors import NetworkImportError
from geodata.network_import.filekinds import FileKind, plainly_named
from geodata.network_import.ways import MAX_POINTS, Ways, table_of
from geodata.reading.places import METRES, WGS84

_FORMATS = {FileKind.OSM_XML: "osm", FileKind.OSM_PBF: "pbf"}
#: The header's word for the day of an extract.
_STAMP = "osmosis_replication_timestamp"
#: OpenStreetMap itself allows 2,000; a few older ways have more.
MAX_NODES = 20_000

#: Nodes of a file, used or not: those of a region of millions.
MAX_READ = 20_000_000

#: Longitude and latitude of every node that is wanted; a node that is not in the file has none.
Places = dict[int, tuple[float, float] | None]


@dataclass
class _Gathered:
    """The walkable ways of a file: the nodes of each, in their order, and what is said of it."""

    nodes: list[list[int]] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    points: int = 0
    newest: date | None = None


def read_osm(file: Path, kind: FileKind) -> Ways:
    """Return the ways that people may walk; raise `NetworkImportError` where unreadable.

    The file is read twice, so that its ways may stand before their nodes.
    """
    try:
        with plainly_named(file) as readable:
            gathered, stamp = _ways(readable, kind)
            places = _places(readable, kind, gathered)
    except (RuntimeError, osmium.InvalidLocationError) as error:
        raise NetworkImportError(f"the file is damaged or cut short: {error}") from error
    return _as_ways(gathered, places, stamp)


def _ways(file: Path, kind: FileKind) -> tuple[_Gathered, date | None]:
    gathered = _Gathered()
    source = osmium.FileProcessor(osmium.io.File(str(file), _FORMATS[kind]), osmium.osm.WAY)
    stamp = source.header.get(_STAMP, "")
    for way in source.with_filter(KeyFilter("highway", "railway", "man_made")):
        _gather(way, gathered)
    if not gathered.nodes:
        raise NetworkImportError("the file holds no way that people may walk along")
    return gathered, _day(stamp)


def _gather(way: Any, gathered: _Gathered) -> None:
    stamp = way.timestamp.date()
    if stamp.year > 2000 and (gathered.newest is None or stamp > gathered.newest):
        gathered.newest = stamp
    tags = {tag.k: tag.v for tag in way.tags}
    said = said_by_tags(tags)
    if said:
        _refuse_too_many(way, gathered)
        gathered.nodes.append([node.ref for node in way.nodes])
        gathered.said.append(said)


def _refuse_too_many(way: Any, gathered: _Gathered) -> None:
    """Stop before the points are gathered: a small file may hold millions of them."""
    count = len(way.nodes)
    # A way without points takes its place too.
    gathered.points += max(1, count)
    if count > MAX_NODES:
        raise NetworkImportError(f"way {way.id} has {count} points; at most {MAX_NODES}")
    if gathered.points > MAX_POINTS:
        raise NetworkImportError(
            f"the file's ways have more than {MAX_POINTS} points: clip it to the town first"
        )


def _places(file: Path, kind: FileKind, gathered: _Gathered) -> Places:
    places: Places = dict.fromkeys(node for nodes in gathered.nodes for node in nodes)
    nodes: Iterable[Any] = osmium.FileProcessor(
        osmium.io.File(str(file), _FORMATS[kind]), osmium.osm.NODE
    )
    for number, node in enumerate(nodes, 1):
        if number > MAX_READ:
            raise NetworkImportError(f"the file has more than {MAX_READ} nodes: clip it first")
        if node.id in places and node.location.valid():
            places[node.id] = (node.location.lon, node.location.lat)
    if not any(places.values()):
        raise NetworkImportError("the file holds ways, but none of the nodes that they run along")
    return places


def _known(nodes: list[int], places: Places) -> Iterator[list[int]]:
    """The stretches of a way whose nodes are in the file: an extract cuts ways off."""
    stretch: list[int] = []
    for node in nodes:
        if places[node] is not None:
            stretch.append(node)
            continue
        if len(stretch) > 1:
            yield stretch
        stretch = []
    if len(stretch) > 1:
        yield stretch


def _as_ways(gathered: _Gathered, places: Places, stamp: date | None) -> Ways:
    stretches = [
        (said, nodes)
        for said, all_nodes in zip(gathered.said, gathered.nodes, strict=True)
        for nodes in _known(all_nodes, places)
    ]
    if not stretches:
        raise NetworkImportError("the file holds no way with two of its nodes")
    node = np.concatenate([nodes for _, nodes in stretches], dtype=np.int64)
    degrees = np.array([places[n] for n in node.tolist()])
    to_metres = Transformer.from_crs(WGS84, METRES, always_xy=True)
    return Ways(
        np.repeat(np.arange(len(stretches)), [len(nodes) for _, nodes in stretches]),
        node,
        np.column_stack(to_metres.transform(degrees[:, 0], degrees[:, 1])),
        table_of([said for said, _ in stretches]),
        stamp or gathered.newest,
    )


def _day(stamp: str) -> date | None:
    try:
        return datetime.fromisoformat(stamp).date()
    except ValueError:
        return None
