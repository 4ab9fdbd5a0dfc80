"""Nobody outside is asked for anything."""

from collections.abc import Callable
from urllib.parse import urlsplit

from .facts import Facts
from .serving import Server
from .visiting import Visit


def test_all_requests_go_to_the_own_server(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    person = visit(server)
    page = person.page
    for indicator in list(facts.indicators)[:2]:
        page.select_option("#indicator", indicator)
        page.wait_for_function("(i) => blok.state.get().indicator === i", arg=indicator)
    person.feature(facts.features("parks")[0]).press("Enter")
    page.click(".leaflet-control-zoom-in")
    page.click("[data-language=en]")
    person.ready()
    page.wait_for_load_state("networkidle")
    asked = {urlsplit(url).netloc for url in person.requests if not url.startswith("data:")}
    assert asked == {server.host}
