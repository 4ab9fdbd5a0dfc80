"""Say what a feature is in a year: not there yet, planned, being built, open, expected."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from geodata.tables.records import Milestone


class Status(StrEnum):
    """What a feature is at the end of a year.

    `ABSENT`: before the first thing known of it; `UNDATED`: it is there, since when is not
    known. What is expected stays expected until a source says that it has happened.
    """

    UNDATED = "undated"
    ABSENT = "absent"
    IDEA = "idea"
    PLANNED = "planned"
    APPROVED = "approved"
    FUNDED = "funded"
    BUILDING = "building"
    OPEN = "open"
    EXPECTED = "expected"
    CLOSED = "closed"


#: What is on its way: not there, but more than never heard of.
COMING = frozenset(
    {Status.IDEA, Status.PLANNED, Status.APPROVED, Status.FUNDED, Status.BUILDING, Status.EXPECTED}
)
#: What people can use.
THERE = frozenset({Status.UNDATED, Status.OPEN})


@dataclass(frozen=True, slots=True)
class Standing:
    """A feature at the end of a year: its status, since which milestone, what is expected.

    `since` is the first of the milestones in a row that say the status, `again` the last of
    them where there are several; `expected` is the next one that a source expects, for what
    is on its way.
    """

    status: Status
    since: Milestone | None
    expected: Milestone | None
    again: Milestone | None = None


def status_at(milestones: Iterable[Milestone], year: int) -> Status:
    """Return the status at the end of a year, from one feature's milestones."""
    return standing_at(milestones, year).status


def standing_at(milestones: Iterable[Milestone], year: int) -> Standing:
    """Return status, its beginning and what is expected, from one feature's milestones."""
    dated = sorted((m for m in milestones if not m.is_event), key=lambda m: (m.year, m.date))
    if not dated:
        return Standing(Status.UNDATED, None, None)
    past = [m for m in dated if m.year <= year]
    if not past:
        return Standing(Status.ABSENT, None, None)
    status = Status(past[-1].status)
    coming = [m for m in dated if m.year > year and m.status == Status.EXPECTED]
    expected = coming[0] if coming and status in COMING else None
    first, last = _first_of_run(past), past[-1]
    return Standing(status, first, expected, last if last is not first else None)


def _first_of_run(past: list[Milestone]) -> Milestone:
    first = past[-1]
    for milestone in reversed(past):
        if milestone.status != first.status:
            break
        first = milestone
    return first
