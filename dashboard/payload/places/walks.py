"""Write walks, reached ground and what changes, so that the browser only looks up."""

import math
from typing import Any

import shapely
from shapely.geometry import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from dashboard import numbers
from dashboard.catalogue import Catalogue
from dashboard.payload.places.geometry import flat_line, flat_rings
from geodata.network.network import Network, islands
from geodata.reach.changes import Change, GroundChange, Verdict
from geodata.reach.reach import Isochrone, Walk
from geodata.reading.network_source import NetworkSource
from geodata.walking.settings import SAME_M
from layers.walks import FAR_M, GROUND_MINUTES, Grounds, WalkView, Ways

#: Corners of reached ground nearer than this to a straight line are left out, in metres.
_GROUND_DETAIL_M = 3.0
_HECTARE_M2 = 10_000
#: What is left open inside a block of streets, and no larger than this, is a court.
_COURT_M2 = 2_500


def write_walks(view: WalkView, words: Catalogue) -> dict[str, Any]:
    """Return walks by area and destination, grounds by area, and what the network is."""
    walks: dict[str, dict[str, Any]] = {area: {} for area in view.grounds}
    for (area, destination), ways in view.ways.items():
        walks[area][destination] = _ways(ways)
    settings = view.network.walking
    return {
        "walks": walks,
        "grounds": {area: _grounds(grounds) for area, grounds in view.grounds.items()},
        "farMinutes": math.floor(FAR_M / settings.metres_per_minute),
        "groundMinutes": list(GROUND_MINUTES),
        "schematic": view.network.is_schematic,
        "pace": settings.metres_per_minute,
        "last": settings.last_m,
        "source": source_words(view.network, words),
        "how": words.text(
            "walk.how",
            speed=numbers.number(settings.speed_kmh, 1, words),
            last=numbers.number(settings.last_m, 0, words),
        ),
        "islands": _island_words(view.network, words),
    }


def _island_words(network: Network, words: Catalogue) -> str:
    """Say how much of the network hangs apart, as it stands when the report closed."""
    found = islands(network, network.package.descriptor.as_of.year)

    def km(metres: float) -> str:
        return numbers.number(metres / 1000, 1, words)

    return words.text("walk.islands", total=km(found.total_m), apart=km(found.unreachable_m))


def source_words(network: Network, words: Catalogue) -> str:
    """Say which walking network the minutes are reckoned on."""
    if network.source is None:
        return words.text("walk.schematic")
    return imported_words(network.source, words)


def imported_words(source: NetworkSource, words: Catalogue) -> str:
    """Say where an imported network is from, of which day, and under which licence."""
    date = numbers.day(source.date, words)
    return words.text("walk.imported", title=source.title, date=date, licence=source.licence)


def _ways(ways: Ways) -> dict[str, Any]:
    return {
        "years": list(ways.years),
        "planned": list(ways.planned),
        "ways": [_walk(walk) for walk in ways.walks],
        "changes": {f"{i}-{j}": _change(c) for (i, j), c in ways.changes.items()
                    if c.verdict is not Verdict.SAME},
    }  # fmt: skip


def _walk(walk: Walk) -> dict[str, Any]:
    if walk.minutes is None or walk.route is None or walk.length_m is None:
        return write_bounds(walk)
    found = walk.minutes
    return {
        "minutes": [found.low, found.mid, found.high],
        "exact": found.exact,
        "metres": round(walk.length_m),
        "straight": round(walk.last_m or 0),
        "error": round(walk.error_m or 0),
        "inside": walk.is_inside,
        "route": flat_line(walk.route),
        "offNetwork": [(walk.first_m or 0) > SAME_M, (walk.last_m or 0) > SAME_M],
    }


def write_bounds(walk: Walk) -> dict[str, Any]:
    """Return why a walk has no minutes, and the bounds that are true all the same."""
    return {
        "reason": walk.reason,
        "inside": walk.is_inside,
        "least": walk.at_least_min or 0,
        "most": walk.at_most_min,
    }


def _change(change: Change) -> dict[str, Any]:
    return {"verdict": change.verdict, "saved": change.saved_m, "error": change.error_m}


def _grounds(grounds: Grounds) -> dict[str, Any]:
    return {
        "years": list(grounds.years),
        "planned": list(grounds.planned),
        "sets": [[_ground(one) for one in ones] for ones in grounds.sets],
        "changes": {f"{i}-{j}": _ground_change(c) for (i, j), c in grounds.changes.items()},
    }


def _ground_change(change: GroundChange) -> dict[str, Any]:
    exact = change.after.hectares is not None
    return {
        name: {
            "rings": flat_rings(drawn_ground(ground)),
            "hectares": round(ground.area / _HECTARE_M2, 1) if exact else None,
        }
        for name, ground in (("gained", change.gained), ("lost", change.lost))
    }


def _ground(one: Isochrone) -> dict[str, Any]:
    return {
        "rings": flat_rings(drawn_ground(one.ground)),
        "metres": round(one.length_m),
        "hectares": None if one.hectares is None else round(one.hectares, 1),
        "reason": one.reason,
    }


def drawn_ground(ground: MultiPolygon) -> BaseGeometry:
    """Return ground as it is drawn: without the courts inside blocks, and less detailed.

    Lengths and hectares are those of the ground itself.
    """
    whole = [Polygon(part.exterior, [ring for ring in part.interiors if Polygon(ring).area >= _COURT_M2])
             for part in shapely.get_parts(ground)]  # fmt: skip
    simple: BaseGeometry = MultiPolygon(whole).simplify(_GROUND_DETAIL_M)
    return simple
