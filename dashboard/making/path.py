"""Reckon what a drawn path changes: `sti` is the path as in the page's address.

`sti` has whole numbers with `_` between: longitude and latitude of the first point in
hundred-thousandths of a degree, and then the steps from point to point. `naer` has for each point
the whole metres within which it is put on a way (none: stay), `aar` is the year, `planer=ja`
counts plans as built. An empty path asks to be ready for the next one. `nr` only tells a page's questions apart.
"""

import json
import re
from collections.abc import Sequence
from itertools import accumulate
from typing import Any

from werkzeug.datastructures import MultiDict

from dashboard.asked import RefusedError, known
from dashboard.making.product import Job, Product
from dashboard.making.stock import Stock
from dashboard.payload.places.path import write_path, write_points
from geodata.network.network import Network
from geodata.reach.drawing import DECIMALS, Drawn, check_points, path_through, put_on_ways
from geodata.reach.proposal_file import ProposalError
from geodata.reach.proposals import known_minutes, reach_with

KEYS = ("sti", "naer", "aar", "planer", "sprog", "nr")
#: A path of as many points as there may be, each with all its digits, is shorter.
MAX_PATH = 8_000
#: No hand is so unsure that a point is put on a way farther off, in metres.
MAX_WITHIN_M = 1_000
_PARTS = 10**DECIMALS
_WHOLE = re.compile(r"-?\d{1,8}(_-?\d{1,8})*", re.ASCII)


def make_path(job: Job, stock: Stock) -> Product:
    """Reckon it; raise `RefusedError` for what is no path at all, or no year of the package."""
    points = read_points(job.query, job.length)
    clock = stock.package.descriptor
    years = {str(year) for year in range(clock.first_year, clock.last_year + 1)}
    year = int(known(job.query.get("aar", ""), years, "error.path.year"))
    planned = known(job.query.get("planer", ""), ("", "ja"), "error.path.plans") == "ja"
    told = tell_path(stock.materials.network, points, year, planned=planned)
    return Product(json.dumps(told).encode(), "application/json", "")


def read_points(query: MultiDict[str, str], length: int) -> tuple[Drawn, ...]:
    """Return the points that a question asks about; raise `RefusedError` where they are none."""
    if length > MAX_PATH:
        raise RefusedError("error.path.too_long", limit=MAX_PATH)
    for key in query:
        known(key, KEYS, "error.path.key")
    if query.get("sti") == "":
        return ()
    flat = _whole(query.get("sti", ""))
    lons, lats = accumulate(flat[::2]), accumulate(flat[1::2])
    within = _whole(query["naer"]) if "naer" in query else [0] * (len(flat) // 2)
    if len(flat) % 2 or len(within) != len(flat) // 2:
        raise RefusedError("error.path.points")
    if not all(0 <= metres <= MAX_WITHIN_M for metres in within):
        raise RefusedError("error.path.points")
    return tuple(Drawn(lon / _PARTS, lat / _PARTS, float(metres))
                 for lon, lat, metres in zip(lons, lats, within, strict=True))  # fmt: skip


def _whole(text: str) -> list[int]:
    if not _WHOLE.fullmatch(text):
        raise RefusedError("error.path.points")
    return [int(part) for part in text.split("_")]


def tell_path(
    network: Network, points: Sequence[Drawn], year: int, *, planned: bool
) -> dict[str, Any]:
    """Return the points as they were put on ways, and what the path changes or why it is none.

    `on` tells which points were put on a way.
    """
    try:
        check_points(points)
    except ProposalError as error:
        return {"path": write_points(points), "on": [False] * len(points), **_why(error)}
    if not points:
        known_minutes(network, year, planned)  # the first question will not wait for them
        return {"path": [], "on": []}
    put = put_on_ways(network, points, year, planned=planned)
    told = {
        "path": write_points(put),
        "on": [was.within_m > 0 and now.within_m == 0 for was, now in zip(points, put, strict=True)],
    }  # fmt: skip
    try:
        return {**told, **write_path(reach_with(network, year, path_through(put), planned=planned))}
    except ProposalError as error:
        return {**told, **_why(error)}


def _why(error: ProposalError) -> dict[str, Any]:
    return {"why": [error.why, error.values]}
