"""Judge every target of a package: each place alone, or its places together."""

from collections.abc import Callable, Mapping

import numpy as np

from geodata.figures.sums import Printed, printed
from geodata.package.package import Package
from geodata.tables.records import Observation, Target, split_list
from geodata.verdicts.at_least import judge_at_least
from geodata.verdicts.case import Case, case_of, undecided
from geodata.verdicts.caveats import caveats_of
from geodata.verdicts.direction import judge_direction
from geodata.verdicts.judgement import Judgement, Outcome, Reason
from geodata.verdicts.latest import latest_blocked, up_to_the_latest
from geodata.verdicts.parity import judge_parity
from geodata.verdicts.per_year import judge_per_year
from geodata.verdicts.state_list import judge_state_list

#: The rule for each kind of target in `tableschemas.json`.
RULES: Mapping[str, Callable[[Case], Outcome]] = {
    "parity_with_municipality": judge_parity,
    "change_per_year": judge_per_year,
    "at_least": judge_at_least,
    "direction": judge_direction,
    "off_state_list_by": judge_state_list,
}


def judge(package: Package) -> tuple[Judgement, ...]:
    """Return one judgement for every target and place, in the order of the targets.

    A target for places together is judged on their sum only.
    """
    facts = printed(package)
    return tuple(
        _judged(package, facts, target, places)
        for target in package.targets
        for places in _judged_places(target)
    )


def _judged_places(target: Target) -> tuple[tuple[str, ...], ...]:
    places = split_list(target.geographies)
    return (places,) if target.scope == "together" else tuple((place,) for place in places)


def _judged(package: Package, facts: Printed, target: Target, places: tuple[str, ...]) -> Judgement:
    case = case_of(package, facts, target, places)
    outcome = _outcome(case)
    parity = case.target.kind == "parity_with_municipality"
    against = case.benchmark_start if parity else None
    return Judgement(
        target, places, case.geography, outcome.verdict, outcome.reason,
        outcome.years, caveats_of(case, outcome),
        start=case.start.total if case.start else None,
        start_blocks=case.start.blocks if case.start else (),
        start_against=against.total if against else None,
        event=outcome.event, missing=outcome.missing, before=outcome.before,
        latest=latest_blocked(outcome.years) if outcome.before else (),
        elsewhere=_elsewhere(case) if outcome.reason == Reason.NO_FIGURES else (),
    )  # fmt: skip


def _elsewhere(case: Case) -> tuple[Observation, ...]:
    """What is printed of the target's series for other places."""
    names = {series.id for series in case.series}
    facts = case.package.facts
    rows = np.flatnonzero(facts.of_series([i.id in names for i in facts.indicators]))
    found = facts.observations.at(rows)
    return tuple(o for o in found if o.geography not in case.geographies)


def _outcome(case: Case) -> Outcome:
    """Shares of several places have no sum: nothing can be said of them together."""
    if len(case.geographies) > 1 and not all(series.is_count for series in case.series):
        return undecided(Reason.NOT_ADDABLE)
    return up_to_the_latest(RULES[case.target.kind](case))
