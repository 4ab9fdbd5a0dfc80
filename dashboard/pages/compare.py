"""The page where the council compares areas: over time, in a matrix, by goal."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.catalogue import Catalogue
from dashboard.parts.elements import region
from dashboard.parts.ground import Ground
from dashboard.parts.header import header
from dashboard.parts.lacking import lacking
from dashboard.parts.two_years import two_years
from geodata.package.package import Package


def layout(package: Package, ground: Ground, words: Catalogue) -> Component:
    """Return the page; `assets/compare/` fills the empty regions."""
    title: str = getattr(package.descriptor, f"title_{words.language}")
    return html.Div(
        [
            header(title, "compare", words),
            html.Div(id=ids.NOTICE, role="status", className="notice"),
            html.Main(
                [
                    html.H1(words.text("compare.heading")),
                    html.P(words.text("compare.intro"), className="lead"),
                    *lacking(package, ("observations", "goals", "activities"), words),
                    html.Nav(
                        id=ids.COMPARE_TABS,
                        className="tabs",
                        **{"aria-label": words.text("compare.tabs")},
                    ),
                    region(ids.COMPARE_CHOICES, words.text("compare.choices"), className="choices"),
                    region(ids.COMPARE_VIEW, words.text("compare.view"), className="view"),
                    two_years(ground, words),
                ],
                id=ids.MAIN,
                tabIndex="-1",
            ),
        ],
        id=ids.PAGE,
        className="page page-compare",
    )
