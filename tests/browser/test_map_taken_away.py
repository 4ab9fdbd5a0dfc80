"""A planner takes the map away as a picture, or shows it on another site."""

from collections.abc import Callable

from .serving import Server
from .visiting import Visit


def test_the_map_is_taken_away_as_it_is_shown(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, "/?indikator=skolefravaer&aar=2023&vis=gap")
    for kind, begins in (("png", b"\x89PNG"), ("svg", b"<?xml")):
        href = person.page.get_attribute(f"[data-key=map-{kind}]", "href") or ""
        answer = person.page.request.get(randers_server.url + href.lstrip("/"))
        assert (answer.status, answer.body()[: len(begins)]) == (200, begins)
        assert "vis=gap" in href


def test_a_year_without_figures_offers_no_picture(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, "/?indikator=skolefravaer&aar=2018")
    person.page.wait_for_selector("[data-key=map-embed]")
    assert person.page.locator("[data-key=map-png]").count() == 0


def test_the_map_alone_is_one_click_away(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, "/?indikator=skolefravaer&aar=2023")
    person.page.click("[data-key=map-embed]")
    person.page.wait_for_selector(".embed-source")
    assert not person.page.is_visible("header")
    assert not person.page.is_visible("#map-take")
    assert person.page.is_visible("#map")
