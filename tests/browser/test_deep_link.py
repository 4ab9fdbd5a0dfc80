"""A link shows what its sender saw."""

from collections.abc import Callable

from .facts import Facts
from .serving import Server
from .visiting import Visit


def test_a_link_opens_what_was_shared(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    indicator = list(facts.indicators)[-1]
    year = facts.years_of(indicator)[0]
    area = facts.areas[-1]
    person = visit(
        server, f"?aar={year}&indikator={indicator}&vis=value&omraader={area}&lag=parks&sprog=da"
    )
    assert person.state == {"year": year, "indicator": indicator, "mode": "value",
                            "areas": [area], "layers": ["parks"], "language": "da"}  # fmt: skip
    page = person.page
    assert page.input_value("#indicator") == indicator
    assert page.input_value("#year") == str(year)
    assert page.text_content("#clock .year") == str(year)
    assert person.area(area).get_attribute("aria-pressed") == "true"
    assert page.is_checked("[data-layer-switch=parks]")
    assert not page.is_checked("[data-layer-switch=places]")
    assert not person.feature(facts.features("places")[0]).is_visible()
    assert page.text_content("#notice") == ""


def test_the_address_of_one_is_the_view_of_another(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    sender = visit(server)
    sender.choose(list(facts.indicators)[1])
    sender.area(facts.areas[1]).press("Enter")
    sender.page.focus("#year")
    sender.page.keyboard.press("ArrowLeft")
    sender.rest()
    receiver = visit(server, sender.page.url.removeprefix(server.url))
    assert receiver.state == sender.state
    assert receiver.text("#panel") == sender.text("#panel")
    assert receiver.text("#legend") == sender.text("#legend")


def test_a_first_visit_shows_the_latest_year_with_figures(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server)
    start = facts.descriptor["start"]
    assert person.state["indicator"] == start["indicator"]
    assert person.state["areas"] == [start["area"]]
    assert person.state["year"] == facts.years_of(start["indicator"])[-1]
