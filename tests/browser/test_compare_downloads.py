"""The figures of every view can be taken away, and are those that it shows."""

import csv
import io
from collections.abc import Callable

import pytest

from .facts import Facts
from .serving import Server
from .visiting import Visit

VIEWS = ("tid", "matrix", "aar", "rang", "maal", "indsatser", "pas")


def taken(person: Visit, server: Server) -> list[dict[str, str]]:
    href = person.page.get_attribute(".takeaway:visible [data-key=take-values-csv]", "href") or ""
    answer = person.page.request.get(server.url + href.lstrip("/"))
    assert answer.status == 200
    return list(csv.DictReader(io.StringIO(answer.text().lstrip("\ufeff"))))


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_gives_its_figures_in_every_format(
    server: Server, visit: Callable[..., Visit], view: str
) -> None:
    person = visit(server, f"/sammenlign?fane={view}")
    person.page.wait_for_selector(".takeaway:visible")
    assert taken(person, server)
    for kind in ("csv-excel", "xlsx", "geojson", "gpkg"):
        key = f".takeaway:visible [data-key=take-values-{kind}]"
        href = person.page.get_attribute(key, "href") or ""
        assert person.page.request.get(server.url + href.lstrip("/")).status == 200


def test_a_matrix_gives_the_series_of_its_theme_and_the_places_of_its_rows(
    randers_server: Server, visit: Callable[..., Visit]
) -> None:
    person = visit(randers_server, "/sammenlign?fane=matrix&omraader=vangdalen,energivej")
    rows = taken(person, randers_server)
    columns = person.page.eval_on_selector_all(
        ".matrix th[data-column]:not(.place)", "(heads) => heads.map((h) => h.dataset.column)"
    )
    assert {row["indicator"] for row in rows} <= set(columns)
    assert {row["geography"] for row in rows} == {"vangdalen", "energivej", "randers-kommune"}


def test_a_passport_gives_all_places_of_its_series(
    server: Server, facts: Facts, visit: Callable[..., Visit]
) -> None:
    indicator = next(iter(facts.indicators))
    person = visit(server, f"/sammenlign?fane=pas&indikator={indicator}")
    wanted = [r for r in facts.table("observations") if r["indicator"] == indicator]
    assert len(taken(person, server)) == len(wanted)
