"""Find shares that read like fractions of few persons, more so than chance would have it.

60, 71.4 and 80 % are 3 of 5, 5 of 7 and 4 of 5. One such figure says nothing: a quarter of all
shares with one decimal are fractions of at most 28. Some of one place, all of fewer than ten,
do: the rule states the chance it works with, and a package of any size has a false alarm once
in a hundred.
"""

from collections.abc import Iterator
from functools import cache
from math import ceil, floor, gcd

import numpy as np

from geodata.rules.small_bases import has_persons, stated_small
from geodata.tables.columns import Mask
from geodata.tables.facts import Facts, Floats, Ints
from geodata.tables.findings import Finding, Located, Severity

#: The most persons that a share with one decimal can give away.
MOST = 28
#: How often a package without small bases has a finding of this rule.
FALSE_ALARM = 0.01


def small_fractions(facts: Facts, invalid: Mask) -> Iterator[Located]:
    """Yield a note for each share of a place whose shares all are fractions of few persons.

    Looked at are shares of areas in columns of the source that print decimals; a figure of 60
    beside one of 71.4 is 60.0. Those of one stretch are taken together. All or none, and what
    the source tells of its base, have rules of their own (`small_bases`).
    """
    rows = facts.order[(_quiet(facts, invalid) & _with_decimals(facts))[facts.order]]
    groups = np.split(rows, np.flatnonzero(_begins(facts, rows))[1:]) if len(rows) else []
    several = [g for g in groups if len(np.unique(facts.value[g])) > 1]
    for group in several:
        decimals = facts.indicators[int(facts.indicator[group[0]])].decimals
        values = np.unique(facts.value[group])
        most = int(_fewest(decimals)[_steps(values, decimals)].max())
        if most <= MOST and _chance(most, decimals, len(values)) * len(several) < FALSE_ALARM:
            for row in group.tolist():
                o = facts.observations[row]
                others = tuple(facts.observations.at(group[group != row]))
                yield row, Finding("small_fractions", Severity.NOTE, o, others, str(most))


def _chance(most: int, decimals: int, count: int) -> float:
    """A bound on how often so many shares are fractions of some number of at most `most`."""
    return MOST * float((_fewest(decimals) <= most).mean()) ** count


def _quiet(facts: Facts, invalid: Mask) -> Mask:
    """Dated shares of areas that are evidence, and of which no other word on the base is said."""
    shares = facts.of_series([i.is_share for i in facts.indicators])
    extreme = (facts.value == 0) | (facts.value == 100)
    told = stated_small(facts) | has_persons(facts)
    found: Mask = shares & facts.of_kind("area") & (facts.year > 0) & ~(invalid | extreme | told)
    return found


def _with_decimals(facts: Facts) -> Mask:
    """The figures of columns that print as many decimals as their series has, at least one."""
    stated = np.array([i.decimals if i.is_share else 0 for i in facts.indicators])[facts.indicator]
    columns = facts.indicator * (int(facts.period.max(initial=0)) + 1) + facts.period
    _, column = np.unique(columns, return_inverse=True)
    finest = np.zeros(int(column.max(initial=-1)) + 1, np.int64)
    np.maximum.at(finest, column, facts.decimals)
    found: Mask = (stated > 0) & (finest[column] == stated)
    return found


def _begins(facts: Facts, rows: Ints) -> Mask:
    """Whether a new series, place or stretch begins with each row."""
    begins = np.ones(len(rows), bool)
    same = (facts.line[rows][1:] == facts.line[rows][:-1]) & (
        facts.stretch[rows][1:] == facts.stretch[rows][:-1]
    )
    begins[1:] = ~same
    return begins


def _steps(values: Floats, decimals: int) -> Ints:
    steps: Ints = np.rint(values * 10**decimals).astype(np.int64)
    return steps


@cache
def _fewest(decimals: int) -> Ints:
    """For each share from 0 to 100 by its last decimal: the fewest persons it can be of.

    More than `MOST` where no number up to it gives the share.
    """
    fewest = np.full(100 * 10**decimals + 1, MOST + 1, np.int64)
    for persons in range(MOST, 0, -1):
        for some in range(persons + 1):
            if gcd(some, persons) == 1:
                share = 100 * 10**decimals * some / persons
                # Halves are printed either way: 13 of 16 is 81.2 or 81.3.
                for step in (ceil(share - 0.5), floor(share + 0.5)):
                    fewest[step] = min(fewest[step], persons)
    return fewest
