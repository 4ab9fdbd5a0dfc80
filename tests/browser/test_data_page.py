"""The data page: every figure once, filtered, ordered and downloaded as it is shown."""

import csv
import io
import urllib.request
from collections.abc import Callable
from urllib.parse import urljoin

import pytest
from axe_playwright_python.sync_playwright import Axe

from .facts import Facts
from .serving import Server
from .visiting import Visit

PHONE = {"width": 390, "height": 844}
_ROWS = "#rows tbody tr[data-indicator]"


def _shown(person: Visit) -> list[list[str]]:
    """Series, place, and the cell as printed, of every row that is shown."""
    return list(person.page.eval_on_selector_all(_ROWS, """
      (rows) => rows.map((row) => [row.dataset.indicator, row.dataset.geography,
        row.querySelector("td.source q").textContent])"""))  # fmt: skip


def _downloaded(person: Visit, group: str, kind: str = "csv") -> list[dict[str, str]]:
    href = person.page.get_attribute(f"[data-downloads={group}] [data-format={kind}]", "href")
    assert href
    with urllib.request.urlopen(urljoin(person.url, href), timeout=60) as answer:
        return list(csv.DictReader(io.StringIO(answer.read().decode(), newline="")))


def _same(person: Visit, rows: list[dict[str, str]]) -> bool:
    asked = [[row["indicator"], row["geography"], row["source_text"]] for row in rows]
    return sorted(asked) == sorted(_shown(person))


def _count(person: Visit) -> str:
    return person.text("#count")


def test_every_printed_figure_is_a_row(server: Server, facts: Facts, visit: Callable[..., Visit]) -> None:  # fmt: skip
    person = visit(server, "/data")
    printed = facts.table("observations")
    asked = [[row["indicator"], row["geography"], row["source_text"]] for row in printed]
    assert sorted(_shown(person)) == sorted(asked)
    assert _count(person) == f"{len(printed)} af {len(printed)} tal"
    assert len(_downloaded(person, "all")) == len(printed)
    assert person.page.locator("[data-downloads=shown]").count() == 0


@pytest.mark.parametrize("language", ["da", "en"])
def test_what_is_downloaded_is_what_is_shown(
    server: Server, facts: Facts, visit: Callable[..., Visit], language: str
) -> None:
    person = visit(server, f"/data?sprog={language}")
    page = person.page
    some = list(facts.indicators)[-1]
    name = facts.indicators[some][f"name_{language}"]
    total = len(facts.table("observations"))
    for text in (name.upper(), facts.table("observations")[0]["source_text"], "20"):
        page.fill("#find", text)
        shown = len(_shown(person))
        assert 0 < shown <= total, text
        if shown < total:
            assert _same(person, _downloaded(person, "shown")), text
            assert len(_downloaded(person, "all")) == total
    page.fill("#find", "")
    page.select_option("#series", some)
    assert {row[0] for row in _shown(person)} == {some}
    assert _same(person, _downloaded(person, "shown"))
    place = _shown(person)[0][1]
    page.select_option("#place", place)
    assert {tuple(row[:2]) for row in _shown(person)} == {(some, place)}
    assert _same(person, _downloaded(person, "shown"))


def test_remarks_filter_by_severity(
    randers_server: Server, facts_of_randers: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, "/data")
    severities = list(facts_of_randers.severities.values())
    for remark in ("doubtful", "invalid"):
        person.page.select_option("#remark", remark)
        assert _count(person) == f"{severities.count(remark)} af {len(severities)} tal"
        assert person.page.locator(f"{_ROWS} .mark.{remark}").count() == severities.count(remark)
        assert _same(person, _downloaded(person, "shown"))
    person.page.select_option("#remark", "note")
    assert _same(person, _downloaded(person, "shown"))


@pytest.fixture
def facts_of_randers(randers_server: Server, tmp_path) -> Facts:
    return Facts(randers_server.package, tmp_path)


def test_nothing_found_is_said_and_can_be_undone(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server, "/data")
    person.page.fill("#find", "findes ingen steder")
    assert _shown(person) == []
    assert _count(person).startswith("0 af ")
    assert person.page.is_visible("#rows .nothing")
    assert person.page.locator("[data-downloads=shown]").count() == 0
    person.page.click(".filters button")
    assert len(_shown(person)) == len(facts.table("observations"))
    assert person.page.evaluate("document.activeElement.id") == "find"


def test_heads_sort_with_the_keyboard(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server, "/data")
    button = person.page.locator("[data-sort=value]")
    values = sorted(float(row["value"]) for row in facts.table("observations"))
    for order, wanted in (("ascending", values), ("descending", values[::-1])):
        button.press("Enter")
        assert person.page.get_attribute("th.value", "aria-sort") == order
        texts = person.page.locator(f"{_ROWS} td.value").all_inner_texts()
        read = [float(t.replace("%", "").replace(".", "").replace(",", ".")) for t in texts]
        assert read == wanted
    assert button.evaluate("(b) => b === document.activeElement")
    assert person.page.locator("[aria-sort]").count() == 1


def test_a_row_leads_to_its_figure_on_the_map_and_back(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server, "/data")
    indicator = list(facts.indicators)[-1]
    area, year = next((g, y) for i, g, y in facts.dated if i == indicator and g in facts.areas)
    person.page.select_option("#series", indicator)
    person.page.select_option("#place", area)
    row = person.page.locator(_ROWS).filter(
        has=person.page.locator("td.period", has_text=str(year))
    )
    before = _shown(person)
    target = row.first if row.count() else person.page.locator(_ROWS).first
    target.locator("td.to-map a").click()
    person.page.wait_for_selector(".page-map")
    person.ready()
    assert (person.state["indicator"], person.state["areas"]) == (indicator, [area])
    assert (indicator, area, person.state["year"]) in facts.dated
    person.page.go_back()
    person.page.wait_for_selector(".page-data")
    person.ready()
    assert _shown(person) == before


def test_the_address_and_the_other_language_keep_what_is_asked_for(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server, "/data")
    indicator = next(iter(facts.indicators))
    person.page.select_option("#series", indicator)
    person.page.click("[data-sort=value]")
    before = _shown(person)
    person.page.click("[data-language=en]")
    person.page.wait_for_url("**sprog=en**")
    person.ready()
    assert _shown(person) == before
    assert person.page.input_value("#series") == indicator
    assert person.page.get_attribute("th.value", "aria-sort") == "ascending"


def test_a_wrong_filter_is_named(server: Server, visit: Callable[..., Visit]) -> None:
    person = visit(server, "/data?serie=constructor&forbehold=x")
    assert "indikator" in person.text("#notice")
    assert "forbehold" in person.text("#notice")
    assert _count(person).split()[0] == _count(person).split()[2]


@pytest.mark.parametrize(
    "size", [{"width": 1440, "height": 900}, PHONE, {"width": 320, "height": 700}]
)
def test_nothing_sticks_out_and_axe_is_content(
    server: Server, visit: Callable[..., Visit], size: dict[str, int]
) -> None:
    person = visit(server, "/data", viewport=size)
    page = person.page
    for text in ("", "findes ingen steder"):
        page.fill("#find", text)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"]
        assert Axe().run(page).response["violations"] == []


def test_filtering_asks_nobody(server: Server, visit: Callable[..., Visit]) -> None:
    person = visit(server, "/data")
    person.page.wait_for_load_state("networkidle")
    person.requests.clear()
    person.page.fill("#find", "a")
    person.page.select_option("#remark", "note")
    person.page.click("[data-sort=area]")
    person.rest()
    assert person.requests == []
