"""The drawn colour, the legend and the table say the same, and what the package says."""

import json
import re
from collections import defaultdict

import pytest

from .visiting import PAINTED, WHOLE

_READ = """
async ({indicator, years, areas, mode}) => {
  const drawn = {};
  for (const year of years) {
    await blok.state.set({indicator, year, mode}, false);
    PAINTED
    const rows = [...document.querySelectorAll("#legend li[data-colour]")].map((row) =>
      ({cls: row.dataset.class, colour: row.dataset.colour, text: row.textContent}));
    const sizes = [...document.querySelectorAll("#legend li[data-radius]")].map((row) =>
      ({radius: Number(row.dataset.radius), text: row.textContent}));
    const why = [...document.querySelectorAll("#legend li[data-reason]")].map((row) => row.dataset.reason);
    drawn[year] = {rows, sizes, why, areas: {}};
    for (const area of areas) {
      const path = document.querySelector(`path[data-layer=areas][data-feature="${area}"]`);
      const cell = document.querySelector(`#table tr[data-geography="${area}"] td.number`);
      const circle = blok.map.kept.counts[area];
      drawn[year].areas[area] = {
        fill: path.getAttribute("fill"), reason: path.dataset.reason, spoken: path.getAttribute("aria-label"),
        table: cell.textContent, radius: circle.getRadius(), disc: circle.options.fillOpacity,
        label: circle.label.element.textContent,
      };
    }
  }
  return drawn;
}
""".replace("PAINTED", PAINTED)
_NUMBER = re.compile(r"[+\u2212-]?\d[\d.]*(?:,\d+)?")

#: The colour of what cannot be judged, `UNSURE` in `assets/look.js`.
UNSURE = "var(--unsure)"


def bounds(text: str) -> tuple[float, float]:
    """The lowest and highest value of a legend row: `5,7–6,2 %`, `−31 til −0,1` or `5,2`."""
    found = [
        n.replace(".", "").replace(",", ".").replace("\u2212", "-") for n in _NUMBER.findall(text)
    ]
    return float(found[0]), float(found[-1])


def change(text: str) -> float:
    """A difference in whole words: `−1,5 procentpoint`, `62 færre`, `3 flere`, `samme antal`."""
    if text.startswith("samme"):
        return 0.0
    amount, _ = bounds(text)
    return -amount if text.endswith("færre") else amount


def read(one, indicator, facts, mode="value"):
    arguments = {"indicator": indicator, "years": facts.years, "areas": facts.areas, "mode": mode}
    return one.page.evaluate(_READ, arguments)


def test_colour_means_value_for_every_series_year_and_area(server, facts, visit) -> None:
    one = visit(server)
    checked = 0
    for indicator in facts.indicators:
        drawn = read(one, indicator, facts)
        colours: dict[str, set[str]] = defaultdict(set)
        scale: set[float] = set()
        for year in facts.years:
            now = drawn[str(year)]
            for row in now["rows"]:
                colours[row["colour"]].add(row["text"])
            for area in facts.areas:
                check_area(facts, indicator, year, area, now, scale)
                checked += 1
        assert all(len(texts) == 1 for texts in colours.values()), f"{indicator}: {colours}"
        assert max(scale, default=0) - min(scale, default=0) < 0.4, f"{indicator}: {scale}"
    assert checked == len(facts.indicators) * len(facts.years) * len(facts.areas)


def check_area(facts, indicator, year, area, now, scale: set[float]) -> None:
    expected, seen = facts.shown(indicator, area, year), now["areas"][area]
    where = f"{indicator} {area} {year}: {seen}"
    if expected.reason:
        assert seen["reason"] == expected.reason, where
        assert seen["fill"] == f"url(#pattern-{expected.reason})", where
        assert expected.reason in now["why"], where
        assert seen["disc"] == 0, where
        assert (expected.text or "") in seen["table"], where
        return
    assert seen["reason"] == "", where
    assert seen["table"] == expected.text, where
    assert seen["label"].startswith(expected.text), where
    assert expected.text in seen["spoken"], where
    if facts.is_count(indicator):
        assert seen["disc"] > 0, where
        assert any(abs(size["radius"] - seen["radius"]) < 31 for size in now["sizes"]), where
        if seen["radius"] > 3 and expected.value:
            scale.add(seen["radius"] / expected.value**0.5)
        return
    row = next(row for row in now["rows"] if row["colour"] == seen["fill"])
    low, high = bounds(row["text"])
    assert low <= expected.value <= high, f"{where}, legend {row['text']}"
    others = [bounds(r["text"]) for r in now["rows"] if r is not row]
    assert not any(a <= expected.value <= b for a, b in others), where


def differences(facts, indicator, mode) -> dict[tuple[str, int], float]:
    """Every difference that may be shown, from the printed values alone."""
    row = facts.indicators[indicator]
    municipality = next((g for g, r in facts.geographies.items() if r["benchmark"]), None)
    breaks = [b for b in facts.table("breaks") if b["indicator"] == indicator]
    undated = {r["geography"]: r for r in facts.table("observations")
               if r["indicator"] == indicator and r["role"] == "baseline"}  # fmt: skip
    found = {}
    for area in facts.areas:
        for year in facts.years:
            now = facts.dated.get((indicator, area, year))
            if now is None or facts.shown(indicator, area, year).value is None:
                continue
            if mode == "gap":
                against = facts.dated.get((indicator, municipality, year))
            else:
                against = undated.get(area) if now["role"] == "status" else None
                start = int(against["period"][:4]) if against and against["period"] else 0
                if any(start < int(b["date"][:4]) <= year for b in breaks
                       if not b["geographies"] or area in b["geographies"].split(";")):  # fmt: skip
                    against = None
            if against is not None:
                value = float(now["value"]) - float(against["value"])
                found[(area, year)] = round(value, int(row["decimals"]))
    return found


@pytest.mark.parametrize("mode", ["gap", "change"])
def test_colour_means_difference_in_every_mode(server, facts, visit, mode) -> None:
    one = visit(server)
    document = json.loads(one.page.evaluate(f"{WHOLE}.then(JSON.stringify)"))
    compared = 0
    for indicator in facts.indicators:
        disabled = document["indicators"][indicator]["modes"][mode]["disabled"]
        expected = differences(facts, indicator, mode)
        if disabled is not None:
            assert mode == "gap" or not expected, indicator
            assert facts.is_count(indicator) or not expected, indicator
            continue
        drawn = read(one, indicator, facts, mode)
        for year in facts.years:
            for area in facts.areas:
                seen = drawn[str(year)]["areas"][area]
                where = f"{mode} {indicator} {area} {year}: {seen}"
                if (area, year) not in expected:
                    assert seen["reason"], where
                    continue
                assert not seen["reason"], where
                difference, _, _ = seen["table"].partition(" (")
                assert change(difference) == expected[(area, year)], where
                cell = document["indicators"][indicator]["modes"][mode]["cells"][str(year)][area]
                if "kan ikke" in cell["verdict"]:
                    assert facts.is_count(indicator) or seen["fill"] == UNSURE, where
                    continue
                check_class(facts, indicator, drawn[str(year)], seen, expected[(area, year)], where)
                compared += 1
    assert compared > 0


def check_class(facts, indicator, now, seen, value, where) -> None:
    holding = [
        row for row in now["rows"] if bounds(row["text"])[0] <= value <= bounds(row["text"])[1]
    ]
    assert len(holding) == 1, where
    if not facts.is_count(indicator):
        assert holding[0]["colour"] == seen["fill"], where
