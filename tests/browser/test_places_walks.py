"""Near me: points on the map, the phone's position, reached ground, and what each area gains."""

from collections.abc import Callable

import pytest

from .placing import PHONE, cards, map_ready, spot
from .serving import Server
from .visiting import Visit

Visiting = Callable[..., Visit]
HOME = {"latitude": 56.4835, "longitude": 10.0372, "accuracy": 12}
FJORD = {"latitude": 56.4630, "longitude": 10.0720, "accuracy": 12}
COPENHAGEN = {"latitude": 55.676, "longitude": 12.568, "accuracy": 12}
ADDRESS = "steder?omraader=jennumparken&aar=2023"


def _position(
    visit: Visiting, server: Server, where: dict[str, float], allowed: bool = True
) -> Visit:
    granted = {"permissions": ["geolocation"]} if allowed else {}
    person = visit(server, ADDRESS, geolocation=where, **granted, **PHONE)
    map_ready(person)
    person.page.click(".locate")
    return person


def test_near_me_from_an_area_needs_no_permission(randers_server: Server, visit: Visiting) -> None:
    person = visit(randers_server, ADDRESS, **PHONE)
    person.page.select_option("#from", "glarbjergvej")
    assert person.query["omraader"] == "glarbjergvej"
    assert next(iter(cards(person))) != "myretuen"
    assert "min" in cards(person)["noerrevangsparken"]["walk"]


def test_a_refused_position_is_told_and_everything_else_works(
    randers_server: Server, visit: Visiting
) -> None:
    person = _position(visit, randers_server, HOME, allowed=False)
    person.page.wait_for_function(
        "() => document.querySelector('.said').textContent.includes('lov')"
    )
    assert "min" in cards(person)["myretuen"]["walk"]


def test_the_position_is_used_and_never_sent(randers_server: Server, visit: Visiting) -> None:
    person = _position(visit, randers_server, HOME)
    person.page.wait_for_selector("path.begin", state="attached")
    assert (
        person.page.evaluate("document.querySelector('#from').selectedOptions[0].text")
        == "Din position"
    )
    assert "min" in cards(person)["bysekretariatet"]["walk"]
    person.rest()
    sent = " ".join([*person.requests, person.page.url])
    assert "56.48" not in sent
    assert "10.03" not in sent
    assert sum("network.json" in url for url in person.requests) == 1


@pytest.mark.parametrize(("where", "word"), [(FJORD, "vandet"), (COPENHAGEN, "uden for")])
def test_a_position_that_is_no_start_is_told(
    randers_server: Server, visit: Visiting, where: dict[str, float], word: str
) -> None:
    person = _position(visit, randers_server, where)
    person.page.wait_for_function(
        "(w) => document.querySelector('.said').textContent.includes(w)", arg=word
    )
    assert person.page.locator("path.begin").count() == 0
    assert person.page.input_value("#from") == "jennumparken"


def test_a_click_on_the_map_is_a_start(randers_server: Server, visit: Visiting) -> None:
    person = visit(randers_server, ADDRESS)
    map_ready(person)
    before = cards(person)
    person.page.click(".pick")
    assert person.page.get_attribute(".pick", "aria-pressed") == "true"
    person.page.mouse.click(*spot(person, 0.5, 0.5))
    person.page.wait_for_selector("path.begin", state="attached")
    assert person.page.get_attribute(".pick", "aria-pressed") == "false"
    assert cards(person) != before
    person.page.select_option("#from", "jennumparken")
    assert cards(person) == before


def test_a_place_that_is_no_start_leaves_the_start_as_it_was(
    randers_server: Server, visit: Visiting
) -> None:
    person = visit(randers_server, ADDRESS)
    map_ready(person)
    before = cards(person)
    person.page.select_option("#from", "kunstskov")
    person.page.wait_for_function("() => document.querySelector('.said').textContent !== ''")
    assert person.page.input_value("#from") == "jennumparken"
    assert cards(person) == before


def test_a_place_of_the_list_is_a_start_by_key(randers_server: Server, visit: Visiting) -> None:
    person = visit(randers_server, ADDRESS, **PHONE)
    map_ready(person)
    person.page.select_option("#from", "bysekretariatet")
    person.page.wait_for_selector("path.begin", state="attached")
    assert "under 1" in cards(person)["bysekretariatet"]["walk"]
    assert person.page.input_value("#from") == "bysekretariatet"


def test_a_place_as_start_is_in_the_address(randers_server: Server, visit: Visiting) -> None:
    person = visit(randers_server, ADDRESS, **PHONE)
    map_ready(person)
    from_area = cards(person)["myretuen"]["walk"]
    person.page.select_option("#from", "bysekretariatet")
    person.page.wait_for_selector("path.begin", state="attached")
    from_place = cards(person)["myretuen"]["walk"]
    assert from_place != from_area
    assert person.query["start"] == "bysekretariatet"
    person.page.reload()
    person.ready()
    assert person.page.input_value("#from") == "bysekretariatet"
    person.page.wait_for_selector("path.begin", state="attached")
    assert cards(person)["myretuen"]["walk"] == from_place
    person.page.go_back()
    person.page.wait_for_selector("path.begin", state="detached")
    assert person.page.input_value("#from") == "jennumparken"
    assert cards(person)["myretuen"]["walk"] == from_area
    person.page.go_forward()
    person.page.wait_for_selector("path.begin", state="attached")
    assert cards(person)["myretuen"]["walk"] == from_place


def test_a_link_from_a_place_that_is_no_start_says_so(
    randers_server: Server, visit: Visiting
) -> None:
    person = visit(randers_server, f"{ADDRESS}&start=kunstskov", **PHONE)
    person.page.wait_for_function("() => document.querySelector('.said').textContent !== ''")
    person.rest()
    assert "start" not in person.query
    assert person.page.input_value("#from") == "jennumparken"


def test_the_route_is_drawn_with_its_length(randers_server: Server, visit: Visiting) -> None:
    person = visit(randers_server, f"{ADDRESS}&sted=badmintonhal-stoppested")
    map_ready(person)
    person.page.wait_for_selector("path.route", state="attached")
    assert " m." in person.text("[data-card=badmintonhal-stoppested] .walk-words")
    person.page.click("[data-key=show-badmintonhal-stoppested]")
    person.set(place="noerrevangsparken")
    assert person.page.locator("path.route").count() == 0


def test_reached_ground_is_drawn_and_told(randers_server: Server, visit: Visiting) -> None:
    person = visit(randers_server, ADDRESS)
    map_ready(person)
    assert person.page.locator("path.ground").count() == 3
    assert "5 min" in person.text(".ground-words")
    assert "15 min" in person.text(".ground-words")


def test_the_ground_that_came_within_reach_is_a_surface_and_a_sentence(
    randers_server: Server, visit: Visiting
) -> None:
    person = visit(randers_server, "steder?omraader=jennumparken&aar=2023&siden=2020")
    map_ready(person)
    assert person.page.locator("path.ground-gained").count() == 1
    assert person.page.locator("path.ground-lost").count() == 0
    assert person.page.locator(".walk-sample.gained").count() == 1
    said = person.text(".ground-words")
    assert "Nyt inden for 15 minutter siden 2020" in said
    assert "kan ikke afgøres på det skematiske gangnet" in said  # no hectares without streets
    person.set(areas=["energivej"])
    assert person.page.locator("path.ground-gained").count() == 0
    assert "det samme som i 2020" in person.text(".ground-words")
    person.set(year=2020)
    assert "2020" not in person.text(".ground-words")


def test_the_map_shows_what_each_area_gains(randers_server: Server, visit: Visiting) -> None:
    person = visit(randers_server, "steder?omraader=jennumparken&aar=2023&siden=2020")
    map_ready(person)
    person.page.check("#difference")
    assert person.query["forskel"] == "ja"
    assert person.page.locator("path.ground").count() == 0
    value = "(area) => blok.map.kept.counts[area].label.words.data"
    assert person.page.evaluate(value, "jennumparken") == "+2"
    spoken = str(person.area("jennumparken").get_attribute("aria-label"))
    assert "nye steder inden for 15 minutter: 2" in spoken
    assert "Fra 2020 til 2023" in person.text(".difference-key")
    person.page.locator(".difference-key summary").press("Enter")
    said = person.text(".difference-key details")
    assert said.count(": nye længere væk: 2") == 3  # half an hour and more to both
    assert "Hermann Stillings Vej-området: – " not in said
    assert person.page.evaluate(value, "hermann-stillings-vej").startswith(
        "\N{EN DASH}"
    )  # nearly nothing can be told
    assert not person.page.evaluate(value, "vangdalen").startswith("+")
    person.set(place="jennumporten")
    assert person.page.evaluate(value, "jennumparken").startswith("nyt")
    person.set(place="badesoe")  # on its way is not there yet
    assert not person.page.evaluate(value, "jennumparken").startswith("nyt")
    person.set(place="jennumparken-sti-nord-syd")
    assert "En sti er ikke et mål" in person.text(".difference-key")
    person.set(place="", year=2019)  # before the year compared with there is nothing to show
    assert "Stil uret senere end 2020" in person.text(".difference-key")
    assert person.page.locator("path.ground").count() == 3
    person.page.uncheck("#difference")
    assert person.text(".difference-key") == ""


def test_a_link_shows_the_difference_on_a_phone(randers_server: Server, visit: Visiting) -> None:
    person = visit(randers_server, f"{ADDRESS}&forskel=ja&afsnit=aendringer", **PHONE)
    map_ready(person)
    assert "+2" in person.text("#map")  # a phone's map has numbers alone
    assert "Gl. Jennumparken: +" not in person.text("#map")
    table = person.page.locator(".gains table")
    table.scroll_into_view_if_needed()
    box = person.page.locator(".gains .scroll").evaluate("(e) => [e.scrollWidth, e.clientWidth]")
    assert box[0] <= box[1]  # nothing to scroll to the side for
    assert "2023: " in str(
        table.locator("td").nth(2).evaluate("(e) => getComputedStyle(e, '::before').content")
    ).replace('"', "")


def test_plans_may_count(randers_server: Server, visit: Visiting) -> None:
    person = visit(randers_server, "steder?omraader=jennumparken&aar=2021")
    without = person.text(".ground-words")
    person.page.check("#with-plans")
    assert person.query["planer"] == "ja"
    assert person.text(".ground-words") != without


def test_a_start_is_picked_by_key_and_given_up_by_escape(
    randers_server: Server, visit: Visiting
) -> None:
    person = visit(randers_server, ADDRESS)
    map_ready(person)
    person.page.locator(".pick").press("Enter")
    assert person.page.get_attribute(".pick", "aria-pressed") == "true"
    person.page.keyboard.press("Escape")
    assert person.page.get_attribute(".pick", "aria-pressed") == "false"
    person.page.locator(".pick").press("Enter")
    person.page.wait_for_function("() => blok.start.net() !== null")
    person.page.focus("#map")
    person.page.keyboard.press("Enter")
    person.page.wait_for_function(
        "() => blok.start.point() !== null || document.querySelector('.said').textContent.includes('Punktet')"
    )
    assert person.page.get_attribute(".pick", "aria-pressed") == "false"


def test_dots_of_places_near_each_other_stand_apart_and_are_chosen_each(
    randers_server: Server, visit: Visiting
) -> None:
    """Myretuen and the start of the parkrun are a few metres apart."""
    person = visit(randers_server, ADDRESS)
    map_ready(person)
    for place in ("myretuen", "parkrun-nordre-faelled"):
        box = person.feature(place).bounding_box()
        assert box is not None
        person.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        assert person.state["place"] == place
