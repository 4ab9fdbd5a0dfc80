"""Say which figures give each other away: sums over places, shares of one whole, parts of counts.

A relation is a sum that is 0 for what was really counted. Where a place or a part has no figure
in the package there is one all the same that nobody knows: it stands in the sum, too.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from geodata.disclosure.cells import Cell, Slot, Where
from geodata.package.package import Package
from geodata.tables.records import Indicator, split_list

#: Which of a figure's numbers: what is counted, all persons, or what a sum leaves over.
PART, BASE, REST = "part", "base", "rest"
Number = tuple[Where, str]


@dataclass(frozen=True, slots=True)
class Relation:
    """Numbers that add up to nothing, each with its sign."""

    terms: tuple[tuple[Number, int], ...]

    @property
    def cells(self) -> tuple[Where, ...]:
        """The figures that the numbers are of."""
        return tuple(where for (where, what), _ in self.terms if what != REST)


Cells = Mapping[Where, Cell]


def relations(package: Package, cells: Cells) -> list[Relation]:
    """Return all relations between the figures of a package, in their order."""
    return [
        *_over_places(package, cells),
        *_within_groups(package, cells),
        *_wholes(package, cells),
        *_subsets(cells),
    ]


def _numbers(series: Indicator) -> tuple[str, ...]:
    return (PART,) if series.is_count else (PART, BASE)


def _over_places(package: Package, cells: Cells) -> Iterator[Relation]:
    """A plan, or a sum, is its members together."""
    members = {g.id: split_list(g.members) for g in package.geographies if g.members}
    for (indicator, place, slot), cell in cells.items():
        for what in _numbers(cell.series) if place in members else ():
            parts = [(((indicator, one, slot), what), 1) for one in members[place]]
            yield Relation((*parts, (((indicator, place, slot), what), -1)))


def _within_groups(package: Package, cells: Cells) -> Iterator[Relation]:
    """The areas of a comparison group are a part of it: they cannot have more than all of it."""
    areas: dict[str, list[str]] = {}
    for area in package.areas:
        if group := package.municipality_of(area.id):
            areas.setdefault(group.id, []).append(area.id)
    for where, cell in cells.items():
        indicator, place, slot = where
        own = [(indicator, area, slot) for area in areas.get(place, ())]
        for what in _numbers(cell.series) if own else ():
            parts = tuple(((one, what), 1) for one in own)
            rest = ((indicator, place, (*slot[:1], f"{slot[1]} {what}")), REST)
            yield Relation((*parts, (rest, 1), ((where, what), -1)))


def _wholes(package: Package, cells: Cells) -> Iterator[Relation]:
    """Shares of one whole have one base, and their parts are all of it."""
    named = sorted((i for i in package.indicators if i.whole_of), key=lambda i: i.whole_of)
    groups = [[i.id for i in own] for _, own in groupby(named, key=lambda i: i.whole_of)]
    for group in groups:
        for place, slot in _times(group, cells):
            own: list[Where] = [(one, place, slot) for one in group]
            first = next(one for one in own if one in cells)
            yield Relation((*(((one, PART), 1) for one in own), ((first, BASE), -1)))
            for one in own:
                if one in cells and one != first:
                    yield Relation((((one, BASE), 1), ((first, BASE), -1)))


def _times(group: list[str], cells: Cells) -> list[tuple[str, Slot]]:
    """The places and times of which some series of a group have a figure."""
    return list(dict.fromkeys((place, slot) for one, place, slot in cells if one in group))


def _subsets(cells: Cells) -> Iterator[Relation]:
    """A part of a series is no more than the series, where both are of the same persons."""
    for where, cell in cells.items():
        whole = (cell.series.subset_of, *where[1:])
        of = cells.get(whole)
        if of is None or of.series.unit != cell.series.unit or not _same_base(cell, of):
            continue
        indicator, place, slot = where
        rest = ((indicator, place, (*slot[:1], f"{slot[1]} of {whole[0]}")), REST)
        yield Relation((((where, PART), 1), (rest, 1), ((whole, PART), -1)))
        if not cell.series.is_count:
            yield Relation((((where, BASE), 1), ((whole, BASE), -1)))


def _same_base(part: Cell, whole: Cell) -> bool:
    return part.base is None or whole.base is None or part.base == whole.base
