"""Decide from OpenStreetMap tags whether people may walk along a way, and what it is.

One-way rules are for vehicles and do not bind walkers. A Danish shared path is often
tagged `highway=cycleway` with `foot=yes`; a cycleway is kept unless it says that people on
foot may not use it. Those who walk here live here: `access=residents` and `access=delivery`
keep vehicles out and not them. Squares, platforms and piers are walked along their outline.
Ferries are no ways: their minutes are not walked.
"""

from collections.abc import Mapping

#: Ways that people may walk along unless something forbids it.
WALKED = frozenset({
    "footway", "path", "pedestrian", "steps", "residential", "living_street", "service",
    "track", "cycleway", "unclassified", "road", "tertiary", "tertiary_link", "secondary",
    "secondary_link", "primary", "primary_link", "crossing", "corridor", "elevator",
    "platform", "pier",
})  # fmt: skip
#: Ways that are walked along only where a tag says that one may.
WALKED_IF_ALLOWED = frozenset({"bridleway", "trunk", "trunk_link", "busway", "bus_guideway"})
#: What may be an area: one walks along its outline.
_SQUARES = frozenset({"pedestrian", "footway", "corridor", "platform", "pier"})
_ALLOWS = frozenset({"yes", "designated", "permissive", "official", "destination"})
#: Those whom a way is closed to all but: the public is not among them.
_FEW = frozenset({
    "no", "private", "military", "customers", "permit", "employees", "staff", "members",
    "agricultural", "forestry",
})  # fmt: skip
#: Said of people on foot, residents and deliveries are few too.
_FORBIDS = _FEW | {"use_sidepath", "residents", "delivery"}
_OPENS = _ALLOWS | {"public", "residents", "delivery"}
_SIDEWALKS = ("sidewalk", "sidewalk:both", "sidewalk:left", "sidewalk:right")
_HAS_SIDEWALK = frozenset({"both", "left", "right", "yes"})
#: With `yes`, the way is not there, or not yet, or no longer.
_NOT_THERE = ("disused", "abandoned", "construction", "proposed")
#: All tags that are read here.
TAGS = (
    "highway", "railway", "man_made", "foot", "access", "area", "motorroad", *_SIDEWALKS, *_NOT_THERE,
)  # fmt: skip


def walked_as(tags: Mapping[str, str]) -> str:
    """Return the kind of way that people may walk along, "" where they may not."""
    kind = _kind(tags)
    return kind if _is_there(kind, tags) and _may_walk(kind, tags) else ""


def _kind(tags: Mapping[str, str]) -> str:
    if tags.get("highway"):
        return tags["highway"]
    if tags.get("railway") == "platform":
        return "platform"
    return "pier" if tags.get("man_made") == "pier" else ""


def _is_there(kind: str, tags: Mapping[str, str]) -> bool:
    if any(tags.get(key) == "yes" for key in _NOT_THERE):
        return False
    return tags.get("area") != "yes" or kind in _SQUARES


def _may_walk(kind: str, tags: Mapping[str, str]) -> bool:
    foot, access = _values(tags, "foot"), _values(tags, "access")
    allowed = bool(foot & _ALLOWS)
    closed = bool(access & _FEW) and not access & _OPENS
    if tags.get("motorroad") == "yes" or (not allowed and (foot & _FORBIDS or closed)):
        return False
    if kind in WALKED_IF_ALLOWED:
        sidewalk = any(tags.get(side) in _HAS_SIDEWALK for side in _SIDEWALKS)
        return allowed or sidewalk or (kind == "bridleway" and bool(access & _ALLOWS))
    return kind in WALKED


def _values(tags: Mapping[str, str], key: str) -> frozenset[str]:
    """Return the values of a tag, which may be several with semicolons between."""
    return frozenset(value.strip() for value in tags.get(key, "").split(";"))
