"""The HTML around the staff area's layouts."""

import json
import re
from html import escape

from flask import request

from dashboard import ids
from dashboard.catalogue import catalogue
from dashboard.routes import language_of_request
from dashboard.staff.pages import page_at
from dashboard.staff.styles import SCRIPT, STYLE

#: What Dash's page tells of the server, and nobody needs to know.
_UNTOLD = ("python_version", "dash_version", "dash_version_url", "plotly_version")
_CONFIG = re.compile(r"(<script[^>]*>)(.*)(</script>)", re.DOTALL)


def document(*, config: str, scripts: str, renderer: str, **_: str) -> str:
    """Return the document at the address that is asked for."""
    words = catalogue(language_of_request())
    page = page_at(request.path)
    name = words.text(f"staff.nav.{page.key}") if page else words.text("app.not_found")

    def said(key: str) -> str:
        return escape(words.text(key))

    return (
        f'<!doctype html><html lang="{words.language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">'
        f"<title>{escape(name)} – {said('staff.brand')}</title>"
        f'<link rel="stylesheet" href="{STYLE}"></head><body>'
        f'<div id="react-entry-point"><p id="{ids.LOADING}" role="status">{said("app.loading")}</p></div>'
        f"<noscript><p>{said('staff.noscript')}</p></noscript>"
        f'<footer>{_told(config)}<script src="{SCRIPT}"></script>{scripts}{renderer}</footer></body></html>'
    )


def _told(config: str) -> str:
    """Return Dash's configuration without what nobody needs to know."""

    def keep(found: re.Match[str]) -> str:
        kept = {key: value for key, value in json.loads(found[2]).items() if key not in _UNTOLD}
        # as Dash writes it: nothing in it may end the script
        said = json.dumps(kept).replace("<", "\\u003c").replace("/", "\\u002f")
        return f"{found[1]}{said}{found[3]}"

    return _CONFIG.sub(keep, config)
