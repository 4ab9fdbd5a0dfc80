"""Keep a verdict from resting on an older year where a later one is printed but cannot be told.

A later period that could be held against the target, were it only printed soundly, may
overturn what the older years say: a doubtful, invalid or incomplete figure, or one whose
comparison is not printed. A part of a year, a figure without a year, and one behind a break
are no such figures: they measure something else than the target asks for.
"""

from dataclasses import replace
from itertools import takewhile

from geodata.figures.points import Block
from geodata.verdicts.judgement import Checked, Outcome, Reason, Verdict

#: What measures something else than the target asks for.
APART = frozenset({Block.PART_YEAR, Block.NO_YEAR, Block.BREAK})
#: What no later figure can change: one year with too few has missed the target for good.
SETTLED = frozenset({Reason.TOO_FEW_IN_A_YEAR})


def latest_blocked(years: tuple[Checked, ...]) -> tuple[Checked, ...]:
    """Return the periods after the last one that can be told, of what the target asks for.

    None where no period at all can be told.
    """
    after = tuple(takewhile(lambda year: year.hit is None, reversed(years)))
    if len(after) == len(years):
        return ()
    return tuple(year for year in reversed(after) if not APART & {*year.blocks})


def up_to_the_latest(outcome: Outcome) -> Outcome:
    """Return the outcome, undecided where later periods leave open what the older ones say."""
    decided = outcome.verdict != Verdict.UNDECIDED and outcome.reason not in SETTLED
    if not decided or not latest_blocked(outcome.years):
        return outcome
    return replace(outcome, verdict=Verdict.UNDECIDED, reason=Reason.LATEST_BLOCKED,
                   before=outcome.reason)  # fmt: skip
