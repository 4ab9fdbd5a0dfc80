"""Check that geographies agree: plans with their members, areas with their municipalities."""

from collections.abc import Iterator

from geodata.package.draft import Draft, kept_rows
from geodata.reading.faults import Fault, shown
from geodata.tables.records import split_list


def memberships(draft: Draft) -> Iterator[Fault]:
    """Find memberships of what is no area, or in what is no plan."""
    kinds = {geography.id: geography.kind for geography in draft.package.geographies}
    for where, record in kept_rows(draft, "memberships"):
        for field, kind in (("plan", "plan"), ("geography", "area")):
            identifier = getattr(record, field)
            if kinds[identifier] != kind:
                found = f"{shown(identifier)}, which is a {kinds[identifier]}"
                yield Fault("memberships.csv", where, field, found, f"a geography of kind {kind}")


def members(draft: Draft) -> Iterator[Fault]:
    """A plan or a sum is made of areas: nothing else has a shape to join."""
    kinds = {geography.id: geography.kind for geography in draft.package.geographies}
    for where, record in kept_rows(draft, "geographies"):
        for part in split_list(getattr(record, "members", "")):
            if kinds.get(part, "area") != "area":
                found = f"{shown(part)}, which is a {kinds[part]}"
                yield Fault("geographies.csv", where, "members", found, "geographies of kind area")


def own_municipalities(draft: Draft) -> Iterator[Fault]:
    """A place with a shape, or a sum of such, is held against a comparison group."""
    kinds = {geography.id: geography.kind for geography in draft.package.geographies}
    for where, record in kept_rows(draft, "geographies"):
        own = getattr(record, "municipality", "")
        if own and kinds[own] != "comparison":
            found, allowed = (
                f"{shown(own)}, which is a {kinds[own]}",
                "a geography of kind comparison",
            )
            yield Fault("geographies.csv", where, "municipality", found, allowed)
        elif own and getattr(record, "kind", "") == "comparison":
            yield Fault(
                "geographies.csv", where, "municipality", shown(own), "nothing (for comparison)"
            )
