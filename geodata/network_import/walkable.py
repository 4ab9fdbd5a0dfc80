"""Decide from OpenStreetMap tags whether people may walk along a way.

One-way rules are for vehicles and do not bind walkers. A Danish shared path is often
tagged `highway=cycleway` with `foot=yes`; a cycleway is kept unless it says that people on
foot may not use it.
"""

from collections.abc import Mapping

#: Ways that people may walk along unless something forbids it.
WALKED = frozenset({
    "footway", "path", "pedestrian", "steps", "residential", "living_street", "service",
    "track", "cycleway", "unclassified", "road", "tertiary", "tertiary_link", "secondary",
    "secondary_link", "primary", "primary_link", "crossing",
})  # fmt: skip
#: Ways that are walked along only where a tag says that one may.
WALKED_IF_ALLOWED = frozenset({"bridleway", "trunk", "trunk_link", "busway", "bus_guideway"})
_ALLOWS = frozenset({"yes", "designated", "permissive", "official", "destination"})
_FORBIDS = frozenset({"no", "private", "use_sidepath", "discouraged"})
#: Access that the public does not have, unless `foot` says otherwise.
_CLOSED = frozenset({
    "no", "private", "military", "customers", "delivery", "agricultural", "forestry", "permit",
    "employees", "residents",
})  # fmt: skip
_SIDEWALKS = ("sidewalk", "sidewalk:both", "sidewalk:left", "sidewalk:right")
_HAS_SIDEWALK = frozenset({"both", "left", "right", "yes"})


def may_walk(tags: Mapping[str, str]) -> bool:
    """Tell whether people may walk along a way with these tags."""
    kind = tags.get("highway", "")
    foot = tags.get("foot", "")
    if foot in _FORBIDS or tags.get("motorroad") == "yes" or tags.get("area") == "yes":
        return False
    if tags.get("access", "") in _CLOSED and foot not in _ALLOWS:
        return False
    if kind in WALKED_IF_ALLOWED:
        return foot in _ALLOWS or any(tags.get(side) in _HAS_SIDEWALK for side in _SIDEWALKS)
    return kind in WALKED
