"""Say what must be known beside a verdict: what it rests on, and what it leaves open."""

from collections.abc import Iterator
from datetime import date

from geodata.points import Block
from geodata.records import Observation
from geodata.sums import Sum
from geodata.verdicts.case import Case, last_of
from geodata.verdicts.judgement import Caveat, CaveatCode, Checked, Outcome, Reason, Verdict

#: Rules that speak of few persons behind a figure.
SMALL_BASE = frozenset({"extreme_share", "large_swing", "small_base_stated"})
EQUAL_COUNTS = frozenset({"equal_counts"})
#: Reasons for which the start measurement does not count.
WITHOUT_START = frozenset({Reason.AT_LEAST_AS_GOOD, Reason.WORSE, Reason.ENOUGH_EACH_YEAR,
                           Reason.TOO_FEW_IN_A_YEAR, Reason.YEARS_MISSING})  # fmt: skip


def caveats_of(case: Case, outcome: Outcome) -> tuple[Caveat, ...]:
    """Return the caveats of an outcome that rests on figures, none for others."""
    last = last_of(outcome.years)
    if last is None or last.seen is None:
        return ()
    used = _used(case, outcome, last, last.seen)
    return (
        *_of_rules(used),
        *_of_start(case, outcome),
        *_of_years(outcome),
        *_of_series(case),
        *_of_latest(case, last, last.seen),
    )


def _used(case: Case, outcome: Outcome, last: Checked, seen: Sum) -> tuple[Sum, ...]:
    """The figures that the verdict rests on."""
    start = None if outcome.reason in WITHOUT_START else case.start_value
    return tuple(total for total in (seen, last.against, start) if total is not None)


def _of_rules(used: tuple[Sum, ...]) -> Iterator[Caveat]:
    for code, rules in ((CaveatCode.SMALL_BASE, SMALL_BASE),
                        (CaveatCode.EQUAL_COUNTS, EQUAL_COUNTS)):  # fmt: skip
        marked: dict[Observation, None] = {
            finding.observation: None
            for total in used
            for finding in total.findings
            if finding.rule in rules
        }
        if marked:
            yield Caveat(code, tuple(marked))


def _of_start(case: Case, outcome: Outcome) -> Iterator[Caveat]:
    if case.start is None:
        return
    if outcome.reason == Reason.WORSE:
        other = case.benchmark_start.members if case.benchmark_start else ()
        yield Caveat(CaveatCode.START_GAP_UNKNOWN, (*case.start.members, *other))
    elif case.start.year is None and outcome.reason not in WITHOUT_START:
        yield Caveat(CaveatCode.START_WITHOUT_YEAR, case.start.members)


def _of_years(outcome: Outcome) -> Iterator[Caveat]:
    doubtful = [y for y in outcome.years if {Block.INVALID, Block.DOUBTFUL} & {*y.blocks}]
    if doubtful:
        yield Caveat(
            CaveatCode.DOUBTFUL_NEARBY,
            tuple(member for year in doubtful for member in year.members),
            tuple(year.period for year in doubtful),
        )
    missed = tuple(year.period for year in outcome.years if year.hit is False)
    if outcome.verdict == Verdict.REACHED and missed:
        yield Caveat(CaveatCode.NOT_EVERY_YEAR, periods=missed)


def _of_series(case: Case) -> Iterator[Caveat]:
    if any(series.is_count for series in case.series):
        yield Caveat(CaveatCode.COUNTS_ONLY)
    if case.package.municipality is not None and not case.benchmark:
        yield Caveat(CaveatCode.BENCHMARK_NOT_RECORDED)


def _of_latest(case: Case, last: Checked, seen: Sum) -> Iterator[Caveat]:
    if last.against is not None and last.against.period != last.period:
        yield Caveat(CaveatCode.PERIODS_DIFFER, periods=(last.period, last.against.period))
    whole_year = seen.period_end is None and "/" not in last.period
    if whole_year and date(last.year or 1, 12, 31) > case.package.descriptor.as_of:
        yield Caveat(CaveatCode.YEAR_NOT_OVER, periods=(last.period,))
