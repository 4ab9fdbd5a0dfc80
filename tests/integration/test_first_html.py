"""The map page's first HTML is drawn for the address that is asked for, whatever that says."""

import gzip
import re

import brotli
import pytest

from tests.serving import served_here

from .conftest import Site

#: So much may the first HTML of the shipped package be, compressed.
MOST_KIB = 12
HOSTILE = [
    "aar=%3Cscript%3Ezebra%3C/script%3E", "indikator=zebra%22%3E%3Cimg%20src=x%3E", "vis=%00zebra",
    "omraader=zebra,zebra,%27%3E", "lag=zebra&lag=%3C!--%20drawn%20--%3Ezebra", "aar=9e999&omraader=" + "zebra," * 300,
    "sprog=zebra&aar=2023", "indikator=__class__&vis=__init__&x=zebra", "embed=zebra&aar=%F0%9F%A6%93zebra",
]  # fmt: skip


def drawn(site, address):
    page = site.ask(address).text
    return page.split('<div id="drawn"')[1].split("</main>")[0]


@pytest.mark.parametrize(("address", "year", "said"), [
    ("/", 2024, "Skolefravær, 0.-9. klasse"),
    ("/?aar=2023&indikator=skolefravaer", 2023, "6,6"),
    ("/?aar=2023&indikator=skolefravaer&vis=gap", 2023, "Forskel til kommunen"),
    ("/?aar=2022&indikator=udsaettelser&omraader=vangdalen", 2022, "<h2>Vangdalen</h2>"),
    ("/?aar=2023&sprog=en", 2023, "School absence"),
    ("/?aar=1800", 2017, "Ingen tal i 2017"),
])  # fmt: skip
def test_the_first_html_shows_what_the_address_asks_for(randers_site, address, year, said):
    inside = drawn(randers_site, address)
    assert f'<strong class="year">{year}</strong>' in inside
    assert said in inside
    assert inside.count("<svg") == 1
    assert inside.count('class="area') == 7


@pytest.mark.parametrize("query", HOSTILE)
def test_nothing_of_a_hostile_address_is_drawn(randers_site, query):
    answer = randers_site.ask(f"/?{query}")
    assert answer.status == 200
    assert "zebra" not in answer.text
    assert answer.text.count("<main") == 1
    assert len(re.findall(r"<script", answer.text)) == len(
        re.findall(r"<script", randers_site.ask("/").text)
    )


def test_the_first_html_is_small_and_compressed_as_it_is_asked_for(randers_site):
    plain = randers_site.ask("/")
    assert "Content-Encoding" not in plain.headers
    packed = randers_site.ask("/", headers={"Accept-Encoding": "gzip, br"})
    assert packed.headers["Content-Encoding"] == "br"
    assert packed.headers["Vary"] == "Accept-Encoding"
    assert brotli.decompress(packed.body) == plain.body
    zipped = randers_site.ask("/", headers={"Accept-Encoding": "gzip"})
    assert gzip.decompress(zipped.body) == plain.body
    assert len(packed.body) < MOST_KIB * 1024


def test_the_series_that_is_drawn_is_the_one_that_is_fetched_first(randers_site):
    page = randers_site.ask("/?indikator=nothing").text
    assert re.search(r'<link rel="preload" href="/data/\w+/series-skolefravaer-da.json"', page)


def test_other_pages_are_not_drawn(randers_site):
    assert 'id="drawn"' not in randers_site.ask("/steder").text


def test_a_series_that_was_changed_is_never_drawn(tinytown, tmp_path):
    site = Site(served_here(tinytown, tmp_path / "release"))
    assert site.ask("/").status == 200
    for file in (tmp_path / "release").rglob("series-*-en.json"):
        file.write_bytes(b"{}")
    answer = site.ask("/?sprog=en")
    assert answer.status == 503
    assert "<svg" not in answer.text


@pytest.mark.parametrize("path", ["/sammenlign", "/steder", "/data", "/om"])
def test_without_scripts_every_page_has_its_head_and_heading(randers_site, path):
    inside = re.search(r"<noscript>(.*?)</noscript>", randers_site.ask(path).text, re.DOTALL)[1]
    assert len(re.findall(r"<h1[ >]", inside)) == 1
    for other in ("/sammenlign", "/steder", "/data", "/om"):
        assert f'href="{other}"' in inside
    assert inside.count("<main") == inside.count("</main>") == 1
    assert "&lt;" not in inside
    assert 'href="/download/values.csv?sprog=da"' in inside


def test_without_scripts_the_page_about_the_figures_is_all_there(randers_site):
    inside = re.search(r"<noscript>(.*?)</noscript>", randers_site.ask("/om").text, re.DOTALL)[1]
    assert inside.count("<table") == 8
    assert inside.count("<h2") > 10
    assert "data-written" not in inside
