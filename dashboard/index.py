"""Write the HTML that every visit starts with: language, title, and where the data is."""

from html import escape

from dashboard import ids
from dashboard.catalogue import Catalogue
from dashboard.content import Content
from dashboard.own_assets import own_assets

#: The icon as data: a file would be asked for again at each change of the address.
ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
    "%3Crect width='16' height='16' rx='3' fill='%230b5563'/%3E"
    "%3Cpath d='M3 12V6l3-2 3 2v6zM10 12V8l3 1v3z' fill='%23fff'/%3E%3C/svg%3E"
)


def index_html(content: Content, page: str, words: Catalogue, **parts: str) -> str:
    """Return the page; `parts` are the pieces that Dash gives `interpolate_index`."""
    title = escape(_title(content, page, words))
    document = content.address(words.language)
    table = f'<a href="/data/{content.version}/values.csv">values.csv</a>'
    return f"""<!doctype html>
<html lang="{words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<link rel="icon" href="{ICON}">
<link rel="preload" href="{document}" as="fetch" crossorigin="anonymous">
{parts["css"]}{_styles(page)}
</head>
<body data-document="{document}" data-layout="/pages/{words.language}/{page}.json" \
data-page="{page}"{_own(content, page, words)} data-error="{escape(words.text("ui.error"))}">
<noscript><p>{words.text("app.noscript", link=table)}</p></noscript>
<p id="{ids.LOADING}" role="status">{words.text("app.loading")}</p>
{parts["app_entry"]}
<footer>{parts["config"]}{parts["scripts"]}{_scripts(page)}{parts["renderer"]}</footer>
</body>
</html>"""


def _styles(page: str) -> str:
    return "".join(f'<link rel="stylesheet" href="{a}">' for a in own_assets(page, ".css"))


def _scripts(page: str) -> str:
    return "".join(f'<script src="{a}"></script>' for a in own_assets(page, ".js"))


def _own(content: Content, page: str, words: Catalogue) -> str:
    """Name the document that only this page has, where it has one."""
    address = content.own_address(page, words.language)
    return f' data-own="{address}"' if address else ""


def _title(content: Content, page: str, words: Catalogue) -> str:
    """Name the package, after the page where that is not the first one."""
    name: str = getattr(content.package.descriptor, f"title_{words.language}")
    return name if page == "map" else f"{words.text(f'nav.{page}')} \u2013 {name}"
