"""Describe the lines of a walking network: what they are, and when one may walk on them."""

from dataclasses import dataclass
from datetime import date

from shapely.geometry import LineString

from geodata.tables.records import Milestone
from geodata.tables.statuses import Status, status_at

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

    Ways with the same `survey` were drawn as one: their error is shared and counts once.
    """

    id: str
    kind: str
    error_m: float
    survey: str
    milestones: tuple[Milestone, ...] = ()

    def status(self, year: int) -> Status:
        """Return the status at the end of a year."""
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

    def _first(self, status: Status) -> Milestone | None:
        found = (m for m in self.milestones if m.status == status and m.date_precision)
        return min(found, key=lambda milestone: (milestone.year, milestone.date), default=None)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line with its course in EPSG:25832."""

    line: Line
    course: LineString
