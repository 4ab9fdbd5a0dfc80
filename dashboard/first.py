"""Answer with the pages: what was compiled, filled in for the address that is asked for."""

from collections.abc import Callable

from flask import Flask, Response, request

from dashboard.embedding import is_embed
from dashboard.release.html import filled
from dashboard.release.reading import Release
from dashboard.routes import language_of_request
from dashboard.sharing import head_tags, read_link
from dashboard.sitemap import PAGES


def add_pages(server: Flask, release: Release, public_url: str) -> None:
    """Answer for each page; Dash, which has a rule for every address, is set aside there."""
    for path, name in PAGES.items():
        server.add_url_rule(path, f"page_{name}", _answer(release, path, name, public_url))


def _answer(release: Release, path: str, name: str, public_url: str) -> Callable[[], Response]:
    pages = {language: release.page(language, name) for language in release.facts.told}

    def page() -> Response:
        language = language_of_request()
        told = release.facts.told[language]
        link = read_link(told, name, path, request.args)
        tags = head_tags(told, link, told.titles[name], public_url)
        shown = _preload(told.files[link.indicator or told.start]) if name == "map" else ""
        body = filled(pages[language], tags + shown, alone=is_embed(request))
        return Response(body, content_type="text/html; charset=utf-8")

    return page


def _preload(address: str) -> str:
    """Have the browser fetch at once the series that the page shows first."""
    return f'\n<link rel="preload" href="{address}" as="fetch" crossorigin="anonymous">'
