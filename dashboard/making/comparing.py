"""Make what Sammenlign asks for where there are too many places to compile all of them.

The address says which places, as ids with commas between, and the language.
"""

from collections.abc import Collection
from dataclasses import replace

from dashboard.asked import RefusedError, ids, known, language_words
from dashboard.compiling.documents import compact
from dashboard.compiling.materials import Materials
from dashboard.making.product import Job, Product
from dashboard.making.stock import Stock
from dashboard.payload.compare.document import write_compare
from geodata.package.package import Package
from geodata.package.part import part_of
from geodata.tables.records import Target, split_list

#: So many places can be compared at once.
MOST_PLACES = 12
KEYS = ("omraader", "sprog")


def make_compare(job: Job, stock: Stock) -> Product:
    """Make the document; raise `RefusedError` for places that are not known, or too many."""
    for key in job.query:
        known(key, KEYS, "error.download.key")
    places = ids(job.query, "omraader")
    own = {g.id for g in stock.package.geographies if g.kind != "comparison"}
    for place in places:
        known(place, own, "error.download.omraader")
    if not 0 < len(places) <= MOST_PLACES:
        raise RefusedError("error.compare.places", count=len(places), limit=MOST_PLACES)
    part = Materials(only(stock.package, places), stock.materials.settings)
    written = write_compare(part.subjects[language_words(job.query).language])
    return Product(compact(written).encode(), "application/json", "compare.json")


def only(package: Package, places: Collection[str]) -> Package:
    """Return a package of some places and of what they are held against.

    That is the comparison group of each, and the groups that are no place's own.
    """
    towns = {group.id for place in places if (group := package.municipality_of(place))}
    owned = {g.municipality for g in package.geographies}
    kept = {g.id for g in package.geographies
            if g.id in places or g.id in towns or (g.kind == "comparison" and g.id not in owned)}  # fmt: skip
    return replace(part_of(package, None, kept), targets=_targets(package, kept),
                   geographies=tuple(g for g in package.geographies if g.id in kept))  # fmt: skip


def _targets(package: Package, kept: Collection[str]) -> tuple[Target, ...]:
    """Return the targets of some places: nothing is said of places that were not asked for.

    A target that places have together stays only where all of them were.
    """
    own = [(t, split_list(t.geographies)) for t in package.targets]
    return tuple(
        replace(t, geographies=";".join(place for place in places if place in kept))
        for t, places in own
        if not places
        or (set(places) <= set(kept) if t.scope == "together" else not set(places).isdisjoint(kept))
    )
