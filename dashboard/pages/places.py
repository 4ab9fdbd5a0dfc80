"""The page of paths and places: what is near, what is new, and how far it is on foot."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.catalogue import Catalogue
from dashboard.parts.elements import region
from dashboard.parts.ground import Ground
from dashboard.parts.header import header
from dashboard.parts.lacking import walks_lacking
from dashboard.parts.map_panel import leaflet_map
from geodata.package.package import Package


def layout(package: Package, ground: Ground, words: Catalogue) -> Component:
    """Return the page, the list before the map; `assets/places/` fills the regions."""
    title: str = getattr(package.descriptor, f"title_{words.language}")
    return html.Div(
        [
            header(title, "places", words),
            html.Div(id=ids.NOTICE, role="status", className="notice"),
            html.Main(
                [
                    html.H1(words.text("places.heading")),
                    html.P(id=ids.SENTENCE, className="sentence"),
                    *walks_lacking(package, words),
                    html.Div([_side(words), *_map(ground, words)], className="walk"),
                    region(ids.TIMELINE, words.text("places.timeline"), className="timeline"),
                    region(ids.GAINS, words.text("places.gains"), className="gains"),
                    region(ids.SKETCH, words.text("places.sketch"), className="sketch"),
                    html.Div(id=ids.PATH_ASKED, hidden=True),
                    html.Div(id=ids.PATH_ANSWER, hidden=True),
                ],
                id=ids.MAIN,
                tabIndex="-1",
            ),
        ],
        id=ids.PAGE,
        className="page page-places",
    )


def _side(words: Catalogue) -> Component:
    return html.Div(
        [
            region(ids.CHOSEN, words.text("places.chosen"), className="chosen"),
            region(ids.NEAR, words.text("places.near"), className="near-me"),
            region(ids.NEWS, words.text("places.news"), className="news"),
            region(ids.WANTED, words.text("places.filters"), className="wanted"),
            region(ids.CARDS, words.text("places.list"), className="cards"),
        ],
        className="side",
    )


def _map(ground: Ground, words: Catalogue) -> list[Component]:
    return [
        region(
            ids.MAP_REGION,
            words.text("map.region"),
            leaflet_map(ground, "plans", drawing=True),
            region(ids.STATUSES, words.text("places.statuses"), className="statuses"),
            html.P(words.text("map.attribution"), className="outline-note"),
            className="map-region",
        ),
        region(ids.CLOCK, words.text("map.clock"), className="clock"),
    ]
