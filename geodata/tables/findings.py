"""Name what a rule found in printed values: which rule, how grave, and what it rests on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from geodata.tables.records import Observation


class Severity(IntEnum):
    """How far a printed value can be used.

    `NOTE`: shown and marked. `DOUBTFUL`: shown and marked, no verdict on it. `INVALID`:
    hatched, never coloured, left out of class breaks, gaps, trends and verdicts.
    """

    NOTE = 1
    DOUBTFUL = 2
    INVALID = 3


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says of one printed value; `related` are the values it rests on."""

    rule: str
    severity: Severity
    observation: Observation
    related: tuple[Observation, ...] = field(default=())
    detail: str = ""


#: A finding with the row of the value it speaks of.
Located = tuple[int, Finding]


def findings_of(
    rule: str, severity: Severity, observations: Sequence[Observation], rows: Iterable[int]
) -> Iterator[Located]:
    """Yield what a rule says of some rows where it rests on nothing but the value itself."""
    for row in rows:
        yield int(row), Finding(rule, severity, observations[int(row)])
