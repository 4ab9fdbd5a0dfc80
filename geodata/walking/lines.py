"""Describe the lines of a walking network: what they are, and when one may walk on them."""

from dataclasses import dataclass
from datetime import date

from shapely.geometry import LineString

from geodata.records import Milestone
from geodata.statuses import Status, status_at

STEPS = "steps"
#: The day of a way that is there since nobody knows when, where more than that is known of it.
ALWAYS = date.min
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
    def opened(self) -> date | None:
        """The first day from which the way is known to be open; none where it is undated."""
        return self._first("open")

    @property
    def closed(self) -> date | None:
        """The day on which the way closed, if it did."""
        return self._first("closed")

    def _first(self, status: str) -> date | None:
        days = (m.date for m in self.milestones if m.status == status and m.date > ALWAYS)
        return min(days, default=None)


@dataclass(frozen=True, slots=True)
class Drawn:
    """A line with its course in EPSG:25832."""

    line: Line
    course: LineString
