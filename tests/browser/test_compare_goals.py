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
    said = part.inner_text()
    for words in ("✗ ikke nået", "til og med 2024", "fra 956 (2021) til 964 (2024)", "højst 896",
                  "færre beboere i aldersgruppen", "Randers Kommune er ikke opgjort"):  # fmt: skip
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


def test_the_summary_counts_all_verdicts(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, "/sammenlign?fane=maal")
    verdicts = Counter(person.page.eval_on_selector_all(
        ".judgement", "(parts) => parts.map((part) => part.dataset.verdict)"))  # fmt: skip
    said = person.text(".summary")
    assert f"{verdicts.total()} domme" in said
    for verdict, word in (("reached", "nået"), ("on_the_way", "på vej"),
                          ("not_reached", "ikke nået"), ("undecided", "kan ikke afgøres")):  # fmt: skip
        assert f"{verdicts[verdict]} {word}" in said
    assert f"afgøre {verdicts.total() - verdicts['undecided']};" in said
