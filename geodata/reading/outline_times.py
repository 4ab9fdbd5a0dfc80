"""Check when the outlines of a layer hold: a feature may have several, one after the other."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from geodata.reading.faults import Fault, shown
from geodata.tables.validity import Validity, is_time, validity

#: Since when an outline holds and until when, as ISO year, month or day; the last day counts.
TIMES = ("valid_from", "valid_to")
#: What is said of an outline that follows others: the areas that it was made of, what is other
#: than before, and why figures can be compared with those before nonetheless.
FOLLOWING = ("predecessors", "change_da", "change_en", "comparable_da", "comparable_en")
_PAIRS = (("change_da", "change_en"), ("comparable_da", "comparable_en"))
#: What a time is, in words.
ALLOWED_TIME = "a year, a month or a day: 2026, 2026-07 or 2026-07-01"


def said_time(value: Any) -> str:
    """Return a time as text: programs write years as numbers."""
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return value if isinstance(value, str) else ""


def time_faults(properties: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong with the times of one outline: field, found, allowed."""
    good = True
    for field in TIMES:
        value = properties.get(field)
        if value not in (None, "") and not is_time(said_time(value)):
            good = False
            yield field, shown(value), ALLOWED_TIME
    for field in FOLLOWING:
        if not isinstance(properties.get(field), str | None):
            yield field, shown(properties[field]), "text or null"
    for one, other in _PAIRS:
        if bool(properties.get(one)) != bool(properties.get(other)):
            lacking = other if properties.get(one) else one
            yield lacking, "nothing", "the text in both languages, or in none"
    if good and (span := validity_of(properties)).last < span.first:
        found = f"{shown(properties['valid_to'])}, before {shown(properties['valid_from'])}"
        yield "valid_to", found, "a time that is not before valid_from"


def validity_of(properties: Mapping[str, Any]) -> Validity:
    """Return when an outline holds; raise `ValueError` where its times are none."""
    return validity(*(said_time(properties.get(field)) for field in TIMES))


def overlap_faults(file: str, features: Sequence[Any]) -> Iterator[Fault]:
    """Yield each two outlines of one feature that hold at the same time."""
    own: dict[str, list[tuple[Mapping[str, Any], int]]] = defaultdict(list)
    for number, feature in enumerate(features, 1):
        properties = feature.get("properties") if isinstance(feature, dict) else None
        if not isinstance(properties, dict):
            continue
        identifier = properties.get("id")
        if isinstance(identifier, str) and identifier:
            own[identifier].append((properties, number))
    for identifier, outlines in own.items():
        if len(outlines) > 1:
            yield from _of_feature(file, identifier, outlines)


def _of_feature(
    file: str, identifier: str, outlines: Sequence[tuple[Mapping[str, Any], int]]
) -> Iterator[Fault]:
    if not any(properties.get(field) for properties, _ in outlines for field in TIMES):
        found = f"{shown(identifier)} on {len(outlines)} features"
        yield Fault(file, "", "id", found, "each id once, or times (valid_from, valid_to) on each")
        return
    timed = [(validity_of(p), number) for p, number in outlines if not _has_fault(p)]
    for (before, one), (after, other) in pairwise(sorted(timed)):
        if before.overlaps(after):
            where = f"feature {other} ({shown(identifier)})"
            found = f"an outline that holds while that of feature {one} does"
            allowed = "valid_from and valid_to that follow each other (the last day counts)"
            yield Fault(file, where, "valid_from", found, allowed)


def _has_fault(properties: Mapping[str, Any]) -> bool:
    return next(time_faults(properties), None) is not None
