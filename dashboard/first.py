"""Answer with the pages: what was compiled, filled in and drawn for the address that is asked for."""

from collections.abc import Callable
from functools import lru_cache

from flask import Flask, Response, abort, current_app, request

from dashboard.archive.marks import KEY, edition_marks
from dashboard.drawn.atlas import Atlas
from dashboard.drawn.page import page as drawn_page
from dashboard.drawn.state import State, parse
from dashboard.embedding import is_embed
from dashboard.packed import Packed, answer
from dashboard.release.html import filled
from dashboard.release.manifest import ReleaseError
from dashboard.release.reading import Release
from dashboard.routes import language_of_request
from dashboard.sharing import Link, head_tags, read_link
from dashboard.sitemap import PAGES

#: So many answers of each page are kept: those that most visitors ask for.
_KEPT = 128


def add_pages(server: Flask, release: Release, public_url: str) -> None:
    """Answer for each page; Dash, which has a rule for every address, is set aside there."""
    atlas = Atlas(release)
    for path, name in PAGES.items():
        server.add_url_rule(path, f"page_{name}", _answer(atlas, release, path, name, public_url))


def _answer(
    atlas: Atlas, release: Release, path: str, name: str, public_url: str
) -> Callable[[], Response]:
    pages = {language: release.page(language, name) for language in release.facts.told}

    @lru_cache(_KEPT)
    def body(language: str, link: Link, state: State | None, first: bool, marks: str) -> Packed:
        told = release.facts.told[language]
        tags = head_tags(told, link, told.titles[name], public_url)
        drawn = ""
        if state is not None:
            tags += _preload(told.files[state.indicator])
            drawn = drawn_page(atlas, state, told.title, first=first)
        return Packed(filled(pages[language], tags, drawn, marks).encode())

    def page() -> Response:
        language = language_of_request()
        link = read_link(release.facts.told[language], name, path, request.args)
        try:
            state = parse(request.args, atlas.doc(language)) if name == "map" else None
            first = not set(request.args) - {"sprog", KEY}
            found = body(language, link, state, first, _marks())
        except ReleaseError as error:
            current_app.logger.error(str(error))
            abort(503, "error.release_broken")
        return answer(found, "text/html; charset=utf-8")

    return page


def _marks() -> str:
    """What the page is told of how it is shown: alone in a frame, and of which edition it is."""
    alone = ' data-embed="1"' if is_embed(request) else ""
    return alone + edition_marks(request.environ)


def _preload(address: str) -> str:
    """Have the browser fetch at once the series that the page shows first."""
    return f'\n<link rel="preload" href="{address}" as="fetch" crossorigin="anonymous">'
