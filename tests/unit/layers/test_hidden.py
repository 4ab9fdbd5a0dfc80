"""A hidden figure is a reason of its own: on the map of its year, and between two years."""

import pytest

from geodata.disclosure.gate import as_public
from layers.comparisons import Mode
from layers.reasons import Reason, reason
from layers.twoyears import Refusal, two_years
from layers.view import build_view


@pytest.fixture(scope="module")
def package(smaaby):
    return as_public(smaaby).package


def test_an_area_says_that_its_figure_is_hidden_in_its_year_only(package):
    reasons = build_view(package).series["raadgivning"].reasons
    assert reasons[2023] == {"nord": Reason.HIDDEN, "oest": Reason.HIDDEN}
    assert reasons[2024] == {"vest": Reason.HIDDEN}
    assert reasons[2022] == {}


def test_a_hidden_figure_has_no_difference_either(package):
    series = build_view(package).series["job"]
    assert series.comparison_reasons[Mode.GAP][2024]["nord"] is Reason.HIDDEN
    assert "nord" not in series.comparisons[Mode.GAP].cells[2024]


def test_no_class_and_no_circle_is_of_a_hidden_figure(package, smaaby):
    public, whole = (build_view(p).series["hverken"] for p in (package, smaaby))
    assert public.classes[0].low == 12.5
    assert whole.classes[0].low == 7.5


def test_two_years_say_so_where_either_is_hidden(package):
    pairs = two_years(package, build_view(package).series["raadgivning"]).pairs
    assert pairs[(2022, 2023)].refused["nord"] is Refusal.HIDDEN
    assert pairs[(2023, 2024)].refused["vest"] is Refusal.HIDDEN
    assert "nord" not in pairs[(2022, 2024)].refused


def test_what_is_printed_and_cannot_be_used_comes_first():
    known = {"in_plan": False, "plan_value": True, "hidden": True}
    assert reason(invalid=True, **known) is Reason.INVALID
    assert reason(invalid=False, **known) is Reason.HIDDEN
