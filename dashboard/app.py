"""Put everything together: package, content, Dash, routes and headers."""

import json
import re
from typing import Any

from dash import Dash
from flask import Flask, request

from callbacks import page as page_callback
from dashboard.catalogue import LANGUAGES, catalogue
from dashboard.compression import configure, warm
from dashboard.content import Content, build_content
from dashboard.downloads import add_downloads
from dashboard.embedding import add_embedding, is_embed
from dashboard.index import index_html, page_prefix, shared
from dashboard.noscript import without_script
from dashboard.parts.header import PAGES
from dashboard.routes import add_routes, language_of_request
from dashboard.security import protect, secure_headers
from dashboard.settings import Settings
from dashboard.takeaways import add_takeaways
from dashboard.wellknown import add_wellknown
from geodata.package.loading import read_package

_CONFIG = re.compile(r"(<script[^>]*>)(.*)(</script>)", re.DOTALL)
#: Libraries that Dash adds to every page and no page of ours uses: old browsers' missing
#: functions, and component libraries. They were a third of the first load.
_UNUSED = re.compile(r'<script src="[^"]*/(?:deps/polyfill@|dcc/|dash_table/)[^"]*"></script>\s*')
#: What the default page tells every visitor about the server.
_DISCLOSING = ("python_version", "dash_version", "dash_version_url", "plotly_version")


def create_app(settings: Settings) -> Dash:
    """Return the app for the package of the settings.

    Raises `geodata.reading.faults.PackageError` when the package has errors: nothing is served then.
    """
    content = build_content(read_package(settings.package), settings)
    server = Flask(__name__.partition(".")[0])
    cache = configure(server)
    app = Dash(
        __name__,
        server=server,
        compress=True,
        update_title="",
        title=content.package.descriptor.title_da,
        enable_mcp=False,
        assets_ignore=".*",
    )
    app.layout = content.layouts[(LANGUAGES[0], PAGES["/"])]
    page_callback.register(app)
    _own_index(app, content, settings)
    add_embedding(app.server, settings.embed_origins)
    protect(app.server, secure_headers(settings, app.csp_hashes()))
    add_downloads(app.server, content)
    add_takeaways(app.server, content, settings)
    add_wellknown(app.server, settings)
    add_routes(app.server, content, app.dependencies)
    warm(server, cache)
    return app


def _own_index(app: Dash, content: Content, settings: Settings) -> None:
    without = {language: without_script(content.subjects[language]) for language in LANGUAGES}

    def interpolate_index(**parts: Any) -> str:
        words = catalogue(language_of_request())
        page = PAGES.get(request.path, PAGES["/"])
        parts["config"] = _own_config(str(parts["config"]), page_prefix(words.language, page))
        parts["scripts"] = _UNUSED.sub("", parts["scripts"])
        told = shared(content, page, words, request.args, settings.public_url)
        parts |= {"told": told, "without": without[words.language]}
        return index_html(content, page, words, alone=is_embed(request), **parts)

    app.interpolate_index = interpolate_index


def _own_config(config: str, prefix: str) -> str:
    """Return Dash's configuration without version numbers, asking for one page's layout."""

    def cut(match: re.Match[str]) -> str:
        settings = json.loads(match[2])
        kept = {key: value for key, value in settings.items() if key not in _DISCLOSING}
        kept["requests_pathname_prefix"] = prefix
        return f"{match[1]}{json.dumps(kept)}{match[3]}"

    return _CONFIG.sub(cut, config)
