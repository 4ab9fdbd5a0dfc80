"""Imported streets are drawn as they were imported, and nothing else is."""

import shutil
from datetime import date

import pytest

from dashboard.payload.places.geometry import DEGREE_PARTS
from dashboard.payload.places.streets import write_streets
from geodata.network.network import read_network
from geodata.network_import.importing import About, import_network
from geodata.package.loading import read_package
from tests.browser.serving import ROOT
from tests.packages_editing import TINYTOWN


def streets_of(folder, name):
    shutil.copytree(TINYTOWN, folder)
    streets = ROOT / "tests" / "networks" / name
    import_network(read_package(folder), streets, About(day=date(2026, 3, 1)))
    return write_streets(read_network(read_package(folder)))


@pytest.fixture(scope="module")
def packed(tmp_path_factory):
    return streets_of(tmp_path_factory.mktemp("streets") / "town", "tinby.osm")


def ends(flat):
    xs, ys = flat[::2], flat[1::2]
    first = (xs[0], ys[0])
    last = (sum(xs), sum(ys))
    return {tuple(n / DEGREE_PARTS for n in point) for point in (first, last)}


def test_the_stretches_of_a_street_are_one_line(packed):
    """The main street is cut at two crossings, and is drawn as one: nothing else is a street."""
    assert [ends(line) for line in packed["streets"]] == [{(9.496, 56.0997), (9.52, 56.0997)}]


def test_shared_paths_and_steps_are_drawn_as_paths(packed):
    every = [ends(line) for line in packed["paths"]]
    assert any((9.503, 56.1015) in pair for pair in every)
    assert not any((9.508, 56.0985) in pair for pair in every)  # the private way
    assert not any((9.496, 56.098) in pair for pair in every)  # the motorway


def test_what_the_map_draws_already_is_not_repeated(packed, tinytown):
    (engstien,) = tinytown.layers["paths"].to_crs(4326).geometry[:1]
    first = tuple(round(c, 6) for c in engstien.coords[0])
    assert first not in set().union(*(ends(line) for line in packed["paths"]))
    assert len(packed["paths"]) == 3


def test_what_is_not_there_in_all_years_has_its_years(tmp_path):
    """The clock runs from 2018 to 2026: opened in 2022, built in 2026, closed in 2021."""
    packed = streets_of(tmp_path / "town", "dated.osm")
    letters = {next(iter(ends(lines[0]) - {(9.503, 56.0997)})): word
               for word, lines in packed["dated"]}  # fmt: skip
    assert letters[(9.503, 56.1015)] == "----wwwww"
    assert letters[(9.503, 56.0985)] == "--------p"
    closed = next(word for word, lines in packed["dated"] if (9.52, 56.1015) in ends(lines[0]))
    assert closed == "www------"
    assert len(packed["streets"]) == 1
    assert packed["paths"] == []
