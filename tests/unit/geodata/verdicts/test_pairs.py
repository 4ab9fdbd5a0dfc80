"""A pair of printed numbers that contradict each other: either may be the wrong one."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geodata.verdicts import CaveatCode, Reason, Verdict
from tests.packages_editing import value_of, with_indicator, with_value
from tests.unit.geodata.verdicts.targets import only, short


def with_pair(town, part):
    """A town where in 2024 more complaints were settled than there were: 15 of them."""
    inner = replace(next(i for i in town.indicators if i.id == "naboklager"),
                    id="loeste-klager", subset_of="naboklager")  # fmt: skip
    one = replace(value_of(town, "naboklager", "moelleparken", "2024"),
                  indicator="loeste-klager", value=float(part))  # fmt: skip
    return replace(town, indicators=(*town.indicators, inner),
                   observations=(*town.observations, one))  # fmt: skip


@pytest.mark.parametrize(
    ("kind", "value", "part", "needed", "hit"),
    [
        ("direction", -1, 20, 24, True),
        ("direction", -1, 24, 24, None),
        ("change_per_year", -1, 19, 19, True),
        ("change_per_year", -1, 20, 19, None),
        ("change_per_year", -2, 20, 14, False),
        ("at_least", 15, 20, 15, True),
        ("at_least", 16, 20, 16, None),
    ],
)
def test_both_readings_of_a_pair_are_a_remark_and_never_a_verdict(
    tinytown, kind, value, part, needed, hit
):
    judged = only(with_pair(tinytown, part), kind, value, from_=2021)
    if judged.reason != Reason.TOO_FEW_IN_A_YEAR:
        assert short(judged) == (Verdict.UNDECIDED, Reason.LATEST_BLOCKED)
    (latest,) = judged.blocked
    read = latest.readings
    assert (read.low, read.high, read.needed, read.hit) == (15, part, needed, hit)
    said = CaveatCode.SAME_EITHER_WAY in [caveat.code for caveat in judged.caveats]
    assert said == (hit is not None)


def test_what_is_doubtful_for_another_reason_has_no_readings(tinytown):
    town = with_indicator(tinytown, "naboklager", plausible_max=500)
    town = with_value(town, "naboklager", "moelleparken", "2024", value=900.0)
    assert only(town, "direction", -1).latest[0].readings is None


@given(part=st.integers(16, 60), asked=st.sampled_from([1, -1]))
def test_a_remark_is_what_both_towns_would_get(tinytown, part, asked):
    """Each reading is a town of its own, without a contradiction."""
    (latest,) = only(with_pair(tinytown, part), "direction", asked).latest
    towns = [
        with_value(tinytown, "naboklager", "moelleparken", "2024", value=float(v))
        for v in (15, part)
    ]
    hits = {only(town, "direction", asked).last.hit for town in towns}
    assert latest.readings.hit == (hits.pop() if len(hits) == 1 else None)
