"""The head of every page: name, navigation and language."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.bundles import WITH_MAP
from dashboard.catalogue import LANGUAGES, Catalogue
from dashboard.sitemap import PAGES


def header(title: str, page: str, words: Catalogue) -> Component:
    """Return the header; links carry the state along (`assets/links.js` keeps them true)."""
    return html.Header(
        [
            html.A(words.text("app.skip"), href=f"#{ids.MAIN}", className="skip"),
            html.A(title, href="/", className="brand", **{"data-keeps-state": "true"}),
            html.Nav(
                [_page_link(path, name, page, words) for path, name in PAGES.items()],
                **{"aria-label": words.text("nav.label")},
            ),
            *(_share(words) if page in WITH_MAP else []),
            html.Nav(
                [_language_link(language, page, words) for language in LANGUAGES],
                id=ids.LANGUAGES,
                className="languages",
                **{"aria-label": words.text("language.label")},
            ),
        ],
        id=ids.HEADER,
    )


def _share(words: Catalogue) -> list[Component]:
    """A button that hands on the address, and where it says that it did."""
    button = html.Button(words.text("share.button"), id=ids.SHARE, className="share")
    return [button, html.Span(id=ids.SHARE_SAID, className="share-said", role="status")]


def _page_link(path: str, name: str, page: str, words: Catalogue) -> Component:
    current = {"aria-current": "page"} if name == page else {}
    return html.A(words.text(f"nav.{name}"), href=path, **{"data-keeps-state": "true"}, **current)


def _language_link(language: str, page: str, words: Catalogue) -> Component:
    path = next(path for path, name in PAGES.items() if name == page)
    current = {"aria-current": "true"} if language == words.language else {}
    return html.A(
        language.upper(),
        href=f"{path}?sprog={language}",
        lang=language,
        title=words.text(f"language.{language}"),
        **{"data-keeps-state": "true", "data-language": language},
        **current,
    )
