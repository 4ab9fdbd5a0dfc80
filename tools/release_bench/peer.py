"""A plain dash-leaflet page with the same areas, as its documentation shows one; gunicorn serves it."""

import json
from pathlib import Path

import dash_leaflet as dl
from dash import Dash

_AREAS = Path(__file__).resolve().parents[2] / "geodata" / "randers" / "areas.geojson"

app = Dash(__name__)
app.layout = dl.Map(
    [dl.GeoJSON(data=json.loads(_AREAS.read_text("utf-8")))],
    center=[56.47, 10.04],
    zoom=12,
    style={"height": "80vh"},
)
server = app.server
