"""The part of the comparing page that holds three linked maps; it stays, shown or hidden."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import ids
from dashboard.catalogue import Catalogue
from dashboard.parts.elements import area_card, region
from dashboard.parts.ground import Ground
from dashboard.parts.map_panel import linked_map

#: The maps of two years, by the name that `assets/compare/twomaps.js` gives them.
MAPS = {
    "earlier": ids.MAP_EARLIER,
    "later": ids.MAP_LATER,
    "change": ids.MAP_CHANGE,
}

#: The map that a phone shows first.
_SHOWN_FIRST: dict[str, Any] = {"data-shown": "change"}


def two_years(ground: Ground, words: Catalogue) -> Component:
    """Return the part, hidden; `assets/compare/twoyears.js` fills the regions."""
    return region(
        ids.TWO_YEARS,
        words.text("compare.years"),
        html.P(id=ids.YEARS_NOTICE, role="status", className="years-notice"),
        html.Div(_body(ground, words), id=ids.YEARS_BODY, className="years-body"),
        className="view two-years",
        hidden=True,
        **_SHOWN_FIRST,
    )


def _body(ground: Ground, words: Catalogue) -> list[Component]:
    maps = [_pane(name, identifier, ground, words) for name, identifier in MAPS.items()]
    return [
        html.P(id=ids.YEARS_SAID, role="status", className="sentence"),
        region(
            ids.YEARS_SWITCH,
            words.text("compare.years.shown"),
            tag=html.Div,
            className="years-switch",
            role="group",
        ),
        html.Div(
            [
                *maps,
                html.Div(id=ids.YEARS_LEGEND, className="years-legend"),
                html.Div(id=ids.CHANGE_LEGEND, className="years-legend of-change"),
                area_card(),
            ],
            className="panes",
        ),
        html.P(words.text("map.attribution"), className="panes-note"),
        html.Details(
            [html.Summary(words.text("compare.years.table")), html.Div(id=ids.YEARS_TABLE)],
            className="table-twin",
        ),
        html.Div(id=ids.YEARS_TAKE),
    ]


def _pane(name: str, identifier: str, ground: Ground, words: Catalogue) -> Component:
    return html.Section(
        [
            html.H2(className="pane-head"),
            html.Div(
                [
                    linked_map(ground, identifier, f"blok.twoMaps.each.{name}"),
                    html.Div(className="plan-label"),
                ],
                className="pane-map",
            ),
        ],
        className="pane",
        **{"aria-label": words.text(f"compare.years.{name}"), "data-pane": name},
    )
