"""Compress what never changes once, as small as brotli can, and keep it.

The first visitors may get the library's quick compression; a thread replaces it within
seconds of the start. What depends on the request is compressed quickly, each time.
"""

import re
import threading

import brotli
from dash.fingerprint import check_fingerprint
from flask import Flask, Request, Response

from dashboard.catalogue import LANGUAGES
from dashboard.parts.header import PAGES

#: Addresses whose answer is the same for everyone as long as the server runs.
_STATIC = ("/bundle/", "/_dash-component-suites/", "/assets/", "/data/", "/pages/")
_MIMETYPES = [
    "text/html",
    "text/css",
    "text/csv",
    "image/svg+xml",
    "text/javascript",
    "application/javascript",
    "application/json",
]
_SMALLEST = 11
_ADDRESS = re.compile(r'(?:src|href|data-document|data-own)="(/[^"?]+)')


class StaticCache:
    """Keeps compressed static answers; everything else passes through."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}

    def get(self, key: str) -> bytes | None:
        """Return the compressed answer of a static address, if it is kept."""
        return self._kept.get(key)

    def set(self, key: str, value: bytes) -> None:
        """Keep a static answer; a smaller one that is there already stays."""
        if key.endswith(";") or (key in self._kept and len(self._kept[key]) <= len(value)):
            return
        self._kept[key] = value


def cache_key(request: Request) -> str:
    """Return what a static answer is kept under, and nothing for all others and for parts."""
    static = request.path.startswith(_STATIC) and "Range" not in request.headers
    return _file_at(request.path) if static else ""


def _file_at(address: str) -> str:
    """Return an address without the version that Dash writes into it and does not look at.

    Any version answers with the same file, and each would be kept apart for ever.
    """
    file: str = check_fingerprint(address)[0]
    return file


def configure(server: Flask) -> StaticCache:
    """Make flask-compress use the cache; call this before Dash starts it."""
    cache = StaticCache()
    server.config.update(
        COMPRESS_ALGORITHM=["br", "gzip"],
        COMPRESS_MIMETYPES=_MIMETYPES,
        COMPRESS_CACHE_KEY=cache_key,
        COMPRESS_CACHE_BACKEND=lambda: cache,
    )
    return cache


def warm(server: Flask, cache: StaticCache) -> None:
    """Compress everything that the pages ask for, in a thread of its own.

    Call this after Dash has started flask-compress: what is added later runs earlier, so
    files are made whole before they are compressed, and not chunk by chunk each time.
    """
    server.after_request(_whole)
    threading.Thread(target=_fill, args=(server, cache), daemon=True).start()


def _whole(response: Response) -> Response:
    if response.status_code == 200 and response.is_streamed:
        response.direct_passthrough = False
        response.set_data(response.get_data())
    return response


def _fill(server: Flask, cache: StaticCache) -> None:
    client = server.test_client()
    asked = (f"{path}?sprog={language}" for language in LANGUAGES for path in PAGES)
    pages = "".join(client.get(address).get_data(as_text=True) for address in asked)
    for address in dict.fromkeys(_ADDRESS.findall(pages)):
        if not address.startswith(_STATIC):
            continue
        with client.get(address, headers={"Accept-Encoding": "identity"}) as answer:
            if answer.status_code != 200:
                continue
            text = answer.get_data()
        cache.set(f"br;{_file_at(address)}", brotli.compress(text, quality=_SMALLEST))
