"""Hold what is served: documents, page layouts and the table of values, made once at start."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from dash.development.base_component import Component
from plotly.utils import PlotlyJSONEncoder

from dashboard.bundles import Bundle, bundles
from dashboard.catalogue import LANGUAGES, catalogue
from dashboard.pages import about
from dashboard.pages import compare as compare_page
from dashboard.pages import data as data_page
from dashboard.pages import map as map_page
from dashboard.pages import places as places_page
from dashboard.payload.cells import CellWriter
from dashboard.payload.compare.document import write_compare
from dashboard.payload.document import write_document
from dashboard.payload.places.document import write_places
from dashboard.payload.places.network import write_network
from dashboard.payload.places.streets import write_streets
from dashboard.payload.rows import search_texts
from dashboard.pictures.subject import Subject, subjects_of
from dashboard.settings import Settings
from dashboard.shades import dark_rules
from geodata.files.export import as_csv, as_csv_excel
from geodata.files.printed import Key, Row, rows
from geodata.network.network import read_network
from geodata.package.package import Package
from layers.view import build_view
from layers.walks import build_walks

#: The layout of every page, by the name it has in `parts.header.PAGES`.
LAYOUTS: dict[str, Callable[..., Component]] = {
    "map": map_page.layout,
    "compare": compare_page.layout,
    "places": places_page.layout,
    "data": data_page.layout,
    "about": about.layout,
}

#: The pages that have a document of their own beside the view document.
WITH_DOCUMENTS = ("compare", "places")


@dataclass(frozen=True)
class Content:
    """Everything that a package becomes; `data` is named after its own hash.

    `rows` are all figures, for downloads; `texts` what stands in each row, by language;
    `bundles` the scripts and style sheets of the pages;
    `subjects` what pictures and memos are made from, by language.
    """

    package: Package
    subjects: dict[str, Subject]
    version: str
    data: dict[str, str]
    layouts: dict[tuple[str, str], Component]
    rows: list[Row]
    texts: dict[str, dict[Key, str]]
    bundles: dict[str, Bundle]

    def address(self, language: str) -> str:
        """Return the immutable address of a language's view document."""
        return f"/data/{self.version}/{language}.json"

    def own_address(self, page: str, language: str) -> str:
        """Return the immutable address of a page's own document, empty where it has none."""
        own = page in WITH_DOCUMENTS
        return f"/data/{self.version}/{page}-{language}.json" if own else ""

    def page(self, language: str, name: str) -> str:
        """Return a page's layout as Dash's JSON; raise `KeyError` where there is none."""
        return json.dumps(self.layouts[(language, name)], cls=PlotlyJSONEncoder, ensure_ascii=False)


def build_content(package: Package, settings: Settings) -> Content:
    """Return all that is served for a package."""
    view = build_view(package)
    data = {
        f"{language}.json": _compact(write_document(package, view, catalogue(language)))
        for language in LANGUAGES
    }
    subjects = subjects_of(package, view)
    data |= {
        f"compare-{language}.json": _compact(write_compare(subjects[language]))
        for language in LANGUAGES
    }
    data |= _documents_of_places(package)
    data["values.csv"] = as_csv(package)
    data["values-excel.csv"] = as_csv_excel(package)
    layouts = {
        (language, name): layout(package, settings, catalogue(language))
        for language in LANGUAGES
        for name, layout in LAYOUTS.items()
    }
    digest = hashlib.sha256("".join(data.values()).encode()).hexdigest()[:16]
    texts = {
        language: search_texts(view, CellWriter(package, catalogue(language)))
        for language in LANGUAGES
    }
    return Content(
        package,
        subjects,
        digest,
        data,
        layouts,
        rows(package),
        texts,
        bundles(dark_rules("".join(data.values()))),
    )


def _documents_of_places(package: Package) -> dict[str, str]:
    """The page's own documents, the walking network, and its streets where they were imported.

    The page asks for the last two when it needs them.
    """
    network = read_network(package)
    walks = build_walks(network)
    documents = {
        f"places-{language}.json": _compact(write_places(package, walks, catalogue(language)))
        for language in LANGUAGES
    }
    documents["network.json"] = _compact(write_network(network))
    if not network.is_schematic:
        documents["streets.json"] = _compact(write_streets(network))
    return documents


def _compact(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))
