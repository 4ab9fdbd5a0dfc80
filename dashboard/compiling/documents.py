"""Make the documents of a release: what the pages draw from, by name."""

import json
from collections.abc import Callable
from typing import Any

from dashboard.catalogue import LANGUAGES, catalogue
from dashboard.compiling.materials import Materials
from dashboard.payload.compare.document import write_compare
from dashboard.payload.document import write_document
from dashboard.payload.places.document import write_places
from dashboard.payload.places.network import write_network
from dashboard.payload.places.streets import write_streets
from geodata.files.export import as_csv, as_csv_excel
from layers.walks import build_walks

#: File names with their content.
Documents = dict[str, str]
#: Each maker can run in a process of its own.
Maker = Callable[[Materials], Documents]


def view(language: str) -> Maker:
    """Make the view document of a language."""

    def make(materials: Materials) -> Documents:
        written = write_document(materials.package, materials.view, catalogue(language))
        return {f"{language}.json": compact(written)}

    return make


def compare(language: str) -> Maker:
    """Make what only Sammenlign asks for."""

    def make(materials: Materials) -> Documents:
        return {f"compare-{language}.json": compact(write_compare(materials.subjects[language]))}

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
    return made


def values(materials: Materials) -> Documents:
    """Make the files of all figures."""
    package = materials.package
    return {"values.csv": as_csv(package), "values-excel.csv": as_csv_excel(package)}


#: The largest first: the others fill the gaps.
MAKERS: tuple[Maker, ...] = (
    places, *(compare(language) for language in LANGUAGES),
    *(view(language) for language in LANGUAGES), values,
)  # fmt: skip


def compact(document: dict[str, Any]) -> str:
    """Return a document as JSON without spaces."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))
