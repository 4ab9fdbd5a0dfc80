"""Circles are as large as their counts, outlines have the plan's colour, legends stand still."""

import itertools
import math
import re
from collections.abc import Callable
from typing import Any

from .facts import NBSP, Facts
from .serving import Server
from .visiting import PAINTED, Visit

#: Paint every year of a series; read circles, outlines, legend and textures.
_READ = r"""
async ({ indicator, years, areas, plans }) => {
  const words = (li) => [...li.childNodes].filter((n) => n.nodeType === Node.TEXT_NODE)
    .map((n) => n.textContent).join("");
  const rows = (key) => [...document.querySelectorAll(`#legend li[data-${key}]`)]
    .map((li) => [li.dataset[key], words(li)]);
  const disc = (id) => {
    const path = blok.map.kept.counts[id].getElement();
    return { radius: blok.map.kept.counts[id].getRadius(), path: path.getAttribute("d"),
             seen: Number(path.getAttribute("fill-opacity")) > 0 };
  };
  const outline = (id) => {
    const path = blok.map.kept.plans[id].getElement();
    const cell = document.querySelector(`#table tr[data-geography="${id}"] td.number`);
    const seen = Number(path.getAttribute("stroke-opacity")) > 0 && Number(path.getAttribute("stroke-width")) > 0;
    return { seen, colour: path.getAttribute("stroke"), cell: cell && cell.textContent };
  };
  const seen = [];
  for (const year of years) {
    await blok.state.set({ indicator, year, mode: "value" }, false);
    PAINTED
    seen.push({
      classes: rows("colour"), sizes: rows("radius"), reasons: rows("reason"),
      textures: rows("reason").filter(([why]) => document.getElementById(`pattern-${why}`)).length,
      label: document.getElementById("plan-label").textContent,
      discs: Object.fromEntries(areas.map((id) => [id, disc(id)])),
      outlines: Object.fromEntries(plans.map((id) => [id, outline(id)])),
    });
  }
  return seen;
}
""".replace("PAINTED", PAINTED)
SMALLEST_PX = 3.0
#: Radii are rounded to a tenth of a pixel, and so is the largest that others are held against.
ROUNDING_PX = 0.11


def _read(person: Visit, facts: Facts, indicator: str) -> dict[int, Any]:
    ask = {"indicator": indicator, "years": facts.years, "areas": facts.areas, "plans": facts.plans}
    return dict(zip(facts.years, person.page.evaluate(_READ, ask), strict=True))


def _bounds(label: str) -> tuple[float, float]:
    ends = label.replace("%", "").replace(NBSP, "").replace("\u2212", "-").split("\u2013")
    low, *_, high = [float(e.replace(".", "").replace(",", ".")) for e in (*ends, ends[-1])]
    return low, high


def test_the_area_of_a_circle_is_in_proportion_to_the_count(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server)
    for indicator in filter(facts.is_count, facts.indicators):
        pages = _read(person, facts, indicator)
        discs: set[tuple[float, float]] = set()
        for year, page in pages.items():
            for area in facts.areas:
                value, disc = facts.shown(indicator, area, year).value, page["discs"][area]
                assert disc["seen"] == (value is not None), (indicator, area, year)
                if value is not None:
                    drawn = re.search(r"a(\d+),", disc["path"])
                    assert drawn is not None
                    assert int(drawn[1]) == math.floor(disc["radius"] + 0.5)
                    discs.add((value, disc["radius"]))
            discs |= {(float(text.replace(NBSP, "").replace(".", "")), float(radius))
                      for radius, text in page["sizes"]}  # fmt: skip
        largest, widest = max(discs, default=(1, 0))
        for value, radius in discs:
            wanted = max(SMALLEST_PX, widest * math.sqrt(max(value, 0) / largest))
            assert abs(radius - wanted) <= ROUNDING_PX, (indicator, value, radius, wanted)


def test_an_outline_has_the_colour_of_the_value_of_the_plan(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server)
    seen = 0
    for indicator in facts.indicators:
        for year, page in _read(person, facts, indicator).items():
            for plan in facts.plans:
                shown, outline = facts.shown(indicator, plan, year), page["outlines"][plan]
                where = f"{indicator} {plan} {year}: {outline}"
                assert outline["seen"] == (shown.value is not None), where
                if shown.value is None:
                    continue
                seen += 1
                assert outline["cell"] == shown.text, where
                assert str(shown.text) in page["label"], where
                if not facts.is_count(indicator):
                    ranges = [_bounds(text) for colour, text in page["classes"]
                              if colour == outline["colour"]]  # fmt: skip
                    assert len(ranges) == 1, where
                    compared = facts.compared(indicator, shown.value)
                    assert ranges[0][0] <= compared <= ranges[0][1], where
    printed = {(i, g, y) for i, g, y in facts.dated if g in facts.plans}
    assert seen == sum(facts.shown(*place).value is not None for place in printed)


def test_the_legend_is_the_same_in_every_year(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    """At most five classes, one colour each, none overlapping; a texture for each reason."""
    person = visit(server)
    for indicator in facts.indicators:
        pages = _read(person, facts, indicator)
        classes, sizes = pages[facts.years[0]]["classes"], pages[facts.years[0]]["sizes"]
        for page in pages.values():
            assert page["classes"] == classes
            assert page["sizes"] == sizes
            assert page["textures"] == len(page["reasons"])
        assert len(classes) <= 5
        assert len({colour for colour, _ in classes}) == len(classes)
        ranges = [_bounds(text) for _, text in classes]
        for (_, high), (low, _) in itertools.pairwise(ranges):
            assert high < low, (indicator, ranges)


def test_every_reason_occurs_in_the_shipped_package(randers_server: Server, tmp_path: Any) -> None:
    """So the tests on colours have seen each of them."""
    facts = Facts(randers_server.package, tmp_path)
    seen = {facts.shown(i, area, year).reason
            for i in facts.indicators for area in facts.areas for year in facts.years}  # fmt: skip
    assert seen == {None, "invalid", "not_in_plan", "plan_only", "no_figures"}
