"""Turn parks, places, paths and areas into what the browser says of them."""

from collections import defaultdict
from typing import Any

import pandas as pd

from dashboard import numbers
from dashboard.catalogue import Catalogue
from dashboard.payload.sources import ids
from dashboard.payload.told import write_remarks
from geodata.figures.join import NEAR_M, REACH_M, Neighbour, neighbours
from geodata.package.package import Package
from geodata.tables.records import Figure, Milestone
from layers.layer import LAYERS, statuses


def write_features(package: Package, words: Catalogue) -> dict[str, Any]:
    """Return every feature that can be chosen, by id: status by year, figures, neighbours."""
    years = statuses(package)
    near = nearby(package.at(package.descriptor.last_year), words)
    names = {g.id: getattr(g, f"name_{words.language}") for g in package.geographies}
    sources = dict.fromkeys(layer.source for layer in LAYERS if layer.focusable)
    return {
        str(identifier): {
            "layer": source,
            **_words(row, words),
            "name": names.get(str(identifier)) or feature_name(row, words),
            "status": years[str(identifier)],
            "milestones": [_milestone(m, words) for m in _own(package, str(identifier))],
            "figures": [write_figure(f, words) for f in package.figures if f.feature == identifier],
            "remarks": _remarks(package, str(identifier), words),
            "near": near.get(str(identifier), []),
        }
        for source in sources
        for identifier, row in package.layers[source].iterrows()
    }


def nearby(package: Package, words: Catalogue) -> dict[str, list[dict[str, Any]]]:
    """Return by park the areas near it, nearest first, with their distance in words."""
    near: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for neighbour in neighbours(package):
        near[neighbour.feature].append(_neighbour(neighbour, words))
    return near


def _remarks(package: Package, identifier: str, words: Catalogue) -> list[dict[str, Any]]:
    """What must be known of the source to read about a feature, an area's as a geography too."""
    tables = ("features", "geographies")
    return [r for table in tables for r in write_remarks(package, table, identifier, words)]


def feature_name(row: "pd.Series[Any]", words: Catalogue) -> str:
    """Return a feature's name; in English its own English one, where it has one."""
    """A feature has one name, and another in English where it is described rather than named."""
    english: str = row["name_en"] if words.language == "en" else ""
    return english or str(row["name"])


def _words(row: "pd.Series[Any]", words: Catalogue) -> dict[str, Any]:
    kind = f"kind.{row['kind'].replace('_', '-')}"
    return {
        "kind": words.text(kind) if words.has(kind) else row["kind"],
        "outline": outline_text(row, words),
        "description": row[f"description_{words.language}"],
        "url": row["url"],
        "source": ids(row["source"]),
    }  # fmt: skip


def outline_text(row: "pd.Series[Any]", words: Catalogue) -> str:
    """Say what kind of drawing an outline is, and how far off it may be."""
    kind = row.geometry.geom_type.removeprefix("Multi").lower()
    return words.text(f"outline.{kind}", error=numbers.number(row["error_m"], 0, words))


def _own(package: Package, feature: str) -> list[Milestone]:
    return sorted(package.milestones_of(feature), key=lambda m: m.date)


def _milestone(milestone: Milestone, words: Catalogue) -> dict[str, Any]:
    return {
        "year": milestone.year,
        "date": numbers.milestone_date(milestone, words),
        "text": getattr(milestone, f"text_{words.language}"),
        "source": ids(milestone.source),
    }


def write_figure(figure: Figure, words: Catalogue) -> dict[str, Any]:
    """Return a figure with its unit in words, and the ids of its sources."""
    amount = numbers.number(figure.value, 3, words)
    unit = words.text(f"unit.{figure.unit}")
    if figure.unit == "dkk" and figure.value >= 1_000_000:
        amount, unit = (
            numbers.number(figure.value / 1_000_000, 3, words),
            words.text("unit.million_dkk"),
        )
    qualifier = words.text(f"qualifier.{figure.qualifier}") + " " if figure.qualifier else ""
    return {
        "value": f"{qualifier}{amount}{numbers.NBSP}{unit}",
        "text": getattr(figure, f"text_{words.language}"),
        "source": ids(figure.source),
    }


def _neighbour(neighbour: Neighbour, words: Catalogue) -> dict[str, Any]:
    key = "near.touching" if neighbour.distance_m == 0 else "near.distance"
    limit = NEAR_M if neighbour.within_m == NEAR_M else REACH_M
    return {
        "area": neighbour.area,
        "distance": words.text(
            key,
            distance=numbers.metres(neighbour.distance_m, words),
            error=numbers.number(neighbour.error_m, 0, words),
        ),
        "within": limit,
        "certain": neighbour.certain,
    }


def write_pins(package: Package, words: Catalogue) -> list[dict[str, Any]]:
    """Return the milestones that stand as pins on the clock, earliest first."""
    pins = sorted((m for m in package.milestones if m.pin), key=lambda m: m.date)
    return [_milestone(pin, words) for pin in pins]
