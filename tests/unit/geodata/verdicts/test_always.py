"""What is so of every verdict, whatever the numbers."""

from hypothesis import given
from hypothesis import strategies as st

from geodata.verdicts import Verdict
from tests.packages_editing import value_of, with_value
from tests.unit.geodata.verdicts.targets import only, parity

COUNTS = st.lists(st.integers(0, 60), min_size=3, max_size=3)


def with_counts(town, values):
    for period, value in zip(("2019", "2021", "2024"), values, strict=True):
        town = with_value(town, "naboklager", "moelleparken", period, value=float(value))
    return town


@given(values=COUNTS, asked=st.sampled_from([1, -1]))
def test_a_direction_is_never_reached_both_ways(tinytown, values, asked):
    town = with_counts(tinytown, values)
    verdicts = {only(town, "direction", way).verdict for way in (asked, -asked)}
    if values[0] == values[-1]:
        assert verdicts == {Verdict.NOT_REACHED}
    else:
        assert verdicts == {Verdict.REACHED, Verdict.NOT_REACHED}


@given(values=COUNTS, asked=st.integers(1, 9))
def test_asking_for_more_never_helps(tinytown, values, asked):
    town = with_counts(tinytown, values)
    if only(town, "change_per_year", -asked - 1).verdict == Verdict.REACHED:
        assert only(town, "change_per_year", -asked).verdict == Verdict.REACHED


@given(values=COUNTS, asked=st.integers(-9, 9).filter(bool))
def test_reached_is_the_same_as_the_last_hit(tinytown, values, asked):
    judged = only(with_counts(tinytown, values), "change_per_year", asked)
    assert (judged.verdict == Verdict.REACHED) == judged.last.hit
    assert judged.last.seen.members == (
        value_of(with_counts(tinytown, values), "naboklager", "moelleparken", "2024"),
    )


@given(
    own=st.floats(0, 60).map(lambda x: round(x, 1)),
    other=st.floats(0, 60).map(lambda x: round(x, 1)),
)
def test_parity_is_a_comparison(tinytown, own, other):
    town = with_value(tinytown, "laesegrupper", "soegade", "2022/23", value=own)
    town = with_value(town, "laesegrupper", "tinby-kommune", "2022/23", value=other)
    assert (parity(town).verdict == Verdict.REACHED) == (own >= other)
