"""Axe finds nothing to complain of."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.packages_editing import RANDERS

from .facts import Facts
from .serving import Server
from .visiting import WHOLE, Visit

PHONE = {"width": 390, "height": 844}
#: The first view of each mode and of each reason on the map: mode or reason, series and year.
_FIRST_VIEWS = """
async () => {
  const doc = await WHOLE;
  const found = {};
  for (const [indicator, series] of Object.entries(doc.indicators)) {
    for (const mode of ["value", ...Object.keys(series.modes)]) {
      if (!blok.state.offers(doc, indicator, mode)) continue;
      const { cells, reasons } = mode === "value" ? series : series.modes[mode];
      for (const year of doc.years) {
        const kinds = new Set(Object.values(reasons[year]));
        if (doc.areas.some((area) => (cells[year] || {})[area] && !reasons[year][area])) kinds.add(mode);
        for (const kind of kinds) found[kind] = found[kind] || { indicator, mode, year };
      }
    }
  }
  return found;
}
""".replace("WHOLE", WHOLE)
SHIPPED = {"value", "gap", "change", "invalid", "not_in_plan", "plan_only", "not_comparable", "break",
           "no_figures"}  # fmt: skip
#: How a page can be looked at: each must be as sound as the plain one.
LOOKS: dict[str, dict[str, Any]] = {
    "less motion": {"reduced_motion": "reduce"},
    "forced colours": {"forced_colors": "active"},
    "forced colours on a phone": {"forced_colors": "active", "viewport": PHONE, "has_touch": True},
    "narrow": {"viewport": {"width": 320, "height": 640}},
}


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


def test_each_mode_and_each_reason_in_english(server: Server, visit: Callable[..., Visit]) -> None:
    person = visit(server, "?sprog=en")
    views = person.page.evaluate(_FIRST_VIEWS)
    assert server.package != RANDERS or set(views) >= SHIPPED
    for kind, view in views.items():
        person.set(**view)
        if view["mode"] == kind:
            assert person.page.locator("path[data-layer=areas][data-reason='']").count() > 0
        else:
            wanted = f"path[data-layer=areas][data-reason={kind}]"
            area = person.page.locator(wanted).first.get_attribute("data-feature")
            person.set(areas=[area])
            assert person.page.is_visible(f"#panel .why.{kind}"), view
        assert _complaints(person) == [], (kind, view)


@pytest.mark.parametrize("address", ["", "?sprog=en"])
def test_on_a_phone(server: Server, visit: Callable[..., Visit], address: str) -> None:
    person = visit(server, address, viewport=PHONE, has_touch=True)
    assert _complaints(person) == []
    person.page.click("#controls-toggle")
    assert _complaints(person) == []
    person.page.click("#controls-toggle")
    person.page.click(".sheet-toggle")
    assert person.page.is_visible("#panel .source")
    assert _complaints(person) == []


@pytest.mark.parametrize("look", LOOKS)
def test_however_it_is_looked_at(server: Server, visit: Callable[..., Visit], look: str) -> None:
    person = visit(server, "?sprog=en", **LOOKS[look])
    assert person.page.is_visible("#panel h2")
    assert _complaints(person) == [], look


def test_with_table_and_folds_open(server: Server, visit: Callable[..., Visit]) -> None:
    person = visit(server)
    for summary in person.page.locator("summary").all():
        summary.click()
    assert person.page.is_visible("#table table")
    assert _complaints(person) == []


@pytest.mark.parametrize("layer", ["parks", "paths", "places"])
def test_with_a_feature_chosen(
    server: Server, facts: Facts, visit: Callable[..., Visit], layer: str
) -> None:
    """All parks; of places and paths, which differ in length only, the first and the last."""
    features = facts.features(layer)
    person = visit(server)
    for feature in features if layer == "parks" else {features[0], features[-1]}:
        person.set(areas=[feature])
        assert _complaints(person) == [], feature


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
