"""Make the documents of a release: what the pages draw from, by name."""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import product
from typing import Any

from dashboard.catalogue import LANGUAGES, catalogue
from dashboard.compiling.made import Made
from dashboard.compiling.materials import Materials
from dashboard.payload.compare.document import write_compare
from dashboard.payload.document import write_frame
from dashboard.payload.overview import write_overview
from dashboard.payload.places.document import write_places
from dashboard.payload.places.network import write_network
from dashboard.payload.places.streets import write_streets
from dashboard.payload.series import brief_of, packed, write_series
from dashboard.release.reading import SHAPES
from geodata.package.package import Package
from layers.layer import all_features
from layers.view import View
from layers.walks import build_walks


@dataclass(frozen=True, slots=True)
class Documents:
    """Files by their names, and what is known of series before they are chosen, see `Made`."""

    files: dict[str, str]
    briefs: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)


#: Each maker can run in a process of its own.
Maker = Callable[[Materials], Documents]


def series(ids: Sequence[str]) -> Maker:
    """Make some series whole, a file for each and each language."""

    def make(materials: Materials) -> Documents:
        view, made = materials.view_of(ids), Documents({})
        for language, one in product(LANGUAGES, ids):
            whole = _series(materials, view, one, language)
            made.files[f"series-{one}-{language}.json"] = compact(packed(whole))
            made.briefs[language, one] = brief_of(whole)
        return made

    return make


def all_series(language: str) -> Maker:
    """Make all series in one file, for pages that show many at once."""

    def make(materials: Materials) -> Documents:
        view = materials.view
        every = {one: packed(_series(materials, view, one, language)) for one in view.series}
        return Documents({f"all-{language}.json": compact(every)})

    return make


def _series(materials: Materials, view: View, indicator: str, language: str) -> dict[str, Any]:
    cells = materials.cells[language]
    return write_series(materials.package, view.series[indicator], view.years, cells)


def overviews(language: str, ids: Sequence[str]) -> Maker:
    """Make what the panel says of some places beside the chosen series."""

    def make(materials: Materials) -> Documents:
        cells, found = materials.cells[language], materials.severities
        own = {one: materials.package.facts.observations.of_place(one) for one in ids}
        return Documents({f"place-{one}-{language}.json": compact(write_overview(rows, found, cells))
                          for one, rows in own.items()})  # fmt: skip

    return make


def frame(language: str, made: Made) -> Maker:
    """Make the frame, which names the files that were made."""

    def make(materials: Materials) -> Documents:
        package = materials.package
        written = write_frame(package, made.briefs_in(language), catalogue(language))
        files = files_of(made, package, language)
        return Documents({f"{language}.json": compact({**written, "files": files})})

    return make


def files_of(made: Made, package: Package, language: str) -> dict[str, Any]:
    """Name the files of a language by the hash in their address: series, places, and all in one."""

    def hashes(kind: str, ids: Iterable[str]) -> dict[str, str]:
        names = {one: f"{kind}-{one}-{language}.json" for one in ids}
        return {one: made.version(name) for one, name in names.items() if name in made.paths}

    name = f"all-{language}.json"
    return {
        "series": hashes("series", (i.id for i in package.indicators)),
        "places": hashes("place", (g.id for g in package.geographies)),
        "all": made.version(name) if name in made.paths else None,
    }


def compare(language: str) -> Maker:
    """Make what only Sammenlign asks for."""

    def make(materials: Materials) -> Documents:
        written = write_compare(materials.subjects[language])
        return Documents({f"compare-{language}.json": compact(written)})

    return make


def places(materials: Materials) -> Documents:
    """Make what only the page of paths and places asks for.

    The page asks for the network, and for its streets where they were imported, when it needs
    them.
    """
    package, network = materials.package, materials.network
    walks = build_walks(network)
    made = {f"places-{language}.json": compact(write_places(package, walks, catalogue(language)))
            for language in LANGUAGES}  # fmt: skip
    made["network.json"] = compact(write_network(network))
    if not network.is_schematic:
        made["streets.json"] = compact(write_streets(network))
    return Documents(made)


def shapes(materials: Materials) -> Documents:
    """Make the shapes of all maps, in any language."""
    return Documents({SHAPES: compact(all_features(materials.package))})


def compact(document: dict[str, Any]) -> str:
    """Return a document as JSON without spaces."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))
