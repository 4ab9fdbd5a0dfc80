"""Find columns that were copied, whole or in part, from another series' column.

Two series agree in some places by chance, and the more places and columns there are, the
more often. A copy is what chance explains less than once in a hundred packages.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from math import log

import numpy as np

from geodata.rules.chance import (
    equal_chance,
    log_any,
    log_in_a_row,
    longest_run,
    longest_runs,
    near_chance,
)
from geodata.rules.copy_table import CopyTable
from geodata.tables.facts import Facts, Floats, Ints
from geodata.tables.findings import Finding, Located, Severity
from geodata.tables.plausible import out_of_bounds

#: The chance that anything at all is called a copy in a package in which nothing was copied.
FAMILY_CHANCE = 0.01
#: Fewer different values than these are no column.
COPIED_VALUES = 3
#: A finding beside copies names so many of them at most.
MOST_NAMED = 12

#: The rows of equal values in two columns.
Pair = tuple[Ints, Ints]


def copies(facts: Facts) -> Iterator[Located]:
    """Yield the values of copied columns, and those left over in a column that mostly is one.

    Each comes with its row. The copy is the one whose values its own series cannot have; when
    neither or both stand out, nobody can tell and both are doubtful.
    """
    table = CopyTable(facts)
    found = [f for left, right in _copied_pairs(table) for f in _copies(facts, left, right)]
    yield from found
    yield from _left_over(table, found)


def _copied_pairs(table: CopyTable) -> Iterator[Pair]:
    years = [list(rows) for _, rows in groupby(range(len(table.years)), table.years.__getitem__)]
    chances = _chances(table)
    # Half of the chance is for places anywhere, half for places in a row.
    limit = log(FAMILY_CHANCE / 2 / max(sum(_tried(table, rows) for rows in years), 1))
    for rows in years:
        for nth, row in enumerate(rows):
            others = table.unrelated(row, np.array(rows[nth + 1 :], np.int64))
            if len(others):
                yield from _copied_from(table, chances, row, others, limit)


def _chances(table: CopyTable) -> Floats:
    """For each column the chance that two of its places are equal."""
    chances = np.zeros(len(table.years))
    for series in np.unique(table.series).tolist():
        own = table.series == series
        chances[own] = equal_chance(table.values[own], float(table.step[series]))
    return chances


def _tried(table: CopyTable, rows: list[int]) -> int:
    """How many pairs of columns of one year have places enough in common."""
    printed = (~np.isnan(table.values[rows])).astype(np.float64)
    common = printed @ printed.T >= COPIED_VALUES
    return int(sum(
        common[nth, table.unrelated(row, np.array(rows[nth + 1 :], np.int64)) - rows[0]].sum()
        for nth, row in enumerate(rows)
    ))  # fmt: skip


def _copied_from(
    table: CopyTable, chances: Floats, row: int, others: Ints, limit: float
) -> Iterator[Pair]:
    """Hold one column against others of its year, all of them at once."""
    differences = table.values[others] - table.values[row]
    both, equal = ~np.isnan(differences), differences == 0
    steps = np.maximum(table.step[table.series[others]], table.step[table.series[row]])
    alike = np.maximum(np.sqrt(chances[others] * chances[row]), near_chance(differences, steps))
    places, count = both.sum(axis=1), equal.sum(axis=1)
    chance = np.minimum(alike, 1)
    anywhere = log_any(places, count, chance) <= limit
    runs = longest_runs(equal, both)
    in_a_row = log_in_a_row(places, runs, chance) <= limit
    for nth in np.flatnonzero((count >= COPIED_VALUES) & (anywhere | in_a_row)):
        common = np.flatnonzero(both[nth])
        same = equal[nth][common]
        where = common[same] if anywhere[nth] else common[longest_run(same)]
        if len(np.unique(table.values[row][where])) >= COPIED_VALUES:
            yield table.rows[row][where], table.rows[others[nth]][where]


def _copies(facts: Facts, left: Ints, right: Ints) -> Iterator[Located]:
    left_odd, right_odd = _any_odd(facts, left), _any_odd(facts, right)
    for ours, theirs, odd, other_odd in (
        (left, right, left_odd, right_odd), (right, left, right_odd, left_odd),
    ):  # fmt: skip
        if other_odd and not odd:
            continue
        severity = Severity.INVALID if odd and not other_odd else Severity.DOUBTFUL
        for mine, other in zip(ours.tolist(), theirs.tolist(), strict=True):
            related = (facts.observations[other],)
            yield mine, Finding("copied_column", severity, facts.observations[mine], related)


def _any_odd(facts: Facts, rows: Ints) -> bool:
    series = facts.indicators[facts.indicator[rows[0]]]
    return any(out_of_bounds(series, value) for value in facts.value[rows].tolist())


def _left_over(table: CopyTable, found: list[Located]) -> Iterator[Located]:
    """What stands in a column most of which is a copy: nobody knows where it came from."""
    copied: dict[int, dict[int, None]] = defaultdict(dict)
    for row, finding in found:
        if finding.severity == Severity.INVALID:
            copied[table.column_of(row)][row] = None
    for column, rows in copied.items():
        printed = table.rows[column][table.rows[column] >= 0]
        if 2 * len(rows) > len(printed):
            related = table.facts.observations.at(list(rows)[:MOST_NAMED])
            for row in printed[~np.isin(printed, list(rows))].tolist():
                o = table.facts.observations[row]
                yield row, Finding("beside_copies", Severity.DOUBTFUL, o, related)
