"""Path layers as others write them, and what comes of importing one."""

import json
import sqlite3
from contextlib import closing

import geopandas as gpd
from shapely.geometry import LineString

from geodata.__main__ import main
from geodata.network.network import edge_table, read_network
from geodata.package.loading import read_package
from geodata.reading.places import WGS84

ABOUT = ("--licence", "CC0-1.0", "--title", "Tinby Kommune", "--date", "2026-02-03")
STREET = LineString([(9.496, 56.0997), (9.520, 56.0997)])


def import_file(town, file):
    return main(["network", "import", str(file), "--package", str(town), *ABOUT])


def imported(town):
    table = edge_table(read_network(read_package(town)), 2024)
    return table[table["line"].str.startswith("network")]


def collection(*geometries, **members):
    features = [{"type": "Feature", "properties": {}, "geometry": g} for g in geometries]
    return {"type": "FeatureCollection", **members, "features": features}


def written(tmp_path, content, name="paths.geojson"):
    file = tmp_path / name
    file.write_text(json.dumps(content), encoding="utf-8")
    return file


def gpkg(tmp_path, *lines, crs=WGS84):
    file = tmp_path / "paths.gpkg"
    gpd.GeoDataFrame(geometry=list(lines or [STREET]), crs=crs).to_file(file, layer="paths")
    return file


def edited(tmp_path, *statements):
    file = gpkg(tmp_path)
    with closing(sqlite3.connect(file)) as database:
        for statement in statements:
            database.execute(statement)
        database.commit()
    return file


def refused(town, file, capsys):
    before = {f.name: f.read_bytes() for f in town.iterdir()}
    assert import_file(town, file) == 1
    assert {f.name: f.read_bytes() for f in town.iterdir()} == before
    return capsys.readouterr().err
