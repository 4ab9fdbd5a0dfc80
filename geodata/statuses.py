"""Say what a feature is in a year: not there yet, planned, being built, open, expected."""

from collections.abc import Iterable
from enum import StrEnum

from geodata.records import Milestone


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


def status_at(milestones: Iterable[Milestone], year: int) -> Status:
    """Return the status at the end of a year, from one feature's milestones."""
    dated = sorted((m for m in milestones if not m.is_event), key=lambda m: m.date)
    if not dated:
        return Status.UNDATED
    past = [m for m in dated if m.date.year <= year]
    return Status(past[-1].status) if past else Status.ABSENT
