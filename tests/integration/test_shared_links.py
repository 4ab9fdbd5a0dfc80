"""What the page tells where no script of ours runs: shared links, robots, and visitors without."""

import io
import re
import struct
from html import unescape
from urllib.parse import quote
from xml.etree import ElementTree

import matplotlib.image
import pytest

from dashboard.app import create_app
from dashboard.catalogue import LANGUAGES, catalogue
from dashboard.pictures.icon_file import SIZES
from dashboard.settings import Settings
from dashboard.sitemap import PAGES
from tests.integration.conftest import Site
from tests.packages_editing import RANDERS

TOWN = "https://tal.example.org/by"


@pytest.fixture(scope="module")
def public_site():
    return Site(create_app(Settings(package=RANDERS, public_url=TOWN)).server)


def tags(site, address):
    """What the page says of itself, by name."""
    page = site.ask(address).text
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', page)
    return {name: unescape(text) for name, text in found}


def links(site, address):
    found = re.findall(
        r'<link rel="(canonical|alternate)"(?: hreflang="([^"]+)")? href="([^"]+)">',
        site.ask(address).text,
    )
    return {language or kind: unescape(at) for kind, language, at in found}


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_has_a_title_and_a_sentence_to_share(randers_site, path, language):
    told = tags(randers_site, f"{path}?sprog={language}")
    title = re.search("<title>(.*)</title>", randers_site.ask(f"{path}?sprog={language}").text)[1]
    assert told["og:title"] == unescape(title)
    assert told["description"] == told["og:description"]
    assert len(told["description"]) > 40
    assert "{" not in told["description"]
    assert told["og:locale"] == {"da": "da_DK", "en": "en_GB"}[language]


def test_a_link_to_a_series_and_a_year_is_told_with_both(randers_site, randers):
    series = next(i for i in randers.indicators if i.id == "skolefravaer")
    told = tags(randers_site, "/?indikator=skolefravaer&aar=2023")
    assert told["og:title"] == f"{series.name_da}, 2023 – {randers.descriptor.title_da}"
    assert told["og:description"].startswith(series.definition_da)
    english = tags(randers_site, "/?indikator=skolefravaer&aar=2023&sprog=en")
    assert english["og:title"] == f"{series.name_en}, 2023 – {randers.descriptor.title_en}"


@pytest.mark.parametrize("query", ["aar=2018", "aar=1066", "aar=2023.0", "aar=", ""])
def test_a_year_without_figures_is_not_told(randers_site, query):
    title = tags(randers_site, f"/?indikator=skolefravaer&{query}")["og:title"]
    assert not re.search(r"\d{4} –", title)
    assert title.startswith(
        tags(randers_site, "/?indikator=skolefravaer&aar=2023")["og:title"][:10]
    )


def test_a_series_that_is_none_is_told_as_the_page(randers_site):
    for wrong in ("zebra", "constructor", '"><script>', "skolefravaer,udsaettelser"):
        assert tags(randers_site, f"/?indikator={quote(wrong)}") == tags(randers_site, "/")


def test_without_an_address_of_its_own_a_site_tells_no_picture_and_no_address(randers_site):
    page = randers_site.ask("/?indikator=skolefravaer&aar=2023").text
    assert tags(randers_site, "/")["twitter:card"] == "summary"
    for word in ("og:image", "og:url", "canonical", "hreflang"):
        assert word not in page


@pytest.mark.parametrize("address", ["/?indikator=udsaettelser&aar=2024&sprog=en", "/om",
                                     "/sammenlign?indikator=jobparate&aar=2017"])  # fmt: skip
def test_the_picture_of_a_shared_link_is_there(public_site, address):
    told = tags(public_site, address)
    assert told["twitter:card"] == "summary_large_image"
    assert told["og:image"].startswith(f"{TOWN}/download/map.png?")
    picture = public_site.ask(told["og:image"].removeprefix(TOWN))
    assert (picture.status, picture.body[:4]) == (200, b"\x89PNG")
    assert told["og:image:alt"]


def test_a_public_page_names_itself_in_both_languages(public_site):
    found = links(public_site, "/?aar=2023&sprog=en&indikator=skolefravaer&omraader=vangdalen")
    danish = f"{TOWN}/?aar=2023&indikator=skolefravaer"
    english = f"{danish}&sprog=en"
    assert found == {"canonical": english, "da": danish, "en": english, "x-default": danish}
    assert tags(public_site, "/data?sprog=en")["og:url"] == f"{TOWN}/data?sprog=en"


def test_the_icon_is_a_real_one_and_kept(randers_site):
    answer = randers_site.ask("/favicon.ico")
    assert (answer.status, answer.headers["Content-Type"]) == (200, "image/x-icon")
    assert "max-age=86400" in answer.headers["Cache-Control"]
    assert struct.unpack("<HHH", answer.body[:6]) == (0, 1, len(SIZES))
    for number, size in enumerate(SIZES):
        entry = answer.body[6 + 16 * number : 22 + 16 * number]
        width, height, *_, length, at = struct.unpack("<BBBBHHII", entry)
        picture = matplotlib.image.imread(io.BytesIO(answer.body[at : at + length]), format="png")
        assert picture.shape == (height, width, 4) == (size, size, 4)
        assert picture[0, 0, 3] < 0.1  # the corner is round
        ground, house = (
            picture[int(size * 0.9), size // 2],
            picture[int(size * 0.6), int(size * 0.37)],
        )
        assert [round(float(c) * 255) for c in ground] == [0x0B, 0x55, 0x63, 255]
        assert [round(float(c) * 255) for c in house] == [255, 255, 255, 255]


def test_the_page_keeps_its_icon_as_data(randers_site):
    icon = re.search(r'<link rel="icon" href="([^"]+)">', randers_site.ask("/").text)[1]
    assert icon.startswith("data:image/svg+xml,")


def test_robots_may_read_pages_and_the_picture_of_a_link(randers_site, public_site):
    rules = randers_site.ask("/robots.txt").text
    assert rules.splitlines() == [
        "User-agent: *",
        "Allow: /download/map.png",
        "Disallow: /download/",
    ]
    assert randers_site.ask("/sitemap.xml").status == 404
    assert f"Sitemap: {TOWN}/sitemap.xml" in public_site.ask("/robots.txt").text


def test_the_list_of_pages_names_each_in_every_language(public_site):
    tree = ElementTree.fromstring(public_site.ask("/sitemap.xml").body)
    told = [place.text for place in tree.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert len(told) == len(set(told)) == len(PAGES) * len(LANGUAGES)
    assert {public_site.ask(address.removeprefix(TOWN)).status for address in told} == {200}


def without_script(site, address):
    return re.search(r"<noscript>(.*?)</noscript>", site.ask(address).text, re.DOTALL)[1]


@pytest.mark.parametrize("site", ["randers_site", "tinytown_site"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_without_javascript_every_file_is_a_plain_link(request, site, language):
    site = request.getfixturevalue(site)
    inside = without_script(site, f"/?sprog={language}")
    assert catalogue(language).text("app.noscript.figures") in inside
    found = [unescape(at) for at in re.findall(r'href="([^"]+)"', inside)]
    kinds = {at.split("?")[0] for at in found}
    assert {"/download/values.csv", "/download/values-excel.csv", "/download/values.xlsx",
            "/download/map.png", "/download/memo.pdf"} <= kinds  # fmt: skip
    tables = [at for at in found if at.startswith("/download/values")]
    memos = [at for at in found if "memo" in at][:1]
    maps = [at for at in found if "map.png" in at][:2]
    assert {site.ask(at).status for at in tables + memos + maps} == {200}


@pytest.mark.parametrize("path", PAGES)
def test_without_javascript_no_page_says_that_it_is_loading(randers_site, path):
    assert "#loading, ._dash-loading { display: none }" in without_script(randers_site, path)
