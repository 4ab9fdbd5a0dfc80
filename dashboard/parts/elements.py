"""Build elements with ARIA attributes, which Python's keyword names cannot spell."""

from typing import Any

from dash import html
from dash.development.base_component import Component


def region(
    identifier: str,
    label: str,
    *children: Component,
    tag: type[Component] = html.Section,
    **props: Any,
) -> Component:
    """Return a landmark with an accessible name."""
    return tag(list(children), id=identifier, **{"aria-label": label}, **props)
