"""Add up printed values: over the areas of a sum, over series that a target counts together.

A sum is made when read and never stored; it keeps the printed values it was made of. There
is one only where every part is printed for the same months and role and none is invalid:
nothing is left out, estimated or borrowed from another period.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from geodata.package.package import Package
from geodata.rules.quality import by_observation, find, severity_of
from geodata.tables.findings import Finding, Severity
from geodata.tables.periods import PeriodOfMembers, clock_year
from geodata.tables.plausible import decimals_of
from geodata.tables.records import Break, Observation, split_list

Part = tuple[str, str]
Span = tuple[str, date | None, date | None, str]


@dataclass(frozen=True, slots=True)
class Sum(PeriodOfMembers):
    """Printed values of one period and role added up, in the unit of their series.

    `geography` is the id of the place that the sum is of, empty where the areas added up
    have none together; `members` are in the order of the package. `severity` is the gravest
    of theirs, never invalid.
    """

    indicators: tuple[str, ...]
    geographies: tuple[str, ...]
    geography: str
    period: str
    period_start: date | None
    period_end: date | None
    role: str
    value: float
    members: tuple[Observation, ...]
    findings: tuple[Finding, ...]

    @property
    def severity(self) -> Severity | None:
        """The gravest severity among the members."""
        return severity_of(self.findings)

    @property
    def notes(self) -> tuple[str, ...]:
        """The words of the members' note columns, each once."""
        return tuple(dict.fromkeys(word for member in self.members for word in member.notes))

    @property
    def is_printed(self) -> bool:
        """Whether this is one printed value rather than several added up."""
        return len(self.members) == 1


@dataclass(frozen=True)
class Printed:
    """All printed values by series and place, with what the rules found in them."""

    values: Mapping[Part, tuple[Observation, ...]]
    findings: Mapping[tuple[str, str, str, str], Sequence[Finding]]
    decimals: Mapping[str, int]
    places: Mapping[tuple[str, ...], str]

    def severity(self, observation: Observation) -> Severity | None:
        """Return the gravest severity of a printed value."""
        return severity_of(self.findings.get(observation.key, ()))


def printed(package: Package) -> Printed:
    """Return a package's values, ready to be added up."""
    values: dict[Part, list[Observation]] = defaultdict(list)
    for o in package.observations:
        values[(o.indicator, o.geography)].append(o)
    return Printed(
        values={part: tuple(own) for part, own in values.items()},
        findings=by_observation(find(package)),
        decimals={i.id: i.decimals for i in package.indicators},
        places={_place(g.members): g.id for g in package.geographies if g.kind == "sum"}
        | {(g.id,): g.id for g in package.geographies},
    )


def sums(package: Package) -> tuple[Sum, ...]:
    """Return every sum of a count over the members of a geography of kind sum.

    In the order of indicators, geographies and clock years; a start measurement without a
    year comes first and stays without one.
    """
    facts = printed(package)
    return tuple(
        total
        for indicator in package.indicators
        for place in package.geographies
        if indicator.is_count and place.kind == "sum"
        for total in add_up(facts, (indicator.id,), split_list(place.members))
    )


def add_up(
    facts: Printed, indicators: Sequence[str], geographies: Sequence[str]
) -> tuple[Sum, ...]:
    """Return the sums of some series over some places, by clock year.

    One series in one place gives its printed values, so that a single area and several
    together can be treated alike. Shares may be added over series only, never over places:
    the caller sees to that.
    """
    parts = [(indicator, place) for indicator in indicators for place in geographies]
    found = (
        _sum(facts, tuple(indicators), tuple(geographies), span, members)
        for span, members in spans(facts, parts).items()
        if len(members) == len(parts)
        and all(facts.severity(member) != Severity.INVALID for member in members)
    )
    return tuple(sorted(found, key=lambda total: clock_year(total.period) or 0))


def spans(facts: Printed, parts: Sequence[Part]) -> dict[Span, list[Observation]]:
    """Group the values of some parts by what they cover: period, days and role."""
    groups: dict[Span, list[Observation]] = defaultdict(list)
    for part in parts:
        for o in facts.values.get(part, ()):
            groups[(o.period, o.period_start, o.period_end, o.role)].append(o)
    return dict(groups)


def _sum(
    facts: Printed,
    indicators: tuple[str, ...],
    geographies: tuple[str, ...],
    span: Span,
    members: list[Observation],
) -> Sum:
    period, start, end, role = span
    series = max(facts.decimals[indicator] for indicator in indicators)
    # An odd print is kept: one printed value is what is printed.
    decimals = max(series, *(decimals_of(member.value) for member in members))
    return Sum(
        indicators, geographies, facts.places.get(tuple(sorted(geographies)), ""),
        period, start, end, role,
        value=round(sum(member.value for member in members), decimals),
        members=tuple(members),
        findings=tuple(f for member in members for f in facts.findings.get(member.key, ())),
    )  # fmt: skip


def concerned(package: Package, change: Break) -> tuple[str, ...]:
    """Return the ids of the places that a break touches, sums of such places too; none means all."""
    own = split_list(change.geographies)
    sums_of = (g for g in package.geographies if g.kind == "sum")
    return (*own, *(g.id for g in sums_of if set(split_list(g.members)) & set(own)))


def _place(members: str) -> tuple[str, ...]:
    return tuple(sorted(split_list(members)))
