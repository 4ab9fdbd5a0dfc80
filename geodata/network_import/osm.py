"""Read the walkable ways of an OpenStreetMap extract, nodes known by their own ids."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

import numpy as np
import osmium
from osmium.filter import EntityFilter, KeyFilter
from pyproj import Transformer

from geodata.network_import.errors import NetworkImportError
from geodata.network_import.filekinds import FileKind
from geodata.network_import.walkable import may_walk
from geodata.network_import.ways import Ways
from geodata.places import METRES, WGS84

_FORMATS = {FileKind.OSM_XML: "osm", FileKind.OSM_PBF: "pbf"}
#: The header's word for the day of an extract.
_STAMP = "osmosis_replication_timestamp"


@dataclass
class _Gathered:
    way: list[int] = field(default_factory=list)
    node: list[int] = field(default_factory=list)
    lon: list[float] = field(default_factory=list)
    lat: list[float] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    newest: date | None = None


def read_osm(file: Path, kind: FileKind) -> Ways:
    """Return the ways that people may walk; raise `NetworkImportError` where unreadable."""
    gathered = _Gathered()
    try:
        source = osmium.FileProcessor(osmium.io.File(str(file), _FORMATS[kind]))
        stamp = source.header.get(_STAMP, "")
        ways = source.with_locations().with_filter(EntityFilter(osmium.osm.WAY))
        for way in ways.with_filter(KeyFilter("highway")):
            _gather(way, gathered)
    except RuntimeError as error:
        raise NetworkImportError(f"the file is damaged or cut short: {error}") from error
    if not gathered.node:
        raise NetworkImportError("the file holds no way that people may walk along")
    return _as_ways(gathered, _day(stamp))


def _gather(way: Any, gathered: _Gathered) -> None:
    stamp = way.timestamp.date()
    if stamp.year > 2000 and (gathered.newest is None or stamp > gathered.newest):
        gathered.newest = stamp
    tags = {tag.k: tag.v for tag in way.tags}
    if not may_walk(tags):
        return
    for stretch in _known(way):
        number = len(gathered.kinds)
        gathered.kinds.append(tags["highway"])
        for node, lon, lat in stretch:
            gathered.way.append(number)
            gathered.node.append(node)
            gathered.lon.append(lon)
            gathered.lat.append(lat)


def _known(way: Any) -> Iterator[list[tuple[int, float, float]]]:
    """The stretches of a way whose points are in the file: an extract cuts ways off."""
    stretch: list[tuple[int, float, float]] = []
    for node in way.nodes:
        if node.location.valid():
            stretch.append((node.ref, node.location.lon, node.location.lat))
            continue
        if len(stretch) > 1:
            yield stretch
        stretch = []
    if len(stretch) > 1:
        yield stretch


def _as_ways(gathered: _Gathered, stamp: date | None) -> Ways:
    to_metres = Transformer.from_crs(WGS84, METRES, always_xy=True)
    x, y = to_metres.transform(np.array(gathered.lon), np.array(gathered.lat))
    return Ways(
        np.array(gathered.way, dtype=np.int64),
        np.array(gathered.node, dtype=np.int64),
        np.column_stack((x, y)),
        np.array(gathered.kinds),
        stamp or gathered.newest,
    )


def _day(stamp: str) -> date | None:
    try:
        return datetime.fromisoformat(stamp).date()
    except ValueError:
        return None
