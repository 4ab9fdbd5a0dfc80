"""The server answers what the pages ask for, and nothing else, with the usual headers."""

import gzip
import json
import platform
import re
from importlib.metadata import version
from pathlib import Path

import brotli
import pytest

from dashboard.app import create_app
from dashboard.catalogue import LANGUAGES, catalogue
from dashboard.settings import Settings
from dashboard.sitemap import PAGES
from tests.integration.conftest import layout_of, prefix_of
from tests.packages_editing import TINYTOWN

IN_LANGUAGES = [f"{path}?sprog={language}" for language in LANGUAGES for path in PAGES]
OWN = [*PAGES, "/health"]
OF_DASH = ["/_dash-layout", "/_dash-dependencies", "/assets/state.js", "/_favicon.ico"]
UNKNOWN = [
    "/nothing", "/om/", "/om/more", "/.git/config", "/static/x", "/assets/nothing.js",
    "/assets/../app.py", "/assets/%2e%2e/app.py", "/_dash-nothing", "/_dash-config",
    "/_dash-component-suites/dash/nothing.js", "/_dash-component-suites/nothing/x.js",
    "/pages/0123456789abcdef/da/map/_dash-layout", "/pages/da/map", "/bundle/0123456789abcdef/map.js", "/mcp", "/_mcp",
    "/data/abc/da.json", "/health/more",
]  # fmt: skip
WRITING = ["POST", "PUT", "PATCH", "DELETE", "TRACE"]


def data_address(site, language="da"):
    page = site.ask(f"/?sprog={language}").text
    return re.search(r'data-document="([^"]+)"', page)[1]


@pytest.mark.parametrize("path", PAGES)
def test_a_page_says_its_language_title_and_where_its_data_is(randers_site, path):
    page = randers_site.ask(path)
    assert (page.status, page.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert '<html lang="da"' in page.text
    assert re.search("<title>.*Fra Blok til By.*</title>", page.text)
    assert f'data-page="{PAGES[path]}"' in page.text
    assert re.fullmatch(f"/pages/[0-9a-f]{{16}}/da/{PAGES[path]}/", prefix_of(randers_site, path))
    assert randers_site.ask(data_address(randers_site)).status == 200


def test_english_by_switch(randers_site):
    page = randers_site.ask("/?sprog=en").text
    assert '<html lang="en"' in page
    assert catalogue("en").text("app.loading") in page
    assert re.fullmatch("/pages/[0-9a-f]{16}/en/map/", prefix_of(randers_site, "/?sprog=en"))


@pytest.mark.parametrize("wanted", ["", "xx", "EN", "../en", "<script>", "da&sprog=en"])
def test_a_language_that_is_none_is_danish(randers_site, wanted):
    page = randers_site.ask("/", query_string=f"sprog={wanted}")
    assert page.status == 200
    assert '<html lang="da"' in page.text


def test_nothing_of_an_address_is_repeated_in_the_page(randers_site):
    word = "<b>zebra</b>"
    for path in (*PAGES, "/nothing", "/data/zebra/da.json"):
        page = randers_site.ask(path, query_string={"sprog": word, "omraader": word, "aar": word})
        assert "zebra" not in page.text


def test_every_page_has_a_title_of_its_own(randers_site):
    titles = [re.search("<title>(.*)</title>", randers_site.ask(path).text)[1] for path in PAGES]
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("address", [*OWN, *OF_DASH, *UNKNOWN])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_answer_has_the_security_headers(tinytown_site, address, method):
    headers = tinytown_site.ask(address, method).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-eval" not in policy
    assert "'unsafe-inline'" not in policy.split("script-src")[1].split(";")[0]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "geolocation=(self)" in headers["Permissions-Policy"]
    assert "fullscreen=(self)" in headers["Permissions-Policy"]


def test_nobody_outside_may_be_asked(tinytown_site):
    policy = tinytown_site.ask("/").headers["Content-Security-Policy"]
    assert not re.search(r"https?:|\*", policy)


def test_a_tile_server_is_allowed_for_pictures_only():
    settings = Settings(package=TINYTOWN, tiles_url="https://{s}.tiles.example/{z}/{x}/{y}.png")
    answer = create_app(settings).server.test_client().get("/")
    allowed = [part.split()[0] for part in answer.headers["Content-Security-Policy"].split(";")
               if "https://*.tiles.example" in part]  # fmt: skip
    assert allowed == ["img-src"]


def test_health_is_never_kept(tinytown_site):
    answer = tinytown_site.ask("/health")
    assert (answer.status, answer.text) == (200, "ok")
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize("language", LANGUAGES)
def test_data_is_kept_for_ever_under_its_own_name(tinytown_site, language):
    answer = tinytown_site.ask(data_address(tinytown_site, language))
    assert answer.headers["Content-Type"] == "application/json"
    kept = set(answer.headers["Cache-Control"].split(", "))
    assert kept == {"public", "immutable", "max-age=31536000"}
    assert json.loads(answer.body)["language"] == language


def test_data_under_another_name_is_told_in_danish(tinytown_site):
    answer = tinytown_site.ask("/data/0123456789abcdef/da.json")
    assert answer.status == 404
    assert "Disse data findes ikke. Genindlæs siden." in answer.text


def test_data_that_is_none_is_not_served(tinytown_site):
    version_of = data_address(tinytown_site).split("/")[2]
    for name in ("sv.json", "da.json.bak", "..%2f..%2fapp.py", "datapackage.json"):
        assert tinytown_site.ask(f"/data/{version_of}/{name}").status == 404


def test_a_page_names_what_it_asks_for_later(tinytown_site):
    page = tinytown_site.ask("/steder").text
    network = tinytown_site.ask(re.search(r'data-network="([^"]+)"', page)[1])
    assert set(json.loads(network.body)) >= {"edges", "lines", "destinations"}
    assert "data-streets" not in page  # none were imported


def test_two_packages_have_different_names(randers_site, tinytown_site):
    assert data_address(randers_site) != data_address(tinytown_site)


@pytest.mark.parametrize("page", IN_LANGUAGES)
def test_a_layout_is_json_that_is_kept_for_ever_under_its_own_name(tinytown_site, page):
    answer = layout_of(tinytown_site, page)
    assert (answer.status, answer.headers["Content-Type"]) == (200, "application/json")
    assert json.loads(answer.body)["props"]["children"]
    assert "immutable" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("address", UNKNOWN)
def test_what_is_not_known_is_not_found(tinytown_site, address):
    answer = tinytown_site.ask(address)
    assert answer.status == 404
    assert '<html lang="da"' in answer.text
    assert 'href="/' in answer.text
    assert "react" not in answer.text


def test_not_found_is_said_in_english_too(tinytown_site):
    assert catalogue("en").text("app.not_found") in tinytown_site.ask("/nothing?sprog=en").text


@pytest.mark.parametrize("address", ["/", "/health", "/_dash-update-component", "/nothing"])
@pytest.mark.parametrize("method", WRITING)
def test_nothing_can_be_written(tinytown_site, address, method):
    answer = tinytown_site.ask(address, method, json={"output": "page.children"})
    assert answer.status == 405
    assert answer.headers["Allow"] == "GET, HEAD, OPTIONS"
    assert catalogue("da").text("error.method") in answer.text


@pytest.mark.parametrize("address", OWN)
def test_head_answers_as_get_without_a_body(tinytown_site, address):
    head, get = tinytown_site.ask(address, "HEAD"), tinytown_site.ask(address)
    assert (head.status, head.body) == (200, b"")
    assert head.headers["Content-Type"] == get.headers["Content-Type"]


@pytest.mark.parametrize("address", [*OWN, "/_dash-dependencies", "/nothing"])
def test_no_answer_tells_what_the_server_runs_on(tinytown_site, address):
    answer = tinytown_site.ask(address)
    told = answer.text + str(answer.headers)
    assert f"{platform.python_version()}" not in told
    assert "Werkzeug" not in told
    assert not re.search(r'"(python|dash|plotly)_version(_url)?"', told)
    assert f'"{version("dash")}"' not in told


@pytest.mark.parametrize(("encoding", "unpack"), [("gzip", gzip.decompress),
                                                  ("br", brotli.decompress)])  # fmt: skip
def test_data_is_sent_small(randers_site, encoding, unpack):
    address = data_address(randers_site)
    plain = randers_site.ask(address, headers={"Accept-Encoding": "identity"})
    packed = randers_site.ask(address, headers={"Accept-Encoding": encoding})
    assert packed.headers["Content-Encoding"] == encoding
    assert "Accept-Encoding" in packed.headers["Vary"]
    assert len(packed.body) < len(plain.body) / 4
    assert unpack(packed.body) == plain.body


def test_a_kept_compressed_answer_is_that_of_its_own_address(tinytown_site):
    def unpacked(address):
        answer = tinytown_site.ask(address, headers={"Accept-Encoding": "br"})
        assert answer.headers["Content-Encoding"] == "br"
        return brotli.decompress(answer.body)

    for _ in range(2):
        for language in LANGUAGES:
            found = json.loads(unpacked(data_address(tinytown_site, language)))
            assert found["language"] == language


def ids_in(part):
    """Every id in a layout, as it is sent."""
    if isinstance(part, list):
        return {found for child in part for found in ids_in(child)}
    if not isinstance(part, dict):
        return set()
    props = part.get("props", {})
    own = {props["id"]} if isinstance(props.get("id"), str) else set()
    return own | ids_in(props.get("children"))


def test_every_callback_is_wired_to_elements_that_are_there(tinytown_site):
    for page in IN_LANGUAGES:
        present = ids_in(json.loads(layout_of(tinytown_site, page).body))
        wires = json.loads(
            tinytown_site.ask(f"{prefix_of(tinytown_site, page)}_dash-dependencies").body
        )
        assert wires
        for wire in wires:
            assert {wired["id"] for wired in (*wire["inputs"], *wire["state"])} <= present
            outputs = [out for out in wire["output"].strip(".").split("...") if "." in out]
            assert {out.split(".")[0] for out in outputs} <= present


def asked_of_the_server(site, page):
    wires = json.loads(site.ask(f"{prefix_of(site, page)}_dash-dependencies").body)
    return [wire["output"] for wire in wires if not wire["clientside_function"]]


def test_a_drawn_path_is_the_only_thing_that_the_server_is_asked_about(tinytown_site):
    asked = {path: asked_of_the_server(tinytown_site, path) for path in PAGES}
    assert {path for path, outputs in asked.items() if outputs} == {"/steder"}
    assert asked["/steder"] == ["path-answer.data-answer"]


def test_the_invented_town_is_served_whole(tinytown_site):
    page = tinytown_site.ask("/").text
    assert "<title>Tinby: en opdigtet by</title>" in page
    document = json.loads(tinytown_site.ask(data_address(tinytown_site)).body)
    assert set(document["indicators"]) == {"laesegrupper", "naboklager"}
    layout = layout_of(tinytown_site, "/").text
    (shapes,) = re.findall(r'"url": "([^"]+/shapes.json)"', layout)
    assert "moelleparken" in tinytown_site.ask(shapes).text
    assert "Randers" not in page + layout + json.dumps(document, ensure_ascii=False)


def test_every_script_and_style_of_a_page_is_there(tinytown_site):
    page = tinytown_site.ask("/").text
    addresses = re.findall(r'(?:src|href)="(/(?:bundle|suites)/[^"]+)"', page)
    assert len(addresses) > 5
    assert {Path(address).suffix for address in addresses} == {".js", ".css"}
    assert {tinytown_site.ask(address).status for address in addresses} == {200}


def test_no_page_sends_a_library_that_it_does_not_use(tinytown_site):
    for path in PAGES:
        page = tinytown_site.ask(path).text
        assert re.findall(r'src="[^"]*(?:polyfill|/dcc/|dash_table)[^"]*"', page) == []
        assert ("plotly-basic" in page) == (PAGES[path] == "compare")


@pytest.mark.parametrize("path", PAGES)
def test_scripts_and_styles_are_kept_for_ever_under_their_own_name(tinytown_site, path):
    own = PAGES[path]
    bundles = re.findall(
        r'"(/bundle/[0-9a-f]{16}/[a-z]+\.(?:js|css))"', tinytown_site.ask(path).text
    )
    assert [name.rpartition("/")[2] for name in bundles] == [f"{own}.css", f"{own}.js"]
    for address in bundles:
        answer = tinytown_site.ask(address)
        assert "immutable" in answer.headers["Cache-Control"]
        assert answer.headers["Content-Type"].startswith("text/")


def test_no_page_asks_anybody_else(tinytown_site):
    for path in PAGES:
        page = tinytown_site.ask(path).text
        # a link to a source asks nobody until it is followed
        asking = re.sub(r"<a [^>]*>", "", page)
        assert re.findall(r'(?:src|href)="(?:https?:)?//[^"]+"', asking) == []


def test_no_request_changes_what_the_next_one_gets(tinytown_site):
    before = tinytown_site.ask("/").text
    tinytown_site.ask("/?sprog=en&aar=2019&omraader=soegade")
    tinytown_site.ask("/nothing", "POST")
    assert tinytown_site.ask("/").text == before


def test_no_visitor_gets_a_cookie(tinytown_site):
    assert [a for a in OWN if "Set-Cookie" in tinytown_site.ask(a).headers] == []
