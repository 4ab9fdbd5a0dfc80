"""A resident looks for a small figure, and is told that it is hidden and by which rule."""

import re
import shutil
from collections.abc import Callable, Iterator

import pytest

from tests.packages_editing import SMAABY

from .serving import Server, serve
from .visiting import WHOLE, Visit

RULE = "antal fra 1 til 4"


@pytest.fixture(scope="module")
def smaaby_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    # the release comes beside the package
    server = serve(shutil.copytree(SMAABY, tmp_path_factory.mktemp("town") / "smaaby"))
    yield server
    server.stop()


def test_a_hidden_figure_says_so_on_the_map_in_the_legend_panel_and_table(
    smaaby_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(smaaby_server, "/?aar=2023&indikator=raadgivning&omraader=nord")
    area = person.area("nord")
    assert area.get_attribute("fill") == "url(#pattern-hidden)"
    assert "Skjult af hensyn til enkeltpersoner" in str(area.get_attribute("aria-label"))
    assert person.page.locator("#pattern-hidden").count() == 1
    said = person.page.inner_text("body")
    assert said.count("Skjult af hensyn til enkeltpersoner") >= 2  # legend and panel
    assert RULE in said
    assert "2 tal er skjult af hensyn til enkeltpersoner." in said
    row = person.page.locator("#table tr[data-geography=nord]")
    assert "Skjult af hensyn til enkeltpersoner" in str(row.text_content())
    person.set(year=2022)
    assert person.area("nord").get_attribute("fill") != "url(#pattern-hidden)"
    assert "er skjult af hensyn" not in person.page.inner_text("body")


def test_nothing_that_a_page_fetches_has_a_hidden_figure(
    smaaby_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(smaaby_server, "/data")
    fetched = str(
        person.page.evaluate(f"JSON.stringify(await {WHOLE})".join(("(async () => ", ")()")))
    )
    everything = person.page.content() + fetched
    assert re.search(r"61[.,]37", everything)
    assert re.search(r"(?<![\d.,])(3[.,]73|48[.,]19|58[.,]3)(?!\d)", everything) is None
