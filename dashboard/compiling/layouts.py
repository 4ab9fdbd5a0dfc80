"""Make the layout of every page, as Dash's renderer asks for it."""

import json
from collections.abc import Callable

from dash.development.base_component import Component
from plotly.utils import PlotlyJSONEncoder

from dashboard.catalogue import catalogue
from dashboard.pages import about
from dashboard.pages import compare as compare_page
from dashboard.pages import data as data_page
from dashboard.pages import map as map_page
from dashboard.pages import places as places_page
from dashboard.parts.ground import Ground
from geodata.package.package import Package

#: The layout of every page, by the name it has in `parts.header.PAGES`.
LAYOUTS: dict[str, Callable[..., Component]] = {
    "map": map_page.layout,
    "compare": compare_page.layout,
    "places": places_page.layout,
    "data": data_page.layout,
    "about": about.layout,
}


def layout_text(page: str, language: str, package: Package, ground: Ground) -> str:
    """Return a page's layout as JSON; raise `KeyError` where there is no such page."""
    # Dash keeps some attributes in a set, whose order is another in each process
    layout = LAYOUTS[page](package, ground, catalogue(language))
    return json.dumps(layout, cls=PlotlyJSONEncoder, ensure_ascii=False, sort_keys=True)
