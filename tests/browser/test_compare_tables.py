"""The matrix of the comparing page as people use it, and what its tables have in common."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from .facts import Facts
from .serving import Server
from .visiting import Visit

PHONE = {"width": 390, "height": 844}
NARROW = {"width": 320, "height": 640}
TABS = ("matrix", "maal", "pas", "indsatser")
ABSENCE = "fane=matrix&tema=uddannelse&naar=year&aar=2023"


@pytest.fixture
def randers(randers_server: Server, tmp_path: Path) -> Facts:
    return Facts(randers_server.package, tmp_path)


def _rows(person: Visit) -> list[str]:
    found = person.page.eval_on_selector_all(
        ".matrix tbody tr", "(rows) => rows.map((row) => row.dataset.place)"
    )
    return list(found)


def _cell(person: Visit, place: str, indicator: str) -> str:
    cell = f".matrix tr[data-place={place}] td[data-indicator={indicator}]"
    return " ".join(person.page.inner_text(cell).replace("\u00a0", " ").split())


def test_every_cell_of_a_year_is_the_printed_figure_or_a_reason(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server, "/sammenlign?fane=matrix&tema=")
    rows = _rows(person)
    for year in sorted({y for *_, y in facts.dated}):
        person.page.select_option("#matrix-when", str(year))
        for place in rows:
            for indicator in facts.indicators:
                row = facts.dated.get((indicator, place, year))
                said = _cell(person, place, indicator)
                assert said, (indicator, place, year)
                if row:
                    text = facts.text(indicator, float(row["value"])).replace("\u00a0", " ")
                    assert said.startswith(f"{text} "), (indicator, place, year)


def test_a_head_sorts_by_the_keyboard_with_reasons_last(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, f"/sammenlign?{ABSENCE}&celler=gap")
    button = person.page.locator("[data-sort=ungdomsuddannelse-15-mdr]")
    button.press("Enter")
    head = "th[data-column=ungdomsuddannelse-15-mdr]"
    assert person.page.get_attribute(head, "aria-sort") == "ascending"
    up = _rows(person)
    assert up[0] == "hermann-stillings-vej"
    assert button.evaluate("(b) => b === document.activeElement")
    button.press(" ")
    assert person.page.get_attribute(head, "aria-sort") == "descending"
    assert person.page.locator("[aria-sort]").count() == 1
    assert person.query["sorter"] == "-ungdomsuddannelse-15-mdr"
    numbers = [float(n) for n in person.page.eval_on_selector_all(
        "td[data-indicator=ungdomsuddannelse-15-mdr][data-sorted]",
        "(cells) => cells.map((cell) => cell.dataset.sorted)")]  # fmt: skip
    assert numbers == [-5, -7.4, -7.4, -27.4, -62.4]
    page = person.page
    page.locator("[data-sort=sprog-generel]").press("Enter")
    page.check("[data-key=cells-value]")
    values = page.locator("td[data-indicator=sprog-generel]")
    kinds = values.evaluate_all("(cells) => cells.map((cell) => cell.dataset.sorted || null)")
    found = [float(kind) for kind in kinds if kind is not None]
    assert kinds[len(found) :] == [None] * (len(kinds) - len(found))
    assert found == sorted(found)
    assert len(found) == 3


def test_a_gap_says_higher_or_lower_and_better_or_worse(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, f"/sammenlign?{ABSENCE}&celler=gap")
    said = _cell(person, "jennumparken", "skolefravaer")
    assert said == "▲+0,7 højere, dårligere skoleåret 2022/23: 6,6 % mod 5,9 %"
    said = _cell(person, "jennumparken", "sprog-generel")
    assert said.startswith("kan ikke siges intet tal for Randers Kommune i samme år")
    person.page.select_option("#compare-against", "danmark")
    assert _cell(person, "jennumparken", "skolefravaer").startswith("kan ikke siges")


def test_a_change_that_cannot_be_said_has_its_reason(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    places = "omraader=jennumparken,tre-boligomraader"
    person = visit(randers_server, f"/sammenlign?fane=matrix&tema=&celler=change&{places}")
    said = _cell(person, "jennumparken", "grundskole-30-59")
    assert said.startswith("kan ikke siges opgjort på en ny måde siden startmålingen")
    said = _cell(person, "tre-boligomraader", "uden-for-arbejdsmarkedet")
    assert said.startswith("kan ikke siges tallet dækker kun en del af året 889, ")
    person.page.select_option("#matrix-when", "2024")
    said = _cell(person, "tre-boligomraader", "uden-for-arbejdsmarkedet")
    assert said.startswith("▲+8 højere, dårligere ")


def test_every_mark_of_the_cells_is_explained_below(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, "/sammenlign?fane=matrix&tema=uddannelse&naar=year&aar=2022")
    marks = person.page.locator(".matrix tbody .mark").count()
    person.page.locator(".matrix-remarks summary").press("Enter")
    assert marks > 0
    assert person.page.locator(".matrix-remarks .mark").count() == marks
    said = person.text(".matrix-remarks")
    assert "Vangdalen, skoleåret 2021/22: 94 %. Tallet gentager en anden række" in said
    assert f"({person.page.locator('.matrix-remarks li').count()})" in said


def test_enter_on_a_cell_opens_its_chart_and_back_returns(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server, "/sammenlign?fane=matrix&tema=")
    place = _rows(person)[-1]
    link = person.page.locator(f".matrix tr[data-place={place}] td.cell a").first
    indicator = link.evaluate("(a) => a.parentElement.dataset.indicator")
    link.press("Enter")
    state = person.state
    assert (state["tab"], state["indicator"], state["areas"]) == ("tid", indicator, [place])
    assert person.page.locator(".chart .main-svg").count() > 0
    assert person.page.evaluate("document.activeElement.tagName") == "H2"
    name = facts.indicators[indicator]["name_da"]
    assert name in person.text("#compare-view h2")
    person.page.go_back()
    assert person.state["tab"] == "matrix"
    assert place in _rows(person)


def test_the_chart_leads_to_the_passport_of_its_series(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    indicator = list(facts.indicators)[-1]
    person = visit(server, f"/sammenlign?fane=tid&indikator={indicator}")
    person.page.locator("[data-key=chart-pas]").press("Enter")
    assert (person.state["tab"], person.state["indicator"]) == ("pas", indicator)
    assert facts.indicators[indicator]["definition_da"] in person.text("#compare-view .sheet")


def test_the_panel_of_the_map_leads_to_the_passport(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server, "/")
    indicator = person.state["indicator"]
    person.page.click("[data-key=about-summary]")
    person.page.click("[data-key=passport]")
    person.page.wait_for_selector(".page-compare")
    person.ready()
    assert (person.state["tab"], person.state["indicator"]) == ("pas", indicator)
    assert person.page.is_hidden("#notice p")


def test_choices_that_fit_nothing_say_so(server: Server, visit: Callable[..., Visit]) -> None:
    person = visit(server, "/sammenlign?fane=maal")
    page = person.page
    goals = page.eval_on_selector_all("#goal-filter option", "(all) => all.map((o) => o.value)")
    for goal in goals[1:]:
        page.select_option("#goal-filter", goal)
        for button in page.locator(".verdict-filter").all():
            empty = button.inner_text().split()[-1] == "0"
            button.press("Enter")
            assert page.locator(".nothing").is_visible() == empty


def test_what_is_chosen_stands_in_the_address_and_in_the_other_language(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, f"/sammenlign?{ABSENCE}&celler=gap&sorter=-skolefravaer")
    before = _rows(person)
    person.page.click("[data-language=en]")
    person.page.wait_for_url("**sprog=en**")
    person.ready()
    assert _rows(person) == before
    assert _cell(person, "jennumparken", "skolefravaer").startswith("▲+0.7 higher, worse ")


@pytest.mark.parametrize(
    "query",
    ["celler=constructor", "naar=1", "tema=toString", "sorter=x", "maal=ingen", "dom=<i>"],
)
def test_a_wrong_word_is_named_and_the_nearest_is_shown(
    server: Server, visit: Callable[..., Visit], query: str
) -> None:
    person = visit(server, f"/sammenlign?fane=matrix&{query}")
    assert person.page.is_visible("#notice p")
    assert person.page.locator(".matrix tbody tr").count() > 0


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("size", [{"width": 1440, "height": 900}, PHONE, NARROW])
def test_nothing_sticks_out_and_axe_is_content(
    server: Server, visit: Callable[..., Visit], size: dict[str, int], language: str
) -> None:
    person = visit(server, f"/sammenlign?fane=matrix&tema=&sprog={language}", viewport=size)
    page = person.page
    for tab in TABS:
        page.click(f"[data-tab={tab}]")
        for summary in page.locator("#compare-view summary").all()[:3]:
            summary.press("Enter")
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], tab
        found = Axe().run(page).response["violations"]
        told = [f"{one['id']}: {node['target']}" for one in found for node in one["nodes"]]
        assert told == [], tab


@pytest.mark.parametrize("cells", ["gap", "change"])
def test_axe_is_content_with_differences(
    server: Server, visit: Callable[..., Visit], cells: str
) -> None:
    person = visit(server, f"/sammenlign?fane=matrix&tema=&celler={cells}")
    found = Axe().run(person.page).response["violations"]
    assert [f"{one['id']}: {node['target']}" for one in found for node in one["nodes"]] == []


def test_the_names_stay_when_the_table_is_scrolled(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, "/sammenlign?fane=matrix&tema=", viewport=PHONE)
    name = person.page.locator(".matrix tbody th").first
    before = name.bounding_box()
    region = person.page.locator(".matrix-scroll")
    region.focus()
    region.evaluate("(part) => { part.scrollLeft = 900; }")
    after = name.bounding_box()
    assert before
    assert after
    assert abs(before["x"] - after["x"]) < 2
    person.page.locator("[data-sort=skolefravaer]").press("Enter")
    assert region.evaluate("(part) => part.scrollLeft") > 0


def test_the_matrix_is_taken_to_the_meeting_with_the_series_that_have_figures(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, "sammenlign?fane=matrix&tema=uddannelse&omraader=vangdalen")
    memo = person.page.locator("[data-key=take-memo]")
    assert "af" in memo.inner_text()
    address = memo.get_attribute("href") or ""
    assert 1 < address.split("indikator=")[1].split("&")[0].count("%2C") + 1 <= 5
    answer = person.page.request.get(person.url + address.lstrip("/"))
    assert (answer.status, answer.body()[:5]) == (200, b"%PDF-")
