"""Answer what is asked of every site by name: its icon, its rules for robots, its pages."""

from xml.sax.saxutils import escape

from flask import Flask, Response

from dashboard.catalogue import LANGUAGES
from dashboard.release.reading import ICON, Release
from dashboard.settings import Settings
from dashboard.sitemap import PAGES

_DAY_S = 86_400


def add_wellknown(server: Flask, settings: Settings, release: Release) -> None:
    """Add the routes; there is a list of pages only where the site knows its own address."""
    drawn = release.part(ICON)

    @server.get("/favicon.ico")
    def icon() -> Response:
        return _for_a_day(drawn, "image/x-icon")

    @server.get("/robots.txt")
    def robots() -> Response:
        return _for_a_day(robots_text(settings.public_url).encode(), "text/plain; charset=utf-8")

    if settings.public_url:

        @server.get("/sitemap.xml")
        def sitemap() -> Response:
            return _for_a_day(sitemap_text(settings.public_url).encode(), "application/xml")


def _for_a_day(body: bytes, content_type: str) -> Response:
    response = Response(body, content_type=content_type)
    response.cache_control.public = True
    response.cache_control.max_age = _DAY_S
    return response


def robots_text(public_url: str) -> str:
    """Return the rules: all may be read but what is drawn anew for each address.

    The map is an exception: it stands beside a shared link.
    """
    rules = ["User-agent: *", "Allow: /download/map.png", "Disallow: /download/"]
    pages = [f"Sitemap: {public_url}/sitemap.xml"] if public_url else []
    return "\n".join([*rules, *pages, ""])


def address_of(path: str, language: str) -> str:
    """Return a page's address on its site; the default language needs no word."""
    return path if language == LANGUAGES[0] else f"{path}?sprog={language}"


def sitemap_text(public_url: str) -> str:
    """Return every page in every language, as the sitemap protocol writes it."""
    places = "".join(
        f"<url><loc>{escape(public_url + address_of(path, language))}</loc></url>"
        for path in PAGES
        for language in LANGUAGES
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{places}</urlset>\n'
    )
