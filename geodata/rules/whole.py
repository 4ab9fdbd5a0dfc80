"""Find shares that do not add up to their whole, and parts that are larger than their whole."""

from collections.abc import Iterator

import numpy as np

from geodata.tables.columns import combined
from geodata.tables.facts import Facts, Ints
from geodata.tables.findings import Finding, Located, Severity
from geodata.tables.plausible import whole_count
from geodata.tables.records import Observation

#: Slack in comparisons of decimal numbers.
EPSILON = 1e-9


def shares_do_not_sum(facts: Facts) -> Iterator[Located]:
    """Shares of one whole that do not sum to 100 % within rounding.

    A share that both repeats the figure before it and is no whole number of the stated
    persons was copied: it is invalid. The others are doubtful.
    """
    previous = _previous(facts)
    for group in _off(facts):
        shares = facts.observations.at(group)
        detail = f"{sum(o.value for o in shares):.1f}"
        for row, o in zip(group.tolist(), shares, strict=True):
            before = facts.observations[int(previous[row])] if previous[row] >= 0 else None
            copied = before is not None and before.value == o.value and not _whole(facts, row, o)
            severity = Severity.INVALID if copied else Severity.DOUBTFUL
            yield row, Finding("shares_do_not_sum", severity, o, shares, detail)
            if copied and before is not None:
                yield row, Finding("repeats_previous", Severity.INVALID, o, (before,), str(o.n))


def _off(facts: Facts) -> list[Ints]:
    """The rows of all shares of one whole, for one place, period and role, that do not add up."""
    names = [i.whole_of for i in facts.indicators]
    wholes = {name: number for number, name in enumerate(dict.fromkeys(names))}
    rows = np.flatnonzero(facts.of_series([bool(name) for name in names]))
    own = np.array([wholes[name] for name in names], np.int64)[facts.indicator[rows]]
    keys = combined([(own, len(wholes)), *_place(facts, rows)])
    order = np.argsort(keys, kind="stable")
    rows, own, keys = rows[order], own[order], keys[order]
    starts = np.flatnonzero(np.concatenate((np.ones(min(1, len(keys)), bool), np.diff(keys) != 0)))
    if not len(starts):
        return []
    parts = np.array([names.count(name) for name in wholes])
    slack = facts.per_series([0.5 * 10.0**-i.decimals for i in facts.indicators])[rows]
    counts = np.diff(np.append(starts, len(rows)))
    off = np.abs(np.add.reduceat(facts.value[rows], starts) - 100)
    wrong = (counts == parts[own[starts]]) & (off > np.add.reduceat(slack, starts) + EPSILON)
    groups = [rows[s : s + n] for s, n in zip(starts[wrong], counts[wrong], strict=True)]
    return sorted(groups, key=lambda group: int(group[0]))


def _place(facts: Facts, rows: Ints) -> list[tuple[Ints, int]]:
    """What names a printed value beside its series: place, period and role."""
    return [
        (facts.geography[rows], len(facts.geographies)),
        (facts.period[rows], int(facts.period.max(initial=0)) + 1),
        (facts.role[rows], int(facts.role.max(initial=0)) + 1),
    ]


def _previous(facts: Facts) -> Ints:
    """The row of the figure before each one, of the same series and place; -1 where none is dated."""
    order = facts.order
    before, after = order[:-1], order[1:]
    same = (facts.line[before] == facts.line[after]) & (facts.year[before] > 0)
    previous = np.full(len(order), -1, np.int64)
    previous[after[same]] = before[same]
    return previous


def _whole(facts: Facts, row: int, o: Observation) -> bool:
    """Whether a share can be a whole number of its `n` persons; true where `n` is unknown."""
    decimals = facts.indicators[facts.indicator[row]].decimals
    return o.n is None or whole_count(o.value, o.n, decimals) is not None


def part_exceeds_whole(facts: Facts) -> Iterator[Located]:
    """A part that is larger than the whole printed beside it: one of the two is wrong."""
    place = {i.id: n for n, i in enumerate(facts.indicators)}
    whole_of = np.array([place.get(i.subset_of, -1) for i in facts.indicators], np.int64)
    count = len(facts.indicators)
    every = np.arange(len(facts.observations))
    parts = np.flatnonzero(whole_of[facts.indicator] >= 0)
    keys = combined([*_place(facts, every), (facts.indicator, count)])
    wanted = combined([*_place(facts, parts), (whole_of[facts.indicator[parts]], count)])
    order = np.argsort(keys, kind="stable")
    at = np.searchsorted(keys[order], wanted, side="right") - 1
    whole = order[np.maximum(at, 0)]
    larger = (at >= 0) & (keys[whole] == wanted) & (facts.value[parts] > facts.value[whole])
    for part_row, whole_row in zip(parts[larger].tolist(), whole[larger].tolist(), strict=True):
        part, of = facts.observations[part_row], facts.observations[whole_row]
        yield part_row, Finding("part_exceeds_whole", Severity.DOUBTFUL, part, (of,))
        yield whole_row, Finding("part_exceeds_whole", Severity.DOUBTFUL, of, (part,))
