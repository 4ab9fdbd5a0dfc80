"""Judge targets of a least number every year."""

from geodata.figures.sums import Sum
from geodata.verdicts.case import EPSILON, Case, check, last_of, undecided, without_figures
from geodata.verdicts.judgement import Checked, Outcome, Reason, Verdict


def judge_at_least(case: Case) -> Outcome:
    """Return whether every year had the number; one year below is enough to miss it."""
    nothing = without_figures(case)
    if nothing is not None:
        return nothing

    def ask(total: Sum) -> tuple[float, bool]:
        return case.asked, total.value >= case.asked - EPSILON

    years = check(case, ask, from_start=False)
    last = last_of(years)
    if last is None:
        return undecided(Reason.ALL_BLOCKED, years)
    if any(year.hit is False for year in years):
        return Outcome(Verdict.NOT_REACHED, Reason.TOO_FEW_IN_A_YEAR, years)
    missing = missing_years(case, years, last)
    if missing:
        return Outcome(Verdict.UNDECIDED, Reason.YEARS_MISSING, years, missing=missing)
    return Outcome(Verdict.REACHED, Reason.ENOUGH_EACH_YEAR, years)


def missing_years(case: Case, years: tuple[Checked, ...], last: Checked) -> tuple[int, ...]:
    """Return the years of the target up to the latest figure that nothing is known of."""
    known = {year.year for year in years if year.hit is not None}
    first = case.target.from_ or min(year for year in known if year is not None)
    return tuple(year for year in range(first, (last.year or first) + 1) if year not in known)
