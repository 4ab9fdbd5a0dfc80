"""Answer plain GET addresses: health, data, page layouts; everything unknown is a 404."""

from collections.abc import Callable

from dash.exceptions import DependencyException
from flask import Flask, Response, abort, request
from werkzeug.exceptions import MethodNotAllowed

from dashboard.asked import RefusedError
from dashboard.catalogue import LANGUAGES, Catalogue, catalogue
from dashboard.content import Content
from dashboard.error_page import error_page
from dashboard.parts.header import PAGES

_YEAR_S = 31_536_000
_TYPES = {
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
}
#: Addresses that Dash answers itself.
_DASH_PREFIXES = ("/_dash-", "/_reload-hash", "/assets/", "/_favicon.ico")
#: The endpoints of our own addresses.
_OWN = ("health", "data", "bundle", "page", "wires", "download", "chart", "map_", "memo",
        "icon", "robots", "sitemap")  # fmt: skip
#: Where Dash answers every address that it does not know with the index.
_CATCH_ALL = "/<path:path>"


def language_of_request() -> str:
    """Return the language of the address; the default where it names none that exists."""
    wanted = request.args.get("sprog", LANGUAGES[0])
    return wanted if wanted in LANGUAGES else LANGUAGES[0]


def add_routes(server: Flask, content: Content, dependencies: Callable[[], Response]) -> None:
    """Add all routes that are not Dash's; `dependencies` answers with its callbacks."""

    @server.get("/health")
    def health() -> Response:
        return Response("ok", mimetype="text/plain", headers={"Cache-Control": "no-store"})

    @server.get("/data/<version>/<name>")
    def data(version: str, name: str) -> Response:
        if version != content.version or name not in content.data:
            abort(404, "error.data_not_found")
        kind = name.rpartition(".")[2]
        response = _kept(content.data[name], kind)
        if kind == "csv":
            filename = f"{content.package.descriptor.name}-{name}"
            response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
        return response

    @server.get("/bundle/<version>/<name>")
    def bundle(version: str, name: str) -> Response:
        found = content.bundles.get(name)
        if found is None or found.address != f"/bundle/{version}/{name}":
            abort(404, "app.not_found")
        return _kept(found.text, name.rpartition(".")[2])

    @server.get("/pages/<language>/<name>/_dash-layout")
    def page(language: str, name: str) -> Response:
        if (language, name) not in content.layouts:
            abort(404, "app.not_found")
        response = Response(content.page(language, name), mimetype="application/json")
        response.add_etag()
        response.make_conditional(request)
        return response

    @server.get("/pages/<language>/<name>/_dash-dependencies")
    def wires(language: str, name: str) -> Response:
        if (language, name) not in content.layouts:
            abort(404, "app.not_found")
        return dependencies()

    @server.before_request
    def unknown_address() -> None:
        own = request.endpoint in _OWN
        of_dash = request.path.startswith(_DASH_PREFIXES) and request.endpoint != _CATCH_ALL
        if own or of_dash or request.path in PAGES:
            return
        abort(404, "app.not_found")

    _add_error_pages(server)


def _kept(text: str, kind: str) -> Response:
    """Answer with what an address will always mean."""
    response = Response(text, content_type=_TYPES[kind])
    response.cache_control.max_age = _YEAR_S
    response.cache_control.immutable = True
    response.cache_control.public = True
    return response


def _add_error_pages(server: Flask) -> None:
    @server.errorhandler(404)
    @server.errorhandler(DependencyException)
    def not_found(error: object) -> tuple[str, int]:
        words = catalogue(language_of_request())
        key = str(getattr(error, "description", ""))
        return _error_page(words, key if words.has(key) else "app.not_found"), 404

    @server.errorhandler(RefusedError)
    def refused(error: RefusedError) -> tuple[str, int, dict[str, str]]:
        words = catalogue(language_of_request())
        soon = {"Retry-After": "3"} if error.status == 503 else {}
        return error_page(words, error.said(words)), error.status, soon

    @server.errorhandler(405)
    def read_only(error: MethodNotAllowed) -> tuple[str, int, dict[str, str]]:
        page = _error_page(catalogue(language_of_request()), "error.method")
        return page, 405, {"Allow": ", ".join(sorted(error.valid_methods or ()))}

    @server.errorhandler(500)
    def failed(_: object) -> tuple[str, int]:
        return _error_page(catalogue(language_of_request()), "error.generic"), 500


def _error_page(words: Catalogue, key: str) -> str:
    return error_page(words, words.text(key))
