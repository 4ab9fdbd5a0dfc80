"""Put together what one target is judged on in one place, or in several together."""

from dataclasses import dataclass, replace

from geodata.figures.points import Block, Point, broken, points
from geodata.figures.sums import Printed, Sum
from geodata.package.package import Package
from geodata.tables.records import Indicator, Target, split_list
from geodata.verdicts.judgement import Checked, Outcome, Reason, Verdict
from geodata.verdicts.readings import Ask, readings_of

#: Slack in comparisons of decimal numbers.
EPSILON = 1e-9


@dataclass(frozen=True)
class Case:
    """A target, the places judged, and all figures of theirs and of the municipality.

    `later` are the points within the target's years that are no start measurement.
    """

    package: Package
    target: Target
    geographies: tuple[str, ...]
    geography: str
    series: tuple[Indicator, ...]
    start: Point | None
    later: tuple[Point, ...]
    benchmark: tuple[Point, ...]

    @property
    def start_value(self) -> Sum | None:
        """The start measurement, where it can be used."""
        return self.start.usable if self.start else None

    @property
    def benchmark_start(self) -> Point | None:
        """The municipality's own start measurement of the same clock year."""
        year = self.start.year if self.start else None
        return next((p for p in self.benchmark if p.role == "baseline" and p.year == year), None)

    @property
    def polarity(self) -> int:
        """+1 where higher is better, -1 where lower is; series without a say follow."""
        return 1 if any(series.polarity == "higher" for series in self.series) else -1

    @property
    def asked(self) -> float:
        """The number that the target asks for."""
        return self.target.value or 0.0


def case_of(package: Package, facts: Printed, target: Target, places: tuple[str, ...]) -> Case:
    """Return the case of a target for some places together."""
    names = split_list(target.indicator)
    own = points(facts, names, places) if names else ()
    benchmark = package.municipality_of(*places)
    return Case(
        package, target, places,
        geography=facts.places.get(tuple(sorted(places)), ""),
        series=tuple(i for i in package.indicators if i.id in names),
        start=next((p for p in own if p.role == "baseline"), None),
        later=tuple(p for p in own if p.role != "baseline" and _within(target, p.year)),
        benchmark=points(facts, names, (benchmark.id,)) if benchmark and names else (),
    )  # fmt: skip


def _within(target: Target, year: int | None) -> bool:
    if year is None:
        return True
    return (target.from_ or year) <= year <= (target.to_ or year)


def undecided(reason: Reason, years: tuple[Checked, ...] = ()) -> Outcome:
    """Return that nothing can be said, and why."""
    return Outcome(Verdict.UNDECIDED, reason, years)


def without_figures(case: Case) -> Outcome | None:
    """Return that there is nothing to judge, where nothing is printed after the start."""
    if case.later:
        return None
    return undecided(Reason.NO_LATER_FIGURE if case.start else Reason.NO_FIGURES)


def without_start(case: Case) -> Outcome | None:
    """Return that the start measurement is missing or cannot be used, where it is so."""
    if case.start_value is not None:
        return None
    years = check(case, lambda _: (None, None), from_start=False)
    return undecided(Reason.START_UNUSABLE if case.start else Reason.NO_START, years)


def check(case: Case, ask: Ask, *, from_start: bool) -> tuple[Checked, ...]:
    """Hold every later point against what `ask` says of it: the number needed, and met or not.

    Points that are blocked by themselves, or by a break since the start where the target
    counts from it, are not asked.
    """
    return tuple(_checked(case, point, ask, from_start=from_start) for point in case.later)


def _checked(case: Case, point: Point, ask: Ask, *, from_start: bool) -> Checked:
    blocks = list(point.blocks)
    if point.year is None:
        blocks.append(Block.NO_YEAR)
    if from_start and case.start and broken(case.package, case.start.members, point.members):
        blocks.append(Block.BREAK)
    plain = Checked(point.period, point.year, point.members, point.total, None, None, tuple(blocks))
    if blocks or point.total is None:
        return with_readings(plain, ask)
    needed, hit = ask(point.total)
    return replace(plain, needed=needed, hit=hit)


def with_readings(year: Checked, ask: Ask) -> Checked:
    """Add what either number of a doubtful pair would say, where nothing else blocks a period."""
    if year.blocks != (Block.DOUBTFUL,) or year.seen is None:
        return year
    return replace(year, readings=readings_of(year.seen, ask))


def last_of(years: tuple[Checked, ...]) -> Checked | None:
    """Return the latest period that something can be said of."""
    return next((year for year in reversed(years) if year.hit is not None), None)
