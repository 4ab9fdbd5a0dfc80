"""An area without colour says why: one reason, the strongest."""

from dataclasses import replace

import pytest

from layers.reasons import Reason, joined_year, reason

EXPECTED = {
    # invalid, in_plan, plan_value
    (True, True, True): Reason.INVALID,
    (True, True, False): Reason.INVALID,
    (True, False, True): Reason.INVALID,
    (True, False, False): Reason.INVALID,
    (False, False, True): Reason.NOT_IN_PLAN,
    (False, False, False): Reason.NOT_IN_PLAN,
    (False, True, True): Reason.PLAN_ONLY,
    (False, True, False): Reason.NO_FIGURES,
}


@pytest.mark.parametrize(("invalid", "in_plan", "plan_value"), list(EXPECTED))
def test_the_strongest_reason_is_given(invalid, in_plan, plan_value):
    found = reason(invalid=invalid, in_plan=in_plan, plan_value=plan_value)
    assert found == EXPECTED[(invalid, in_plan, plan_value)]


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ({}, Reason.PLAN_INVALID),
        ({"plan_value": True}, Reason.PLAN_ONLY),
        ({"without_pair": True}, Reason.NOT_COMPARABLE),
        ({"without_pair": True, "cut": True}, Reason.BREAK),
        ({"in_plan": False}, Reason.NOT_IN_PLAN),
        ({"invalid": True}, Reason.INVALID),
    ],
    ids=[
        "alone",
        "another plan has one",
        "own value",
        "own value after a break",
        "not in the plan",
        "own invalid value",
    ],
)
def test_a_plan_value_that_cannot_be_used_is_no_plan_value(others, expected):
    known = {"invalid": False, "in_plan": True, "plan_value": False, **others}
    assert reason(**known, plan_invalid=True) is expected


def test_areas_of_the_first_plan_never_joined_later(tinytown):
    assert joined_year(tinytown, "moelleparken") is None
    assert joined_year(tinytown, "soegade") is None


def test_an_area_of_a_later_plan_joined_when_that_began(tinytown):
    assert joined_year(tinytown, "bakkegaarden") == 2023


def test_an_area_of_two_later_plans_joined_with_the_earlier(tinytown):
    own = next(m for m in tinytown.memberships if m.geography == "bakkegaarden")
    both = replace(tinytown, memberships=(replace(own, from_=2025), *tinytown.memberships))
    assert joined_year(both, "bakkegaarden") == 2023


def test_an_area_of_no_plan_never_joined(tinytown):
    kept = tuple(m for m in tinytown.memberships if m.geography != "bakkegaarden")
    assert joined_year(replace(tinytown, memberships=kept), "bakkegaarden") is None


def test_a_package_without_plans_has_no_joining(tinytown):
    assert joined_year(replace(tinytown, memberships=()), "soegade") is None
