"""Over tid, Rangering and the view alone, as a council member uses them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from .facts import Facts
from .serving import Server
from .visiting import Visit

WIDE = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
THREE = "jennumparken,glarbjergvej,hermann-stillings-vej"
OUTSIDE = f"/sammenlign?fane=tid&indikator=uden-for-arbejdsmarkedet&omraader={THREE}"
#: What plotly has drawn: the traces as it holds them, with their places.
_DRAWN = """
() => document.querySelector("#compare-view .chart").data.map((t) =>
  ({ ...t.meta, x: [...t.x], y: [...t.y], axis: t.yaxis, symbols: t.marker && t.marker.symbol }))
"""


@pytest.fixture
def randers(randers_server: Server, tmp_path: Path) -> Facts:
    return Facts(randers_server.package, tmp_path)


def drawn(person: Visit, role: str) -> dict[str, Any]:
    return {t["geography"]: t for t in person.page.evaluate(_DRAWN) if t["role"] == role}


def place_of_sum(facts: Facts) -> str:
    return next(row["id"] for row in facts.table("geographies") if row["kind"] == "sum")


def axe(person: Visit) -> list[str]:
    return [
        f"{v['id']}: {v['nodes'][0]['html'][:120]}"
        for v in Axe().run(person.page).response["violations"]
    ]


def test_the_sum_of_three_areas_stands_beside_its_target(
    randers_server: Server, randers: Facts, visit: Callable[..., Visit]
) -> None:
    total = place_of_sum(randers)
    person = visit(randers_server, f"{OUTSIDE},{total}")
    line = drawn(person, "points")[total]
    assert (line["x"], line["y"]) == ([2021, 2022, 2023, 2024, 2025], [956, 864, 919, 964, 889])
    assert line["symbols"][-1].endswith("-open")
    assert drawn(person, "target")[total]["y"][0] == 956
    person.page.click("[data-key=chart-table-summary]")
    rows = person.page.locator(
        f"#compare-view tr[data-place='{total}'] td.number"
    ).all_inner_texts()
    assert rows == ["956", "864", "919", "964", "889"]


def test_the_verdict_on_the_target_stands_under_the_chart_with_what_to_know(
    randers_server: Server, randers: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, f"{OUTSIDE},{place_of_sum(randers)}")
    words = person.text(".verdicts-here")
    assert "ikke nået" in words
    assert "2025 (januar-juli) kan ikke afgøres: " in words
    assert "aldersgruppe" in words
    person.page.click("[data-key=chart-goals]")
    assert person.query["fane"] == "maal"


def test_a_series_of_the_plan_alone_offers_the_plan_and_no_empty_pictures(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, "sammenlign?fane=tid&indikator=dagtilbud-1-5")
    assert "Der er tal for:" in person.text("#compare-view .nothing")
    assert person.page.locator(".takeaway").count() == 0
    person.page.click("[data-key^=instead-]")
    assert person.page.locator("#compare-view .nothing").count() == 0
    assert person.page.locator(".takeaway").count() == 1


def test_the_trend_is_told_in_words_with_its_p(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, OUTSIDE)
    words = person.page.locator("#compare-view .trend-words")
    assert words.locator(".method").inner_text().count("0,05") == 1
    told = person.page.evaluate(
        """() => [...document.querySelectorAll("#compare-view .trend-words li")].map((li) => li.textContent)"""
    )
    for name in ("Gl. Jennumparken", "Glarbjergvej", "Hermann Stillings Vej"):
        assert sum(name in text for text in told) == 1, told


def test_areas_are_chosen_by_the_keyboard_and_nobody_is_asked(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, OUTSIDE)
    before = len(person.requests)
    person.page.focus("[data-place=glarbjergvej]")
    person.page.keyboard.press("Space")
    assert set(drawn(person, "points")) == {"jennumparken", "hermann-stillings-vej"}
    assert person.page.evaluate("document.activeElement.dataset.place") == "glarbjergvej"
    assert person.query["omraader"] == "jennumparken,hermann-stillings-vej"
    assert person.requests[before:] == []


def test_the_drawn_values_are_those_of_the_package(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server, "/sammenlign?fane=tid")
    kinds = {row["id"]: row["kind"] for row in facts.table("geographies")}
    person.page.evaluate(
        "(areas) => blok.state.set({ areas }, true)",
        [g for g, kind in kinds.items() if kind in ("area", "plan")],
    )
    compared = 0
    for indicator in facts.indicators:
        person.page.select_option("#compare-indicator", indicator)
        if person.page.locator("#compare-view .chart").count() == 0:
            continue
        points = person.page.evaluate(_DRAWN)
        seen = {(t["geography"], x, y) for t in points if t["role"] == "points"
                for x, y in zip(t["x"], t["y"], strict=True)}  # fmt: skip
        printed = {
            (row["geography"], float(row["value"]))
            for row in facts.table("observations")
            if row["indicator"] == indicator
        }
        assert {(g, float(y)) for g, _, y in seen} <= printed
        compared += len(seen)
    assert compared > 5


def test_invalid_absence_is_a_cross_above_the_scale_with_its_printed_value(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, "/sammenlign?fane=tid&indikator=skolefravaer")
    crosses = drawn(person, "invalid")
    highest = max(max(t["y"]) for t in drawn(person, "points").values())
    assert set(crosses) == {"glarbjergvej", "hermann-stillings-vej", "vangdalen", "energivej"}
    assert all(t["x"] == [2022] and t["y"][0] > highest for t in crosses.values())
    assert len({t["y"][0] for t in crosses.values()}) == 4
    text = person.text("#compare-view .chart")
    assert all(value in text for value in ("69 %", "25 %", "94 %", "83 %"))


def test_panels_share_one_scale(randers_server: Server, visit: Callable[..., Visit]) -> None:
    person = visit(randers_server, "/sammenlign?fane=tid&indikator=skolefravaer")
    person.page.check("[data-key=panels]")
    assert len({t["axis"] for t in drawn(person, "points").values()}) > 1
    ranges = person.page.evaluate(
        "() => { const l = document.querySelector('.chart').layout;"
        " return Object.keys(l).filter((k) => k.startsWith('yaxis')).map((k) => l[k].range.join()); }"
    )
    assert len(ranges) == 5
    assert len(set(ranges)) == 1
    assert person.query["felter"] == "1"


def test_areas_without_figures_give_words_and_no_empty_chart(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, "/sammenlign?fane=tid&indikator=skolefravaer&omraader=centrum")
    assert person.page.locator("#compare-view .chart").count() == 0
    assert "Ingen af de valgte områder" in person.text("#compare-view .nothing")


@pytest.mark.parametrize(
    "wrong", ["fane=nix", "omraader=nowhere", "mod=gennemsnit", "fra=1999", "felter=7",
              "omraader=" + ",".join(["jennumparken"] * 50)],
)  # fmt: skip
def test_what_cannot_be_shown_is_told(
    randers_server: Server, visit: Callable[..., Visit], wrong: str
) -> None:
    person = visit(randers_server, f"/sammenlign?{wrong}")
    assert person.text("#notice") != ""
    assert person.page.locator("#compare-view .chart").count() == 1


def test_ranking_claims_none_and_says_why(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, "/sammenlign?fane=rang&indikator=skolefravaer&aar=2023")
    shown = person.page.locator(".ranking tbody td.number").all_inner_texts()
    assert [text.replace("\u00a0", " ") for text in shown] == [
        "6,2 %",
        "6,4 %",
        "6,6 %",
        "7,2 %",
        "8,6 %",
    ]
    assert "Ingen rangering kan hævdes" in person.text(".rank-words")
    assert person.page.locator(".ranking tbody tr", has_text="n ikke oplyst").count() == 5
    assert "5,9 %" in person.text(".rank-benchmark")


def test_a_printed_number_of_children_gives_an_interval(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, "/sammenlign?fane=rang&indikator=sprog-generel&aar=2025")
    assert person.page.locator(".dot-interval").count() == 1
    assert "95 %-interval, n = " in person.text(".ranking")


def test_a_year_without_figures_gives_way_in_words(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, "/sammenlign?fane=rang&indikator=skolefravaer&aar=2029")
    assert "2029" in person.text(".moved")
    assert person.page.locator(".ranking tbody tr").count() == 5


def test_what_is_taken_along_can_be_opened(
    randers_server: Server, randers: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, f"{OUTSIDE},{place_of_sum(randers)}")
    links = person.page.eval_on_selector_all(".takeaway a", "(all) => all.map((a) => a.href)")
    kinds = {}
    for link in links:
        answer = person.page.request.get(link)
        assert answer.status == 200, link
        kinds[link.split("?")[0].rpartition(".")[2]] = answer.body()[:4]
    assert kinds["pdf"] == b"%PDF"
    assert kinds["png"] == b"\x89PNG"
    assert {"svg", "csv", "xlsx", "geojson", "gpkg"} <= set(kinds)


def test_a_view_alone_has_its_source_and_a_way_back(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, f"{OUTSIDE}&embed=1")
    assert not person.page.is_visible("header")
    assert not person.page.is_visible("#compare-choices")
    assert person.page.is_visible(".chart")
    link = person.page.locator(".embed-source a")
    assert "embed" not in str(link.get_attribute("href"))
    assert "uden-for-arbejdsmarkedet" in str(link.get_attribute("href"))


@pytest.mark.parametrize("size", [WIDE, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("tab", ["tid", "rang"])
def test_nothing_is_in_the_way_of_anybody(
    randers_server: Server,
    visit: Callable[..., Visit],
    tab: str,
    language: str,
    size: dict[str, int],
) -> None:
    person = visit(randers_server, f"/sammenlign?fane={tab}&sprog={language}&aar=2023")
    person.page.set_viewport_size(size)  # type: ignore[arg-type]
    assert axe(person) == []
    assert person.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert person.complaints() == []
    assert json.dumps(person.page.inner_text("#main")).count("compare.") == 0
