"""Say why an area is not coloured: one reason, the strongest first."""

from enum import StrEnum

from geodata.package.package import Package


class Reason(StrEnum):
    """Why an area shows no colour, in the order of precedence."""

    NOT_THERE = "not_there"
    INVALID = "invalid"
    HIDDEN = "hidden"
    NOT_IN_PLAN = "not_in_plan"
    PLAN_ONLY = "plan_only"
    PLAN_INVALID = "plan_invalid"
    BREAK = "break"
    NOT_COMPARABLE = "not_comparable"
    NO_FIGURES = "no_figures"


def reason(
    *,
    invalid: bool,
    hidden: bool = False,
    in_plan: bool,
    plan_value: bool,
    plan_invalid: bool = False,
    without_pair: bool = False,
    cut: bool = False,
) -> Reason:
    """Return the reason for an area, which is there, without a value to colour.

    `invalid`: a printed value cannot be used; `hidden`: there is a value that is hidden for the
    sake of single persons; `in_plan`: the area has joined a plan by
    then; `plan_value`: there is a value for the plan that the area belongs to;
    `plan_invalid`: there is one, but it cannot be used;
    `without_pair`: the area has a value, but nothing that it can be held against;
    `cut`: there is something, but the count was changed in between.
    """
    if invalid or hidden:
        return Reason.INVALID if invalid else Reason.HIDDEN
    if not in_plan:
        return Reason.NOT_IN_PLAN
    if cut:
        return Reason.BREAK
    if without_pair:
        return Reason.NOT_COMPARABLE
    if plan_value:
        return Reason.PLAN_ONLY
    return Reason.PLAN_INVALID if plan_invalid else Reason.NO_FIGURES


def joined_year(package: Package, area: str) -> int | None:
    """Return the year an area joined a plan later than the first ones did.

    The start measurements of a plan are older than the plan, so the areas of the first
    plan are never 'not yet in the plan'; for them the answer is `None`.
    """
    years: dict[str, int] = {}
    for membership in package.memberships:
        before = years.get(membership.geography, membership.from_)
        years[membership.geography] = min(before, membership.from_)
    if area not in years or years[area] == min(years.values()):
        return None
    return years[area]
