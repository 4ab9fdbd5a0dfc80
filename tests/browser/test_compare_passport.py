"""The passport of an indicator and the plan's efforts, as somebody reads them."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe

from geodata.tables.periods import clock_year

from .facts import Facts, last_year
from .serving import Server
from .visiting import Visit

WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
WORDS = {"": "tal", "note": "med forbehold", "doubtful": "tvivlsomt", "invalid": "kan ikke bruges"}


@pytest.fixture
def randers(randers_server: Server, tmp_path: Path) -> Facts:
    return Facts(randers_server.package, tmp_path)


def _press_until(person: Visit, key: str, wanted: str) -> None:
    """Walk by keyboard to an element; fail where it is never reached."""
    for _ in range(80):
        person.page.keyboard.press(key)
        if person.page.evaluate(f"document.activeElement.matches({wanted!r})"):
            return
    pytest.fail(f"{wanted} is not reached by {key}")


def _plain(text: str) -> str:
    return " ".join(text.replace("\u00a0", " ").split())


@pytest.mark.parametrize("tab", ["pas", "indsatser"])
def test_the_tab_is_found_by_the_keyboard(
    server: Server, visit: Callable[..., Visit], tab: str
) -> None:
    person = visit(server, "/sammenlign")
    _press_until(person, "Tab", f"[data-tab={tab}]")
    person.page.keyboard.press("Enter")
    assert person.state["tab"] == tab
    assert person.query["fane"] == tab
    chosen = person.page.locator("#compare-tabs [aria-current=true]")
    assert chosen.get_attribute("data-tab") == tab
    assert chosen.evaluate("(button) => button === document.activeElement")


def test_every_cell_of_the_grid_says_value_period_and_what_it_is(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    """Each dated figure stands in its own year and place; every other cell says there is none."""
    empty = {(row["indicator"], row["geography"], clock_year(row["period"])): row["period"]
             for row in facts.table("blanks") if row["kind"] == "empty"}  # fmt: skip
    person = visit(server, "/sammenlign?fane=pas")
    for indicator in facts.indicators:
        person.page.select_option("#compare-indicator", indicator)
        years = person.page.locator(".coverage-grid thead th").all_inner_texts()[1:]
        rows = person.page.eval_on_selector_all(
            ".coverage-grid tbody tr",
            "(rows) => rows.map((r) => [r.dataset.place, [...r.cells].slice(1).map((c) => c.textContent)])",
        )
        own = {place for i, place, _ in facts.dated if i == indicator}
        assert own <= {place for place, _ in rows}
        for place, cells in rows:
            for year, cell in zip(years, cells, strict=True):
                if not year.isdigit():
                    continue
                row = facts.dated.get((indicator, place, int(year)))
                if row is None:
                    period = empty.get((indicator, place, int(year)))
                    said = f"– intet taltomt felt{period}" if period else "– intet tal"
                    assert _plain(cell) == said, (indicator, place, year)
                    continue
                key = (indicator, place, row["period"], row["role"])
                value = _plain(facts.text(indicator, float(row["value"])))
                shown = f" {WORDS[facts.severities[key]]}{value}"
                _, found, period = _plain(cell).partition(shown)
                assert found, (indicator, place, year)
                assert str(last_year(row["period"]))[2:] in period, (indicator, place, year)


def test_doubtful_and_merely_remarked_are_told_apart_without_colour(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, "/sammenlign?fane=pas&indikator=effektive-udsaettelser")
    signs = {}
    for state in ("figure", "marked", "doubtful", "none"):
        cells = person.page.locator(f"td.coverage[data-state={state}] .sign")
        assert cells.count() > 0, state
        signs[state] = cells.first.text_content()
    assert len(set(signs.values())) == len(signs)
    key = _plain(person.page.inner_text("#compare-view .matrix-key"))
    assert "? tvivlsomt" in key
    assert "– intet tal" in key


def test_findings_say_rule_severity_and_cells(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, "/sammenlign?fane=pas&indikator=sprog-saerlig")
    findings = person.page.locator(".finding")
    order = findings.evaluate_all("(all) => all.map((one) => one.dataset.severity)")
    assert order == ["invalid"] * 4 + ["note"] * 2
    first = _plain(findings.first.inner_text())
    for words in (
        "Kan ikke bruges",
        "Tallet gentager det foregående (2024: 38,9 %)",
        "Særlig: 38,9%",
    ):
        assert words in first


def test_the_areas_stay_while_the_years_pass_under_them_on_a_phone(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, "/sammenlign?fane=pas", viewport=PHONE)
    name = person.page.locator(".coverage-grid tbody th").first
    region = person.page.locator(".scroll:has(> .coverage-grid)")
    first = person.page.locator(".coverage-grid thead th:not(.place, .empty)").first.bounding_box()
    before = name.bounding_box()
    assert before
    assert first
    assert abs(first["x"] - before["x"] - before["width"]) < 2, "it begins at the first figure"
    _press_until(person, "Tab", ".scroll:has(> .coverage-grid)")
    region.evaluate("(part) => { part.scrollLeft = 0; }")
    after = name.bounding_box()
    assert after
    assert abs(before["x"] - after["x"]) < 2


def test_the_chart_and_its_passport_lead_to_each_other(
    randers_server: Server, randers: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, "/sammenlign?fane=tid&indikator=udsaettelser")
    _press_until(person, "Tab", "[data-key=chart-pas]")
    person.page.keyboard.press("Enter")
    assert (person.state["tab"], person.state["indicator"]) == ("pas", "udsaettelser")
    sheet = person.text("#compare-view .sheet")
    row = randers.indicators["udsaettelser"]
    for column in ("definition_da", "population_da", "source", "update_da"):
        assert row[column] in sheet
    person.page.locator("[data-key=pas-chart]").press("Enter")
    assert (person.state["tab"], person.state["indicator"]) == ("tid", "udsaettelser")


def test_efforts_show_the_latest_figure_of_each_place_and_lead_to_its_chart(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server, "/sammenlign?fane=indsatser")
    themes = {row["theme"] for row in facts.table("activities")}
    checked = 0
    for (indicator, place, year), row in facts.dated.items():
        latest = max(y for i, g, y in facts.dated if (i, g) == (indicator, place))
        if facts.indicators[indicator]["theme"] not in themes or year != latest:
            continue
        cell = person.page.locator(f"[data-key='effort-{indicator}-{place}']")
        if place in facts.areas:
            value = _plain(facts.text(indicator, float(row["value"])))
            said = _plain(cell.inner_text())
            assert said.split(" 20")[0].startswith(value), (indicator, place)
            mark = (
                cell.locator(".mark").get_attribute("class")
                if cell.locator(".mark").count()
                else ""
            )
            severity = facts.severities[(indicator, place, row["period"], row["role"])]
            assert (mark or "mark ").split(" ")[1] == severity, (indicator, place)
            checked += 1
    assert checked > 0
    link = person.page.locator("#compare-view a[data-key^=effort-]:has(.amount)").last
    indicator = link.evaluate("(a) => a.closest('tr').dataset.indicator")
    link.press("Enter")
    assert (person.state["tab"], person.state["indicator"]) == ("tid", indicator)


def test_the_marks_of_the_efforts_are_explained_beside_the_sentence_on_causes(
    server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(server, "/sammenlign?fane=indsatser")
    key = _plain(person.page.inner_text("#compare-view .matrix-key"))
    for words in ("i Bemærkning", "? Tvivlsomt", "✕ Kan ikke bruges"):
        assert words in key
    assert "årsag" in person.text(".no-cause")
    person.open("/sammenlign?fane=indsatser&sprog=en")
    assert "cause" in person.text(".no-cause")


@pytest.mark.parametrize("size", [WIDE, PHONE])
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_passport_fits_and_axe_is_content(
    server: Server, facts: Facts, visit: Callable[..., Visit], size: dict[str, int], language: str
) -> None:
    person = visit(server, f"/sammenlign?fane=indsatser&sprog={language}", viewport=size)
    page = person.page
    addresses = [{"tab": "indsatser"}, *({"tab": "pas", "indicator": i} for i in facts.indicators)]
    for patch in addresses:
        person.set(**patch)
        assert page.evaluate("document.documentElement.scrollWidth") <= size["width"], patch
        found = Axe().run(page).response["violations"]
        told = [f"{one['id']}: {node['target']}" for one in found for node in one["nodes"]]
        assert told == [], patch


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_coverage_grid_counts_what_the_package_holds(
    server: Server, facts: Facts, visit: Callable[..., Visit], language: str
) -> None:
    person = visit(server, f"/sammenlign?fane=pas&sprog={language}")
    page = person.page
    for indicator in facts.indicators:
        page.select_option("#compare-indicator", indicator)
        severities = [s for key, s in facts.severities.items() if key[0] == indicator]
        wanted = Counter({"": "figure", "note": "marked"}.get(s, s) for s in severities)
        states = page.eval_on_selector_all(
            "td.coverage", "(cells) => cells.map((cell) => cell.dataset.state)"
        )
        assert Counter(s for s in states if s != "none") == wanted, indicator
        rows = [r for r in facts.table("observations") if r["indicator"] == indicator]
        for row in rows:
            if row["period"]:
                column = page.locator(".coverage-grid thead th").all_inner_texts().index(
                    str(last_year(row["period"])))  # fmt: skip
                cell = page.locator(
                    f".coverage-grid tr[data-place={row['geography']}] > :nth-child({column + 1})"
                )
                assert cell.get_attribute("data-state") != "none"
                break


def test_efforts_stand_beside_the_figures_with_the_sentence_on_causes(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server, "/sammenlign?fane=indsatser")
    assert "viser ikke, at det ene er årsag til det andet" in person.text(".no-cause")
    activities = facts.table("activities")
    assert person.page.locator(".activity").count() == len(activities)
    assert person.page.locator(".evaluation li").count() == len(facts.table("evaluation"))
    titles = person.page.locator(".evaluation h4 [lang=da]").all_inner_texts()
    assert set(titles) == {row["project"] for row in facts.table("evaluation")}
    for theme in {row["theme"] for row in activities}:
        wanted = [i for i, row in facts.indicators.items() if row["theme"] == theme]
        part = f".effort-theme[data-theme={theme}]"
        found = person.page.eval_on_selector_all(
            f"{part} tr[data-indicator]", "(rows) => rows.map((row) => row.dataset.indicator)"
        )
        assert found == wanted


def test_a_cell_that_the_report_left_empty_is_said_wherever_it_is_missed(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    """School absence of the municipality, 2023/24: on the map, in its table, the chart, here."""
    said = "Randers Kommune, 2023/24: feltet er tomt i rapporten."
    person = visit(randers_server, "?indikator=skolefravaer&aar=2024&omraade=jennumparken")
    assert said in person.text("#panel")
    assert said in person.text("#table tr[data-told=empty]")
    assert said in person.text("#sentence")
    person.set(year=2023)
    assert said not in person.text("#panel") + person.text("#table") + person.text("#sentence")
    person.open("sammenlign?fane=pas&indikator=skolefravaer")
    assert said in person.text(".source-gaps")
    assert "tomt felt" in person.text(".coverage-grid [data-place=randers-kommune]")
    person.open("sammenlign?fane=tid&indikator=skolefravaer")
    assert said in person.text(".source-gaps")
    person.open("sammenlign?fane=maal")
    assert "fra 2017 til 2021" in person.text(".source-gaps")
    person.open("om")
    assert said in person.text("#om-told")
