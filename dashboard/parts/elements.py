"""Build elements with ARIA attributes, which Python's keyword names cannot spell."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from dashboard import ids


def region(
    identifier: str,
    label: str,
    *children: Component,
    tag: type[Component] = html.Section,
    **props: Any,
) -> Component:
    """Return a landmark with an accessible name."""
    return tag(list(children), id=identifier, **{"aria-label": label}, **props)


def area_card() -> Component:
    """Return the place of the card on an area, which the browser fills (`shapes/card.js`)."""
    return html.Div(id=ids.AREA_CARD, className="area-card", role="tooltip", hidden=True)
