"""Write the HTML that every visit starts with: language, title, and where the data is."""

from collections.abc import Mapping
from html import escape

from dashboard import icon, ids
from dashboard.bundles import LIBRARIES, WITH_MAP
from dashboard.catalogue import Catalogue
from dashboard.content import Content
from dashboard.parts.header import PAGES
from dashboard.sharing import head_tags, read_link

#: The icon as data: a file would be asked for again at each change of the address.
ICON = icon.as_address()

#: The browser's own bars in the colour of the page's head: `--paper` by day and in the dark.
BARS = """<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#1b2428" media="(prefers-color-scheme: dark)">"""

#: The part of dash-leaflet that draws shapes. It would ask for it only once a map stands.
_SHAPES = '<script src="/_dash-component-suites/dash_leaflet/async-GeoJSON.js"></script>'


def index_html(
    content: Content,
    page: str,
    words: Catalogue,
    *,
    alone: bool = False,
    told: str,
    without: str,
    **parts: str,
) -> str:
    """Return the page; `parts` are the pieces that Dash gives `interpolate_index`.

    `alone` shows one view without what leads elsewhere, for the frame of another site; `told`
    is what a site is told that the link is shared on, `without` what is there without scripts.
    """
    title = escape(_title(content, page, words))
    document = content.address(words.language)
    style = content.bundles[f"{page}.css"].address
    scripts = "".join(f'<script src="{content.bundles[name].address}"></script>'
                      for name in (*LIBRARIES.get(page, ()), f"{page}.js"))  # fmt: skip
    asked = "\n".join(_preload(address) for address in (*_of_dash(words.language, page), document))
    shapes = _SHAPES if page in WITH_MAP else ""
    return f"""<!doctype html>
<html lang="{words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
{BARS}
<title>{title}</title>
{told}
<link rel="icon" href="{ICON}">
{asked}
<link rel="stylesheet" href="{style}">
{parts["css"]}
</head>
<body data-document="{document}" \
data-page="{page}"{' data-embed="1"' if alone else ""}{_own(content, page, words)} data-error="{escape(words.text("ui.error"))}">
{without}
<p id="{ids.LOADING}" role="status">{words.text("app.loading")}</p>
{parts["app_entry"]}
<footer>{parts["config"]}{scripts}{parts["scripts"]}{shapes}{parts["renderer"]}</footer>
</body>
</html>"""


def shared(
    content: Content, page: str, words: Catalogue, query: Mapping[str, str], public_url: str
) -> str:
    """Return what the sites are told that a page's address is shared on."""
    subject = content.subjects[words.language]
    path = next(path for path, name in PAGES.items() if name == page)
    link = read_link(subject, page, path, query)
    return head_tags(subject, link, _title(content, page, words), public_url)


def page_prefix(language: str, page: str) -> str:
    """Return where Dash's renderer finds one page's layout.

    It asks for one layout for all addresses. With a prefix for each page the layout is there
    with the first answer, and needs no callback that fetches it and draws all anew.
    """
    return f"/pages/{language}/{page}/"


def _of_dash(language: str, page: str) -> tuple[str, str]:
    """Return what Dash's renderer asks for as soon as it runs."""
    prefix = page_prefix(language, page)
    return f"{prefix}_dash-layout", f"{prefix}_dash-dependencies"


def _preload(address: str) -> str:
    """Have the browser fetch at once what a script will ask for only when it runs."""
    return f'<link rel="preload" href="{address}" as="fetch" crossorigin="anonymous">'


def _own(content: Content, page: str, words: Catalogue) -> str:
    """Name the document that only this page has, where it has one."""
    address = content.own_address(page, words.language)
    return f' data-own="{address}"' if address else ""


def _title(content: Content, page: str, words: Catalogue) -> str:
    """Name the package, after the page where that is not the first one."""
    name: str = getattr(content.package.descriptor, f"title_{words.language}")
    return name if page == "map" else f"{words.text(f'nav.{page}')} \u2013 {name}"
