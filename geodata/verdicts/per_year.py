"""Judge targets of a change every year: cumulative from the start, and each step besides."""

from dataclasses import replace
from itertools import pairwise

from geodata.figures.sums import Sum
from geodata.tables.periods import clock_year
from geodata.verdicts.case import (
    EPSILON,
    Case,
    check,
    last_of,
    undecided,
    without_figures,
    without_start,
)
from geodata.verdicts.judgement import Checked, Outcome, Reason, Step, Verdict


def judge_per_year(case: Case) -> Outcome:
    """Return whether the latest figure has moved as far as asked by then."""
    nothing = without_figures(case) or without_start(case)
    if nothing is not None:
        return nothing
    start = case.start_value
    first = clock_year(start.period) if start else None
    if start is None or first is None:
        return undecided(Reason.START_WITHOUT_YEAR)
    years = _with_steps(case, start, _checked(case, start, first))
    last = last_of(years)
    if last is None or last.seen is None:
        return undecided(Reason.ALL_BLOCKED, years)
    if last.hit:
        return Outcome(Verdict.REACHED, Reason.ENOUGH, years)
    if case.asked * (last.seen.value - start.value) > EPSILON and not start.findings:
        return Outcome(Verdict.ON_THE_WAY, Reason.MOVED_TOO_LITTLE, years)
    return Outcome(Verdict.NOT_REACHED, Reason.TOO_LITTLE, years)


def _checked(case: Case, start: Sum, first: int) -> tuple[Checked, ...]:
    def ask(total: Sum) -> tuple[float, bool]:
        needed = start.value + case.asked * ((clock_year(total.period) or first) - first)
        return needed, _far_enough(total.value - needed, case.asked)

    return check(case, ask, from_start=True)


def _with_steps(case: Case, start: Sum, years: tuple[Checked, ...]) -> tuple[Checked, ...]:
    """Add to each usable period its change since the usable one before."""
    usable = [year for year in years if year.hit is not None and year.seen is not None]
    totals = [start, *(year.seen for year in usable if year.seen is not None)]
    steps = {
        year.period: _step(case, before, after)
        for year, (before, after) in zip(usable, pairwise(totals), strict=True)
    }
    return tuple(replace(year, step=steps.get(year.period)) for year in years)


def _step(case: Case, before: Sum, after: Sum) -> Step:
    apart = (clock_year(after.period) or 0) - (clock_year(before.period) or 0)
    needed, change = case.asked * apart, after.value - before.value
    return Step(before, change, needed, _far_enough(change - needed, case.asked))


def _far_enough(beyond: float, asked: float) -> bool:
    """Whether a figure is at what was asked or beyond it, in the direction asked."""
    return beyond >= -EPSILON if asked > 0 else beyond <= EPSILON
