"""Drawings stay small, whatever they are of, and their shapes keep their places."""

import random
import re

import pytest

from dashboard.drawn.ground import ACROSS, Shape, box_of, path, together
from dashboard.drawn.looks import Look, Shown
from dashboard.drawn.names import Sheet, labels
from dashboard.drawn.picture import MOST_BYTES, picture
from dashboard.drawn.state import initial

BOX = box_of(((55.0, 9.0), (56.0, 10.0)))


def line(*points):
    return Shape("roads", "r", "", 0.0, False, (points,))


def ring(*points):
    return Shape("areas", "a", "", 0.0, True, ((*points, points[0]),))


def crowd(atlas, count, vertices):
    """So many areas of the invented town's first series, each a ring of so many vertices."""
    doc, roll = dict(atlas.doc("da")), random.Random(count)
    names = [f"omraade-{number}" for number in range(count)]
    shapes = []
    for name in names:
        x, y = roll.uniform(0, BOX.width), roll.uniform(0, BOX.height)
        points = [(x + roll.uniform(-9, 9), y + roll.uniform(-9, 9)) for _ in range(vertices)]
        shapes.append(Shape("areas", name, "", 0.0, True, ((*points, points[0]),)))
        shapes.append(Shape("counts", name, "", 0.0, False, (((x, y),),)))
    cell = {"text": "7 %", "period": "2020", "severity": "", "cls": 0, "radius": None}
    doc |= {
        "areas": names,
        "geographies": {one: {"name": one.title(), "kind": "area"} for one in names},
    }
    state = initial(atlas.doc("da"))
    state = type(state)(state.year, state.indicator, "value", (names[3],), (), "da")
    series = {**atlas.series(state.indicator, "da"), "circles": False}
    cells = dict.fromkeys(names, cell)
    return Shown(doc, state, series, cells, cells, {names[5]: "no_figures"}), shapes


@pytest.mark.parametrize("count", [300, 3000])
def test_many_areas_are_drawn_in_sixty_kib_with_the_name_of_the_chosen_one(tinytown_atlas, count):
    one, shapes = crowd(tinytown_atlas, count, 40)
    drawn = picture(one, shapes, BOX, "A map", "A sentence")
    assert len(drawn.encode()) <= MOST_BYTES
    assert "Omraade-3<" in drawn
    assert "Omraade-4<" not in drawn
    assert drawn.count("z") >= count


def test_a_hundred_areas_have_names_that_do_not_lie_on_each_other(tinytown_atlas):
    one, shapes = crowd(tinytown_atlas, 100, 12)
    drawn = picture(one, shapes, BOX, "A map", "A sentence")
    assert drawn.count("<title>") == 100
    values = drawn.split('class="values"')[1].split("</g>")[0]
    places = [(int(x), int(y)) for x, y in re.findall(r'x="(\d+)" y="(\d+)"', values)]
    assert len(places) > 10
    apart = [abs(x - u) > 20 or abs(y - v) > 20
             for i, (x, y) in enumerate(places) for u, v in places[:i]]  # fmt: skip
    assert all(apart)


def test_a_box_has_the_proportions_of_the_ground():
    assert (BOX.height, BOX.at((9.0, 56.0))) == (ACROSS, (0.0, 0.0))
    # a degree of longitude is at 55.5 degrees north 57 % of one of latitude
    assert BOX.width == pytest.approx(566, abs=2)
    assert BOX.at((10.0, 55.0)) == pytest.approx((BOX.width, ACROSS), abs=0.6)


def test_paths_have_whole_units_and_leave_out_what_is_nearer_than_a_step():
    shape = line((0.2, 0.4), (3.1, 0.0), (3.4, 0.2), (10.0, -5.0))
    assert path(shape) == "M0 0l3 0 7-5"
    assert path(shape, 5) == "M0 0l10-5"


def test_an_outline_closes_and_never_vanishes():
    assert path(ring((0, 0), (10, 0), (10, 10))) == "M0 0l10 0 0 10z"
    small, next_to_it = ring((4, 4), (4.1, 4), (4, 4.1)), ring((2, 9), (2.1, 9), (2, 9.1))
    assert together([small, next_to_it], 2) == "M0 0h8v8h-8zm-2 5h8v8h-8z"
    assert path(small, 3) == "M0 0h8v8h-8z"


def test_a_label_stands_on_its_area_or_beside_it_with_a_line(randers_atlas):
    doc = randers_atlas.doc("da")
    areas = [shape for shape in randers_atlas.shapes if shape.layer == "areas"]
    points = {s.id: s.lines[0][0] for s in randers_atlas.shapes if s.layer == "counts"}
    looks = {area.id: Look("x", None, "9,9 %", "9,9 %") for area in areas}
    names = {area.id: doc["geographies"][area.id]["name"] for area in areas}
    size = (randers_atlas.box.width, randers_atlas.box.height)
    found = labels(areas, points, looks, names, Sheet("wide", 1.9), size)
    assert len(found) == len(areas)
    assert all(label.lines for label in found)
