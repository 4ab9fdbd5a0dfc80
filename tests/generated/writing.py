"""Write the content of a package to a folder, and import its streets."""

import csv
import json
from pathlib import Path
from typing import Any

from geodata.network_import.about import About
from geodata.network_import.errors import NetworkImportError
from geodata.network_import.importing import import_network
from geodata.package.loading import read_package
from geodata.package.package import Package
from geodata.reading.schema import columns
from tests.generated.networks import ABOUT
from tests.generated.shapes import Json
from tests.generated.words import Row

_STREETS = "streets-to-import.geojson"


def write(folder: Path, content: dict[str, Any]) -> Path:
    """Write a package to an empty folder, and return the folder."""
    for table, rows in content["tables"].items():
        _write_table(folder / f"{table}.csv", table, rows)
    for layer, features in content["layers"].items():
        _write_json(folder / f"{layer}.geojson", _collection(features))
    if content.get("network"):
        _write_json(folder / _STREETS, content["network"])
    resources = [{"name": table, "path": f"{table}.csv"} for table in content["tables"]]
    resources += [{"name": layer, "path": f"{layer}.geojson", "crs": "EPSG:4326"}
                  for layer in content["layers"]]  # fmt: skip
    _write_json(folder / "datapackage.json", _descriptor(content, resources))
    return folder


def read(folder: Path) -> Package:
    """Return the package in a folder, with its streets where they can be imported."""
    package = read_package(folder)
    streets = folder / _STREETS
    if not streets.exists():
        return package
    try:
        import_network(package, streets, About(**ABOUT))
    except NetworkImportError:
        return package  # ways that nobody may walk along, or far from any area
    return read_package(folder)


def _write_table(file: Path, table: str, rows: list[Row]) -> None:
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.DictWriter(out, columns(table), extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _write_json(file: Path, content: Json) -> None:
    file.write_text(json.dumps(content), encoding="utf-8")


def _collection(features: list[Json]) -> Json:
    return {"type": "FeatureCollection", "features": features}


def _descriptor(content: dict[str, Any], resources: list[Json]) -> Json:
    years = content["years"]
    return {
        "name": "by", "version": "1", "as_of": f"{content['as_of']}-12-31",
        "clock": {"first": years[0], "last": years[-1]},
        "start": {"indicator": "serie-0", "area": "sted-0"}, "resources": resources,
        **content["described"],
    }  # fmt: skip
