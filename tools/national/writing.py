"""Write the made-up country into a folder, as a data package that `geodata check` accepts."""

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import geopandas as gpd
from shapely.geometry import mapping

from geodata.reading.places import WGS84
from geodata.reading.schema import columns, descriptor
from tools.national.kinds import THEMES, Series
from tools.national.names import area_id, series_id
from tools.national.observations import rows
from tools.national.size import Size
from tools.national.surroundings import layers
from tools.national.tables import tables

#: Of degrees.
_DECIMALS = 7


def write(folder: Path, size: Size) -> None:
    """Write all files; the same size gives the same bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / ".gitignore").write_text("*\n", encoding="utf-8")
    resources = [_write_small(folder, name, found) for name, found in tables(size).items()]
    series = (Series(number, size.series) for number in range(size.series))
    figures = (row for one in series for row in rows(one, size))
    resources.append(_write_table(folder, "observations", figures))
    resources += [_write_layer(folder, name, frame) for name, frame in layers(size).items()]
    described = json.dumps(_described(size, resources), ensure_ascii=False, indent=1)
    (folder / "datapackage.json").write_text(described + "\n", encoding="utf-8")


def _write_small(folder: Path, table: str, found: list[dict[str, object]]) -> dict[str, Any]:
    cells = ([row.get(name, "") for name in columns(table)] for row in found)
    return _write_table(folder, table, cells)


def _write_table(folder: Path, table: str, found: Iterable[Iterable[object]]) -> dict[str, Any]:
    with (folder / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(columns(table))
        writer.writerows(found)
    return {"name": table, "path": f"{table}.csv", "profile": "tabular-data-resource",
            "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
            "schema": descriptor(table)}  # fmt: skip


def _write_layer(folder: Path, layer: str, frame: gpd.GeoDataFrame) -> dict[str, Any]:
    degrees = frame.to_crs(WGS84)
    columns_of = (frame["id"], frame["name"], frame["kind"], degrees.geometry)
    features = [_feature(*one) for one in zip(*columns_of, strict=True)]
    with (folder / f"{layer}.geojson").open("w", encoding="utf-8") as file:
        lines = ",\n".join(json.dumps(feature, ensure_ascii=False) for feature in features)
        file.write(f'{{"type": "FeatureCollection", "features": [\n{lines}\n]}}\n')
    return {"name": layer, "path": f"{layer}.geojson", "format": "geojson",
            "mediatype": "application/geo+json", "encoding": "utf-8", "crs": WGS84}  # fmt: skip


def _feature(identifier: str, name: str, kind: str, shape: Any) -> dict[str, Any]:
    properties = {
        "id": identifier, "name": name, "kind": kind, "confidence": "exact", "error_m": 5,
        "basis_da": "opdigtet", "basis_en": "made up", "source": "opdigtet",
    }  # fmt: skip
    return {"type": "Feature", "properties": properties, "geometry": _rounded(mapping(shape))}


def _rounded(geometry: Any) -> Any:
    """The geometry to a centimetre or less; common borders stay common."""
    if isinstance(geometry, float):
        return round(geometry, _DECIMALS)
    if isinstance(geometry, dict):
        return {key: _rounded(value) for key, value in geometry.items()}
    return [_rounded(part) for part in geometry] if isinstance(geometry, list | tuple) else geometry


def _described(size: Size, resources: list[dict[str, Any]]) -> dict[str, Any]:
    title_da, title_en = "Opdigtet land, kun til målinger", "A made-up country, only for measuring"
    return {
        "profile": "data-package", "name": "opdigtet-land", "version": "1.0.0", "title": title_da,
        "title_da": title_da, "title_en": title_en,
        "description": "No name and no figure in here is real.",
        "licenses": [{"name": "CC0-1.0", "title": "CC0 1.0",
                      "path": "https://creativecommons.org/publicdomain/zero/1.0/"}],
        "as_of": f"{size.clock[-1]}-12-31",
        "clock": {"first": size.clock[0], "last": size.clock[-1] + 3},
        "start": {"indicator": series_id(0), "area": area_id(0)},
        "themes": [{"id": i, "name_da": da, "name_en": en} for i, da, en in THEMES],
        "sources": [{"title": "Opdigtede tal"}],
        "resources": resources,
    }  # fmt: skip
