"""Ask a served package for everything that it answers, and hold that nothing fails."""

import json
import re
from typing import Any
from urllib.parse import urlencode

from flask import Flask
from hypothesis import strategies as st

from dashboard.catalogue import LANGUAGES
from dashboard.making.formats import FORMATS
from dashboard.memo.request import PLACE_KINDS
from dashboard.sitemap import PAGES
from geodata.files.endings import ending
from geodata.files.selection import REMARKS
from geodata.package.package import Package
from geodata.tables.periods import clock_year
from layers.comparisons import Mode
from tests.serving import served_here

#: The public address brings the tags for shared links, with a picture of the map.
PUBLIC = "https://by.example"
#: What a programmer forgot: words of a language that are no words of ours.
_NAMED = re.compile(
    r"/(?:data|bundle|pages)/[0-9a-f]{16}/(?:[a-z/]+/_dash-[a-z]+|[a-z-]+(?:\.[a-z]+)+)"
)
_SLIPS = re.compile(r"\b(undefined|NaN|nan|null)\b|.\bNone\b|Timestamp\(|<[a-z_.]+ object at")


def served(package: Package) -> Flask:
    """Return the server of a package that was read; its release lies in the package's folder."""
    server = served_here(package, package.path / ".release", public_url=PUBLIC)
    server.testing = True  # a failure is told, not answered
    return server


def failures(server: Flask, addresses: list[str], refusable: bool = False) -> list[str]:
    """Return the addresses that do not answer; `refusable` ones may be refused in words."""
    fine = (200, 400) if refusable else (200,)
    client = server.test_client()
    found = []
    for address in addresses:
        with client.get(address) as answer:
            body = answer.get_data()
            wrong = answer.status_code not in fine or not body
            slips = slips_in(body.decode()) if "json" in answer.content_type and not wrong else []
            if wrong or slips:
                found.append(f"{answer.status_code} {address} {slips}")
    return found


def slips_in(body: str) -> list[str]:
    """Return the texts of a JSON answer that no reader should see; raise `ValueError` for NaN."""

    def refuse(constant: str) -> None:
        raise ValueError(f"{constant} is no JSON")

    return [text for text in _texts(json.loads(body, parse_constant=refuse)) if _SLIPS.search(text)]


def _texts(found: Any) -> list[str]:
    if isinstance(found, str):
        return [found]
    parts = found.values() if isinstance(found, dict) else found if isinstance(found, list) else ()
    return [text for part in parts for text in _texts(part)]


def pages(server: Flask) -> list[str]:
    """The pages, and what the pages fetch: layouts, wires, documents, scripts."""
    addresses = ["/health", "/robots.txt", "/sitemap.xml", "/favicon.ico"]
    for language in LANGUAGES:
        for path in PAGES:
            query = urlencode({"sprog": language, "indikator": "serie-0", "aar": 2023})
            addresses.append(f"{path}?{query}")
    return [*addresses, *documents(server, addresses)]


def documents(server: Flask, addresses: list[str]) -> list[str]:
    """What pages and layouts name of the release."""
    client, found = server.test_client(), set()
    asked = list(addresses)
    while asked:
        with client.get(asked.pop()) as answer:
            text = answer.get_data().decode(errors="replace")
        new = set(_NAMED.findall(text)) - found
        found |= new
        asked += [address for address in new if address.endswith("_dash-layout")]
    return sorted(found)


def files(package: Package) -> list[str]:
    """Every file of all figures; a package without figures refuses them in words."""
    return [f"/download/values{ending(kind)}" for kind in FORMATS]


@st.composite
def asked(draw: st.DrawFn, package: Package) -> list[str]:
    """A chart, a map of each kind, a memo and a file of some figures, with choices by chance."""
    series, language = [i.id for i in package.indicators], draw(st.sampled_from(LANGUAGES))
    years = list(range(package.descriptor.first_year, package.descriptor.last_year + 1))
    counted = sorted({clock_year(o.period) for o in package.observations} - {None}) or years
    places = [g.id for g in package.geographies if g.kind in PLACE_KINDS]
    groups = [g.id for g in package.geographies if g.kind == "comparison"]
    some = {
        "indikator": st.sampled_from(series), "sprog": st.just(language),
        "omraader": st.just("") | _list(places, 9), "mod": st.sampled_from(["", *groups]),
        "vis": st.sampled_from([str(mode) for mode in Mode]), "aar": st.sampled_from(years),
        "forbehold": st.sampled_from(sorted(REMARKS)), "soeg": st.sampled_from(["a", "%", "2023"]),
    }  # fmt: skip

    def address(path: str, *keys: str, **more: Any) -> str:
        chosen = {key: draw(some[key]) for key in keys if draw(st.booleans()) or key == keys[0]}
        return f"/download/{path}?{urlencode(chosen | more)}"

    kinds = draw(st.permutations(["svg", "png"]))
    return [
        address(f"chart.{kinds[0]}", "indikator", "sprog", "omraader", "mod"),
        address(f"map.{kinds[0]}", "indikator", "sprog", "aar", "vis"),
        address(f"map.{kinds[0]}", "indikator", "sprog"),
        address(f"map.{kinds[1]}", "indikator", "sprog", fra=counted[0], aar=counted[-1]),
        address("memo.pdf", "indikator", "sprog", "omraader", "mod", "aar", "vis"),
        address("memo.pdf", "sprog", indikator=",".join(series)),
        address(f"values{ending(draw(st.sampled_from(list(FORMATS))))}", "sprog", "indikator",
                "omraader", "forbehold", "soeg"),
    ]  # fmt: skip


def _list(ids: list[str], most: int) -> st.SearchStrategy[str]:
    chosen = st.lists(st.sampled_from(ids), min_size=1, max_size=most, unique=True)
    return chosen.map(",".join)
