"""The measured town has the streets it says, and the table says what was measured."""

import os
import time

import osmium
import pytest

from geodata.network_import.cleaning import surroundings
from geodata.network_import.filekinds import FileKind
from geodata.network_import.osm import read_osm
from geodata.network_import.ways import cut
from geodata.package.loading import read_package
from tests.packages_editing import TINYTOWN
from tools.reach_bench.patience import within
from tools.reach_bench.report import table
from tools.reach_bench.town import BLOCK_M, edge_count, make_package, write_streets


@pytest.mark.parametrize("suffix", ["osm", "osm.pbf"])
def test_a_grid_has_as_many_stretches_as_it_must(tmp_path, suffix):
    file = tmp_path / f"streets.{suffix}"
    write_streets(file, 12)
    kind = FileKind.OSM_XML if suffix == "osm" else FileKind.OSM_PBF
    edges = cut(read_osm(file, kind))
    assert len(edges) == edge_count(12) == 264
    assert edges.length.to_numpy() == pytest.approx(BLOCK_M, abs=0.05)
    assert sum(1 for _ in osmium.FileProcessor(str(file), osmium.osm.NODE)) == 144


def test_the_measured_size_is_that_of_a_town():
    assert edge_count(274) == 149_604


def test_the_areas_are_spread_over_the_grid(tmp_path):
    make_package(TINYTOWN, tmp_path / "town", 274)
    package = read_package(tmp_path / "town")
    areas = package.layers["areas"].geometry
    assert areas.area.to_numpy() == pytest.approx(400 * 400, rel=0.01)
    assert min(surroundings(package).bounds[2:]) > 0
    assert areas.centroid.distance(areas.centroid.iloc[0]).max() > 10_000


def took(*walls):
    """Times by the clock; the processor took half of each."""
    return [(wall, wall / 2) for wall in walls]


def figures():
    once = {"import": 2.0, "read_package": 0.5, "read_network": 1.0, "index": 0.25, "page": 4.0,
            "minutes_table": 0.2, "first_path": 1.7, "drawn_path": 1.5}  # fmt: skip
    ours = {**{name: took(wall)[0] for name, wall in once.items()},
            "isochrone_5": took(0.01, 0.03, 0.02), "isochrone_10": took(0.05),
            "isochrone_15": took(0.1), "search_15": took(0.002),
            "reached": {"a": 7, "b": 5}}  # fmt: skip
    peer = {"build": (3.0, 6.0), "search_15": took(0.4), "reached": {"a": 7, "b": 4}}
    return {"machine": {"cpus": 2, "load": 0.5, "python": "3.11"},
            "streets": {"edges": 1234, "nodes": 600, "pbf_bytes": 2_000_000, "repeats": 3},
            "ours": ours, "networkx": peer, "pandana": {**peer, "reached": ours["reached"]}}  # fmt: skip


def test_the_table_sums_medians_and_says_where_engines_differ():
    text = table(figures())
    assert "| **import and prepare, together** | **7.8 s** | **3.9 s** |" in text
    assert "| ground within 5 minutes, one area | 20 ms (30 ms) | 10 ms (15 ms) |" in text
    assert (
        "| networkx | 3.0 s | 6.0 s | 400 ms (400 ms) | 200 ms (200 ms) | 11 (ours: 12) |" in text
    )
    assert "| pandana | 3.0 s | 6.0 s | 400 ms (400 ms) | 200 ms (200 ms) | 12 |" in text


def test_an_engine_that_did_not_finish_has_its_reason_in_its_row():
    unfinished = figures() | {"pandana": {"not_run": "not ready after 300 s"}}
    assert "| pandana | not run: not ready after 300 s |" in table(unfinished)


def test_a_peer_answers_is_waited_for_no_longer_than_asked_or_says_what_went_wrong():
    assert within(30, sum, [1, 2]) == 3
    assert within(0.2, time.sleep, 60) == {"not_run": "not ready after 0 s"}
    assert within(30, int, "x")["not_run"].startswith("ValueError: ")
    assert within(30, os._exit, 3) == {"not_run": "ended by itself, exit 3"}
