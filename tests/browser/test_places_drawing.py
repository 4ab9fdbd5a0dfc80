"""Drawing a path that is not there: by mouse, by fingers, by key, and what is no path."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Route

from .placing import PHONE, map_ready, spot
from .serving import Server
from .visiting import Visit

Visiting = Callable[..., Visit]
ADDRESS = "steder?omraader=jennumparken&aar=2023&afsnit=tegn"


def _draw(person: Visit, *points: tuple[float, float]) -> None:
    person.page.click(".draw")
    for point in (*points, points[-1]):
        person.page.mouse.click(*spot(person, *point))
        person.page.wait_for_timeout(350)  # two clicks at once would zoom


def test_a_path_is_drawn_with_the_mouse(
    randers_server: Server, visit: Visiting, tmp_path: Path
) -> None:
    person = visit(randers_server, ADDRESS)
    map_ready(person)
    person.page.wait_for_function("() => window.L.Draw !== undefined")
    _draw(person, (0.25, 0.5), (0.45, 0.55), (0.6, 0.62))
    person.page.wait_for_selector(".sketched-words")
    assert person.page.locator("#map").is_visible()  # the map tells it, and stays where it is
    assert person.page.evaluate(
        "() => document.getElementById('map').getBoundingClientRect().top >= 0"
    )
    assert "Stien er " in person.text(".sketched-words")
    assert "Med den tegnede sti, 2023" in person.text(".difference-key")
    assert person.query["forskel"] == "ja"
    assert person.page.locator(".drawing-tools").count() == 0
    assert person.page.locator(".points li").count() == 3
    assert "Stien er " in person.text(".sketch-summary")
    with person.page.expect_download() as download:
        person.page.click(".download")
    saved = tmp_path / "path.geojson"
    download.value.save_as(saved)
    line = json.loads(saved.read_text("utf-8"))["features"][0]["geometry"]
    assert line["type"] == "MultiLineString"
    assert len(line["coordinates"]) == 2
    assert all(9 < lon < 11 and 56 < lat < 57 for part in line["coordinates"] for lon, lat in part)
    person.page.click(".clear")
    person.page.wait_for_selector(".sketch-summary", state="detached")
    assert person.page.locator(".points li").count() == 0


def test_a_path_is_drawn_by_fingers_with_buttons(randers_server: Server, visit: Visiting) -> None:
    person = visit(randers_server, ADDRESS, **PHONE)
    map_ready(person)
    person.page.wait_for_function("() => window.L.Draw !== undefined")
    person.page.click(".draw")
    finish, undo, cancel = person.page.locator(".drawing-tools button").all()
    for point in ((0.3, 0.6), (0.5, 0.75), (0.7, 0.9)):
        person.page.mouse.click(*spot(person, *point))
        person.page.wait_for_timeout(350)
    undo.click()
    finish.click()
    person.page.wait_for_selector(".sketched-words")
    assert person.page.locator(".points li").count() == 2
    assert person.page.locator(".drawing-tools").count() == 0
    person.page.click("[data-key=to-sketch]")
    assert person.page.evaluate("document.activeElement.closest('#sketch') !== null")
    person.page.click(".draw")
    person.page.locator(".drawing-tools button").nth(2).click()
    assert person.page.locator(".drawing-tools").count() == 0
    assert person.page.locator(".points li").count() == 2
    assert cancel.count() == 0


def test_a_place_is_put_on_the_path_by_the_way_beside_it(
    randers_server: Server, visit: Visiting
) -> None:
    person = visit(randers_server, ADDRESS)
    map_ready(person)
    for place in ("myretuen", "bysekretariatet"):
        person.page.select_option("#sketch-place", place)
        person.page.locator(".add-place").press("Enter")
        person.page.locator(".points li", has_text="vejen ved").last.wait_for()
    person.page.wait_for_selector(".sketch-summary")
    assert "2 af dens 2 punkter" in person.text(".sketch-summary")


def _type(person: Visit, *positions: str) -> None:
    for position in positions:
        person.page.fill("#sketch-position", position)
        person.page.press("#sketch-position", "Enter")


def test_a_path_is_put_together_by_key(randers_server: Server, visit: Visiting) -> None:
    """From the end of a street in one area to a street at the other: somebody gains minutes."""
    person = visit(randers_server, ADDRESS, **PHONE)
    map_ready(person)
    _type(person, "10.0345, 56.4798")
    person.page.wait_for_selector(".sketch-why")
    assert "Ét punkt" in person.text(".sketch-why")
    _type(person, "56,4835; 10,0372")  # the other way round, as maps for the road write it
    person.page.wait_for_selector(".sketch-summary")
    person.page.select_option("#sketch-place", "jennumporten")
    person.page.locator(".add-place").press("Enter")
    person.page.locator(".points li").nth(2).wait_for()
    assert person.page.locator(".points li").count() == 3
    person.page.locator("[data-key=point-2]").press("Enter")
    person.page.locator(".points li").nth(2).wait_for(state="detached")
    assert person.page.locator(".points li").count() == 2


@pytest.mark.parametrize(
    ("typed", "word"),
    [
        (["10.03, 56.48", "10.84, 56.48"], "km lang"),
        (["10.12, 56.50", "10.121, 56.501"], "km fra boligområderne"),
        (["10.03, 56.48", "10.03, 56.48"], "samme sted"),
    ],
)
def test_what_is_no_path_is_told(
    randers_server: Server, visit: Visiting, typed: list[str], word: str
) -> None:
    person = visit(randers_server, ADDRESS, **PHONE)
    map_ready(person)
    _type(person, *typed)
    person.page.wait_for_selector(".sketch-why")
    person.page.wait_for_function(
        "(w) => document.querySelector('.sketch-why').textContent.includes(w)", arg=word
    )
    assert person.page.locator(".download").count() == 0


def test_a_position_that_cannot_be_read_is_told(randers_server: Server, visit: Visiting) -> None:
    person = visit(randers_server, ADDRESS, **PHONE)
    _type(person, "Flyvervej 5")
    assert "Skriv to tal" in person.text(".sketch .said")
    assert person.page.locator(".points li").count() == 0


def test_the_end_of_the_page_comes_clear_of_the_clock_on_a_phone(
    randers_server: Server, visit: Visiting
) -> None:
    person = visit(randers_server, ADDRESS, **PHONE)
    map_ready(person)
    _type(person, "10.0345, 56.4798", "10.0372, 56.4835")
    person.page.wait_for_selector(".download")
    person.page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    assert person.page.evaluate(
        """() => { const one = document.querySelector(".download"); const r = one.getBoundingClientRect();
          return one.contains(document.elementFromPoint(r.x + r.width / 2, r.y + r.height / 2)); }"""
    )


QUESTIONS = "**/_dash-update-component"
#: The path that `_type` puts together below, as the address has it.
DRAWN = "1003450_5647980_270_370"


def _asked(route: Route) -> str:
    body: Any = route.request.post_data_json
    return str(body["inputs"][0]["value"])


def _answer(route: Route, **told: Any) -> None:
    props = {"data-answer": json.dumps({"asked": _asked(route), **told})}
    route.fulfill(json={"multi": True, "response": {"path-answer": props}})


def test_a_busy_server_is_told_and_asked_again(randers_server: Server, visit: Visiting) -> None:
    person = visit(randers_server, f"{ADDRESS}&sti={DRAWN}&forskel=ja", **PHONE)
    person.page.wait_for_selector(".sketch-summary")
    person.page.route(QUESTIONS, lambda route: _answer(route, error="Optaget netop nu."))
    person.set(year=2024)
    person.page.wait_for_selector("#sketch .sketch-failed")
    assert "Optaget netop nu." in person.text("#sketch .sketch-failed")
    assert "Optaget netop nu." in person.text(".difference-key")  # where the map is looked at
    assert person.page.locator(".sketch-summary").count() == 0
    person.page.unroute(QUESTIONS)
    person.page.locator("#sketch .again").press("Enter")
    person.page.wait_for_selector(".sketch-summary")
    assert "I 2024 " in person.text(".sketch-summary")


def test_an_answer_to_an_older_path_does_not_stand_for_the_newer(
    randers_server: Server, visit: Visiting
) -> None:
    person = visit(randers_server, ADDRESS, **PHONE)
    map_ready(person)
    held: list[Route] = []
    person.page.route(QUESTIONS, lambda r: r.continue_() if held else held.append(r))
    _type(person, "10.0345, 56.4798")
    person.page.wait_for_function("document.querySelector('.awaited').textContent !== ''")
    _type(person, "10.0372, 56.4835")
    held[0].continue_()  # says that one point is no path
    person.page.wait_for_selector(".sketch-summary")
    assert person.page.locator(".sketch-why").count() == 0
    assert "dens 2 punkter" in person.text(".sketch-summary")
    assert person.text(".awaited") == ""


def test_without_a_line_the_page_says_so_and_asks_again(
    randers_server: Server, visit: Visiting
) -> None:
    person = visit(randers_server, ADDRESS, **PHONE)
    map_ready(person)
    person.context.set_offline(True)
    _type(person, "10.0345, 56.4798", "10.0372, 56.4835")
    person.page.wait_for_selector(".sketch-failed")
    assert "svarede ikke" in person.text(".sketch-failed")
    person.context.set_offline(False)
    person.page.click(".again")
    person.page.wait_for_selector(".sketch-summary")


def test_a_path_is_shared_by_its_address_and_taken_back(
    randers_server: Server, visit: Visiting
) -> None:
    person = visit(randers_server, ADDRESS, **PHONE)
    map_ready(person)
    _type(person, "10.0345, 56.4798", "10.0372, 56.4835")
    person.page.wait_for_selector(".sketch-summary")
    assert person.query["sti"] == DRAWN
    said = person.text(".sketch-summary")
    other = visit(randers_server, person.page.url.removeprefix(person.url), **PHONE)
    other.page.wait_for_selector(".sketch-summary")
    assert other.text(".sketch-summary") == said
    person.page.go_back()
    person.page.wait_for_selector(".sketch-why")
    assert person.page.locator(".points li").count() == 1
    person.page.go_forward()
    person.page.wait_for_selector(".sketch-summary")
    assert person.text(".sketch-summary") == said
