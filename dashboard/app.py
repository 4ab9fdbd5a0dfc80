"""Put everything together: package, content, Dash, routes and headers."""

import json
import re
from typing import Any

from dash import Dash, dcc, html
from flask import Flask, request

from callbacks import page as page_callback
from dashboard import ids
from dashboard.catalogue import catalogue
from dashboard.compression import configure, warm
from dashboard.content import Content, build_content
from dashboard.downloads import add_downloads
from dashboard.index import index_html
from dashboard.own_assets import pages_with_assets
from dashboard.parts.header import PAGES
from dashboard.routes import add_routes, language_of_request
from dashboard.security import protect, secure_headers
from dashboard.settings import Settings
from geodata.loading import read_package

_CONFIG = re.compile(r"(<script[^>]*>)(.*)(</script>)", re.DOTALL)
#: What the default page tells every visitor about the server.
_DISCLOSING = ("python_version", "dash_version", "dash_version_url", "plotly_version")


def create_app(settings: Settings) -> Dash:
    """Return the app for the package of the settings.

    Raises `geodata.faults.PackageError` when the package has errors: nothing is served then.
    """
    content = build_content(read_package(settings.package), settings)
    server = Flask(__name__.partition(".")[0])
    cache = configure(server)
    app = Dash(
        __name__,
        server=server,
        compress=True,
        assets_path_ignore=[f"^{page}$" for page in pages_with_assets()],
        update_title="",
        title=content.package.descriptor.title_da,
        enable_mcp=False,
    )
    app.layout = html.Div(
        [dcc.Store(id=ids.BOOT, data=0), dcc.Store(id=ids.VIEW), html.Div(id=ids.PAGE)]
    )
    page_callback.register(app)
    _own_index(app, content)
    protect(app.server, secure_headers(settings, app.csp_hashes()))
    add_downloads(app.server, content)
    add_routes(app.server, content)
    warm(server, cache)
    return app


def _own_index(app: Dash, content: Content) -> None:
    def interpolate_index(**parts: Any) -> str:
        words = catalogue(language_of_request())
        parts["config"] = _discreet(str(parts["config"]))
        return index_html(content, PAGES.get(request.path, PAGES["/"]), words, **parts)

    app.interpolate_index = interpolate_index


def _discreet(config: str) -> str:
    """Return Dash's configuration without version numbers."""

    def cut(match: re.Match[str]) -> str:
        settings = json.loads(match[2])
        kept = {key: value for key, value in settings.items() if key not in _DISCLOSING}
        return f"{match[1]}{json.dumps(kept)}{match[3]}"

    return _CONFIG.sub(cut, config)
