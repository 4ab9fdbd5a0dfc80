"""Judge targets of leaving the state's list by a year: only a dated event can tell."""

from geodata.verdicts.case import Case, undecided
from geodata.verdicts.judgement import Outcome, Reason, Verdict

#: The status of a milestone that says an area has left the list.
OFF = "off_state_list"


def judge_state_list(case: Case) -> Outcome:
    """Return whether the milestones of the place say that it left the list in time."""
    as_of, due = case.package.descriptor.as_of, case.asked
    events = [
        milestone
        for milestone in case.package.milestones
        if milestone.status == OFF
        and (milestone.feature,) == case.geographies
        and milestone.date <= as_of
    ]
    if events:
        first = min(events, key=lambda milestone: milestone.date)
        if first.year <= due:
            return Outcome(Verdict.REACHED, Reason.OFF_IN_TIME, event=first)
        return Outcome(Verdict.NOT_REACHED, Reason.OFF_LATER, event=first)
    return undecided(Reason.NOT_DUE if as_of.year <= due else Reason.NO_EVENT)
