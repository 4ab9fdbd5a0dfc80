"""Hold the figures that may give each other back as cells: a count, or a part of a base."""

from dataclasses import dataclass

from geodata.disclosure.primary import is_unprinted
from geodata.package.package import Package
from geodata.reading.disclosure_rule import DisclosureRule
from geodata.tables.records import Indicator, Observation

#: What figures of one series and time have in common: they can be added up over places.
Slot = tuple[str, str]
#: Series, place and time.
Where = tuple[str, str, Slot]


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure; `row` is its place in the package, `None` for one that was hidden before.

    `part` and `base` are what is counted: a count itself, persons behind a share and all
    persons, or the sum of grades and all persons. They are `None` where nobody knows them.
    `may_hide` tells whether it may be hidden to protect another one, at the price `loss`.
    """

    where: Where
    row: int | None
    series: Indicator
    observation: Observation | None
    may_hide: bool
    loss: float

    @property
    def scale(self) -> float:
        """What a whole base is called: 100 % of a share; a mean is its own unit."""
        return 100.0 if self.series.is_share else 1.0

    @property
    def value(self) -> float | None:
        """The figure, where it is known."""
        return None if self.observation is None else self.observation.value

    @property
    def base(self) -> float | None:
        """All persons, where they are known; a count has none."""
        if self.observation is None or self.series.is_count or self.observation.n is None:
            return None
        return float(self.observation.n)

    @property
    def part(self) -> float | None:
        """What is counted, where it is known."""
        if self.value is None or self.series.is_count:
            return self.value
        return None if self.base is None else self.value * self.base / self.scale


#: What it costs to hide a figure, by the kind of its place: sums are read by more people.
_LOSS = {"area": 1.0, "sum": 4.0, "plan": 4.0, "comparison": 16.0}
#: Of two figures that cost the same the later one goes: the order of the package decides.
_LATER = 0.01


def slot_of(o: Observation) -> Slot:
    """Return the time of a figure: its period, and its role where it has none."""
    return (o.period, "" if o.period else o.role)


def cells_of(
    package: Package, rule: DisclosureRule, known: frozenset[tuple[str, str, str, str]]
) -> dict[Where, Cell]:
    """Return all figures of a package, and those that were hidden before.

    `known` are the keys of figures that were published before and can protect nobody.
    """
    series = {one.id: one for one in package.indicators}
    loss = {one.id: _LOSS[one.kind] for one in package.geographies}
    step = _LATER / max(len(package.observations), 1)
    found: dict[Where, Cell] = {}
    for row, o in enumerate(package.observations):
        where = (o.indicator, o.geography, slot_of(o))
        may = is_unprinted(o, rule) and o.key not in known
        price = loss[o.geography] - step * row
        found[where] = Cell(where, row, series[o.indicator], o, may, price)
    for blank in package.blanks:
        if blank.kind == "hidden":
            where = (blank.indicator, blank.geography, (blank.period, ""))
            found.setdefault(where, Cell(where, None, series[blank.indicator], None, False, 0.0))
    return found
