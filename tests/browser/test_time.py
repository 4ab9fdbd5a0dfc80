"""The clock: what stood when, what is not known, and what is only expected."""

from collections.abc import Callable

from .facts import Facts, last_of_milestone, last_year
from .serving import Server
from .visiting import PAINTED, Visit

_OFFERS = """
async ({ indicator, years }) => {
  const offers = [];
  for (const year of years) {
    await blok.state.set({ indicator, year }, false);
    PAINTED
    const button = document.querySelector("[data-key=go-to]");
    offers.push(button && button.textContent);
  }
  const filled = [...document.querySelectorAll("#clock .tick.filled .label")];
  return { offers, filled: filled.map((label) => label.textContent) };
}
""".replace("PAINTED", PAINTED)
_FEATURES = """
async ({ features, years }) => {
  const seen = [];
  for (const year of years) {
    await blok.state.set({ year }, false);
    PAINTED
    seen.push(Object.fromEntries(features.map((id) => {
      const path = document.querySelector(`path[data-feature="${id}"]`);
      const shown = getComputedStyle(path).display !== "none";
      return [id, { shown, said: path.getAttribute("aria-label") }];
    })));
  }
  return seen;
}
""".replace("PAINTED", PAINTED)
ABSENCE = "?indikator=skolefravaer&omraader=jennumparken&aar="


def test_absence_in_2022(randers_server: Server, visit: Callable[..., Visit]) -> None:
    person = visit(randers_server, f"{ABSENCE}2022")
    own = person.area("jennumparken")
    assert own.get_attribute("data-reason") == ""
    assert str(own.get_attribute("fill")).startswith("var(--k-")
    assert "9,2\u00a0%" in str(own.get_attribute("aria-label"))
    for area in ("glarbjergvej", "vangdalen", "hermann-stillings-vej", "energivej"):
        assert person.area(area).get_attribute("data-reason") == "invalid"
    for area in ("sjaellandsgade", "centrum"):
        assert person.area(area).get_attribute("data-reason") == "not_in_plan"
    assert person.text("#panel .value strong") == "9,2 %"
    assert person.text("#panel > .source q") == "Gl. Jennumparken: 9,2%"
    assert "skoleåret 2021/22" in person.text("#clock .period")


def test_a_year_without_figures_offers_the_nearest(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, f"{ABSENCE}2017")
    assert "ingen tal" in person.text("#sentence").lower()
    nearest = Facts(randers_server.package, randers_server.package).years_of("skolefravaer")[0]
    button = person.page.get_by_role("button", name=f"Gå til {nearest}")
    button.click()
    assert person.state["year"] == nearest
    button.wait_for(state="detached")


def test_every_series_offers_a_year_with_figures(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    page = visit(server).page
    for indicator in facts.indicators:
        with_figures = facts.years_of(indicator)
        seen = page.evaluate(_OFFERS, {"indicator": indicator, "years": facts.years})
        for year, offered in zip(facts.years, seen["offers"], strict=True):
            wanted = min(with_figures, key=lambda other: (abs(other - year), -other), default=year)
            assert offered == (None if wanted == year else f"Gå til {wanted}"), (indicator, year)
        assert seen["filled"] == [str(year) for year in with_figures], indicator


def test_play_visits_years_with_figures_or_a_pin(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    pins = {last_year(row["date"][:4]) for row in facts.table("milestones") if row["pin"]}
    person = visit(server)
    person.set(year=facts.years[0])
    person.page.clock.install()
    person.page.click(".play")
    seen = []
    for _ in range(len(facts.years) + 2):
        person.page.clock.run_for(1_200)
        seen.append(person.state["year"])
    wanted = sorted({*pins, *facts.years_of(person.state["indicator"])} - {facts.years[0]})
    assert sorted(set(seen)) == wanted
    assert seen[: len(wanted)] == wanted
    assert seen[-1] == wanted[-1], "play stops at the end"


def test_what_is_expected_is_never_open(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, "?omraader=badesoe&aar=2029")
    status = person.text("#panel .status-now")
    assert "Forventet" in status
    assert "Åben" not in status
    assert "Forventet" in str(person.feature("badesoe").get_attribute("aria-label"))
    assert person.feature("badesoe").get_attribute("stroke-dasharray")


def test_nothing_of_the_future_is_open(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    """A feature is open only after a dated word says so, and not there before the first."""
    page = visit(server).page
    features = [f for layer in ("parks", "paths", "places") for f in facts.features(layer)]
    seen = page.evaluate(_FEATURES, {"features": features, "years": facts.years})
    for year, drawn in zip(facts.years, seen, strict=True):
        for feature in features:
            dated = sorted((last_of_milestone(row), row["status"]) for row in facts.table("milestones")
                           if row["feature"] == feature and row["status"] not in ("event", "off_state_list"))  # fmt: skip
            past = [status for last, status in dated if last[0] <= year]
            where = f"{feature} {year}: {drawn[feature]}"
            there = (not dated or bool(past)) and past[-1:] != ["closed"]
            assert drawn[feature]["shown"] == there, where
            assert ("Åben" in drawn[feature]["said"]) == (past[-1:] == ["open"]), where


def test_a_place_is_hidden_before_anything_is_known_of_it(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, "?aar=2018")
    assert not person.feature("jennumporten").is_visible()
    person.set(year=2021)
    assert person.feature("jennumporten").is_visible()
    person.set(year=2023)
    assert person.feature("jennumporten").is_visible()
    assert "Åben" in str(person.feature("jennumporten").get_attribute("aria-label"))


def test_years_after_the_report_are_shaded(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    after = visit(server).page.locator("#clock .after-report")
    assert after.is_visible() == (int(facts.descriptor["as_of"][:4]) < facts.years[-1])
