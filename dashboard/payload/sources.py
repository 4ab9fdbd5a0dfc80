"""Write the sources of a package as the browser and the pages name them."""

from collections import Counter
from typing import Any

from dashboard import numbers
from dashboard.catalogue import Catalogue
from geodata.package.package import Package
from geodata.tables.records import Source, split_list


def write_sources(package: Package, words: Catalogue) -> dict[str, Any]:
    """Return every source by its id, see `write_source`."""
    return {source.id: write_source(source, words) for source in package.sources}


def write_source(source: Source, words: Catalogue) -> dict[str, str]:
    """Return publisher, title, date and address; `lang` is that of a title as published.

    Where no title is known, or nothing was published, the package's own words stand in for it.
    """
    return {
        "publisher": source.publisher,
        "title": source.title or getattr(source, f"text_{words.language}"),
        "lang": "da" if source.title else "",
        "date": numbers.published(source.date, words),
        "url": source.url,
    }


def ids(cell: str) -> list[str]:
    """Return the ids of a source cell, in its order."""
    return list(split_list(cell))


def uses(package: Package) -> dict[str, Counter[str]]:
    """Count by source what of the package is known from it: rows of tables, features, values."""
    counts: dict[str, Counter[str]] = {source.id: Counter() for source in package.sources}
    for report in (source.id for source in package.sources if source.kind == "report"):
        counts[report]["values"] = len(package.observations)
    for table in ("figures", "milestones", "offers", "remarks"):
        for record in getattr(package, table):
            for source in split_list(record.source):
                counts[source][table] += 1
    for layer in package.layers:
        for cell in package.every_outline(layer)["source"]:
            for source in split_list(cell):
                counts[source]["features"] += 1
    return counts
