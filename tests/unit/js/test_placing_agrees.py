"""A map on paper has its names where the page's own rules put them."""

import json
import random
import subprocess
from dataclasses import asdict

from dashboard.pictures.boxes import Box, around
from dashboard.pictures.lettering import wrap
from dashboard.pictures.placing import Need, Size, place
from tests.unit.js.test_js import HERE, NODE

FRAME = Box(0, 0, 600, 400)


def polygon(roll, x, y):
    """A ring of five corners round a point."""
    corners = ((-1, -0.6), (0.3, -1), (1, -0.2), (0.6, 0.9), (-0.7, 0.8))
    return [[(x + cx * roll.randint(10, 40), y + cy * roll.randint(8, 35)) for cx, cy in corners]]


def thrown(seed):
    """A map of up to twelve areas, some with circles, a lake and what lies over it."""
    roll = random.Random(seed)
    cells = [(75 + 150 * (i % 4), 66 + 133 * (i // 4)) for i in range(12)]
    areas = []
    for i, (x, y) in enumerate(roll.sample(cells, roll.randint(1, 11))):
        at = (x + roll.randint(-9, 9), y + roll.randint(-9, 9))
        circle = around(at, *[2 * roll.randint(3, 25)] * 2) if roll.random() < 0.4 else None
        wide, low = roll.randint(50, 120), roll.randint(24, 34)
        sizes = (Size(wide, low, 0), Size(wide * 0.6, low + 13, 1.5), Size(30, 17, 150))
        areas.append(Need(f"a{i}", polygon(roll, *at), at, circle, sizes))
    blocked = [
        Box(0, 300, 120, 400),
        around((roll.randint(150, 550), roll.randint(40, 360)), 40, 30),
    ]
    return areas, [polygon(roll, 300, 200)], blocked


def plain(areas, lakes, blocked):
    """The same as the page's script takes it."""
    named = ("left", "top", "right", "bottom")

    def box(one):
        return one and dict(zip(named, one, strict=True))

    return {
        "areas": [{**asdict(one), "circle": box(one.circle)} for one in areas],
        "lakes": [{"id": "lake", "rings": rings} for rings in lakes],
        "blocked": [box(one) for one in blocked],
        "frame": box(FRAME),
    }


def test_both_place_and_part_names_alike(tmp_path, randers, tinytown):
    maps = [thrown(seed) for seed in range(40)]
    names = [g.name_da for package in (randers, tinytown) for g in package.geographies]
    asked = tmp_path / "asked.json"
    content = {"maps": [plain(*one) for one in maps], "names": names}
    asked.write_text(json.dumps(content), encoding="utf-8")
    command = [NODE, HERE / "placed.cjs", asked]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.stderr == ""
    theirs = json.loads(answer.stdout)
    assert theirs["wrapped"] == [[list(wrap(name, n)) for n in (1, 2, 3)] for name in names]
    leaders = 0
    for seed, (one, drawn) in enumerate(zip(maps, theirs["placed"], strict=True)):
        ours = place(*one, FRAME)
        assert ours.keys() == drawn.keys()
        for area, spot in ours.items():
            other = drawn[area]
            assert (spot is None) == (other is None), (seed, area)
            if spot is None:
                continue
            assert spot.index == other["index"], (seed, area)
            assert all(abs(a - b) < 1e-6 for a, b in zip(spot.at, other["at"], strict=True))
            assert (spot.line is None) == (other["line"] is None), (seed, area)
            leaders += spot.line is not None
    assert leaders > 5
