"""Take a part of a package: some series, or some places, with what is known of their numbers."""

from collections.abc import Collection
from dataclasses import replace

import numpy as np

from geodata.package.package import Package
from geodata.tables.columns import Column, Mask
from geodata.tables.observations import in_columns


def part_of(
    package: Package,
    indicators: Collection[str] | None = None,
    places: Collection[str] | None = None,
) -> Package:
    """Return a package with the numbers of some series and places only; `None` is all.

    Its series are those asked for; its places are all, with or without numbers. Findings that
    are known stay with the numbers they speak of.
    """
    observations = in_columns(package.observations)
    rows = np.flatnonzero(
        _chosen(observations.columns["indicator"], indicators)
        & _chosen(observations.columns["geography"], places)
    )
    found = package.findings
    if found is not None:
        found = tuple(
            one for one in found
            if (indicators is None or one.observation.indicator in indicators)
            and (places is None or one.observation.geography in places)
        )  # fmt: skip
    return replace(
        package,
        indicators=tuple(i for i in package.indicators if indicators is None or i.id in indicators),
        observations=observations.only(rows),
        findings=found,
    )


def _chosen(column: Column[str], wanted: Collection[str] | None) -> Mask:
    if wanted is None:
        return np.ones(len(column), bool)
    return column.where(value in wanted for value in column.distinct)
