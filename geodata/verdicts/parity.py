"""Judge targets of being level with the municipality, in the latest year common to both."""

from dataclasses import replace

from geodata.figures.points import Block, broken
from geodata.figures.sums import Sum
from geodata.verdicts.case import (
    EPSILON,
    Case,
    check,
    last_of,
    undecided,
    with_readings,
    without_figures,
)
from geodata.verdicts.judgement import Checked, Outcome, Reason, Verdict


def judge_parity(case: Case) -> Outcome:
    """Return whether a place is at least as good as the municipality, or nearer than before."""
    if any(series.is_count for series in case.series):
        return undecided(Reason.COUNTS_APART)
    nothing = without_figures(case)
    if nothing is not None:
        return nothing
    years = tuple(_against(case, year) for year in check(case, _unasked, from_start=False))
    last = last_of(years)
    if last is None:
        missing = all(year.blocks == (Block.BENCHMARK_MISSING,) for year in years)
        return undecided(Reason.NO_BENCHMARK if missing else Reason.ALL_BLOCKED, years)
    if last.hit:
        return Outcome(Verdict.REACHED, Reason.AT_LEAST_AS_GOOD, years)
    return _worse(case, last, years)


def _unasked(_: Sum) -> tuple[None, None]:
    return None, None


def _against(case: Case, year: Checked) -> Checked:
    """Hold one period against the municipality's figure of the same clock year."""
    point = next((p for p in case.benchmark if p.year == year.year and p.year is not None), None)
    if year.blocks or year.seen is None:
        held = replace(year, against=point.total if point else None)
        usable = point.usable if point else None
        return with_readings(held, lambda total: _level(case, total, usable))
    if point is None:
        return replace(year, blocks=(Block.BENCHMARK_MISSING,))
    if point.usable is None:
        return replace(year, against=point.total, blocks=(Block.BENCHMARK_UNUSABLE,))
    needed, hit = _level(case, year.seen, point.usable)
    return replace(year, against=point.usable, needed=needed, hit=hit)


def _level(case: Case, own: Sum, other: Sum | None) -> tuple[float | None, bool | None]:
    """Return the municipality's value, and whether a place is level with it."""
    if other is None:
        return None, None
    return other.value, gap(case, own, other) <= EPSILON


def gap(case: Case, own: Sum, other: Sum) -> float:
    """Return how much worse a place is than the municipality; below zero it is better."""
    return case.polarity * (other.value - own.value)


def _worse(case: Case, last: Checked, years: tuple[Checked, ...]) -> Outcome:
    before = _gap_at_start(case, last)
    if before is None or last.seen is None or last.against is None:
        return Outcome(Verdict.NOT_REACHED, Reason.WORSE, years)
    if gap(case, last.seen, last.against) < before - EPSILON:
        return Outcome(Verdict.ON_THE_WAY, Reason.GAP_SMALLER, years)
    return Outcome(Verdict.NOT_REACHED, Reason.GAP_NOT_SMALLER, years)


def _gap_at_start(case: Case, last: Checked) -> float | None:
    """Return the gap at the start, where both starts are unmarked and no break lies between."""
    own, other = case.start, case.benchmark_start
    if own is None or other is None or own.unmarked is None or other.unmarked is None:
        return None
    later = last.against.members if last.against else ()
    if broken(case.package, own.members, last.members) or broken(
        case.package, other.members, later
    ):
        return None
    return gap(case, own.unmarked, other.unmarked)
