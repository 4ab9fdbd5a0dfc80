"""Tell the language of a page, also where a script of that page asks."""

from urllib.parse import parse_qs, urlsplit

from flask import request

from dashboard.catalogue import LANGUAGES


def language_in(search: str) -> str:
    """Return the language that the search part of an address names; the default without one."""
    asked = parse_qs(search.lstrip("?")).get("sprog", [""])[-1]
    return asked if asked in LANGUAGES else LANGUAGES[0]


def language_of_page() -> str:
    """Return the language of the address, or of the page that asks."""
    own = request.query_string.decode("latin-1")
    return language_in(own if "sprog=" in own else urlsplit(request.referrer or "").query)
