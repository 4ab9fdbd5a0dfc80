"""Back and Forward restore what was chosen; the clock alone makes no step."""

from collections.abc import Callable

from .facts import Facts
from .serving import Server
from .visiting import Visit


def _shown(person: Visit) -> tuple[str, list[str]]:
    state = person.state
    assert person.page.input_value("#indicator") == state["indicator"]
    pressed = person.page.locator("path[data-layer=areas][aria-pressed=true]")
    seen = [pressed.nth(i).get_attribute("data-feature") for i in range(pressed.count())]
    assert seen == state["areas"]
    return state["indicator"], state["areas"]


def _map_place(person: Visit) -> str:
    """Where the first area is drawn: it moves with zoom and pan."""
    return str(person.page.locator("path[data-layer=areas]").first.get_attribute("d"))


def test_going_back_and_forward_restores_each_choice(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server)
    page = person.page
    one, two = [i for i in facts.indicators if i != person.state["indicator"]][-2:] if len(
        facts.indicators) > 2 else list(reversed(facts.indicators))  # fmt: skip
    start = _map_place(person)
    page.click(".leaflet-control-zoom-in")
    page.wait_for_function(
        "(d) => document.querySelector('path[data-layer=areas]').getAttribute('d') !== d", arg=start
    )
    page.wait_for_timeout(400)
    place = _map_place(person)
    before = _shown(person)
    steps = [before]
    person.choose(one)
    steps.append(_shown(person))
    person.choose(two)
    steps.append(_shown(person))
    person.area(facts.areas[-1]).press("Enter")
    steps.append(_shown(person))
    assert [step[0] for step in steps[1:]] == [one, two, two]
    assert steps[-1][1] == [facts.areas[-1]] != before[1]
    for step in reversed(steps[:-1]):
        page.go_back()
        page.wait_for_function("(i) => blok.state.get().indicator === i", arg=step[0])
        assert _shown(person) == step
    for step in steps[1:]:
        page.go_forward()
        page.wait_for_function("(a) => blok.state.get().areas[0] === a", arg=step[1][0])
        assert _shown(person) == step
    assert _map_place(person) == place
    assert person.page.evaluate("performance.getEntriesByType('navigation').length") == 1


def test_the_clock_makes_no_step_for_back(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server)
    page = person.page
    page.evaluate("blok.state.set({}, false)")
    person.rest()
    length = page.evaluate("history.length")
    page.focus("#year")
    for key in ("Home", "ArrowRight", "ArrowRight"):
        page.keyboard.press(key)
    person.rest()
    page.keyboard.press("End")
    person.rest()
    assert page.evaluate("history.length") == length
    assert person.query["aar"] == str(facts.years[-1])


def test_back_returns_to_the_year_that_was_left(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server)
    page = person.page
    page.focus("#year")
    page.keyboard.press("Home")
    area = next(a for a in facts.areas if a not in person.state["areas"])
    person.area(area).press("Enter")
    page.focus("#year")
    page.keyboard.press("End")
    person.rest()
    page.go_back()
    page.wait_for_function("(y) => blok.state.get().year === y", arg=facts.years[0])
    assert page.text_content("#clock .year") == str(facts.years[0])
