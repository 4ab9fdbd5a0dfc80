"""Moving the clock asks nobody for anything: not a server, not a favicon."""

import pytest


def test_slider_makes_no_request_of_any_kind(server, facts, visit) -> None:
    for indicator in (next(iter(facts.indicators)), list(facts.indicators)[-1]):
        one = visit(server, f"/?indikator={indicator}")
        one.page.wait_for_load_state("networkidle")
        one.page.focus("#year")
        one.page.keyboard.press("Home")
        one.rest()
        one.requests.clear()
        for key in ["ArrowRight"] * len(facts.years) + ["ArrowLeft"] * len(facts.years):
            one.page.keyboard.press(key)
        one.rest()
        assert one.requests == []


@pytest.mark.parametrize("mode", ["gap", "change"])
def test_slider_makes_no_request_in_other_modes(randers_server, visit, mode) -> None:
    one = visit(randers_server, f"/?indikator=skolefravaer&vis={mode}")
    one.page.wait_for_load_state("networkidle")
    one.requests.clear()
    one.page.focus("#year")
    one.page.keyboard.press("Home")
    for _ in range(12):
        one.page.keyboard.press("ArrowRight")
    one.rest()
    assert one.requests == []
