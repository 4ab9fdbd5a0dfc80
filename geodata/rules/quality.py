"""Find printed values that cannot be taken as they stand, by rules and never by name.

Each rule is a pure function from a package's facts to findings; no rule knows an indicator, an
area or a year. The printed value is always kept: a finding only travels with it.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable

import numpy as np

from geodata.package.package import Package
from geodata.rules.comparison_groups import odd_comparisons
from geodata.rules.copies import copies
from geodata.rules.periods import period_forms
from geodata.rules.single import (
    after_break,
    equal_counts,
    implausible,
    no_period,
    odd_precision,
    part_year,
)
from geodata.rules.small_bases import small_bases
from geodata.rules.small_fractions import small_fractions
from geodata.rules.whole import part_exceeds_whole, shares_do_not_sum
from geodata.tables.facts import Facts
from geodata.tables.findings import Finding, Located, Severity
from geodata.tables.records import Break, Key


def find(package: Package) -> tuple[Finding, ...]:
    """Return all findings of a package, in the order of its observations.

    A package that knows its findings is not looked at again: a part of one could not find
    what rests on the other parts.
    """
    if package.findings is not None:
        return package.findings
    facts = package.facts
    invalid = [*copies(facts), *shares_do_not_sum(facts), *implausible(facts)]
    bad = np.zeros(len(facts.observations), bool)
    bad[[row for row, f in invalid if f.severity == Severity.INVALID]] = True
    rules: tuple[Callable[[Facts], Iterable[Located]], ...] = (
        part_exceeds_whole, equal_counts, part_year, no_period, after_break, odd_precision,
        period_forms,
    )  # fmt: skip
    everything = [
        *invalid,
        *(located for rule in rules for located in rule(facts)),
        *small_bases(facts, bad),
        *small_fractions(facts, bad),
        *odd_comparisons(facts),
    ]
    everything.sort(key=lambda one: (one[0], -one[1].severity, one[1].rule))
    return tuple(finding for _, finding in everything)


def by_observation(findings: Iterable[Finding]) -> dict[Key, list[Finding]]:
    """Group findings by the key of the value they speak of."""
    groups: dict[Key, list[Finding]] = defaultdict(list)
    for finding in findings:
        groups[finding.observation.key].append(finding)
    return dict(groups)


def severity_of(findings: Iterable[Finding]) -> Severity | None:
    """Return the gravest severity, `None` where nothing was found."""
    return max((finding.severity for finding in findings), default=None)


def breaks_of(package: Package, indicator: str) -> tuple[Break, ...]:
    """Return the changes of definition and of outlines of a series, earliest first."""
    own = (change for change in package.all_breaks if change.indicator == indicator)
    return tuple(sorted(own, key=lambda change: change.date))
