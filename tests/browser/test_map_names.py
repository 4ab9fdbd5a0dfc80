"""Each area has its name and value on the map, nothing covers anything, and all is in view."""

import itertools
from collections.abc import Callable
from typing import Any

import pytest

from .facts import Facts
from .serving import Server
from .visiting import Visit

SIZES = {"desk": (1440, 900), "phone": (390, 844), "on its side": (844, 390)}
#: Labels are placed once nothing has moved for a moment (`REST_MS` in `assets/shapes/labels.js`).
PLACED_MS = 300

_SEEN = """
() => {
  const box = (e) => { const { left, top, right, bottom } = e.getBoundingClientRect(); return [left, top, right, bottom]; };
  const seen = (e) => getComputedStyle(e).visibility !== "hidden" && getComputedStyle(e).display !== "none" && e.getBoundingClientRect().width > 0;
  const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);
  // An em box is taller than what is written in it: a line's ink is its middle.
  const ink = (e) => { const [left, top, right, bottom] = box(e); const cut = 0.15 * (bottom - top) / (e.children.length || 1); return [left, top + cut, right, bottom - cut]; };
  const { counts } = blok.map.kept;
  return {
    names: Object.fromEntries(all("#map .area-name").map((e) => [e.dataset.name, { box: ink(e), text: [...e.children].map((line) => line.textContent).join(" ").replaceAll("- ", "-") }])),
    values: Object.fromEntries(Object.entries(counts).filter(([, c]) => seen(c.label.element)).map(([id, c]) => [id, { box: ink(c.label.element), text: c.label.words.data }])),
    places: all("#map .place-name").map(ink),
    leaders: all("#map .leader").map((e) => ["x1", "y1", "x2", "y2"].map((name) => Number(e.getAttribute(name)))),
    dots: all("#map path[data-layer=places]").map(box),
    over: all("#legend, #map .leaflet-control, .full, .outline-note, #plan-label span").map(box),
    areas: Object.fromEntries(all("#map path[data-layer=areas]").map((e) => [e.dataset.feature, box(e)])),
    map: box(document.getElementById("map")),
  };
}
"""

#: Corners of legend and clock at which the visitor meets something else, or nothing.
_FREE = """
() => ["legend", "clock"].flatMap((id) => {
  const e = document.getElementById(id);
  const { left, top, right, bottom } = e.getBoundingClientRect();
  const corners = [[left + 3, top + 3], [right - 3, top + 3], [left + 3, bottom - 3], [right - 3, bottom - 3]];
  return corners.filter(([x, y]) => !e.contains(document.elementFromPoint(x, y))).map((at) => [id, ...at]);
})
"""


def _overlap(one: list[float], two: list[float]) -> bool:
    slack = 1.0
    return (one[0] + slack < two[2] and two[0] + slack < one[2]
            and one[1] + slack < two[3] and two[1] + slack < one[3])  # fmt: skip


def _cross(one: list[float], two: list[float]) -> bool:
    def side(line: list[float], x: float, y: float) -> float:
        ax, ay, bx, by = line
        return (bx - ax) * (y - ay) - (by - ay) * (x - ax)

    return (side(one, *two[:2]) * side(one, *two[2:]) < 0
            and side(two, *one[:2]) * side(two, *one[2:]) < 0)  # fmt: skip


def _look(person: Visit) -> dict[str, Any]:
    person.page.wait_for_timeout(PLACED_MS)
    return dict(person.page.evaluate(_SEEN))


def _open(visit: Callable[..., Visit], server: Server, size: str) -> Visit:
    width, height = SIZES[size]
    return visit(server, viewport={"width": width, "height": height}, has_touch=size != "desk")


def _assert_apart(seen: dict[str, Any], where: object) -> None:
    """A name and its own value are one label, and may touch."""
    written = [
        (area, one["box"]) for kind in ("names", "values") for area, one in seen[kind].items()
    ]
    written += [(f"place {i}", box) for i, box in enumerate(seen["places"])]
    for (one, box), (two, other) in itertools.combinations(written, 2):
        assert one == two or not _overlap(box, other), (where, one, two)
    for (one, box), other in itertools.product(written, seen["dots"] + seen["over"]):
        assert not _overlap(box, other), (where, one, other)


@pytest.mark.parametrize("size", SIZES)
def test_names_and_values_lie_on_nothing(
    server: Server, facts: Facts, visit: Callable[..., Visit], size: str
) -> None:
    """In series of shares and counts, at their first and last year; values are the package's."""
    person = _open(visit, server, size)
    shares = [i for i in facts.indicators if not facts.is_count(i)]
    counts = [i for i in facts.indicators if facts.is_count(i)]
    for indicator in shares[:3] + counts[-2:]:
        for year in {*facts.years_of(indicator)[:1], *facts.years_of(indicator)[-1:]}:
            person.set(indicator=indicator, year=year)
            seen = _look(person)
            _assert_apart(seen, (indicator, year))
            assert set(seen["values"]) == set(facts.areas), (indicator, year)
            for area, value in seen["values"].items():
                shown = facts.shown(indicator, area, year)
                assert shown.value is None or value["text"] == shown.text, (indicator, year, area)


@pytest.mark.parametrize("size", ["phone", "on its side"])
def test_legend_and_clock_are_in_the_first_view_of_a_phone(
    server: Server, facts: Facts, visit: Callable[..., Visit], size: str
) -> None:
    """All of the legend, in every series, under nothing; and no line to a name crosses another."""
    person = _open(visit, server, size)
    assert person.page.evaluate(_FREE) == []
    for indicator in facts.indicators:
        person.set(indicator=indicator, year=(facts.years_of(indicator) or facts.years)[-1])
        person.page.wait_for_timeout(PLACED_MS)
        assert person.page.evaluate(_FREE) == [], indicator
        lines = person.page.evaluate(_SEEN)["leaders"]
        assert not any(_cross(one, two) for one, two in itertools.combinations(lines, 2)), indicator


@pytest.mark.parametrize("size", SIZES)
def test_the_first_view_shows_every_area_with_its_name(
    server: Server, facts: Facts, visit: Callable[..., Visit], size: str
) -> None:
    seen = _look(_open(visit, server, size))
    left, top, right, bottom = seen["map"]
    assert set(seen["areas"]) == set(facts.areas)
    for area, box in seen["areas"].items():
        assert min(box[0] - left, box[1] - top, right - box[2], bottom - box[3]) >= 0, area
        assert not any(_overlap(box, other) for other in seen["over"][:1]), area
    assert {i: one["text"] for i, one in seen["names"].items()} == {
        area: facts.geographies[area]["name_da"] for area in facts.areas
    }


def test_what_is_expected_is_in_the_first_view(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = _open(visit, randers_server, "phone")
    person.page.wait_for_timeout(PLACED_MS)
    lake = person.page.locator("[data-feature=badesoe]").bounding_box()
    view = person.page.locator("#map").bounding_box()
    assert lake is not None
    assert view is not None
    assert view["y"] <= lake["y"]
    assert lake["y"] + lake["height"] <= view["y"] + view["height"]


def test_a_moved_map_is_left_where_it_was_put(
    tinytown_server: Server, visit: Callable[..., Visit]
) -> None:
    """In another size of the window a map that nobody moved shows all again, a moved one does not."""
    person = _open(visit, tinytown_server, "desk")
    zoom = "blok.map.kept.areas[Object.keys(blok.map.kept.areas)[0]]._map.getZoom()"
    first = person.page.evaluate(zoom)
    person.page.set_viewport_size({"width": 1000, "height": 700})
    person.page.wait_for_function(f"(first) => {zoom} < first", arg=first)
    person.page.click(".leaflet-control-zoom-in")
    person.page.wait_for_timeout(PLACED_MS)
    moved = person.page.evaluate(zoom)
    person.page.set_viewport_size({"width": 1440, "height": 900})
    person.page.wait_for_timeout(PLACED_MS)
    assert person.page.evaluate(zoom) == moved
