"""Streets for a package to import: ways with dates and words, as a municipal path layer."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from tests.generated.shapes import Json, lines
from tests.generated.words import either

_DAYS = ("", "", "2019", "2021-05", "2024-02-29", "2031")


@st.composite
def networks(draw: st.DrawFn, outlines: list[Json]) -> Json | None:
    """A layer of ways as GeoJSON, for one package in three."""
    if draw(st.sampled_from([False, False, True])):
        ways = draw(st.lists(lines(outlines), min_size=1, max_size=6))
        return {"type": "FeatureCollection", "features": [_way(draw, way) for way in ways]}
    return None


def _way(draw: st.DrawFn, shape: Json) -> Json:
    said: dict[str, Any] = {
        "kind": either(draw, "", "path", "trappe", "motorway"), "from": either(draw, *_DAYS),
        "to": either(draw, *_DAYS),
        "status": either(draw, "", "", "planned", "building", "closed", "expected"),
    }  # fmt: skip
    return {"type": "Feature", "properties": said, "geometry": shape}


#: What is said of the layer as it is imported.
ABOUT = {"title": "Byens stier", "licence": "CC0-1.0", "day": date(2024, 6, 1)}
