"""The goals with their verdicts, as a council member tests them."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from .facts import Facts
from .serving import Server
from .visiting import Visit


@pytest.fixture
def randers(randers_server: Server, tmp_path: Path) -> Facts:
    return Facts(randers_server.package, tmp_path)


def test_the_verdict_outside_the_labour_market_stands_with_its_reason(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, "/sammenlign?fane=maal&maal=beskaeftigelse")
    part = person.page.locator(".target[data-indicators=uden-for-arbejdsmarkedet] .judgement")
    assert part.count() == 1
    assert part.is_visible()
    said = part.inner_text()
    for words in ("✗ ikke nået", "til og med 2024", "fra 956 (2021) til 964 (2024)", "højst 896",
                  "færre beboere i aldersgruppen", "Rapporten har intet tal for Randers Kommune"):  # fmt: skip
        assert words in said
    part.locator("summary").press("Enter")
    rows = part.locator("tbody tr").all_inner_texts()
    for row, words in zip(rows, ("864", "919", "964", "889"), strict=True):
        assert words in row
    assert "kan ikke afgøres: tallet dækker kun en del af året" in rows[-1]


def test_goals_are_filtered_by_verdict_and_goal_with_the_keyboard(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server, "/sammenlign?fane=maal")
    page = person.page
    all_goals = [row["id"] for row in facts.table("goals")]
    shown = page.eval_on_selector_all(".goal", "(parts) => parts.map((p) => p.dataset.goal)")
    targeted = {row["goal"] for row in facts.table("targets")}
    assert shown == [goal for goal in all_goals if goal in targeted]
    assert page.locator(".target").count() == len(facts.table("targets"))
    verdicts = page.eval_on_selector_all(".judgement", "(j) => j.map((p) => p.dataset.verdict)")
    for verdict, count in Counter(verdicts).items():
        button = page.locator(f".verdict-filter[data-verdict={verdict}]")
        assert button.inner_text().split()[-1] == str(count)
        button.press("Enter")
        assert page.locator(".judgement").count() == count
        assert page.locator(f".judgement.{verdict}").count() == count
        assert button.get_attribute("aria-pressed") == "true"
        assert button.evaluate("(b) => b === document.activeElement")
        assert person.query["dom"] == verdict
    page.locator(".verdict-filter").first.press("Enter")
    page.select_option("#goal-filter", shown[-1])
    assert page.locator(".goal").count() == 1
    assert person.query["maal"] == shown[-1]


def test_the_goals_answer_in_one_screen_and_every_mark_leads_to_its_reasons(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, "/sammenlign?fane=maal")
    page = person.page
    page.set_viewport_size({"width": 1440, "height": 900})
    table = page.locator(".goal-table")
    assert table.evaluate("(t) => t.getBoundingClientRect().bottom + window.scrollY") <= 900
    marks = Counter(
        table.locator("a").evaluate_all("(all) => all.map((one) => one.dataset.verdict)")
    )
    assert marks == {"reached": 14, "on_the_way": 1, "not_reached": 9, "undecided": 16}
    assert person.text(".claim q") == "De opsatte mål er opnået."
    said = person.text(".summary")
    assert said.startswith(
        "Planens egne 14 mål, vurderet for hvert område eller for områderne samlet (29 vurderinger): "
    )
    assert "11 retninger" in said
    mark = table.locator("tr", has_text="Effektive udsættelser").locator("a")
    assert mark.inner_text() == "? kan ikke afgøres 2024/25"
    mark.press("Enter")
    reasons = page.locator(mark.get_attribute("href") or "")
    assert reasons.is_visible()
    assert reasons.evaluate("(part) => part === document.activeElement")
    assert "de trykte tal er 9 og 12 mod 24" in reasons.inner_text()


def test_the_table_of_goals_is_sorted_with_the_keyboard(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, "/sammenlign?fane=maal")
    head = person.page.locator(".goal-table thead button", has_text="Samlet")
    head.press("Enter")
    assert person.query["orden"] == "samlet"
    column = person.page.locator(".goal-table tbody tr td:nth-child(2)")
    signs = [text.strip()[:1] for text in column.all_inner_texts()]
    assert [sign for sign in signs if sign] == [*"✓" * 7, *"✗" * 4, *"?" * 5]
    assert signs == sorted(signs, key=["✓", "→", "✗", "?", ""].index)
    assert head.evaluate("(b) => b === document.activeElement")


def test_on_a_phone_the_list_of_goals_is_put_in_order(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    """By verdict, by year and by each place, as the heads of the table do on a wide screen."""
    person = visit(server, "/sammenlign?fane=maal", viewport={"width": 390, "height": 844},
                   has_touch=True, is_mobile=True)  # fmt: skip
    order = person.page.get_by_label("Rækkefølge")
    rows = person.page.locator(".goal-table tbody tr")
    as_planned = rows.all_inner_texts()
    offered = order.locator("option").evaluate_all("(all) => all.map((one) => one.value)")
    assert offered[:3] == ["", "vurdering", "aar"]
    signs = ["\u2713", "\u2192", "\u2717", "?"]
    order.select_option("vurdering")
    assert person.query["orden"] == "vurdering"
    best = [min(signs.index(s) for s in signs if s in text) for text in rows.all_inner_texts()]
    assert best == sorted(best)
    order.select_option("")
    assert rows.all_inner_texts() == as_planned
    person.page.set_viewport_size({"width": 1440, "height": 900})
    assert not order.is_visible()
