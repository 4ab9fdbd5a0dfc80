"""An address that cannot be shown as it is shows the nearest, and says so."""

from collections.abc import Callable

import pytest

from .facts import Facts
from .serving import Server
from .visiting import Visit

#: Each wrong query, and the key that the notice names.
WRONG = [
    pytest.param("indikator=ukendt", "indikator", id="unknown indicator"),
    pytest.param("indikator=constructor", "indikator", id="a word of JavaScript"),
    pytest.param("aar=1800", "år", id="year 1800"),
    pytest.param("aar=abc", "år", id="no year"),
    pytest.param("aar=", "år", id="empty year"),
    pytest.param("omraader={area},{area}", "område", id="an area twice"),
    pytest.param("omraader={fifty}", "område", id="fifty areas"),
    pytest.param("omraader={long}", "område", id="ten kilobytes"),
    pytest.param("lag=ukendt", "lag", id="unknown layer"),
    pytest.param("vis=ukendt", "visning", id="unknown mode"),
    pytest.param("sprog=tlh", "sprog", id="unknown language"),
    pytest.param("indikator=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "indikator", id="html"),
]


@pytest.mark.parametrize(("query", "key"), WRONG)
def test_a_wrong_address_is_said_and_shown_anyway(
    server: Server, facts: Facts, visit: Callable[..., Visit], query: str, key: str
) -> None:
    area = facts.areas[0]
    address = query.format(
        area=area, fifty=",".join(f"omraade-{i}" for i in range(50)), long="x" * 10_240
    )
    person = visit(server, f"?{address}")
    notice = person.text("#notice")
    assert key in notice
    assert "<img" not in notice
    state = person.state
    assert state["indicator"] in facts.indicators
    assert state["year"] in facts.years
    assert set(state["areas"]) <= set(facts.areas)
    assert len(state["areas"]) == len(set(state["areas"]))
    assert person.page.get_attribute("html", "lang") == "da"
    assert person.page.is_visible("#legend")
    person.page.click("#notice button")
    assert person.text("#notice") == ""


def test_a_year_outside_the_clock_becomes_the_nearest(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server, "?aar=1800")
    assert person.state["year"] == facts.years[0]
    person.open("?aar=9999")
    assert person.state["year"] == facts.years[-1]


def test_keys_of_others_are_left_alone(server: Server, visit: Callable[..., Visit]) -> None:
    assert visit(server, "?fbclid=abc").text("#notice") == ""
