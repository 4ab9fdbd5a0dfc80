"""Make the files of a package that has a town's outlines, and empty tables for all else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from geodata.files.package_files import (
    geometry_of,
    json_text,
    layer_resource,
    layer_text,
    table_text,
)
from geodata.founding.columns import columns_text
from geodata.founding.outlines import Area
from geodata.founding.words import filled, words
from geodata.reading.schema import columns, descriptor, table_schemas

_SOURCE = "omrids"
#: How far an outline may be wrong where nobody says, in metres.
ERROR_M = 50.0


@dataclass(frozen=True, slots=True)
class Town:
    """What is said of a town: `error_m` is of its outlines, `file` is where they are from."""

    id: str
    name: str
    file: str
    years: tuple[int, int]
    as_of: date
    source: str
    error_m: float = ERROR_M


def files_of_town(town: Town, areas: Sequence[Area]) -> dict[str, str]:
    """Return the text of each file of the package, by its name."""
    rows = {"geographies": [_geography(area) for area in areas], "sources": [_source(town)]}
    tables = {f"{table}.csv": _table(table, rows.get(table, [])) for table in table_schemas()}
    return {
        "datapackage.json": json_text(_descriptor(town)),
        "areas.geojson": layer_text(
            (_feature(town, area) for area in areas), {"type": "FeatureCollection"}
        ),
        **tables,
        "COLUMNS.md": columns_text(),
    }


def _table(table: str, rows: Sequence[dict[str, str]]) -> str:
    return table_text(table, ([row.get(name, "") for name in columns(table)] for row in rows))


def _geography(area: Area) -> dict[str, str]:
    return {"id": area.id, "name_da": area.name, "name_en": area.name_en or area.name,
            "kind": "area"}  # fmt: skip


def _source(town: Town) -> dict[str, str]:
    return {"id": _SOURCE, "kind": "unregistered", **filled("outlines", town.file)}


def _feature(town: Town, area: Area) -> dict[str, Any]:
    properties: dict[str, Any] = {
        "id": area.id, "name": area.name, "kind": "area", "confidence": "indicative",
        "error_m": town.error_m, **filled("basis", town.file), "source": _SOURCE,
    }  # fmt: skip
    if area.name_en and area.name_en != area.name:
        properties["name_en"] = area.name_en
    return {"type": "Feature", "properties": properties, "geometry": geometry_of(area.outline)}


def _descriptor(town: Town) -> dict[str, Any]:
    return {
        "profile": "data-package", "name": town.id, "version": "0.1.0", "title": town.name,
        "title_da": town.name, "title_en": town.name, "as_of": town.as_of.isoformat(),
        "clock": {"first": town.years[0], "last": town.years[1]},
        "themes": [words()["theme"]],
        "sources": [{"title": town.source}],
        "resources": [*(_csv(table) for table in table_schemas()), layer_resource("areas")],
    }  # fmt: skip


def _csv(table: str) -> dict[str, Any]:
    return {"name": table, "path": f"{table}.csv", "profile": "tabular-data-resource",
            "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
            "schema": descriptor(table)}  # fmt: skip
