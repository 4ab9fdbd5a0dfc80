"""What every peer draws: the areas, the years and the values of one series.

It reads the package's files directly, so that no peer depends on the product's code.
"""

import csv
import json
from pathlib import Path
from typing import Any

PACKAGE = Path(__file__).resolve().parents[3] / "geodata" / "randers"
INDICATOR = "ungdomsuddannelse-15-mdr"
YEARS = (2020, 2021, 2022, 2023, 2024, 2025)
CENTRE = (56.468, 10.03)
ZOOM = 13
NO_VALUE = "#d9d9d9"
#: Upper bounds and colours of the classes.
CLASSES = ((40, "#440154"), (60, "#3b528b"), (75, "#21918c"), (82, "#5ec962"), (101, "#fde725"))


def areas() -> dict[str, Any]:
    """Return the areas as GeoJSON, each feature with its id at the top too."""
    collection: dict[str, Any] = json.loads((PACKAGE / "areas.geojson").read_text("utf-8"))
    for feature in collection["features"]:
        feature["id"] = feature["properties"]["id"]
    return collection


def area_ids() -> list[str]:
    """Return the ids of the areas."""
    return [feature["id"] for feature in areas()["features"]]


def values() -> dict[int, dict[str, float]]:
    """Return the values by year and area; a missing value has no key."""
    found: dict[int, dict[str, float]] = {year: {} for year in YEARS}
    known = set(area_ids())
    with (PACKAGE / "observations.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["indicator"] == INDICATOR and row["geography"] in known and row["value"]:
                found[int(row["period"])][row["geography"]] = float(row["value"])
    return found


def colour(value: float | None) -> str:
    """Return the colour of a value; grey without one."""
    if value is None:
        return NO_VALUE
    return next(shade for bound, shade in CLASSES if value < bound)
