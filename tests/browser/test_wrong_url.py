"""An address that cannot be shown as it is shows the nearest, and says so."""

from collections.abc import Callable

from .facts import Facts
from .serving import Server
from .visiting import Visit

#: Each wrong query, and the key that the notice names.
WRONG = {
    "unknown indicator": ("indikator=ukendt", "indikator"),
    "a word of JavaScript": ("indikator=constructor", "indikator"),
    "year 1800": ("aar=1800", "år"),
    "no year": ("aar=abc", "år"),
    "empty year": ("aar=", "år"),
    "a year between": ("aar={first}.4", "år"),
    "an area twice": ("omraader={area},{area}", "område"),
    "fifty areas": ("omraader={fifty}", "område"),
    "ten kilobytes": ("omraader={long}", "område"),
    "unknown layer": ("lag=ukendt", "lag"),
    "ten kilobytes of series": ("indikator={long}", "indikator"),
    "fifty known areas": ("omraader={known}", "område"),
    "unknown mode": ("vis=ukendt", "visning"),
    "a mode the series lacks": ("indikator={count}&vis=gap", "visning"),
    "a mode the series lacks, named first": ("vis=gap&indikator={count}", "visning"),
    "unknown language": ("sprog=tlh", "sprog"),
    "html": ("indikator=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E", "indikator"),
}


def test_a_wrong_address_is_said_and_shown_anyway(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server)
    for what, (query, key) in WRONG.items():
        address = query.format(
            area=facts.areas[0],
            fifty=",".join(f"omraade-{i}" for i in range(50)),
            known=",".join(facts.areas[i % len(facts.areas)] for i in range(50)),
            first=facts.years[0],
            count=next(filter(facts.is_count, facts.indicators)),
            long="x" * 10_240,
        )
        person.open(f"?{address}")
        _check(person, facts, key, what)


def _check(person: Visit, facts: Facts, key: str, what: str) -> None:
    assert key in person.text("#notice"), what
    state = person.state
    assert state["indicator"] in facts.indicators, what
    assert state["year"] in facts.years, what
    assert state["mode"] == "value", what
    assert set(state["areas"]) <= set(facts.areas), what
    assert len(state["areas"]) == len(set(state["areas"])), what
    assert person.page.get_attribute("html", "lang") == "da", what
    assert person.page.is_visible("#legend"), what
    assert person.page.locator("#notice img").count() == 0, what
    assert person.complaints() == [], what
    person.page.click("#notice button")
    assert person.text("#notice") == "", what


def test_a_year_outside_the_clock_becomes_the_nearest(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server, "?aar=1800")
    assert person.state["year"] == facts.years[0]
    person.open("?aar=9999")
    assert person.state["year"] == facts.years[-1]


def test_a_year_between_becomes_the_nearest(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    for part, year in ((".4", facts.years[0]), (".6", facts.years[1])):
        assert visit(server, f"?aar={facts.years[0]}{part}").state["year"] == year


def test_a_mode_the_series_lacks_keeps_the_series(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    count = next(filter(facts.is_count, facts.indicators))
    state = visit(server, f"?indikator={count}&vis=gap").state
    assert (state["indicator"], state["mode"]) == (count, "value")


def test_an_area_twice_is_shown_once(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    one, two = facts.areas[:2]
    assert visit(server, f"?omraader={two},{one},{two}").state["areas"] == [two, one]


def test_keys_of_others_are_left_alone(server: Server, visit: Callable[..., Visit]) -> None:
    assert visit(server, "?fbclid=abc").text("#notice") == ""
