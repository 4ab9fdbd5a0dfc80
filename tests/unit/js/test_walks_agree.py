"""The browser's own search finds the same walks as the server's, minute for minute."""

import json
import random
import shutil
import subprocess
from datetime import date
from itertools import pairwise

import pytest
from shapely.geometry import LineString, MultiPoint, Point

from dashboard.payload.places.network import write_network
from geodata.network.network import read_network
from geodata.network_import.about import About
from geodata.network_import.importing import import_network
from geodata.package.loading import read_package
from geodata.reach.changes import Verdict
from geodata.reach.destinations import WITH_PATHS, destinations
from geodata.reach.proposals import reach_with
from geodata.reach.reach import Start, minutes, tenths, walks_from
from tests.browser.serving import ROOT
from tests.packages_editing import TINYTOWN
from tests.unit.js.test_js import HERE, NODE

STREETS = ROOT / "tests" / "networks" / "tinby.osm"

ERROR_M = 25.0
#: What rounding to millimetres may add up to on a way of many edges.
ROUNDED_M = 0.02


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    """The invented town on streets of its own, where minutes are exact."""
    folder = tmp_path_factory.mktemp("streets") / "town"
    shutil.copytree(TINYTOWN, folder)
    import_network(read_package(folder), STREETS, About(day=date(2026, 3, 1)))
    return read_package(folder)


@pytest.fixture(params=["randers", "tinytown", "imported"])
def network(request):
    return read_network(request.getfixturevalue(request.param))


def ask(network, cases, tmp_path):
    """Let the scripts of the page answer; a case is an area, a point or a drawn path."""
    files = {"network": write_network(network), "cases": cases}
    for name, content in files.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(content), encoding="utf-8")
    command = [NODE, HERE / "walks.cjs", tmp_path / "network.json", tmp_path / "cases.json"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.stderr == ""
    return json.loads(result.stdout)


def case(network, year, *, planned=False, **start):
    clock = network.package.descriptor
    statuses = {d.id: d.status.value for d in destinations(network.package, year, WITH_PATHS)}
    return {"index": year - clock.first_year, "planned": planned, "statuses": statuses, **start}


def assert_same(walks, answer):
    for walk in walks:
        found = answer[walk.destination.id]
        assert found.get("reason") == walk.reason, walk.destination.id
        if walk.reason is not None:
            bounds = (walk.at_least_min or 0, walk.at_most_min)
            assert (found["least"], found["most"]) == bounds, walk.destination.id
        else:
            told = walk.minutes
            assert found["minutes"] == [told.low, told.mid, told.high], walk.destination.id
            assert found["exact"] == told.exact, walk.destination.id
            assert found["cost"] / 1000 == pytest.approx(walk.cost_m, abs=ROUNDED_M)
            assert found["error"] == pytest.approx(walk.error_m)
            assert found["metres"] == pytest.approx(walk.length_m, abs=ROUNDED_M)


def years_of(network):
    clock = network.package.descriptor
    return clock.first_year, (clock.first_year + clock.last_year) // 2, clock.last_year


@pytest.mark.parametrize("planned", [False, True])
def test_from_every_area(network, tmp_path, planned):
    areas = [str(i) for i in network.package.layers["areas"].index]
    pairs = [(year, area) for year in years_of(network) for area in areas]
    cases = [case(network, year, planned=planned, area=area) for year, area in pairs]
    for (year, area), answer in zip(pairs, ask(network, cases, tmp_path), strict=True):
        every = minutes(network, year, planned=planned, layers=WITH_PATHS)
        walks = [w for w in every if w.start == area]
        assert_same(walks, answer)


def test_from_any_point(network, tmp_path):
    dice = random.Random(8)
    west, south, east, north = network.package.layers["areas"].total_bounds
    points = [(dice.uniform(west, east), dice.uniform(south, north)) for _ in range(12)]
    points += [(c.coords[0][0] + 3, c.coords[0][1] - 4) for c in network.edges.courses[:6]]
    year = years_of(network)[1]
    cases = [case(network, year, point=point, error=ERROR_M) for point in points]
    for point, answer in zip(points, ask(network, cases, tmp_path), strict=True):
        start = Start("", Point(point), ERROR_M)
        assert_same(walks_from(network, start, year, layers=WITH_PATHS), answer)


def paths_between_ways(network, count):
    """Paths from one way to another, with a bend, whose ends are not at a node.

    There a path may repeat a stretch that is there already: of two equally long ways either
    may be told, and their lines may be off by different metres.
    """
    nodes = MultiPoint(network.edges.points)
    dice = random.Random(5)
    courses = list(network.edges.courses)
    for _ in range(count):
        one = dice.choice(courses).interpolate(dice.random(), normalized=True)
        near = [c for c in courses if 20 < c.distance(one) < 700]
        if near:
            other = dice.choice(near)
            end = other.interpolate(other.project(one))
            if nodes.distance(end) < 1:
                continue
            bend = (one.x + end.x) / 2 + dice.uniform(-20, 20), (one.y + end.y) / 2
            yield [(one.x, one.y), bend, (end.x, end.y)]


def test_what_a_drawn_path_changes(network, tmp_path):
    year = years_of(network)[1]
    paths = list(paths_between_ways(network, 30))
    assert paths
    cases = [case(network, year, path=path) for path in paths]
    shorter = 0
    for path, answer in zip(paths, ask(network, cases, tmp_path), strict=True):
        found = reach_with(network, year, [LineString(pair) for pair in pairwise(path)])
        assert answer["metres"] == pytest.approx(found.length_m, abs=ROUNDED_M)
        assert (answer["meets"], answer["crossings"]) == (found.meets, found.crossings), path
        rows = {(row["area"], row["place"]): row for row in answer["rows"]}
        for change in found.changes:
            row = rows[change.area, change.destination.id]
            rounded = change.saved_m is not None and 0 < abs(change.saved_m) <= ROUNDED_M
            wanted = {change.verdict, *([Verdict.SAME] if rounded else [])}
            assert row["verdict"] in wanted, (path, change.area, change.destination.id)
            shorter += change.verdict is Verdict.SHORTER
            if change.after.minutes is not None and not rounded:
                told = change.after.minutes
                assert row["after"]["minutes"] == [told.low, told.mid, told.high]
    assert shorter or len(network.edges.u) < 10  # four roads leave little to shorten


def test_a_tenth_of_a_minute_is_rounded_alike(tmp_path):
    """20 to 340 m at 80 m a minute are half tenths: 0.25, 1.25, 2.25 ... minutes."""
    script = "for (const m of [20, 100, 180, 260, 340]) console.log(globalThis.blok.telltime.tenths(m / 80))"
    loads = f"require({json.dumps(str(HERE / 'town.cjs'))}).asset('telltime');"
    said = subprocess.run([NODE, "-e", loads + script], capture_output=True, text=True, check=True)
    ours = [tenths(metres / 80) for metres in (20, 100, 180, 260, 340)]
    assert [float(line) for line in said.stdout.split()] == ours == [0.3, 1.3, 2.3, 3.3, 4.3]
