"""Say for each series whether the bounds of its classes are others in another package."""

from collections.abc import Mapping, Sequence

import numpy as np

from geodata.difference.changes import ClassesChange
from geodata.figures.classes import ClassRange, natural_classes
from geodata.package.package import Package
from geodata.rules.quality import find
from geodata.tables.columns import Mask, combined
from geodata.tables.findings import Severity
from geodata.tables.observations import Observations
from geodata.tables.records import Key

Classes = tuple[ClassRange, ...]


def changed_classes(
    old: Package, new: Package, touched: set[str] | None = None
) -> tuple[ClassesChange, ...]:
    """Return the series whose classes differ, by their ids: there one colour is another value now.

    Only `touched` series are looked at; `None` is all.
    """
    was, now = classes_of(old, touched), classes_of(new, touched)
    return tuple(
        ClassesChange(one, was.get(one, ()), now.get(one, ()))
        for one in sorted({*was, *now})
        if was.get(one, ()) != now.get(one, ())
    )


def classes_of(package: Package, touched: set[str] | None = None) -> Mapping[str, Classes]:
    """Return the classes of each series, or of those touched, as `layers.view.build_view` makes them of what is drawn."""
    facts = package.facts
    invalid = {f.observation.key for f in find(package) if f.severity == Severity.INVALID}
    drawn = facts.of_kind("area") | facts.of_kind("plan")
    drawn &= ~_named(facts.observations, sorted(invalid))
    found: dict[str, Classes] = {}
    for number, indicator in enumerate(package.indicators):
        if touched is not None and indicator.id not in touched:
            continue
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
