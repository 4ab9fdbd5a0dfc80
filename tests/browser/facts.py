"""Read a data package with nothing but csv and json: what the page must show, said anew.

Nothing of `layers` or `dashboard` is imported here; a fault there cannot hide itself.
"""

import csv
import json
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from .serving import ROOT

NBSP = "\u00a0"


@dataclass(frozen=True)
class Shown:
    """What stands at a place in a year: a value, or the reason why there is none to draw."""

    value: float | None
    reason: str | None
    text: str | None


class Facts:
    """A package as its files say it."""

    def __init__(self, path: Path, scratch: Path) -> None:
        self.path = path
        self.scratch = scratch
        self.descriptor = json.loads((path / "datapackage.json").read_text("utf-8"))
        clock = self.descriptor["clock"]
        self.years = list(range(clock["first"], clock["last"] + 1))
        self.indicators = {row["id"]: row for row in self.table("indicators")}
        self.geographies = {row["id"]: row for row in self.table("geographies")}
        self.areas = self.features("areas")
        self.plans = [g for g, row in self.geographies.items() if row["kind"] == "plan"]

    def table(self, name: str) -> list[dict[str, str]]:
        with (self.path / f"{name}.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))

    def features(self, layer: str) -> list[str]:
        return [row["id"] for row in self.feature_rows(layer)]

    def feature_rows(self, layer: str) -> list[dict[str, str]]:
        content = json.loads((self.path / f"{layer}.geojson").read_text("utf-8"))
        return [feature["properties"] for feature in content["features"]]

    @cached_property
    def severities(self) -> dict[tuple[str, ...], str]:
        """The export's severity, by indicator, geography, period and role."""
        out = self.scratch / f"{self.path.name}.csv"
        command = [sys.executable, "-m", "geodata", "export", "--format", "csv"]
        subprocess.run([*command, "--package", str(self.path), str(out)],
                       cwd=ROOT, check=True, capture_output=True)  # fmt: skip
        with out.open(encoding="utf-8", newline="") as file:
            return {_key(row): row["severity"] for row in csv.DictReader(file)}

    @cached_property
    def dated(self) -> dict[tuple[str, str, int], dict[str, str]]:
        """The printed values that have a year, by indicator, geography and clock year."""
        found: dict[tuple[str, str, int], dict[str, str]] = {}
        for row in self.table("observations"):
            if row["period"]:
                place = (row["indicator"], row["geography"], last_year(row["period"]))
                assert place not in found, f"two values for {place}"
                found[place] = row
        return found

    def years_of(self, indicator: str) -> list[int]:
        """The years in which a series has any figure."""
        return sorted({year for i, _, year in self.dated if i == indicator})

    def compared(self, indicator: str, value: float) -> float:
        """A value as it is compared: with the decimals of its series."""
        return round(value, int(self.indicators[indicator]["decimals"]))

    def is_count(self, indicator: str) -> bool:
        return self.indicators[indicator]["unit"] not in ("percent", "grade")

    def text(self, indicator: str, value: float) -> str:
        """A value as a Dane writes it, with every decimal that is printed."""
        row = self.indicators[indicator]
        text = danish(value, max(int(row["decimals"]), len(f"{value:g}".partition(".")[2])))
        return f"{text}{NBSP}%" if row["unit"] == "percent" else text

    def shown(self, indicator: str, geography: str, year: int) -> Shown:
        """What must be shown of an area or a plan in a year, by the order of the reasons."""
        row = self.dated.get((indicator, geography, year))
        text = self.text(indicator, float(row["value"])) if row else None
        if row and self.severities[_key(row)] != "invalid":
            return Shown(float(row["value"]), None, text)
        if row:
            return Shown(None, "invalid", text)
        if year < self.joined(geography):
            return Shown(None, "not_in_plan", None)
        plans = [(indicator, plan, year) for plan in self.plans_of(geography)]
        severities = {self.severities[_key(self.dated[p])] for p in plans if p in self.dated}
        if severities:
            only_invalid = severities == {"invalid"}
            return Shown(None, "plan_invalid" if only_invalid else "plan_only", None)
        return Shown(None, "no_figures", None)

    def joined(self, area: str) -> int:
        """The year an area came into a plan; 0 where it was among the first."""
        rows = self.table("memberships")
        first = min(int(row["from"]) for row in rows)
        own = min((int(row["from"]) for row in rows if row["geography"] == area), default=0)
        return own if own > first else 0

    def plans_of(self, area: str) -> list[str]:
        return [p for p in self.plans if area in self.geographies[p]["members"].split(";")]


def _key(row: dict[str, str]) -> tuple[str, ...]:
    return (row["indicator"], row["geography"], row["period"], row["role"])


def last_of_milestone(row: dict[str, str]) -> tuple[int, str]:
    """The year by whose end a milestone has happened, and its day to put several in order."""
    more = {"two_years": 1, "decade": 9}.get(row["date_precision"], 0)
    return int(row["date"][:4]) + more, row["date"]


def last_year(period: str) -> int:
    """2023 of `2023` and of `2022/23`."""
    return int(period[:4]) + (1 if "/" in period else 0)


def danish(value: float, decimals: int) -> str:
    """1234.50 as `1.234,5`: no more decimals than were printed."""
    whole, _, rest = f"{abs(value):,.{decimals}f}".partition(".")
    rest = rest.rstrip("0")
    sign = "-" if value < 0 else ""
    return sign + whole.replace(",", ".") + (f",{rest}" if rest else "")


def bounds(label: str) -> tuple[float, float]:
    """Lowest and highest value of a legend row such as `9,2–12,1 %`."""
    words = label.replace("%", "").replace(NBSP, " ").split("\u2013")
    numbers = [float(w.strip().replace("\u2212", "-").replace(".", "").replace(",", "."))
               for w in words]  # fmt: skip
    return numbers[0], numbers[-1]
