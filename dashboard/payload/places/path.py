"""Write what a drawn path changes, as the page of paths and places paints changes."""

from collections.abc import Sequence
from typing import Any

from dashboard.payload.places.walks import write_bounds
from geodata.reach.changes import Change, Verdict
from geodata.reach.drawing import Drawn
from geodata.reach.proposals import Scenario
from geodata.reach.reach import Walk


def write_path(scenario: Scenario) -> dict[str, Any]:
    """Return metres, how many points meet a way, crossings and a row for each area and place."""
    return {
        "metres": scenario.length_m,
        "meets": scenario.meets,
        "crossings": scenario.crossings,
        "rows": [_row(change) for change in scenario.changes],
    }


def write_points(points: Sequence[Drawn]) -> list[list[float]]:
    """Return points as longitude and latitude in degrees."""
    return [[point.lon, point.lat] for point in points]


def _row(change: Change) -> dict[str, Any]:
    """One area and place; both walks only where there is something to tell of them."""
    row = {"area": change.area, "place": change.destination.id, "verdict": change.verdict}
    if change.verdict is Verdict.SAME:
        return row
    if change.verdict is Verdict.UNKNOWN:
        return {**row, "after": write_minutes(change.after)}
    walks = {"before": write_minutes(change.before), "after": write_minutes(change.after)}
    return {**row, **walks, "saved": change.saved_m, "error": change.error_m}


def write_minutes(walk: Walk) -> dict[str, Any]:
    """Return a walk's minutes without its course, or why there are none and what is true."""
    if walk.minutes is None:
        return write_bounds(walk)
    found = walk.minutes
    return {"minutes": [found.low, found.mid, found.high], "exact": found.exact}
