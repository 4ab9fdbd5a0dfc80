"""A planner of a whole country: an area is found, compared with some others, and read in tables."""

from collections.abc import Callable, Iterator

import pytest

from geodata.package.loading import read_package
from tests.generated.live import live
from tools.national.size import Size
from tools.national.writing import write

from .visiting import Visit

#: One more than are drawn as elements, and enough rows of a series for a second part.
SIZE = Size(areas=101, series=2, years=6)
NAMED = "[...document.querySelectorAll('.map-labels [data-name]')].filter((one) => one.style.visibility !== 'hidden').map((one) => one.dataset.name)"


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("country") / "package"
    write(folder, SIZE)
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("dashboard.compiling.materials.FEW", 100)  # a large package, made quickly
        with live(read_package(folder)) as url:
            yield url


def test_an_area_is_found_by_its_name_with_a_letter_wrong(
    country: str, visit: Callable[..., Visit]
) -> None:
    person = visit(country)
    page = person.page
    assert page.locator("path[data-layer=areas]").count() == 0
    assert page.locator(".map canvas").count() == 1
    page.locator("#find-area").press_sequentially("hasselpraken")
    options = page.locator("#find-area-list [role=option]")
    assert options.first.inner_text().startswith("Hasselparken 1, Opdigtet Kommune ")
    page.keyboard.press("ArrowDown")
    assert options.first.get_attribute("aria-selected") == "true"
    page.keyboard.press("Enter")
    page.wait_for_selector("#panel:focus")
    chosen = person.state["areas"]
    assert page.locator("#panel h2").inner_text() == "Hasselparken 1"
    page.wait_for_timeout(500)
    assert chosen[0] in page.evaluate(NAMED)
    assert page.locator(".map-labels .leader").evaluate_all(
        "all => all.every((one) => one.style.visibility === 'hidden')"
    )


def test_a_row_of_the_table_stands_for_an_area_that_is_drawn(
    country: str, visit: Callable[..., Visit]
) -> None:
    person = visit(country)
    assert person.page.locator("#table tr").count() == 0
    person.page.locator(".table-twin summary").press("Enter")
    row = person.page.locator("[data-key=row-omraade-0050]")
    row.press("Enter")
    person.page.wait_for_selector("[data-key=row-omraade-0050][aria-pressed=true]:focus")
    assert person.state["areas"] == ["omraade-0050"]
    name = person.page.locator("#panel h2").inner_text()
    assert str(row.get_attribute("aria-label")).startswith(name)


def test_a_step_of_the_clock_asks_for_nothing_and_colours_the_canvas(
    country: str, visit: Callable[..., Visit]
) -> None:
    person = visit(country)
    asked: list[str] = []
    person.page.on("request", lambda request: asked.append(request.url))
    colour = "blok.map.kept.areas['omraade-0001'].options.fillColor"
    seen = set()
    for year in (2024, 2023, 2022, 2021, 2020):
        person.set(year=year)
        drawn = person.page.evaluate(f"typeof {colour} === 'string' ? {colour} : 'texture'")
        seen.add(drawn)
    assert asked == []
    assert all(one == "texture" or one.startswith("#") for one in seen)


def test_the_sentence_names_few_groups(country: str, visit: Callable[..., Visit]) -> None:
    person = visit(country)
    said = person.page.locator("#sentence").inner_text()
    assert said.count("Opdigtet Kommune") <= 1
    assert "Sammenligningsgrupper i alt: " in said


def test_places_are_added_and_taken_away_on_compare(
    country: str, visit: Callable[..., Visit]
) -> None:
    person = visit(country, "sammenlign")
    page = person.page
    chips = page.locator(".chip")
    assert chips.count() == 5
    page.locator("#find-place").fill("birketoften")
    page.keyboard.press("Enter")
    page.wait_for_selector(".chip >> nth=5")
    assert chips.nth(5).inner_text().startswith("Birketoften ")
    assert page.evaluate("document.activeElement.id") == "find-place"
    chips.first.get_by_role("button").press("Enter")
    page.wait_for_selector(".chip >> nth=5", state="detached")
    first = person.state["areas"]
    for tab in ("matrix", "aar", "rang", "maal", "pas"):
        page.locator(f"[data-tab={tab}]").click()
        page.wait_for_selector(f"[data-tab={tab}][aria-current=true]")
    assert person.state["areas"] == first


def test_a_busy_server_is_told_and_can_be_asked_again(
    country: str, visit: Callable[..., Visit]
) -> None:
    person = visit(country, "sammenlign")
    before = person.state["areas"]
    person.page.route("**/asked/compare.json*", lambda route: route.fulfill(status=503, body="{}"))
    person.page.locator(".chip button").first.click()
    again = person.page.get_by_role("button", name="Prøv igen")
    again.wait_for()
    assert person.state["areas"] == before
    person.page.unroute("**/asked/compare.json*")
    again.click()
    person.page.wait_for_selector(".chip >> nth=4", state="detached")
    assert person.state["areas"] == before[1:]
    assert [words for words in person.problems if "503" not in words] == []
    person.problems.clear()  # the browser notes the answer that was asked for


def test_the_data_page_shows_one_series_in_parts(country: str, visit: Callable[..., Visit]) -> None:
    person = visit(country, "data")
    page = person.page
    rows = page.locator("#rows tbody tr")
    assert rows.count() == 200
    page.locator("[data-key=more-rows]").press("Enter")
    assert rows.count() == 400
    assert page.evaluate("document.activeElement.dataset.key") == "more-rows"
    page.locator("#series").select_option("serie-002")
    page.wait_for_selector("#rows tr[data-indicator=serie-002]")
    assert page.locator("#rows tr[data-indicator=serie-001]").count() == 0
    assert "indikator=serie-002" in str(page.locator("#downloads a").first.get_attribute("href"))
    page.reload()
    page.wait_for_selector("#rows tr[data-indicator=serie-002]")
