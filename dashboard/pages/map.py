"""The map page: what to show, the map, the chosen place, the clock, and the same in words."""

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.catalogue import Catalogue
from dashboard.parts.elements import area_card, region
from dashboard.parts.ground import Ground
from dashboard.parts.header import header
from dashboard.parts.lacking import lacking
from dashboard.parts.map_panel import MANY_AREAS, leaflet_map
from geodata.package.package import Package


def layout(package: Package, ground: Ground, words: Catalogue) -> Component:
    """Return the page; the empty regions are filled by the browser from the view document."""
    title: str = getattr(package.descriptor, f"title_{words.language}")
    return html.Div(
        [
            header(title, "map", words),
            html.Div(id=ids.NOTICE, role="status", className="notice"),
            html.Main(
                [
                    html.H1(words.text("map.heading"), className="visually-hidden"),
                    _controls(words),
                    html.Div(
                        [
                            region(
                                ids.MAP_REGION,
                                words.text("map.region"),
                                leaflet_map(ground, is_canvas=len(package.areas) >= MANY_AREAS),
                                html.Div(id=ids.PLAN_LABEL, className="plan-label"),
                                region(ids.LEGEND, words.text("map.legend"), className="legend"),
                                html.P(words.text("map.attribution"), className="outline-note"),
                                area_card(),
                                className="map-region",
                            ),
                            region(
                                ids.PANEL,
                                words.text("map.panel"),
                                tag=html.Aside,
                                className="panel",
                            ),
                        ],
                        className="stage",
                    ),
                    region(ids.CLOCK, words.text("map.clock"), className="clock"),
                    html.P(id=ids.SENTENCE, className="sentence"),
                    *lacking(package, ("observations",), words),
                    html.P(id=ids.MAP_TAKE, className="map-take"),
                    html.Details(
                        [html.Summary(words.text("map.table")), html.Div(id=ids.TABLE)],
                        className="table-twin",
                    ),
                ],
                id=ids.MAIN,
                tabIndex="-1",
            ),
        ],
        id=ids.PAGE,
        className="page page-map",
    )


def _controls(words: Catalogue) -> Component:
    return region(
        ids.CONTROLS,
        words.text("map.controls"),
        html.Button(
            words.text("map.controls_toggle"),
            id=ids.CONTROLS_TOGGLE,
            className="controls-toggle",
            **{"aria-expanded": "false", "aria-controls": ids.CONTROLS_BODY},
        ),
        html.Div(id=ids.CONTROLS_BODY, className="controls-body"),
        className="controls",
    )
