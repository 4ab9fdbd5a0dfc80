"""Who asks for less motion gets a clock that does not play, and is told why."""

from collections.abc import Callable

from .facts import Facts
from .serving import Server
from .visiting import Visit


def test_play_is_off_with_a_reason(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server, reduced_motion="reduce")
    play = person.page.locator(".play")
    assert play.is_disabled()
    assert "mindre bevægelse" in str(play.get_attribute("title"))
    person.page.focus("#year")
    person.page.keyboard.press("Home")
    assert person.state["year"] == facts.years[0]


def test_play_is_on_otherwise(server: Server, visit: Callable[..., Visit]) -> None:
    play = visit(server).page.locator(".play")
    assert play.is_enabled()
    assert not play.get_attribute("title")
