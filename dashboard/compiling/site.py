"""Make the site of a release: documents, bundles, layouts, pages and what is told of them."""

import json
from collections.abc import Mapping
from importlib import import_module
from typing import Any

from dashboard.bundles import bundles
from dashboard.catalogue import LANGUAGES, Catalogue, catalogue
from dashboard.compiling import documents
from dashboard.compiling.crew import Crew
from dashboard.compiling.frame import DashFrame, dash_frame
from dashboard.compiling.layouts import LAYOUTS, layout_text
from dashboard.compiling.made import Made
from dashboard.compiling.makers import first_makers
from dashboard.compiling.materials import Materials
from dashboard.compiling.pages import DRAWN_PAGE, Addresses, page_html
from dashboard.compiling.plain import END, opening
from dashboard.compiling.wires import wires_for
from dashboard.compiling.without import files_as_links, without_script
from dashboard.parts.ground import Ground
from dashboard.payload.document import Briefs
from dashboard.release.facts import SiteFacts, Told
from dashboard.release.reading import FACTS, ICON, SHAPES, page_part
from dashboard.release.shelf import LETTERS, SITE, Shelf, digest_of
from geodata.package.package import Package
from layers.layer import bounds

#: Pages that are all there without scripts.
WHOLE = ("about",)
#: Files that the server reads and no visitor is sent.
INNER = "inner"
#: The layout of each page as JSON, by language and page.
Layouts = Mapping[tuple[str, str], str]


def make_site(crew: Crew) -> dict[str, str]:
    """Write everything into the crew's shelf; return the path of each part by its name."""
    materials, shelf = crew.materials, crew.shelf
    made = crew.make(first_makers(materials))
    made.take(crew.make([documents.frame(language, made) for language in LANGUAGES]))
    frame = dash_frame()
    files = {**_addresses(made.paths), **_addresses(_bundles(made, shelf))}
    layouts = _texts(materials.package, _ground(materials, files[SHAPES]))
    at = Addresses(
        files=files, suites=_suites(frame, shelf), layouts=_layouts(layouts, frame, shelf)
    )
    facts = SiteFacts(materials.package.descriptor.name, _told(materials, made, at), frame.hashes)
    written = json.dumps(facts.as_dict(), ensure_ascii=False, sort_keys=True).encode()
    return {
        **made.paths,
        **_pages(materials, layouts, facts, frame, at, shelf),
        FACTS: _inner(shelf, "facts.json", written),
        ICON: _icon(crew),
    }


def _addresses(paths: dict[str, str]) -> dict[str, str]:
    return {name: path.removeprefix(SITE) for name, path in paths.items()}


def _bundles(made: Made, shelf: Shelf) -> dict[str, str]:
    return {bundle.name: shelf.put_named("bundle", bundle.name, bundle.text.encode())
            for bundle in bundles(made.shades).values()}  # fmt: skip


def _suites(frame: DashFrame, shelf: Shelf) -> str:
    """Write Dash's scripts side by side, where they look for each other; return the address."""
    whole = b"".join(path.encode() + content for path, content in sorted(frame.suites.items()))
    folder = f"suites/{digest_of(whole)[:LETTERS]}"
    for path, content in frame.suites.items():
        shelf.put(f"{SITE}/{folder}/{path}", content)
    return f"/{folder}"


def _ground(materials: Materials, shapes: str) -> Ground:
    settings = materials.settings
    return Ground(bounds(materials.package), shapes, settings.tiles_url, settings.tiles_attribution)


def _texts(package: Package, ground: Ground) -> Layouts:
    return {(language, page): layout_text(page, language, package, ground)
            for language in LANGUAGES for page in LAYOUTS}  # fmt: skip


def _layouts(texts: Layouts, frame: DashFrame, shelf: Shelf) -> dict[tuple[str, str], str]:
    """Write what Dash's renderer begins with for each page; return where it looks for it."""
    found = {}
    for (language, page), text in texts.items():
        wires = wires_for(text, frame.wires)
        version = digest_of(f"{text}{wires}".encode())[:LETTERS]
        folder = f"pages/{version}/{language}/{page}"
        shelf.put(f"{SITE}/{folder}/_dash-layout", text.encode())
        shelf.put(f"{SITE}/{folder}/_dash-dependencies", wires.encode())
        found[language, page] = f"/{folder}/"
    return found


def _told(materials: Materials, made: Made, at: Addresses) -> dict[str, Told]:
    return {language: _told_in(materials.package, catalogue(language), made.briefs_in(language), at)
            for language in LANGUAGES}  # fmt: skip


def _told_in(package: Package, words: Catalogue, briefs: Briefs, at: Addresses) -> Told:
    language = words.language
    site: str = getattr(package.descriptor, f"title_{language}")
    titles = {page: site if page == "map" else f"{words.text(f'nav.{page}')} \u2013 {site}"
              for page in LAYOUTS}  # fmt: skip
    return Told(
        language=language,
        title=site,
        titles=titles,
        start=package.descriptor.start_indicator,
        names={one: brief["name"] for one, brief in briefs.items()},
        definitions={i.id: getattr(i, f"definition_{language}") for i in package.indicators},
        years={one: brief["years"] for one, brief in briefs.items()},
        files={one: at.files[f"series-{one}-{language}.json"] for one in briefs},
    )


def _pages(
    materials: Materials,
    layouts: Layouts,
    facts: SiteFacts,
    frame: DashFrame,
    at: Addresses,
    shelf: Shelf,
) -> dict[str, str]:
    found = {}
    for (language, page), layout in layouts.items():
        title = facts.told[language].titles[page]
        without = _without(page, language, materials, json.loads(layout))
        text = page_html(page, title, catalogue(language), frame, at, without)
        name = page_part(language, page)
        found[name] = _inner(shelf, name, text.encode())
    return found


def _without(page: str, language: str, materials: Materials, layout: Any) -> str:
    """What a visitor without scripts gets; a large package has no list of all its files."""
    links = "" if materials.is_large else files_as_links(materials.subjects[language])
    if page == DRAWN_PAGE:
        return without_script(links)
    return without_script(opening(layout, whole=page in WHOLE) + links + END)


def _icon(crew: Crew) -> str:
    """Draw the icon, or have the one that was drawn before: what draws it takes long to load."""
    found = crew.memory.find(ICON)
    if found is None:
        drawn = import_module("dashboard.pictures.icon_file").as_file()
        path = _inner(crew.shelf, "favicon.ico", drawn)
        found = Made({ICON: path}, {path: crew.shelf.files[path]})
        crew.memory.note(ICON, found)
    crew.shelf.files.update(found.files)
    return found.paths[ICON]


def _inner(shelf: Shelf, name: str, content: bytes) -> str:
    return shelf.put(f"{INNER}/{digest_of(content)[:LETTERS]}/{name}", content)
