"""Say what must be known beside a verdict: what it rests on, and what it leaves open."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from geodata.figures.points import Block
from geodata.figures.sums import Sum
from geodata.tables.records import Observation
from geodata.verdicts.case import Case, last_of
from geodata.verdicts.judgement import Caveat, CaveatCode, Checked, Outcome, Reason, Verdict
from geodata.verdicts.latest import latest_blocked

#: What a rule that marks a figure makes known beside a verdict on it.
RULES = {
    "small_base_stated": CaveatCode.SMALL_BASE_STATED,
    "extreme_share": CaveatCode.SMALL_BASE,
    "large_swing": CaveatCode.SMALL_BASE,
    "small_fractions": CaveatCode.SMALL_BASE,
    "equal_counts": CaveatCode.EQUAL_COUNTS,
    "comparison_still": CaveatCode.COMPARISON_STILL,
    "comparison_jumps": CaveatCode.COMPARISON_JUMPS,
}
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
        *_of_latest_blocked(outcome),
        *_of_rules(used),
        *_of_start(case, outcome),
        *_of_years(outcome),
        *_of_series(case),
        *_of_latest(case, last, last.seen),
    )


def _rests_on(outcome: Outcome) -> Reason:
    """What the last year that can be told says."""
    return outcome.before or outcome.reason


def _of_latest_blocked(outcome: Outcome) -> Iterator[Caveat]:
    """Say where all readings of the latest periods give one answer: a remark, no verdict."""
    latest = latest_blocked(outcome.years) if outcome.before else ()
    answers = {year.readings.hit if year.readings else None for year in latest}
    if len(answers) == 1 and None not in answers:
        yield Caveat(CaveatCode.SAME_EITHER_WAY, years=latest)


def _used(case: Case, outcome: Outcome, last: Checked, seen: Sum) -> tuple[Sum, ...]:
    """The figures that the verdict rests on."""
    start = None if _rests_on(outcome) in WITHOUT_START else case.start_value
    return tuple(total for total in (seen, last.against, start) if total is not None)


def _of_rules(used: tuple[Sum, ...]) -> Iterator[Caveat]:
    """Say what the rules found; what the report says itself is not suspected besides."""
    marked: dict[CaveatCode, dict[Observation, None]] = defaultdict(dict)
    for finding in (f for total in used for f in total.findings if f.rule in RULES):
        equal = finding.related if finding.rule == "equal_counts" else ()
        marked[RULES[finding.rule]].update(dict.fromkeys((finding.observation, *equal)))
    stated = marked[CaveatCode.SMALL_BASE_STATED]
    for code in dict.fromkeys(RULES.values()):
        known = stated if code == CaveatCode.SMALL_BASE else {}
        own = tuple(o for o in marked[code] if o not in known)
        if own:
            yield Caveat(code, own)


def _of_start(case: Case, outcome: Outcome) -> Iterator[Caveat]:
    if case.start is None:
        return
    if _rests_on(outcome) == Reason.WORSE:
        other = case.benchmark_start.members if case.benchmark_start else ()
        yield Caveat(CaveatCode.START_GAP_UNKNOWN, (*case.start.members, *other))
    elif case.start.year is None and _rests_on(outcome) not in WITHOUT_START:
        yield Caveat(CaveatCode.START_WITHOUT_YEAR, case.start.members)


def _of_years(outcome: Outcome) -> Iterator[Caveat]:
    told = latest_blocked(outcome.years) if outcome.before else ()
    doubtful = [y for y in outcome.years
                if y not in told and {Block.INVALID, Block.DOUBTFUL} & {*y.blocks}]  # fmt: skip
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
    if case.package.municipality_of(*case.geographies) is not None and not case.benchmark:
        yield Caveat(CaveatCode.BENCHMARK_NOT_RECORDED)


def _of_latest(case: Case, last: Checked, seen: Sum) -> Iterator[Caveat]:
    if last.against is not None and last.against.period != last.period:
        yield Caveat(CaveatCode.PERIODS_DIFFER, periods=(last.period, last.against.period))
    whole_year = seen.period_end is None and "/" not in last.period
    if whole_year and date(last.year or 1, 12, 31) > case.package.descriptor.as_of:
        yield Caveat(CaveatCode.YEAR_NOT_OVER, periods=(last.period,))
