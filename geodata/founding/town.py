"""Make the files of a package that has a town's outlines, and empty tables for all else."""

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import shapely

from geodata.founding.columns import columns_text
from geodata.founding.outlines import Area
from geodata.founding.words import filled, words
from geodata.reading.places import WGS84
from geodata.reading.schema import columns, descriptor, table_schemas

#: Decimals of degrees: a millimetre.
_DECIMALS = 8
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
        "datapackage.json": _json(_descriptor(town)),
        "areas.geojson": _layer(town, areas),
        **tables,
        "COLUMNS.md": columns_text(),
    }


def _json(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _table(table: str, rows: Sequence[dict[str, str]]) -> str:
    buffer = io.StringIO()
    writer = csv.DictWriter(buffer, columns(table), restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return buffer.getvalue()


def _geography(area: Area) -> dict[str, str]:
    return {"id": area.id, "name_da": area.name, "name_en": area.name_en or area.name,
            "kind": "area"}  # fmt: skip


def _source(town: Town) -> dict[str, str]:
    return {"id": _SOURCE, "kind": "unregistered", **filled("outlines", town.file)}


def _layer(town: Town, areas: Sequence[Area]) -> str:
    """A line for each area, so that people can see what changed."""
    lines = ",\n".join(json.dumps(_feature(town, a), ensure_ascii=False) for a in areas)
    return f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n'


def _feature(town: Town, area: Area) -> dict[str, Any]:
    properties: dict[str, Any] = {
        "id": area.id, "name": area.name, "kind": "area", "confidence": "indicative",
        "error_m": town.error_m, **filled("basis", town.file), "source": _SOURCE,
    }  # fmt: skip
    if area.name_en and area.name_en != area.name:
        properties["name_en"] = area.name_en
    return {"type": "Feature", "properties": properties, "geometry": _rounded(area)}


def _rounded(area: Area) -> dict[str, Any]:
    drawn = shapely.transform(area.outline, lambda points: points.round(_DECIMALS))
    geometry: dict[str, Any] = json.loads(shapely.to_geojson(drawn))
    return geometry


def _descriptor(town: Town) -> dict[str, Any]:
    return {
        "profile": "data-package", "name": town.id, "version": "0.1.0", "title": town.name,
        "title_da": town.name, "title_en": town.name, "as_of": town.as_of.isoformat(),
        "clock": {"first": town.years[0], "last": town.years[1]},
        "themes": [words()["theme"]],
        "sources": [{"title": town.source}],
        "resources": [*(_csv(table) for table in table_schemas()), _areas()],
    }  # fmt: skip


def _csv(table: str) -> dict[str, Any]:
    return {"name": table, "path": f"{table}.csv", "profile": "tabular-data-resource",
            "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
            "schema": descriptor(table)}  # fmt: skip


def _areas() -> dict[str, Any]:
    return {"name": "areas", "path": "areas.geojson", "format": "geojson",
            "mediatype": "application/geo+json", "encoding": "utf-8", "crs": WGS84}  # fmt: skip
