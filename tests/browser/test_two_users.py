"""Two people at once do not see each other's choices."""

from collections.abc import Callable

from .facts import Facts
from .serving import Server
from .visiting import Visit


def test_two_people_choose_different_things(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    choices = [
        (next(iter(facts.indicators)), facts.areas[0], facts.years[0]),
        (list(facts.indicators)[1], facts.areas[1], facts.years[-1]),
    ]
    people = [visit(server), visit(server, "?sprog=en")]
    for person, (indicator, area, _) in zip(people, choices, strict=True):
        person.choose(indicator)
        person.area(area).press("Enter")
    for person, (*_, year) in zip(people, choices, strict=True):
        person.set(year=year)
    for person in people:
        person.rest()
    texts = [(person.text("#panel"), person.text("#legend")) for person in people]
    for person, (indicator, area, year) in zip(people, choices, strict=True):
        wanted = (indicator, [area], year)
        assert (person.state["indicator"], person.state["areas"], person.state["year"]) == wanted
        person.page.reload()
        person.ready()
        assert (person.state["indicator"], person.state["areas"], person.state["year"]) == wanted
    assert [(person.text("#panel"), person.text("#legend")) for person in people] == texts
    assert [person.page.get_attribute("html", "lang") for person in people] == ["da", "en"]
    newcomer = visit(server)
    assert newcomer.state["indicator"] == facts.descriptor["start"]["indicator"]
