"""The browser's own search finds the same walks as the server's, minute for minute."""

import json
import random
import shutil
import subprocess
from datetime import date

import pytest
from shapely.geometry import Point

from dashboard.payload.places.network import write_network
from geodata.network.network import read_network
from geodata.network_import.about import About
from geodata.network_import.importing import import_network
from geodata.package.loading import read_package
from geodata.reach.destinations import WITH_PATHS, destinations
from geodata.reach.reach import Start, tenths, walks_from
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
    """Let the scripts of the page answer; a case is a point."""
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
def test_from_any_point(network, tmp_path, planned):
    dice = random.Random(8)
    west, south, east, north = network.package.layers["areas"].total_bounds
    points = [(dice.uniform(west, east), dice.uniform(south, north)) for _ in range(24)]
    points += [(c.coords[0][0] + 3, c.coords[0][1] - 4) for c in network.edges.courses[:6]]
    asked = [(year, point) for year in years_of(network) for point in points]
    cases = [case(network, year, planned=planned, point=p, error=ERROR_M) for year, p in asked]
    for (year, point), answer in zip(asked, ask(network, cases, tmp_path), strict=True):
        start = Start("", Point(point), ERROR_M)
        walks = walks_from(network, start, year, planned=planned, layers=WITH_PATHS)
        assert_same(walks, answer)


def test_a_tenth_of_a_minute_is_rounded_alike(tmp_path):
    """20 to 340 m at 80 m a minute are half tenths: 0.25, 1.25, 2.25 ... minutes."""
    script = "for (const m of [20, 100, 180, 260, 340]) console.log(globalThis.blok.telltime.tenths(m / 80))"
    loads = f"require({json.dumps(str(HERE / 'town.cjs'))}).asset('telltime');"
    said = subprocess.run([NODE, "-e", loads + script], capture_output=True, text=True, check=True)
    ours = [tenths(metres / 80) for metres in (20, 100, 180, 260, 340)]
    assert [float(line) for line in said.stdout.split()] == ours == [0.3, 1.3, 2.3, 3.3, 4.3]
