"""Peer: folium's `TimeSliderChoropleth`, its outside addresses replaced by files from npm.

Two style sheets that no npm package holds (Bootstrap's glyphicons, the rotation of awesome
markers) are left out: the page uses neither.
"""

import re
import sys
from datetime import UTC, datetime
from pathlib import Path

import folium  # type: ignore[import-not-found]
from folium.plugins import TimeSliderChoropleth  # type: ignore[import-not-found]

from tools.bench.peers.data import CENTRE, YEARS, ZOOM, area_ids, areas, colour, values
from tools.bench.peers.static import pack_page, serve

MODULES = Path(__file__).resolve().parents[1] / "node_modules"
#: The end of an outside address, and the file from npm that stands for it.
LOCAL = {
    "leaflet.js": "leaflet/dist/leaflet.js",
    "leaflet.css": "leaflet/dist/leaflet.css",
    "jquery-3.7.1.min.js": "jquery/dist/jquery.min.js",
    "bootstrap.bundle.min.js": "bootstrap/dist/js/bootstrap.bundle.min.js",
    "bootstrap.min.css": "bootstrap/dist/css/bootstrap.min.css",
    "leaflet.awesome-markers.js": "leaflet.awesome-markers/dist/leaflet.awesome-markers.js",
    "leaflet.awesome-markers.css": "leaflet.awesome-markers/dist/leaflet.awesome-markers.css",
    "all.min.css": "@fortawesome/fontawesome-free/css/all.min.css",
    "d3.v4.min.js": "d3/build/d3.min.js",
    "moment.min.js": "moment/min/moment.min.js",
}
_OUTSIDE = re.compile(
    r'<script src="(https://[^"]+)"></script>|<link rel="stylesheet" href="(https://[^"]+)"/>'
)


def localised(html: str) -> str:
    """Return the page with every outside file replaced by ours, or left out."""

    def replace(match: re.Match[str]) -> str:
        address = match[1] or match[2]
        name = address.rpartition("/")[2]
        return match[0].replace(address, f"/{name}") if name in LOCAL else ""

    return _OUTSIDE.sub(replace, html)


def page() -> str:
    """Return the page as folium writes it, with local files."""
    by_year = values()
    moments = {year: str(int(datetime(year, 1, 1, tzinfo=UTC).timestamp())) for year in YEARS}
    styles = {
        area: {
            moments[year]: {"color": colour(by_year[year].get(area)), "opacity": 0.9}
            for year in YEARS
        }
        for area in area_ids()
    }
    board = folium.Map(CENTRE, zoom_start=ZOOM, tiles=None)
    TimeSliderChoropleth(areas(), styledict=styles, date_options="YYYY").add_to(board)
    return localised(str(board.get_root().render()))


def main() -> None:
    """Serve on the port given."""
    files = {f"/{name}": MODULES / path for name, path in LOCAL.items()}
    serve(int(sys.argv[1]), pack_page(page(), files))


if __name__ == "__main__":
    main()
