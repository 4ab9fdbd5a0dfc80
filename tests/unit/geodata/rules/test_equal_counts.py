"""Two equal counts are remarked where they are no chance: among few areas, not among a thousand."""

from dataclasses import replace

import numpy as np
import pytest

from geodata.rules.chance import equal_pairs_by_chance
from geodata.rules.quality import find

COUNT = "naboklager"


def counted(package, values):
    """The package with one count in so many areas, all of one year."""
    area = package.areas[0]
    one = next(o for o in package.observations if o.indicator == COUNT)
    cells = (replace(one, geography=f"area-{n}", value=float(value), period="2020", role="status",
                     period_start=None, period_end=None) for n, value in enumerate(values))  # fmt: skip
    places = tuple(replace(area, id=f"area-{n}") for n in range(len(values)))
    return replace(package, geographies=places, observations=tuple(cells), breaks=())


def remarked(package):
    return {f.observation.geography: [o.geography for o in f.related]
            for f in find(package) if f.rule == "equal_counts"}  # fmt: skip


def test_two_of_five_are_remarked(tinytown):
    package = counted(tinytown, [348, 120, 348, 561, 286])
    assert remarked(package) == {"area-0": ["area-2"], "area-2": ["area-0"]}


def test_small_counts_are_not(tinytown):
    assert remarked(counted(tinytown, [99, 99, 348])) == {}


def test_among_a_thousand_equal_counts_are_chance(tinytown):
    values = np.random.default_rng(1).integers(110, 900, 1000)
    assert equal_pairs_by_chance(np.sort(values).astype(float)) == pytest.approx(630, rel=0.1)
    assert remarked(counted(tinytown, values)) == {}


def test_of_many_equal_ones_a_dozen_are_named(tinytown):
    found = remarked(counted(tinytown, [500] * 40))
    assert len(found) == 40
    assert {len(others) for others in found.values()} == {12}
    assert all(area not in others for area, others in found.items())
