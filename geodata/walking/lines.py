"""Describe the lines of a walking network: what they are, and when one may walk on them."""

from dataclasses import dataclass
from datetime import date, timedelta

from shapely.geometry import LineString

from geodata.tables.records import Milestone
from geodata.tables.statuses import Status, status_at
from geodata.tables.validity import Validity

STEPS = "steps"
#: The day of a way that is there since nobody knows when, where more than that is known of it.
ALWAYS = date.min
#: The precision of a day on which something was so; since when, nobody says.
BY_THEN = ""
#: Kinds of drawn lines that are no way to walk along.
NOT_WALKED = frozenset({"motorway", "motorway_link", "railway", "road_works"})
#: A line is walked on from the year in which it is open, or at all times when undated.
WALKED = frozenset({Status.OPEN, Status.UNDATED})
#: What is only planned; a mere idea is no plan.
PLANNED = frozenset(
    {Status.PLANNED, Status.APPROVED, Status.FUNDED, Status.BUILDING, Status.EXPECTED}
)


@dataclass(frozen=True, slots=True)
class Line:
    """What is known of one way: `error_m` is how far from its drawing it may lie, in metres.

    Ways with the same `survey` were drawn as one: their error is shared and counts once. `holds`
    is there where the way had another course before or has one after.
    """

    id: str
    kind: str
    error_m: float
    survey: str
    milestones: tuple[Milestone, ...] = ()
    holds: Validity | None = None

    @property
    def is_dated(self) -> bool:
        """Whether it may be missing in some year."""
        return bool(self.milestones) or self.holds is not None

    def status(self, year: int) -> Status:
        """Return the status at the end of a year."""
        if self.holds is not None and not self.holds.holds_in(year):
            return Status.ABSENT
        return status_at(self.milestones, year)

    def is_walked(self, year: int, *, planned: bool = False) -> bool:
        """Tell whether one may walk here at the end of a year, or will once plans are built."""
        status = self.status(year)
        return status in WALKED or (planned and status in PLANNED)

    @property
    def opened(self) -> Milestone | None:
        """When the way is first known to be open; none where it is undated."""
        return self._first(Status.OPEN)

    @property
    def closed(self) -> Milestone | None:
        """When the way closed, if it did and a source says when."""
        return self._first(Status.CLOSED)

    @property
    def since(self) -> tuple[date, str] | tuple[None, None]:
        """When it opened, or came to run here if that was later, and how exactly that is known."""
        opened, holds = self.opened, self.holds
        if holds is not None and holds.first > max(ALWAYS, opened.date if opened else ALWAYS):
            return holds.first, "day"
        return (opened.date, opened.date_precision) if opened else (None, None)

    @property
    def until(self) -> tuple[date, str] | tuple[None, None]:
        """When it closed, or ran here no longer if that was earlier, and how exactly that is known."""
        closed, holds = self.closed, self.holds
        if holds is not None and holds.last < min(date.max, closed.date if closed else date.max):
            return holds.last + timedelta(days=1), "day"
        return (closed.date, closed.date_precision) if closed else (None, None)

    def _first(self, status: Status) -> Milestone | None:
        found = (m for m in self.milestones if m.status == status and m.date_precision)
        return min(found, key=lambda milestone: (milestone.year, milestone.date), default=None)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line with its course in EPSG:25832."""

    line: Line
    course: LineString
