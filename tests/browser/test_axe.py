"""Axe finds nothing to complain of."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe

from .facts import Facts
from .serving import Server
from .visiting import Visit

PHONE = {"width": 390, "height": 844}


def _complaints(person: Visit) -> list[str]:
    results = Axe().run(person.page)
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in results.response["violations"]
        for node in one["nodes"]
    ]


def test_every_series_at_its_latest_year(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server)
    assert person.page.is_visible("#panel h2")
    for indicator in facts.indicators:
        years = facts.years_of(indicator)
        person.set(indicator=indicator, year=years[-1] if years else facts.years[0])
        assert _complaints(person) == [], indicator


@pytest.mark.parametrize("address", ["", "?sprog=en"])
def test_on_a_phone(server: Server, visit: Callable[..., Visit], address: str) -> None:
    person = visit(server, address, viewport=PHONE, has_touch=True)
    assert _complaints(person) == []
    person.page.click("#controls-toggle")
    assert _complaints(person) == []


def test_with_table_and_folds_open(server: Server, visit: Callable[..., Visit]) -> None:
    person = visit(server)
    for summary in person.page.locator("summary").all():
        summary.click()
    assert person.page.is_visible("#table table")
    assert _complaints(person) == []


def test_with_a_park_chosen(server: Server, facts: Facts, visit: Callable[..., Visit]) -> None:
    person = visit(server)
    for park in facts.features("parks"):
        person.set(areas=[park])
        assert _complaints(person) == [], park


def test_in_english_in_a_year_without_figures(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    without = set(facts.years) - set(facts.years_of(facts.descriptor["start"]["indicator"]))
    person = visit(server, f"?sprog=en&aar={min(without)}")
    assert _complaints(person) == []


def test_with_a_notice_and_nothing_chosen(server: Server, visit: Callable[..., Visit]) -> None:
    person = visit(server, "?omraader=&aar=1800")
    assert person.page.is_visible("#notice p")
    assert _complaints(person) == []
