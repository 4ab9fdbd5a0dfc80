"""Peer: a Dash slider whose server callback returns the year's GeoJSON to dash-leaflet."""

import sys
from typing import Any

import dash_leaflet as dl
import waitress
from dash import Dash, Input, Output, dcc, html

from tools.bench.peers.data import CENTRE, YEARS, ZOOM, areas, colour, values

_BY_YEAR = values()
#: Dash's own page, with the one function that reads a feature's style.
_INDEX = """<!doctype html><html><head>{%metas%}<title>{%title%}</title>{%favicon%}{%css%}
<script>window.peer = { style: (feature) => feature.properties.style };</script></head>
<body>{%app_entry%}<footer>{%config%}{%scripts%}{%renderer%}</footer></body></html>"""


def year_map(year: int) -> dict[str, Any]:
    """Return the areas with the style of a year."""
    collection = areas()
    for feature in collection["features"]:
        shade = colour(_BY_YEAR[year].get(feature["id"]))
        style = {"fillColor": shade, "fillOpacity": 0.9, "color": "#22343a", "weight": 1.5}
        feature["properties"]["style"] = style
    return collection


def create() -> Dash:
    """Return the app."""
    app = Dash(__name__, compress=True, index_string=_INDEX, enable_mcp=False)
    app.layout = html.Div(
        [
            dcc.Slider(
                YEARS[0],
                YEARS[-1],
                step=1,
                value=YEARS[0],
                marks={year: str(year) for year in YEARS},
                updatemode="drag",
                id="year",
            ),
            dl.Map(
                dl.GeoJSON(id="areas", data=year_map(YEARS[0]), style={"variable": "peer.style"}),
                center=list(CENTRE),
                zoom=ZOOM,
                style={"height": "600px"},
            ),
        ]
    )
    app.callback(Output("areas", "data"), Input("year", "value"), prevent_initial_call=True)(
        year_map
    )
    return app


def main() -> None:
    """Serve on the port given."""
    waitress.serve(create().server, host="127.0.0.1", port=int(sys.argv[1]), threads=8)


if __name__ == "__main__":
    main()
