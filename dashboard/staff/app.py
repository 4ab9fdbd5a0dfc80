"""Put the staff area together: a server of its own, guarded, with its Dash app and its words."""

from importlib import import_module

from flask import Flask, Response, abort, g, request
from werkzeug.middleware.proxy_fix import ProxyFix

from dashboard.archive.archive import Archive
from dashboard.identity.guard import install
from dashboard.identity.known import identity
from dashboard.identity.own_forms import own_mark
from dashboard.identity.settings import AREA, StaffSettings
from dashboard.identity.signing import OPEN, signing
from dashboard.release.static import Application
from dashboard.security import secure_headers
from dashboard.settings import Settings
from dashboard.staff.asking import add_asking
from dashboard.staff.dash_staff import dash_staff
from dashboard.staff.desk import Desk
from dashboard.staff.files import add_files
from dashboard.staff.pages import page_at
from dashboard.staff.refusing import add_refusals
from dashboard.staff.styles import OPEN as STYLE_OPEN
from dashboard.staff.styles import add_style

#: Bytes that may be sent at once: a file of the largest that is read, in the letters of a callback.
MAX_BODY = 72_000_000
_CATCH_ALL = f"{AREA}<path:path>"


def staff_application(settings: Settings, staff: StaffSettings) -> Application:
    """Return what answers for the staff area of an archive."""
    return staff_server(settings, staff).wsgi_app


def staff_server(settings: Settings, staff: StaffSettings) -> Flask:
    """Return the server itself, as tests ask it."""
    if settings.archive is None:  # read_settings says so before
        raise ValueError("A staff area needs an archive.")
    server = Flask(__name__)
    server.config["MAX_CONTENT_LENGTH"] = MAX_BODY
    install(server, staff, OPEN | STYLE_OPEN | _add_provider(server, staff))
    server.register_blueprint(signing)
    add_style(server)
    desk = Desk(settings, staff, Archive(settings.archive))
    add_files(server, desk)
    app = dash_staff(server, desk)
    _only_known(server)
    add_asking(server, app)
    add_refusals(server)
    _headers(server, settings, app.csp_hashes())
    if settings.proxies:
        server.wsgi_app = ProxyFix(server.wsgi_app, x_for=settings.proxies, x_proto=0)  # type: ignore[method-assign]
    return server


def _add_provider(server: Flask, staff: StaffSettings) -> frozenset[str]:
    """Let people sign in at a provider where one is set; return what is open to all for it.

    Its libraries are loaded only then.
    """
    if staff.oidc is None:
        return frozenset()
    routes = import_module("dashboard.identity.provided")
    server.register_blueprint(routes.provided(staff.oidc, staff.origin))
    found: frozenset[str] = routes.OPEN
    return found


def _only_known(server: Flask) -> None:
    """Dash answers every address with its page: here only those that are one."""

    @server.before_request
    def unknown_address() -> None:
        rule = request.url_rule
        if rule is not None and rule.rule == _CATCH_ALL and page_at(request.path) is None:
            abort(404)


def _headers(server: Flask, settings: Settings, hashes: list[str]) -> None:
    """Add what the public pages have, and that nothing of this is kept or framed anywhere."""
    headers = secure_headers(settings, hashes).headers

    @server.after_request
    def add(response: Response) -> Response:
        for name, value in headers.items():
            response.headers[name] = value
        response.headers["Referrer-Policy"] = "same-origin"
        if "_dash-component-suites" not in request.path:
            response.headers["Cache-Control"] = "no-store"
        if g.get("person") is not None and request.endpoint in (AREA, _CATCH_ALL):
            cookies = identity().cookies
            cookies.put(response, cookies.mark, own_mark(), hidden=False)
        return response
