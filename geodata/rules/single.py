"""Find what a printed value shows by itself, beside a change of definition, or beside its equals."""

from collections.abc import Iterator

import numpy as np

from geodata.rules.chance import equal_pairs_by_chance
from geodata.tables.columns import combined
from geodata.tables.facts import Facts, Ints
from geodata.tables.findings import Finding, Located, Severity, findings_of

#: Small counts are equal by chance; from here on, two equal ones are remarkable, ...
EQUAL_COUNT_FROM = 100
#: ... where chance lets one expect fewer equal pairs than this among the areas of a period.
EQUAL_PAIRS_BY_CHANCE = 0.5
#: A finding names so many others at most: of a thousand equal counts nobody reads them all.
MOST_NAMED = 12


def implausible(facts: Facts) -> Iterator[Located]:
    """A value outside what its series can plausibly have."""
    lowest = [-np.inf if i.plausible_min is None else i.plausible_min for i in facts.indicators]
    highest = [np.inf if i.plausible_max is None else i.plausible_max for i in facts.indicators]
    outside = facts.value < facts.per_series(lowest)
    outside |= facts.value > facts.per_series(highest)
    return findings_of("implausible", Severity.INVALID, facts.observations, np.flatnonzero(outside))


def part_year(facts: Facts) -> Iterator[Located]:
    """A figure that covers only part of its period."""
    rows = np.flatnonzero(facts.is_part_year)
    return findings_of("part_year", Severity.NOTE, facts.observations, rows)


def no_period(facts: Facts) -> Iterator[Located]:
    """A figure whose row names no year: it has no place on the clock."""
    return findings_of(
        "no_period", Severity.NOTE, facts.observations, np.flatnonzero(facts.year == 0)
    )


def odd_precision(facts: Facts) -> Iterator[Located]:
    """A figure printed with more decimals than its series: it is compared in those of the series."""
    own = facts.per_series([i.decimals for i in facts.indicators])
    for row in np.flatnonzero(facts.decimals > own).tolist():
        detail = str(facts.indicators[facts.indicator[row]].decimals)
        yield row, Finding("odd_precision", Severity.NOTE, facts.observations[row], (), detail)


def after_break(facts: Facts) -> Iterator[Located]:
    """The first figure after a change of definition, which cannot be held against earlier ones.

    Without an earlier figure of the place there is nothing to compare wrongly.
    """
    order = facts.order
    line, year, indicator = facts.line[order], facts.year[order], facts.indicator[order]
    begins = np.ones(len(order), bool)
    begins[1:] = line[1:] != line[:-1]
    place = {i.id: n for n, i in enumerate(facts.indicators)}
    for change in facts.breaks:
        first, last = np.searchsorted(
            indicator, [place[change.indicator], place[change.indicator] + 1]
        )
        own = slice(int(first), int(last))
        after = year[own] >= change.date.year
        before = np.concatenate(([False], ~after[:-1])) & ~begins[own]
        hit = after & before & facts.concerned(change)[order[own]]
        for row in order[own][hit].tolist():
            day = change.date.isoformat()
            yield row, Finding("after_break", Severity.NOTE, facts.observations[row], (), day)


def equal_counts(facts: Facts) -> Iterator[Located]:
    """The same large count printed for two areas in one period, where chance does not explain it."""
    large = facts.of_series([i.is_count for i in facts.indicators]) & facts.of_kind("area")
    rows = np.flatnonzero(large & (facts.value >= EQUAL_COUNT_FROM))
    columns = combined([(facts.indicator[rows], len(facts.indicators)),
                        (facts.period[rows], int(facts.period.max(initial=0)) + 1),
                        (facts.role[rows], int(facts.role.max(initial=0)) + 1)])  # fmt: skip
    order = np.lexsort((facts.value[rows], columns))
    rows, columns = rows[order], columns[order]
    for column in np.split(rows, np.flatnonzero(np.diff(columns)) + 1):
        values = facts.value[column]
        equal = np.flatnonzero(np.diff(values) == 0)
        if len(equal) and equal_pairs_by_chance(values) < EQUAL_PAIRS_BY_CHANCE:
            for group in np.split(column, np.flatnonzero(np.diff(values)) + 1):
                yield from _equal(facts, np.sort(group))


def _equal(facts: Facts, group: Ints) -> Iterator[Located]:
    named = facts.observations.at(group[: MOST_NAMED + 1])
    for row in group.tolist() if len(group) > 1 else ():
        o = facts.observations[row]
        others = tuple(other for other in named if other is not o)[:MOST_NAMED]
        yield row, Finding("equal_counts", Severity.NOTE, o, others)
