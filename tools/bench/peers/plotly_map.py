"""Peer: `plotly.express.choropleth_map` with `animation_frame`, on a blank style."""

import sys
from pathlib import Path

import plotly
import plotly.express as px

from tools.bench.peers.data import CENTRE, YEARS, area_ids, areas, values
from tools.bench.peers.static import pack_page, serve

SCRIPT = "/plotly.min.js"
#: A style without sources, so that nobody outside is asked for tiles or letters.
BLANK = {"version": 8, "sources": {}, "layers": []}


def page() -> str:
    """Return the page as plotly writes it, its script beside it."""
    by_year = values()
    rows = [(str(year), area, by_year[year].get(area)) for year in YEARS for area in area_ids()]
    figure = px.choropleth_map(
        {
            "year": [row[0] for row in rows],
            "area": [row[1] for row in rows],
            "value": [-10 if row[2] is None else row[2] for row in rows],
        },
        geojson=areas(),
        locations="area",
        featureidkey="properties.id",
        color="value",
        range_color=[-10, 100],
        animation_frame="year",
        center={"lat": CENTRE[0], "lon": CENTRE[1]},
        zoom=12,
        map_style=BLANK,
    )
    return str(figure.to_html(include_plotlyjs=SCRIPT))


def main() -> None:
    """Serve on the port given."""
    script = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    serve(int(sys.argv[1]), pack_page(page(), {SCRIPT: script}))


if __name__ == "__main__":
    main()
