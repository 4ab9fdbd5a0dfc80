"""Find printed values that cannot be taken as they stand, by rules and never by name.

Each rule is a pure function from a package to findings; no rule knows an indicator, an
area or a year. The printed value is always kept: a finding only travels with it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from geodata.comparison_groups import find_odd_comparisons
from geodata.copies import find_copies
from geodata.findings import Finding, Severity
from geodata.intervals import whole_count
from geodata.package import Package
from geodata.periods import clock_year, is_part_year
from geodata.plausible import decimals_of, out_of_bounds
from geodata.records import Break, Observation
from geodata.small_bases import find_small_bases
from geodata.stretches import by_series

#: Small counts are equal by chance; from here on, two equal ones are remarkable.
EQUAL_COUNT_FROM = 100
#: Slack in comparisons of decimal numbers.
EPSILON = 1e-9


def find(package: Package) -> tuple[Finding, ...]:
    """Return all findings of a package, in the order of its observations."""
    invalid = (*find_copies(package), *_shares_do_not_sum(package), *_implausible(package))
    bad = {f.observation.key for f in invalid if f.severity == Severity.INVALID}
    rules: tuple[Callable[[Package], Iterable[Finding]], ...] = (
        _part_exceeds_whole, _equal_counts, _part_year, _no_period, _after_break,
        _odd_precision,
    )  # fmt: skip
    found = [
        *invalid,
        *(f for rule in rules for f in rule(package)),
        *find_small_bases(package, bad),
        *find_odd_comparisons(package),
    ]
    order = {o.key: position for position, o in enumerate(package.observations)}
    return tuple(sorted(found, key=lambda f: (order[f.observation.key], -f.severity, f.rule)))


def by_observation(findings: Iterable[Finding]) -> dict[tuple[str, str, str, str], list[Finding]]:
    """Group findings by the key of the value they speak of."""
    groups: dict[tuple[str, str, str, str], list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.observation.key].append(finding)
    return dict(groups)


def severity_of(findings: Iterable[Finding]) -> Severity | None:
    """Return the gravest severity, `None` where nothing was found."""
    return max((finding.severity for finding in findings), default=None)


def _implausible(package: Package) -> Iterator[Finding]:
    """A value outside what its series can plausibly have."""
    series = {indicator.id: indicator for indicator in package.indicators}
    for o in package.observations:
        if out_of_bounds(series[o.indicator], o.value):
            yield Finding("implausible", Severity.INVALID, o)


def _shares_do_not_sum(package: Package) -> Iterator[Finding]:
    """Shares of one whole that do not sum to 100 % within rounding.

    A share that both repeats the figure before it and is no whole number of the stated
    persons was copied: it is invalid. The others are doubtful.
    """
    decimals = {i.id: i.decimals for i in package.indicators}
    previous = _previous(package)
    for group in _wholes(package):
        slack = sum(0.5 * 10 ** -decimals[o.indicator] for o in group) + EPSILON
        total = sum(o.value for o in group)
        if abs(total - 100) <= slack:
            continue
        detail = f"{total:.1f}"
        for o in group:
            before = previous.get(o.key)
            copied = (
                before is not None and before.value == o.value and not _whole_persons(o, decimals)
            )
            severity = Severity.INVALID if copied else Severity.DOUBTFUL
            yield Finding("shares_do_not_sum", severity, o, tuple(group), detail)
            if copied and before is not None:
                yield Finding("repeats_previous", Severity.INVALID, o, (before,), str(o.n))


def _wholes(package: Package) -> Iterator[list[Observation]]:
    """Groups of all shares of one whole, for one geography, period and role."""
    whole = {i.id: i.whole_of for i in package.indicators if i.whole_of}
    parts = {name: sum(w == name for w in whole.values()) for name in whole.values()}
    groups: dict[tuple[str, str, str, str], list[Observation]] = defaultdict(list)
    for o in package.observations:
        if o.indicator in whole:
            groups[(whole[o.indicator], o.geography, o.period, o.role)].append(o)
    return (group for (name, *_), group in groups.items() if len(group) == parts[name])


def _whole_persons(o: Observation, decimals: dict[str, int]) -> bool:
    """Whether a share can be a whole number of its `n` persons; true where `n` is unknown."""
    return o.n is None or whole_count(o.value, o.n, decimals[o.indicator]) is not None


def _part_exceeds_whole(package: Package) -> Iterator[Finding]:
    """A part that is larger than the whole printed beside it: one of the two is wrong."""
    whole_of_part = {i.id: i.subset_of for i in package.indicators if i.subset_of}
    values = {o.key: o for o in package.observations}
    for part in package.observations:
        whole = values.get((whole_of_part.get(part.indicator, ""), *part.key[1:]))
        if whole is not None and part.value > whole.value:
            yield Finding("part_exceeds_whole", Severity.DOUBTFUL, part, (whole,))
            yield Finding("part_exceeds_whole", Severity.DOUBTFUL, whole, (part,))


def _equal_counts(package: Package) -> Iterator[Finding]:
    """The same large count printed for two areas in one period."""
    counts = {i.id for i in package.indicators if i.is_count}
    areas = {area.id for area in package.areas}
    groups: dict[tuple[str, str, str, float], list[Observation]] = defaultdict(list)
    for o in package.observations:
        if o.indicator in counts and o.geography in areas and o.value >= EQUAL_COUNT_FROM:
            groups[(o.indicator, o.period, o.role, o.value)].append(o)
    for group in groups.values():
        for o in group if len(group) > 1 else ():
            others = tuple(other for other in group if other is not o)
            yield Finding("equal_counts", Severity.NOTE, o, others)


def _part_year(package: Package) -> Iterator[Finding]:
    """A figure that covers only part of its period."""
    for o in package.observations:
        if is_part_year(o.period_start, o.period_end):
            yield Finding("part_year", Severity.NOTE, o)


def _no_period(package: Package) -> Iterator[Finding]:
    """A figure whose row names no year: it has no place on the clock."""
    for o in package.observations:
        if not o.period:
            yield Finding("no_period", Severity.NOTE, o)


def _odd_precision(package: Package) -> Iterator[Finding]:
    """A figure printed with more decimals than its series: it is compared in those of the series."""
    decimals = {i.id: i.decimals for i in package.indicators}
    for o in package.observations:
        if decimals_of(o.value) > decimals[o.indicator]:
            yield Finding("odd_precision", Severity.NOTE, o, (), str(decimals[o.indicator]))


def _after_break(package: Package) -> Iterator[Finding]:
    """The first figure after a change of definition, which cannot be held against earlier ones."""
    for (indicator, geography), values in by_series(package).items():
        for change in package.breaks:
            if change.indicator != indicator or not change.concerns(geography):
                continue
            after = [o for o in values if (clock_year(o.period) or 0) >= change.date.year]
            # Without an earlier figure of the place there is nothing to compare wrongly.
            if 0 < len(after) < len(values):
                yield Finding("after_break", Severity.NOTE, after[0], (), change.date.isoformat())


def _previous(package: Package) -> dict[tuple[str, str, str, str], Observation]:
    pairs = (pair for values in by_series(package).values() for pair in pairwise(values))
    return {after.key: before for before, after in pairs if before.period}


def breaks_of(package: Package, indicator: str) -> tuple[Break, ...]:
    """Return the changes of definition of a series, earliest first."""
    own = (change for change in package.breaks if change.indicator == indicator)
    return tuple(sorted(own, key=lambda change: change.date))
