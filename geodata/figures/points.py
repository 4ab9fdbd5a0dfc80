"""Gather what is printed of some series and places, and say which of it cannot be used."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from geodata.figures.derived import cut_by_break
from geodata.figures.sums import Part, Printed, Span, Sum, add_up, spans
from geodata.package.package import Package
from geodata.rules.quality import breaks_of
from geodata.tables.findings import Severity
from geodata.tables.periods import clock_year, is_part_year
from geodata.tables.records import Break, Observation


class Block(StrEnum):
    """Why nothing can be said of a printed period."""

    MEMBER_MISSING = "member_missing"
    INVALID = "invalid"
    DOUBTFUL = "doubtful"
    PART_YEAR = "part_year"
    NO_YEAR = "no_year"
    BREAK = "break"
    BENCHMARK_MISSING = "benchmark_missing"
    BENCHMARK_UNUSABLE = "benchmark_unusable"


@dataclass(frozen=True, slots=True)
class Point:
    """What is printed of some series and places for one period and role.

    `total` is there only where every part is printed and none is invalid; `blocks` say
    why the period cannot be used by itself.
    """

    period: str
    year: int | None
    role: str
    members: tuple[Observation, ...]
    total: Sum | None
    blocks: tuple[Block, ...]

    @property
    def usable(self) -> Sum | None:
        """The total, where nothing blocks it."""
        return None if self.blocks else self.total

    @property
    def unmarked(self) -> Sum | None:
        """The total, where no rule found anything in it."""
        return self.usable if self.usable and not self.usable.findings else None


def points(facts: Printed, indicators: Sequence[str], places: Sequence[str]) -> tuple[Point, ...]:
    """Return all that is printed of some series in some places, by clock year."""
    parts = [(indicator, place) for indicator in indicators for place in places]
    totals = {_span(total): total for total in add_up(facts, indicators, places)}
    found = (
        _point(facts, parts, span, members, totals.get(span))
        for span, members in spans(facts, parts).items()
    )
    return tuple(sorted(found, key=lambda point: (point.year or 0, point.period)))


def _span(total: Sum) -> Span:
    return (total.period, total.period_start, total.period_end, total.role)


def _point(
    facts: Printed, parts: Sequence[Part], span: Span, members: list[Observation], total: Sum | None
) -> Point:
    period, start, end, role = span
    severities = {facts.severity(member) for member in members}
    blocks = {
        Block.MEMBER_MISSING: len(members) < len(parts),
        Block.INVALID: Severity.INVALID in severities,
        Block.DOUBTFUL: Severity.DOUBTFUL in severities,
        Block.PART_YEAR: is_part_year(start, end),
    }
    year = clock_year(period)
    return Point(period, year, role, tuple(members), total, tuple(b for b in blocks if blocks[b]))


def broken(package: Package, start: Sequence[Observation], end: Sequence[Observation]) -> bool:
    """Tell whether a change of definition lies between two sets of values, part by part."""
    before = {(o.indicator, o.geography): o for o in start}
    return any(
        cut_by_break(breaks, before[part], o)
        for o in end
        if (part := (o.indicator, o.geography)) in before and (breaks := _breaks(package, o))
    )


def _breaks(package: Package, observation: Observation) -> tuple[Break, ...]:
    return breaks_of(package, observation.indicator)
