"""Say for each series whether the bounds of its classes are others in another package."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from geodata.package.package import Package
from geodata.rules.quality import find
from geodata.tables.columns import Mask, combined
from geodata.tables.findings import Severity
from geodata.tables.observations import Observations
from geodata.tables.records import Key
from layers.classes import ClassRange, natural_classes

Classes = tuple[ClassRange, ...]


@dataclass(frozen=True, slots=True)
class ClassesChange:
    """The classes of a series in both packages; none where it has none, as a count, or is missing."""

    indicator: str
    old: Classes
    new: Classes


def changed_classes(old: Package, new: Package) -> tuple[ClassesChange, ...]:
    """Return the series whose classes differ, by their ids: there one colour is another value now."""
    was, now = classes_of(old), classes_of(new)
    return tuple(
        ClassesChange(one, was.get(one, ()), now.get(one, ()))
        for one in sorted({*was, *now})
        if was.get(one, ()) != now.get(one, ())
    )


def classes_of(package: Package) -> Mapping[str, Classes]:
    """Return the classes of each series, as `layers.view.build_view` makes them of what is drawn."""
    facts = package.facts
    invalid = {f.observation.key for f in find(package) if f.severity == Severity.INVALID}
    drawn = facts.of_kind("area") | facts.of_kind("plan")
    drawn &= ~_named(facts.observations, sorted(invalid))
    found: dict[str, Classes] = {}
    for number, indicator in enumerate(package.indicators):
        values = np.unique(facts.value[drawn & (facts.indicator == number)]).tolist()
        found[indicator.id] = (
            () if indicator.is_count else natural_classes(values, indicator.decimals)
        )
    return found


def _named(observations: Observations, keys: Sequence[Key]) -> Mask:
    """Which rows have one of some keys; no record is made of any."""
    parts = []
    for number, name in enumerate(("indicator", "geography", "period", "role")):
        column = observations.columns[name]
        index = {cell: code for code, cell in enumerate(column.distinct)}
        wanted = np.array([index.get(key[number], len(index)) for key in keys], np.int64)
        parts.append((np.concatenate([column.codes, wanted]), len(index) + 1))
    both = combined(parts)
    found: Mask = np.isin(both[: len(observations)], both[len(observations) :])
    return found
