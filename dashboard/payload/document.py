"""Put together the one document that the browser draws from, in one language."""

from collections.abc import Mapping
from typing import Any

from dashboard.catalogue import Catalogue
from dashboard.payload.cells import CellWriter
from dashboard.payload.features import write_features, write_figure, write_pins
from dashboard.payload.outlines import reason_words, write_outlines
from dashboard.payload.sources import write_sources
from geodata.package.package import Package
from geodata.tables.records import split_list
from geodata.tables.statuses import Status
from layers.layer import LAYERS, SWITCHABLE, bounds

#: What is known of each series before it is chosen, see `payload.series.brief_of`.
Briefs = Mapping[str, Mapping[str, Any]]


def write_frame(package: Package, briefs: Briefs, words: Catalogue) -> dict[str, Any]:
    """Return what all pages look up: clock, themes, geographies, features, words and briefs."""
    cells = CellWriter(package, words)
    clock = package.descriptor
    start = briefs[clock.start_indicator]
    years = list(range(clock.first_year, clock.last_year + 1))
    language = words.language
    return {
        "language": language,
        "years": years,
        "asOf": clock.year,
        "firstView": bounds(package),
        "start": {
            "indicator": clock.start_indicator,
            "area": clock.start_area,
            "year": max(start["years"], default=years[-1]),
        },
        "themes": [
            {"id": t.id, "name": getattr(t, f"name_{language}"),
             "indicators": [i.id for i in package.indicators if i.theme == t.id]}
            for t in clock.themes
            if any(i.theme == t.id for i in package.indicators)
        ],
        "areas": [area.id for area in package.areas],
        "geographies": {g.id: {"name": cells.places[g.id], "kind": g.kind}
                        | ({"municipality": g.municipality} if g.municipality else {})
                        for g in package.geographies},
        "aliases": _aliases(package),
        "memberships": _memberships(package, cells),
        "planFigures": _plan_figures(package, cells),
        "municipality": package.municipality.id if package.municipality else None,
        "indicators": {i.id: briefs[i.id] for i in package.indicators},
        "layers": [{"id": layer, "name": words.text(f"layer.{layer}")} for layer in SWITCHABLE
                   if len(package.layers[layer])],
        "drawn": [layer.id for layer in LAYERS],
        "features": write_features(package, words),
        "sources": write_sources(package, words),
        "pins": write_pins(package, words),
        "reasons": reason_words(package, words),
        "statuses": {s: words.text(f"status.{s}") for s in Status},
        "texts": words.browser_messages(),
        **write_outlines(package, words),
    }  # fmt: skip


def _plan_figures(package: Package, cells: CellWriter) -> list[dict[str, Any]]:
    """What a source counts of each plan as a whole, with the areas that the plan is made of."""
    plans = [g for g in package.geographies if g.kind == "plan"]
    own = {g.id: [write_figure(f, cells.words) for f in package.figures if f.feature == g.id]
           for g in plans}  # fmt: skip
    return [{"name": cells.places[g.id], "areas": list(split_list(g.members)), "figures": own[g.id]}
            for g in plans if own[g.id]]  # fmt: skip


def _aliases(package: Package) -> dict[str, list[str]]:
    """What a place is called, too, by its id: names in either language may be among it."""
    said: dict[str, list[str]] = {}
    for one in package.aliases:
        said.setdefault(one.geography, []).append(one.alias)
    return said


def _memberships(package: Package, cells: CellWriter) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {area.id: [] for area in package.areas}
    for m in package.memberships:
        extent = cells.words.text(f"extent.{m.extent.replace(' ', '_')}")
        said[m.geography].append(
            cells.words.text("membership", plan=cells.places[m.plan], extent=extent)
        )
    return said
