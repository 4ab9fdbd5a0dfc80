"""Peer: a Streamlit slider; the script runs again at each step and hands over a folium map.

folium's outside files are not asked for: Leaflet, the only one this map uses, comes from npm
inside the page.
"""

import base64
from pathlib import Path
from typing import Any

import folium  # type: ignore[import-not-found]
import streamlit as st  # type: ignore[import-not-found]
from streamlit_folium import st_folium  # type: ignore[import-not-found]

from tools.bench.peers.data import CENTRE, YEARS, ZOOM, areas, colour, values

_LEAFLET = Path(__file__).resolve().parents[1] / "node_modules/leaflet/dist"


def inside(name: str, kind: str) -> str:
    """Return a file of Leaflet as an address that holds it."""
    return f"data:{kind};base64,{base64.b64encode((_LEAFLET / name).read_bytes()).decode()}"


def style(feature: dict[str, Any]) -> dict[str, Any]:
    """Return the style that a feature carries."""
    return {"fillColor": feature["properties"]["fill"], "fillOpacity": 0.9, "weight": 1.5}


def year_map(year: int) -> folium.Map:
    """Return the map of a year."""
    board = folium.Map(CENTRE, zoom_start=ZOOM, tiles=None)
    board.default_js = [("leaflet", inside("leaflet.js", "text/javascript"))]
    board.default_css = [("leaflet_css", inside("leaflet.css", "text/css"))]
    collection = areas()
    for feature in collection["features"]:
        feature["properties"]["fill"] = colour(values()[year].get(feature["id"]))
    folium.GeoJson(collection, style_function=style).add_to(board)
    return board


def main() -> None:
    """Draw the page."""
    year = st.slider("Year", YEARS[0], YEARS[-1], YEARS[0])
    st_folium(year_map(year), key="map", returned_objects=[], width=1000, height=600)


main()
