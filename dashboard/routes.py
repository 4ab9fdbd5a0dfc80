"""Answer for health and for what is not there: an unknown address, a breakdown, a refusal."""

from dash.exceptions import DependencyException
from flask import Flask, Response, abort, request
from werkzeug.exceptions import (
    BadRequest,
    HTTPException,
    MethodNotAllowed,
    RequestEntityTooLarge,
    ServiceUnavailable,
)

from dashboard.asked import RefusedError
from dashboard.asking import ASKING
from dashboard.catalogue import LANGUAGES, Catalogue, catalogue
from dashboard.error_page import error_page
from dashboard.release.static import BROKEN
from dashboard.sitemap import PAGES

#: Addresses that Dash answers itself.
_DASH_PREFIXES = ("/_dash-", "/_reload-hash", "/assets/", "/_favicon.ico")
#: The endpoints of our own addresses.
_OWN = (ASKING, "health", "download", "chart", "map_", "memo", "compare", "icon", "robots",
        "sitemap", "archive.page")  # fmt: skip
#: Where Dash answers every address that it does not know with the index.
_CATCH_ALL = "/<path:path>"


def language_of_request() -> str:
    """Return the language of the address; the default where it names none that exists."""
    wanted = request.args.get("sprog", LANGUAGES[0])
    return wanted if wanted in LANGUAGES else LANGUAGES[0]


def add_routes(server: Flask) -> None:
    """Add what every server answers, and an answer for what it does not."""

    @server.get("/health")
    def health() -> Response:
        return Response("ok", mimetype="text/plain", headers={"Cache-Control": "no-store"})

    @server.before_request
    def unknown_address() -> None:
        if broken := request.environ.get(BROKEN):
            server.logger.error(broken)
            abort(503, "error.release_broken")
        own = request.endpoint in _OWN
        of_dash = request.path.startswith(_DASH_PREFIXES) and request.endpoint != _CATCH_ALL
        if own or of_dash or request.path in PAGES:
            return
        is_data = request.path.startswith("/data/")
        abort(404, "error.data_not_found" if is_data else "app.not_found")

    _add_error_pages(server)


def _add_error_pages(server: Flask) -> None:
    @server.errorhandler(404)
    @server.errorhandler(DependencyException)
    def not_found(error: object) -> tuple[str, int]:
        words = catalogue(language_of_request())
        key = str(getattr(error, "description", ""))
        return _error_page(words, key if words.has(key) else "app.not_found"), 404

    @server.errorhandler(503)
    def broken(error: ServiceUnavailable) -> tuple[str, int]:
        return _error_page(catalogue(language_of_request()), str(error.description)), 503

    @server.errorhandler(400)
    @server.errorhandler(413)
    @server.errorhandler(415)
    def no_question(error: HTTPException) -> tuple[str, int]:
        words = catalogue(language_of_request())
        too_large = error.code == RequestEntityTooLarge.code
        key = "error.question_too_large" if too_large else "error.question"
        return _error_page(words, key), error.code or BadRequest.code

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
