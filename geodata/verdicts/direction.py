"""Judge targets of a direction: the latest figure against the start measurement."""

from geodata.figures.sums import Sum
from geodata.verdicts.case import (
    EPSILON,
    Case,
    check,
    last_of,
    undecided,
    without_figures,
    without_start,
)
from geodata.verdicts.judgement import Outcome, Reason, Verdict


def judge_direction(case: Case) -> Outcome:
    """Return whether the latest figure lies beyond the start; the same figure does not."""
    nothing = without_figures(case) or without_start(case)
    if nothing is not None:
        return nothing
    start = case.start_value.value if case.start_value else 0.0

    def ask(total: Sum) -> tuple[float, bool]:
        return start, case.asked * (total.value - start) > EPSILON

    years = check(case, ask, from_start=True)
    last = last_of(years)
    if last is None:
        return undecided(Reason.ALL_BLOCKED, years)
    if last.hit:
        return Outcome(Verdict.REACHED, Reason.MOVED, years)
    return Outcome(Verdict.NOT_REACHED, Reason.NOT_MOVED, years)
