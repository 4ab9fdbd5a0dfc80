"""List the figures of every series and place, printed or added up, with what was found in them."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from geodata.figures.sums import Sum, sums
from geodata.package.package import Package
from geodata.tables.findings import Finding, Severity
from geodata.tables.periods import PeriodOfMembers, clock_year
from geodata.tables.records import Break, Observation
from layers.view import Cell, SeriesView, View


@dataclass(frozen=True, slots=True)
class Shown(PeriodOfMembers):
    """A figure to show, in the unit of its series; `members` are the printed values behind it."""

    geography: str
    period: str
    period_start: date | None
    period_end: date | None
    role: str
    value: float
    severity: Severity | None
    findings: tuple[Finding, ...]
    members: tuple[Observation, ...]

    @property
    def year(self) -> int | None:
        """The clock year, `None` where the report states none."""
        return clock_year(self.period)

    @property
    def usable(self) -> bool:
        """Whether the figure has a place on a scale."""
        return self.severity != Severity.INVALID

    @property
    def is_start(self) -> bool:
        """Whether this is a start measurement."""
        return self.role == "baseline"

    @property
    def is_computed(self) -> bool:
        """Whether this is a sum of several printed values."""
        return len(self.members) > 1

    @property
    def is_part(self) -> bool:
        """Whether the figure covers only a part of its period."""
        return any(finding.rule == "part_year" for finding in self.findings)

    def concerned_by(self, change: Break) -> bool:
        """Tell whether a break touches any of the printed values behind this."""
        return any(change.concerns(member.geography) for member in self.members)


#: Figures by place, those without a year first, then by year.
Places = Mapping[str, tuple[Shown, ...]]


def shown_figures(package: Package, view: View) -> Mapping[str, Places]:
    """Return all figures by series and place: the printed ones, and sums of counts."""
    found: dict[str, dict[str, list[Shown]]] = {i: defaultdict(list) for i in view.series}
    for indicator, series in view.series.items():
        placed = [cell for year in series.years for cell in series.cells[year].values()]
        for cell in (*series.unplaced, *placed):
            found[indicator][cell.observation.geography].append(_of_cell(cell))
    for total in sums(package):
        if total.geography and not total.is_printed:
            found[total.indicators[0]][total.geography].append(_of_sum(total))
    return {i: {g: tuple(own) for g, own in places.items()} for i, places in found.items()}


def _of_cell(cell: Cell) -> Shown:
    o = cell.observation
    return Shown(o.geography, o.period, o.period_start, o.period_end, o.role, o.value,
                 cell.severity, cell.findings, (o,))  # fmt: skip


def _of_sum(total: Sum) -> Shown:
    return Shown(total.geography, total.period, total.period_start, total.period_end, total.role,
                 total.value, total.severity, total.findings, total.members)  # fmt: skip


def cut(breaks: tuple[Break, ...], first: Shown, last: Shown) -> bool:
    """Tell whether a break lies between two figures; one without a year is before every break."""
    start, end = first.year or 0, last.year or 0
    return any(last.concerned_by(b) and start < b.date.year <= end for b in breaks)


def refusal(series: SeriesView, first: Shown, last: Shown, *, across_time: bool = True) -> str:
    """Return why no difference is computed of two figures, or nothing where one may be.

    The reasons are invalid, doubtful, part_year (a count of some months is no count of a
    year), and break, which stands between figures of different times only.
    """
    if not (first.usable and last.usable):
        return "invalid"
    if Severity.DOUBTFUL in (first.severity, last.severity):
        return "doubtful"
    if series.indicator.is_count and (first.is_part or last.is_part):
        return "part_year"
    return "break" if across_time and cut(series.breaks, first, last) else ""
