"""Try to work out hidden figures from what is published: an attacker of its own, not the product's.

It reads a workbook that anybody can download, knows what adds up to what, and asks a solver for
the least and the most that each hidden figure can be.
"""

import io
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from openpyxl import load_workbook
from scipy.optimize import linprog

Key = tuple[str, str, str]
#: More than anything that is counted here.
MANY = 100_000.0


@dataclass(frozen=True)
class Knowledge:
    """What everybody knows of how figures hang together.

    `units` by series, `sums` are places by the place that they are together, `within` places by
    a group that they are a part of, `wholes` lists of series that are 100 % together.
    """

    units: Mapping[str, str]
    decimals: Mapping[str, int]
    sums: Mapping[str, Sequence[str]]
    within: Mapping[str, Sequence[str]]
    wholes: Sequence[Sequence[str]]


def knowledge_of(package) -> Knowledge:
    """What a site's pages tell of a package beside its figures."""
    wholes: dict[str, list[str]] = {}
    for one in package.indicators:
        if one.whole_of:
            wholes.setdefault(one.whole_of, []).append(one.id)
    town = package.municipality
    return Knowledge(
        units={i.id: i.unit for i in package.indicators},
        decimals={i.id: i.decimals for i in package.indicators},
        sums={g.id: g.members.split(";") for g in package.geographies if g.members},
        within={town.id: [a.id for a in package.areas]} if town else {},
        wholes=list(wholes.values()),
    )


@dataclass
class Attacker:
    """What is published, as numbers that are unknown with bounds, and lines of a linear program."""

    knows: Knowledge
    bounds: dict[tuple[Key, str], tuple[float, float]] = field(default_factory=dict)
    equal: list[dict[tuple[Key, str], float]] = field(default_factory=list)
    at_most: list[dict[tuple[Key, str], float]] = field(default_factory=list)
    hidden: list[Key] = field(default_factory=list)

    @classmethod
    def reading(cls, workbook: bytes, knows: Knowledge) -> "Attacker":
        book = load_workbook(io.BytesIO(workbook), read_only=True)
        values, blanks = (
            list(book[name].iter_rows(values_only=True)) for name in ("values", "blanks")
        )
        attacker = cls(knows)
        for cells in values[1:]:
            row = dict(zip(values[0], cells, strict=True))
            attacker.learn((row["indicator"], row["geography"], str(row["period"])), row)
        for cells in blanks[1:]:
            row = dict(zip(blanks[0], cells, strict=True))
            if row["kind"] == "hidden":
                attacker.hidden.append((row["indicator"], row["geography"], str(row["period"])))
        attacker.think()
        return attacker

    def learn(self, key: Key, row: Mapping) -> None:
        value = float(row["value"])
        if self.knows.units[key[0]] != "percent":
            self.bounds[key, "count"] = (value, value)
            return
        base, half = row["n"], 0.5 * 10.0 ** -self.knows.decimals[key[0]]
        if base:
            low, high = ((value + d) * base / 100 for d in (-half, half))
            self.bounds[key, "base"] = (base, base)
            self.bounds[key, "count"] = (max(math.ceil(low - 1e-9), 0), math.floor(high + 1e-9))
        else:
            self.at_most += [{(key, "count"): 100, (key, "base"): -(value + half)},
                             {(key, "count"): -100, (key, "base"): value - half}]  # fmt: skip

    def unknown(self, key: Key, what: str) -> tuple[Key, str]:
        self.bounds.setdefault((key, what), (1.0 if what == "base" else 0.0, MANY))
        return key, what

    def think(self) -> None:
        """Write down all that must add up."""
        told = dict.fromkeys([*(key for key, _ in self.bounds), *self.hidden])
        whats = {
            k: ("count", "base") if self.knows.units[k[0]] == "percent" else ("count",)
            for k in told
        }
        for (series, place, time), names in whats.items():
            for what in names:
                whole = self.unknown((series, place, time), what)
                if parts := self.knows.sums.get(place):
                    terms = {self.unknown((series, one, time), what): 1.0 for one in parts}
                    self.equal.append({**terms, whole: -1.0})
                if parts := self.knows.within.get(place):
                    terms = {self.unknown((series, one, time), what): 1.0 for one in parts}
                    self.at_most.append({**terms, whole: -1.0})
            for group in self.knows.wholes:
                if series in group:
                    base = self.unknown((series, place, time), "base")
                    others = [self.unknown((one, place, time), "count") for one in group]
                    self.equal.append({**dict.fromkeys(others, 1.0), base: -1.0})
        for key, what in list(self.bounds):
            if what == "count" and self.knows.units[key[0]] == "percent":
                self.at_most.append({(key, what): 1.0, self.unknown(key, "base"): -1.0})

    def solve(
        self, wish: Mapping[tuple[Key, str], float], more: Sequence[Mapping] = ()
    ) -> float | None:
        """The least that a sum of numbers can be, `None` where nothing fits."""
        names = {name: n for n, name in enumerate(self.bounds)}
        lines = [[*self.equal], [*self.at_most, *more]]
        tables = []
        for rows in lines:
            table = np.zeros((len(rows), len(names)))
            for nth, row in enumerate(rows):
                for name, factor in row.items():
                    table[nth, names[name]] += factor
            tables.append(table)
        aim = np.zeros(len(names))
        for name, factor in wish.items():
            aim[names[name]] = factor
        whole = [int(self.knows.units[key[0]] != "full_year_persons") for key, _ in names]
        found = linprog(aim, A_eq=tables[0], b_eq=np.zeros(len(tables[0])), A_ub=tables[1],
                        b_ub=np.zeros(len(tables[1])), bounds=list(self.bounds.values()),
                        integrality=whole)  # fmt: skip
        return float(found.fun) if found.status == 0 else None

    def count(self, key: Key) -> tuple[float, float]:
        """The least and the most that a hidden count, or part of a share, can be."""
        name = (key, "count")
        least, most = self.solve({name: 1.0}), self.solve({name: -1.0})
        assert least is not None
        assert most is not None
        return least, -most

    def can_share_be(
        self, key: Key, *, at_most: float | None = None, at_least: float | None = None
    ) -> bool:
        """Whether a hidden share can be as low, or as high."""
        part, base = (key, "count"), (key, "base")
        line = (
            {part: 100.0, base: -at_most} if at_most is not None else {part: -100.0, base: at_least}
        )
        return self.solve({}, [line]) is not None
