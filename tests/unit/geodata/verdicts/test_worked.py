"""Every target of the shipped package is judged as it was worked out by hand."""

from collections import Counter

import pytest

from geodata.verdicts import judge
from tests.unit.geodata.verdicts.worked import BLOCKED, CAVEATS, WORKED

MARKS = {True: "+", False: "-", None: "?"}


@pytest.fixture(scope="module")
def judgements(randers):
    return {(j.target.indicator, j.target.kind, j.geographies): j for j in judge(randers)}


def test_every_target_is_judged_and_worked_out(randers, judgements):
    assert judgements.keys() == WORKED.keys()
    assert len(judge(randers)) == len(WORKED)


@pytest.mark.parametrize(
    "case", WORKED, ids=lambda case: f"{case[0]} {case[1]} {';'.join(case[2])}"
)
def test_a_target_is_judged_as_by_hand(judgements, case):
    judged = judgements[case]
    seen = judged.last.seen.value if judged.last else None
    needed = judged.last.needed if judged.last else None
    years = " ".join(f"{year.period}{MARKS[year.hit]}" for year in judged.years)
    found = (judged.verdict, judged.reason, judged.until, seen, needed, years)
    assert found == WORKED[case]
    assert {year.period: {*year.blocks} for year in judged.blocked} == BLOCKED.get(case, {})
    assert {caveat.code for caveat in judged.caveats} == CAVEATS.get(case, set())


def test_how_often_each_verdict_is_given(randers):
    assert Counter(j.verdict for j in judge(randers)) == {
        "reached": 14, "on_the_way": 1, "not_reached": 9, "undecided": 16,
    }  # fmt: skip
