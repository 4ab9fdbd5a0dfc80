"""Find shares that few persons are likely behind: they swing with each single person.

The source seldom says how many persons a share is of. What it prints tells something: about
as many persons are counted in a place from one year to the next, so what one figure gives
away of its base holds for all figures of the place that can be compared with it.
"""

from collections.abc import Iterator

import numpy as np

from geodata.tables.columns import Mask
from geodata.tables.facts import Facts, Floats, Ints
from geodata.tables.findings import Finding, Located, Severity, findings_of
from geodata.tables.records import split_list

#: Percentage points between two figures in a row. Two shares of the same chance and of more
#: than 12 persons each are so far apart less than once in 20 times.
SWING_POINTS = 40.0
#: Percentage points from exactly 0 or 100 % to the mean of the place's other figures. Where
#: the chance is that far from certain, 30 persons agree less than once in 20 times.
FAR_FROM_EXTREME_POINTS = 10.0
#: Slack in comparisons of decimal numbers.
EPSILON = 1e-9


def small_bases(facts: Facts, invalid: Mask) -> Iterator[Located]:
    """Yield the findings of a package; the `invalid` values are evidence of nothing."""
    shares = facts.of_series([i.is_share for i in facts.indicators])
    areas = facts.of_kind("area")
    extreme = (facts.value == 0) | (facts.value == 100)
    stated = stated_small(facts)
    yield from findings_of(
        "small_base_stated", Severity.NOTE, facts.observations, np.flatnonzero(stated)
    )
    yield from _extreme_shares(facts, np.flatnonzero(shares & areas & extreme))
    rows = facts.order[(shares & (facts.year > 0) & ~invalid)[facts.order]]
    swings = _swings(facts, rows)
    yield from _large_swings(facts, rows, swings)
    yield from _suspected(facts, rows, swings, ~(extreme | stated | has_persons(facts)) & areas)


def stated_small(facts: Facts) -> Mask:
    """A figure that the source itself says rests on few persons."""
    notes = facts.observations.columns["note"]
    return notes.where("small_base_stated" in split_list(note) for note in notes.distinct)


def has_persons(facts: Facts) -> Mask:
    """A figure of which the source says how many persons it is of."""
    column = facts.observations.columns["n"]
    return column.where(n is not None for n in column.distinct)


def _extreme_shares(facts: Facts, rows: Ints) -> Iterator[Located]:
    """A share of exactly 0 or 100 % in an area: few persons are likely behind it.

    Where the source says how many there are, that is said and nothing is guessed.
    """
    for row in rows.tolist():
        o = facts.observations[row]
        yield row, Finding("extreme_share", Severity.NOTE, o, (), "" if o.n is None else str(o.n))


def _swings(facts: Facts, rows: Ints) -> Mask:
    """Whether each row, in the order of series and clock, is far from the one behind it.

    Only figures of one stretch are held against each other: one series and place, no change of
    definition between.
    """
    apart: Mask = np.abs(np.diff(facts.value[rows])) > SWING_POINTS + EPSILON
    return apart & ~_begins(facts, rows)[1:]


def _begins(facts: Facts, rows: Ints) -> Mask:
    """Whether a new stretch begins with each row."""
    begins = np.ones(len(rows), bool)
    for part in (facts.line[rows], facts.stretch[rows]):
        begins[1:] &= part[1:] == part[:-1]
    begins[1:] = ~begins[1:]
    return begins


def _large_swings(facts: Facts, rows: Ints, swings: Mask) -> Iterator[Located]:
    """Two figures in a row far apart: few persons are likely behind both."""
    for nth in np.flatnonzero(swings).tolist():
        first, second = int(rows[nth]), int(rows[nth + 1])
        before, after = facts.observations[first], facts.observations[second]
        apart = f"{abs(after.value - before.value):.1f}"
        yield first, Finding("large_swing", Severity.NOTE, before, (after,), apart)
        yield second, Finding("large_swing", Severity.NOTE, after, (before,), apart)


def _suspected(facts: Facts, rows: Ints, swings: Mask, quiet: Mask) -> Iterator[Located]:
    """The quiet figures of a stretch whose other figures give a small base away.

    A figure with a stated number of persons is not suspected, and one that has a remark on
    its base by another rule needs no second one.
    """
    swinging = np.zeros(len(rows), bool)
    swinging[:-1] |= swings
    swinging[1:] |= swings
    stretch = np.cumsum(_begins(facts, rows)) - 1
    evidence = swinging | _far_extreme(facts.value[rows], stretch)
    told = np.zeros(int(stretch.max(initial=-1)) + 1, bool)
    told[stretch[evidence]] = True
    wanted = np.flatnonzero(told[stretch])
    for one in np.split(wanted, np.flatnonzero(np.diff(stretch[wanted])) + 1):
        resting = facts.observations.at(rows[one[evidence[one]]])
        for row in rows[one[~swinging[one]]].tolist():
            if quiet[row]:
                o = facts.observations[row]
                yield row, Finding("small_base_suspected", Severity.NOTE, o, resting)


def _far_extreme(values: Floats, stretch: Ints) -> Mask:
    """Whether all or none is not what the other figures of the stretch let one expect."""
    extreme = (values == 0) | (values == 100)
    count = int(stretch.max(initial=-1)) + 1
    others = np.bincount(stretch[~extreme], minlength=count)
    sums = np.bincount(stretch[~extreme], values[~extreme], minlength=count)
    means = np.divide(sums, others, out=np.full(count, np.nan), where=others > 0)
    far = np.abs(values - means[stretch]) > FAR_FROM_EXTREME_POINTS + EPSILON
    found: Mask = extreme & far
    return found
