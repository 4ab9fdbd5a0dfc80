"""Make the documents of a release: what the pages draw from, by name."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
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
from dashboard.payload.series import packed, write_series
from geodata.files.export import as_csv, as_csv_excel
from geodata.package.package import Package
from layers.walks import build_walks

#: File names with their content.
Documents = dict[str, str]
#: Series and places that one maker makes: enough that starting it costs nothing, few enough that
#: all processors have work to the end.
SERIES_AT_ONCE, PLACES_AT_ONCE = 5, 50
#: Up to so many figures there is a file with all series; above, a page fetches what it shows.
ALL_AT_MOST = 20_000

#: Each maker can run in a process of its own.
Maker = Callable[[Materials], Documents]


def series(language: str, ids: Sequence[str]) -> Maker:
    """Make some series whole, a file for each."""

    def make(materials: Materials) -> Documents:
        return {
            f"series-{one}-{language}.json": compact(_series(materials, one, language))
            for one in ids
        }

    return make


def all_series(language: str) -> Maker:
    """Make all series in one file, for pages that show many at once."""

    def make(materials: Materials) -> Documents:
        every = {one: _series(materials, one, language) for one in materials.view.series}
        return {f"all-{language}.json": compact(every)}

    return make


def _series(materials: Materials, indicator: str, language: str) -> dict[str, Any]:
    view, cells = materials.view, materials.subjects[language].cells
    return packed(write_series(materials.package, view.series[indicator], view.years, cells))


def overviews(language: str, ids: Sequence[str]) -> Maker:
    """Make what the panel says of some places beside the chosen series."""

    def make(materials: Materials) -> Documents:
        view, cells = materials.view, materials.subjects[language].cells
        return {
            f"place-{one}-{language}.json": compact(write_overview(view, one, cells)) for one in ids
        }

    return make


def frame(language: str, made: Made) -> Maker:
    """Make the frame, which names the files that were made."""

    def make(materials: Materials) -> Documents:
        written = write_frame(materials.package, materials.view, catalogue(language))
        return {
            f"{language}.json": compact(
                {**written, "files": files_of(made, materials.package, language)}
            )
        }

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


def first_makers(materials: Materials) -> list[Maker]:
    """Return the makers of everything but the frames, the longest work first."""
    package = materials.package
    ids = [i.id for i in package.indicators]
    areas = [area.id for area in package.areas]
    few = len(package.observations) <= ALL_AT_MOST
    return [
        places,
        *(compare(language) for language in LANGUAGES),
        *(series(language, part) for language in LANGUAGES for part in _parts(ids, SERIES_AT_ONCE)),
        *(overviews(language, part) for language in LANGUAGES for part in _parts(areas, PLACES_AT_ONCE)),
        *(all_series(language) for language in LANGUAGES if few),
        values,
    ]  # fmt: skip


def _parts(ids: Sequence[str], size: int) -> Iterator[Sequence[str]]:
    return (ids[start : start + size] for start in range(0, len(ids), size))


def compact(document: dict[str, Any]) -> str:
    """Return a document as JSON without spaces."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":"))
