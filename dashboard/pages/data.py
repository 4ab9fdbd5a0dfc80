"""The data page: all printed figures as one table, to filter, sort and download."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.catalogue import Catalogue
from dashboard.parts.elements import region
from dashboard.parts.ground import Ground
from dashboard.parts.header import header
from dashboard.parts.lacking import lacking
from geodata.package.package import Package


def layout(package: Package, _: Ground, words: Catalogue) -> Component:
    """Return the page; `assets/data.js` fills the empty regions from the view document."""
    title: str = getattr(package.descriptor, f"title_{words.language}")
    return html.Div(
        [
            header(title, "data", words),
            html.Div(id=ids.NOTICE, role="status", className="notice"),
            html.Main(
                [
                    html.Div(
                        [
                            html.H1(words.text("data.heading")),
                            html.P(words.text("data.intro"), className="lead"),
                            *lacking(package, ("observations",), words),
                        ],
                        className="data-head",
                    ),
                    region(ids.FILTERS, words.text("data.filters"), className="filters"),
                    html.Div(
                        [
                            html.P(id=ids.COUNT, role="status", className="count"),
                            region(
                                ids.DOWNLOADS, words.text("data.downloads"), className="downloads"
                            ),
                        ],
                        className="data-line",
                    ),
                    region(
                        ids.ROWS, words.text("data.table"), className="rows scroll", tabIndex="0"
                    ),
                ],
                id=ids.MAIN,
                tabIndex="-1",
            ),
        ],
        id=ids.PAGE,
        className="page page-data",
    )
