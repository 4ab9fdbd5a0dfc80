"""Find columns that were copied, whole or in part, from another series' column.

Two series agree in some places by chance, and the more places and columns there are, the
more often. A copy is what chance explains less than once in a hundred packages.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from math import log

import numpy as np
from numpy.typing import NDArray

from geodata.chance import Columns, equal_chance, log_any, log_in_a_row, longest_run, near_chance
from geodata.findings import Finding, Severity
from geodata.package import Package
from geodata.periods import clock_year
from geodata.plausible import out_of_bounds
from geodata.records import Indicator, Observation

#: The chance that anything at all is called a copy in a package in which nothing was copied.
FAMILY_CHANCE = 0.01
#: Fewer different values than these are no column.
COPIED_VALUES = 3

Pair = tuple[list[Observation], list[Observation]]


def find_copies(package: Package) -> Iterator[Finding]:
    """Yield the values of copied columns, and those left over in a column that mostly is one.

    The copy is the one whose values its own series cannot have; when neither or both stand
    out, nobody can tell and both are doubtful.
    """
    table = _Table(package)
    found = [f for left, right in _copied_pairs(table) for f in _copies(table, left, right)]
    yield from found
    yield from _left_over(table, found)


class _Table:
    """The shares and grades of the areas: one row a column of the report."""

    def __init__(self, package: Package) -> None:
        self.series = {i.id: i for i in package.indicators}
        self.areas = {area.id: place for place, area in enumerate(package.areas)}
        self.cells: dict[tuple[int, str], dict[int, Observation]] = defaultdict(dict)
        for o in package.observations:
            year = clock_year(o.period)
            if (
                year is not None
                and o.geography in self.areas
                and not self.series[o.indicator].is_count
            ):
                self.cells[(year, o.indicator)][self.areas[o.geography]] = o

    @cached_property
    def keys(self) -> list[tuple[int, str]]:
        """The columns, those of one year together."""
        return sorted(self.cells)

    @cached_property
    def values(self) -> Columns:
        """The values, a row for each key and a column for each area."""
        values = np.full((len(self.keys), len(self.areas)), np.nan)
        for row, key in enumerate(self.keys):
            for place, o in self.cells[key].items():
                values[row, place] = o.value
        return values

    @cached_property
    def chances(self) -> NDArray[np.float64]:
        """For each column the chance that two of its places are equal."""
        chances = np.zeros(len(self.keys))
        names = np.array([name for _, name in self.keys])
        for name in set(names.tolist()):
            rows = names == name
            chances[rows] = equal_chance(self.values[rows], self.step(name))
        return chances

    def step(self, name: str) -> float:
        """The last decimal that a series prints."""
        return float(10.0 ** -self.series[name].decimals)

    def related(self, one: str, two: str) -> bool:
        """Whether equal columns need no explanation: other units, or a part and its whole."""
        first, second = self.series[one], self.series[two]
        part = one == second.subset_of or two == first.subset_of
        return part or first.unit != second.unit


@dataclass(frozen=True)
class _Compared:
    """One column held against others of its year that have places in common with it."""

    row: int
    others: list[int]
    equal: NDArray[np.bool_]
    both: NDArray[np.bool_]
    chance: NDArray[np.float64]


def _compared(table: _Table) -> Iterator[_Compared]:
    """Hold each column against the later ones of its year, all of them at once."""
    for _, of_year in groupby(range(len(table.keys)), key=lambda row: table.keys[row][0]):
        rows = list(of_year)
        for place, row in enumerate(rows):
            name = table.keys[row][1]
            others = [o for o in rows[place + 1 :] if not table.related(name, table.keys[o][1])]
            if others:
                yield _held_against(table, row, others)


def _held_against(table: _Table, row: int, others: list[int]) -> _Compared:
    differences = table.values[others] - table.values[row]
    own = table.step(table.keys[row][1])
    steps = np.array([max(own, table.step(table.keys[o][1])) for o in others])
    alike = np.sqrt(table.chances[others] * table.chances[row])
    chance = np.maximum(alike, near_chance(differences, steps))
    return _Compared(row, others, differences == 0, ~np.isnan(differences), np.minimum(chance, 1))


def _copied_pairs(table: _Table) -> Iterator[Pair]:
    compared = list(_compared(table))
    # Half of the chance is for places anywhere, half for places in a row.
    tried = sum(int((c.both.sum(axis=1) >= COPIED_VALUES).sum()) for c in compared)
    limit = log(FAMILY_CHANCE / 2 / max(tried, 1))
    for one in compared:
        for nth in np.flatnonzero(one.equal.sum(axis=1) >= COPIED_VALUES):
            places = _copied_places(one, int(nth), limit)
            left, right = table.values[one.row], one.others[nth]
            if len(set(left[places].tolist())) >= COPIED_VALUES:
                yield ([table.cells[table.keys[one.row]][p] for p in places],
                       [table.cells[table.keys[right]][p] for p in places])  # fmt: skip


def _copied_places(one: _Compared, nth: int, limit: float) -> list[int]:
    """Return the places in which two columns agree more than chance lets them."""
    common = np.flatnonzero(one.both[nth])
    equal = one.equal[nth][common]
    chance = float(one.chance[nth])
    if log_any(len(common), int(equal.sum()), chance) <= limit:
        return [int(p) for p in common[equal]]
    run = longest_run(equal)
    if log_in_a_row(len(common), run.stop - run.start, chance) <= limit:
        return [int(p) for p in common[run]]
    return []


def _copies(table: _Table, left: list[Observation], right: list[Observation]) -> Iterator[Finding]:
    left_odd, right_odd = _any_odd(table, left), _any_odd(table, right)
    for ours, theirs, odd, other_odd in (
        (left, right, left_odd, right_odd), (right, left, right_odd, left_odd),
    ):  # fmt: skip
        if other_odd and not odd:
            continue
        severity = Severity.INVALID if odd and not other_odd else Severity.DOUBTFUL
        for mine, other in zip(ours, theirs, strict=True):
            yield Finding("copied_column", severity, mine, (other,))


def _any_odd(table: _Table, values: list[Observation]) -> bool:
    series: dict[str, Indicator] = table.series
    return any(out_of_bounds(series[o.indicator], o.value) for o in values)


def _left_over(table: _Table, found: list[Finding]) -> Iterator[Finding]:
    """What stands in a column most of which is a copy: nobody knows where it came from."""
    copied: dict[tuple[int, str], list[Observation]] = defaultdict(list)
    for finding in found:
        o = finding.observation
        year = clock_year(o.period)
        if finding.severity == Severity.INVALID and year is not None:
            copied[(year, o.indicator)].append(o)
    for key, copies in copied.items():
        column = table.cells[key].values()
        if 2 * len(copies) > len(column):
            for o in column:
                if o not in copies:
                    yield Finding("beside_copies", Severity.DOUBTFUL, o, tuple(copies))
