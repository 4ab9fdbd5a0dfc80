"""Write the HTML that every visit of a page starts with, but for what its address asks for."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from dashboard import icon, ids
from dashboard.bundles import LIBRARIES, WITH_MAP
from dashboard.catalogue import Catalogue
from dashboard.compiling.frame import DashFrame
from dashboard.drawn.page import END
from dashboard.release.html import DRAWN, MARKS, TOLD
from dashboard.release.reading import SHAPES

#: The page that is drawn for the address asked for.
DRAWN_PAGE = "map"
#: What a page asks for when somebody needs it, where the package has it.
ASKED_LATER = {"places": ("network", "streets")}

#: The browser's own bars in the colour of the page's head: `--paper` by day and in the dark.
BARS = """<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#1b2428" media="(prefers-color-scheme: dark)">"""

#: Text that changes its type moves what is under it: the type is asked for before the style sheet
#: that names it.
FONT = (
    '<link rel="preload" href="/assets/fonts/source-sans-3.woff2" as="font" type="font/woff2" '
    "crossorigin>"
)
#: The part of dash-leaflet that draws shapes. It would ask for it only once a map stands.
_SHAPES = "dash_leaflet/async-GeoJSON.js"


@dataclass(frozen=True)
class Addresses:
    """Where everything of a release is found.

    `files` are documents and bundles by their file names, `suites` is the folder of Dash's
    scripts, `layouts` what Dash's renderer begins with, by language and page.
    """

    files: Mapping[str, str]
    suites: str
    layouts: Mapping[tuple[str, str], str]


def page_html(
    page: str, title: str, words: Catalogue, frame: DashFrame, at: Addresses, without: str
) -> str:
    """Return the page; `without` is what is there without scripts.

    Two marks stand for what depends on the address asked for, see `dashboard.release.html`.
    """
    document = at.files[f"{words.language}.json"]
    prefix = at.layouts[words.language, page]
    drawn = (at.files[SHAPES],) if page in WITH_MAP else ()
    asked = (f"{prefix}_dash-layout", f"{prefix}_dash-dependencies", document, *drawn)
    own = [at.files[name] for name in (*LIBRARIES.get(page, ()), f"{page}.js")]
    suites = [f"{at.suites}/{path}" for path in frame.scripts]
    shapes = [f"{at.suites}/{_SHAPES}"] if page in WITH_MAP else []
    scripts = "\n".join(f'<script src="{one}"></script>' for one in (*own, *suites, *shapes))
    preloads = "\n".join([FONT, *(_preload(address) for address in asked)])
    return f"""<!doctype html>
<html lang="{words.language}" data-page="{page}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
{BARS}
<title>{escape(title)}</title>
{TOLD}
<link rel="icon" href="{icon.as_address()}">
{preloads}
<link rel="stylesheet" href="{at.files[f"{page}.css"]}">
</head>
<body data-document="{document}" data-page="{page}"{MARKS}{_own(at, page, words)} \
data-error="{escape(words.text("ui.error"))}">
{_without(page, without)}
<p id="{ids.LOADING}" role="status">{words.text("app.loading")}</p>
{frame.entry}
<footer>{_config(frame, prefix)}{scripts}{frame.renderer}</footer>
</body>
</html>"""


def _without(page: str, without: str) -> str:
    """What a visitor without scripts gets; on the map page it ends what was drawn."""
    return f"{DRAWN}{without}{END}" if page == DRAWN_PAGE else without


def _config(frame: DashFrame, prefix: str) -> str:
    """Dash's configuration: its renderer asks for one layout for all addresses.

    With a prefix for each page the layout is there with the first answer, and needs no
    callback that fetches it and draws all anew.
    """
    config = json.dumps(frame.config | {"requests_pathname_prefix": prefix})
    return f'<script id="_dash-config" type="application/json">{config}</script>'


def _preload(address: str) -> str:
    """Have the browser fetch at once what a script will ask for only when it runs."""
    return f'<link rel="preload" href="{address}" as="fetch" crossorigin="anonymous">'


def _own(at: Addresses, page: str, words: Catalogue) -> str:
    """Name the document that only this page has, and those that it may ask for later."""
    own = {f"{page}-{words.language}.json": "own"}
    later = {f"{name}.json": name for name in ASKED_LATER.get(page, ())}
    return "".join(
        f' data-{name}="{at.files[file]}"'
        for file, name in (own | later).items()
        if file in at.files
    )
