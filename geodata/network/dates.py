"""Say when an imported way is there, as its source says it, and turn that into milestones."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from geodata.reading.network_source import NetworkSource
from geodata.tables.days import known_day
from geodata.tables.records import YEARS_MORE, Milestone
from geodata.tables.statuses import COMING, Status
from geodata.walking.lines import ALWAYS, BY_THEN

#: The columns of a network file that say when a way is there.
DATED = ("from", "to", "status", "expected")
#: What a source may say that a way is; without a word it is there.
SAID = tuple(status for status in Status if status not in (Status.UNDATED, Status.ABSENT))


class Dating(NamedTuple):
    """When a way is there: days as ISO text (year, month or day), empty where not known.

    `status` is what it is on the day of the source, where that is not open.
    """

    from_: str = ""
    to: str = ""
    status: str = ""
    expected: str = ""


UNDATED = Dating()


def agreed(dating: Dating, known_on: date) -> tuple[Dating, int]:
    """Return a dating without the days that its status contradicts, and how many these are.

    What is still on its way on the source's day was not there before; what is closed on it
    does not close later.
    """
    from_, to = dating.from_, dating.to
    if dating.status in COMING:
        from_, to = ("" if _is_over(day, known_on) else day for day in (from_, to))
    elif dating.status == Status.CLOSED and to and known_day(to)[0] > known_on:
        to = ""
    return dating._replace(from_=from_, to=to), (from_ != dating.from_) + (to != dating.to)


def _is_over(text: str, known_on: date) -> bool:
    """Whether all of a day, month or year has passed: what is planned may open later in it."""
    if not text:
        return False
    day, precision = known_day(text)
    last = {
        "day": day,
        "month": (day + timedelta(days=31)).replace(day=1) - timedelta(days=1),
        "year": day.replace(month=12, day=31),
        **{name: date(day.year + more, 12, 31) for name, more in YEARS_MORE.items()},
    }
    return last[precision] <= known_on


def milestones_of(dating: Dating, line: str, source: NetworkSource) -> tuple[Milestone, ...]:
    """Return the milestones of an imported way; none where it is there in all years.

    What a source calls planned or being built is that from the source's day on; before that
    nothing is known of it, whatever days stand beside it. What closed on a day was there until
    then. A day after the source's is not one on which it opened, but one on which it is
    expected to. Raises `ValueError` for what is no day or no status.
    """
    return tuple(
        Milestone(line, day, precision, Status(status), "", "", "", None, source.title)
        for day, precision, status in _told(agreed(dating, source.date)[0], source.date)
    )


def _told(dating: Dating, known_on: date) -> Iterator[tuple[date, str, str]]:
    status = "" if dating.status == Status.OPEN else dating.status
    if dating.from_:
        day, precision = known_day(dating.from_)
        is_open = day <= known_on and status not in COMING
        status = status if is_open else status or Status.EXPECTED
        yield day, precision, Status.OPEN if is_open else Status.EXPECTED
    elif dating.to and status not in COMING:
        yield ALWAYS, BY_THEN, Status.OPEN
    if dating.to:
        yield *known_day(dating.to), Status.CLOSED
    if status:
        yield known_on, BY_THEN, status
    if dating.expected and known_day(dating.expected)[0] > known_on:
        yield *known_day(dating.expected), Status.EXPECTED
