"""Every point of a trend, read back from where it is drawn, is a printed value in its own year."""

import itertools
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .facts import Facts, danish
from .serving import Server
from .visiting import PAINTED, Visit

#: Choose each series and area; read what is drawn from the shapes alone, not from their data.
_READ = r"""
async (asked) => {
  const seen = [];
  for (const { indicator, area, year } of asked) {
    await blok.state.set({ indicator, areas: [area], year, mode: "value" }, false);
    PAINTED
    seen.push(read());
  }
  return seen;
  function read() {
  const svg = document.querySelector("#panel svg.trend");
  if (!svg) return null;
  const all = (selector) => [...svg.querySelectorAll(selector)];
  const number = (shape, name) => Number(shape.getAttribute(name));
  const middle = (shape) => {
    const box = shape.getBBox();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  const points = (kind) => all(`.${kind}:not(line)`).map((shape) => [...middle(shape), shape.tagName]);
  const lines = (kind) => all(`line.${kind}`).map((line) => [...["x1", "y1", "x2", "y2"].map((end) => number(line, end)),
    getComputedStyle(line).strokeDasharray !== "none" && line.classList.contains("dotted")]);
  const frame = svg.querySelector("line.axis");
  return {
    left: number(frame, "x1"), right: number(frame, "x2"), foot: number(frame, "y1"),
    top: number(svg.querySelector("line.clock-line"), "y1"),
    clock: number(svg.querySelector("line.clock-line"), "x1"),
    labels: all("text").map((text) => text.textContent),
    own: points("own"), benchmark: points("benchmark"), lines: lines("own"),
    targets: all("line.target").map((line) => number(line, "y1")),
    breaks: all("line.break").map((line) => number(line, "x1")),
  };
  }
}
""".replace("PAINTED", PAINTED)
#: Shapes are placed to a hundredth of a drawing of 150 by 320 pixels, and far better.
SLACK = 1e-3


@dataclass(frozen=True)
class Expected:
    """What the files say of one series in one area: (year, value) and what surrounds them."""

    own: dict[int, float]
    invalid: set[int]
    baseline: set[int]
    benchmark: dict[int, float]
    targets: list[float]
    breaks: list[int]
    low: float
    high: float
    last: int


def _benchmark(facts: Facts) -> str | None:
    return next((g for g, row in facts.geographies.items() if row["benchmark"]), None)


def _values(facts: Facts, indicator: str, place: str | None) -> dict[int, float]:
    found = {y: row for (i, g, y), row in facts.dated.items() if (i, g) == (indicator, place)}
    return {year: float(found[year]["value"]) for year in sorted(found)}


def _concerns(row: dict[str, str], indicator: str, area: str) -> bool:
    return row["indicator"] == indicator and area in (row["geographies"] or area).split(";")


def _expected(facts: Facts, indicator: str, area: str) -> Expected | None:
    own = _values(facts, indicator, area)
    invalid = {y for y in own if facts.shown(indicator, area, y).reason == "invalid"}
    benchmark = {} if facts.is_count(indicator) else _values(facts, indicator, _benchmark(facts))
    targets = [float(row["value"]) for row in facts.table("targets")
               if row["kind"] == "at_least" and row["scope"] != "together"
               and row["indicator"] == indicator and area in row["geographies"].split(";")]  # fmt: skip
    on_scale = [v for y, v in own.items() if y not in invalid]
    on_scale += [*benchmark.values(), *targets]
    if not own or not on_scale:
        return None
    low, high = min(on_scale), max(on_scale)
    low = min(0, low) if facts.is_count(indicator) else low
    as_of = int(facts.descriptor["as_of"][:4])
    breaks = [int(row["date"][:4]) for row in facts.table("breaks")
              if _concerns(row, indicator, area)]  # fmt: skip
    return Expected(
        own=own,
        invalid=invalid,
        baseline={y for y in own if facts.dated[(indicator, area, y)]["role"] == "baseline"},
        benchmark=benchmark,
        targets=targets,
        breaks=sorted(breaks),
        low=low - 1 if low == high else low,
        high=high + 1 if low == high else high,
        last=max(as_of, *facts.years_of(indicator)),
    )


@dataclass(frozen=True)
class Scale:
    """Turn pixels back into years and values, by the frame that is drawn."""

    page: dict[str, Any]
    first: int
    wanted: Expected

    def year(self, x: float) -> float:
        share = (x - self.page["left"]) / (self.page["right"] - self.page["left"])
        return self.first + share * (self.wanted.last - self.first)

    def value(self, y: float) -> float:
        share = (self.page["foot"] - y) / (self.page["foot"] - self.page["top"])
        return self.wanted.low + share * (self.wanted.high - self.wanted.low)

    def points(self, kind: str) -> list[tuple[float, float]]:
        return [(self.year(x), self.value(y)) for x, y, _ in self.page[kind]]


def _same(found: list[tuple[float, float]], wanted: list[tuple[float, float]]) -> bool:
    return len(found) == len(wanted) and all(
        abs(a - b) < SLACK for one, two in zip(found, wanted, strict=True)
        for a, b in zip(one, two, strict=True)
    )  # fmt: skip


def _asked(facts: Facts) -> list[dict[str, Any]]:
    return [
        {"indicator": i, "area": area, "year": (facts.years_of(i) or facts.years)[0]}
        for i in facts.indicators
        for area in facts.areas
    ]


def _trends(server: Server, facts: Facts, visit: Callable[..., Visit]) -> Any:
    """Each series in each area: where it is, what must be drawn, and what is."""
    asked = _asked(facts)
    pages = visit(server, "?lag=").page.evaluate(_READ, asked)
    for ask, page in zip(asked, pages, strict=True):
        where = f"{ask['indicator']} {ask['area']}"
        wanted = _expected(facts, ask["indicator"], ask["area"])
        assert (page is None) == (wanted is None), where
        if wanted is not None:
            yield ask, where, wanted, Scale(page, facts.years[0], wanted)


def test_every_point_stands_at_its_value_and_year(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    drawn = set()
    for ask, where, wanted, scale in _trends(server, facts, visit):
        own = [(y, wanted.low if y in wanted.invalid else v) for y, v in wanted.own.items()]
        assert _same(scale.points("own"), own), (where, scale.points("own"), own)
        assert _same(scale.points("benchmark"), list(wanted.benchmark.items())), where
        shapes = {y: "path" if y in wanted.invalid else "rect" if y in wanted.baseline else "circle"
                  for y in wanted.own}  # fmt: skip
        assert [shape for *_, shape in scale.page["own"]] == list(shapes.values()), where
        assert abs(scale.year(scale.page["clock"]) - ask["year"]) < SLACK, where
        drawn |= {(ask["indicator"], ask["area"], year) for year in wanted.own}
    printed = {place for place in facts.dated if place[1] in facts.areas}
    never = {place for place in printed - drawn if facts.shown(*place).reason != "invalid"}
    assert drawn
    assert never == set()


def test_lines_join_neighbours_and_stop_at_breaks_and_invalid_values(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    for _, where, wanted, scale in _trends(server, facts, visit):
        usable = [y for y in wanted.own if y not in wanted.invalid]
        joined = [
            (one, two, two - one > 1)
            for one, two in itertools.pairwise(usable)
            if not any(one < change <= two for change in wanted.breaks)
        ]
        found = [(round(scale.year(x1)), round(scale.year(x2)), dotted)
                 for x1, _, x2, _, dotted in scale.page["lines"]]  # fmt: skip
        assert found == joined, where
        for (one, two, _), (_, y1, _, y2, _) in zip(joined, scale.page["lines"], strict=True):
            ends = [(scale.value(y1), scale.value(y2))]
            assert _same(ends, [(wanted.own[one], wanted.own[two])]), where


def test_the_frame_says_its_ends_and_holds_targets_and_breaks(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    for _, where, wanted, scale in _trends(server, facts, visit):
        high, low = (
            danish(round(v, 1), 1).replace("-", "\u2212") for v in (wanted.high, wanted.low)
        )
        said = [label.replace("-", "\u2212") for label in scale.page["labels"]]
        assert said == [high, low, str(facts.years[0]), str(wanted.last)], where
        targets = [scale.value(y) for y in scale.page["targets"]]
        assert _same([(v, 0) for v in targets], [(v, 0) for v in wanted.targets]), where
        breaks = [scale.year(x) for x in scale.page["breaks"]]
        seen = [year - 0.5 for year in wanted.breaks if year <= wanted.last]
        assert _same([(v, 0) for v in breaks], [(v, 0) for v in seen]), where


def test_the_shipped_package_has_gaps_breaks_and_invalid_values(
    randers_server: Server, tmp_path: Any
) -> None:
    """So the tests above have seen each of them."""
    facts = Facts(randers_server.package, tmp_path)
    all_wanted = [_expected(facts, ask["indicator"], ask["area"]) for ask in _asked(facts)]
    wanted = [one for one in all_wanted if one is not None]
    assert sum(len(one.invalid) for one in wanted) == 6
    assert any(b - a > 1 for one in wanted for a, b in itertools.pairwise(one.own))
    assert any(one.breaks for one in wanted)
    assert any(one.targets for one in wanted)
    assert any(one.benchmark for one in wanted)
