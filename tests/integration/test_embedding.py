"""A view may be framed by the sites that a setting names, and by nobody else."""

import pytest

from dashboard.app import create_app
from dashboard.catalogue import catalogue
from dashboard.settings import Settings, SettingsError, read_settings
from tests.integration.conftest import Site
from tests.packages_editing import TINYTOWN

FRAMED = {"Sec-Fetch-Dest": "iframe", "Sec-Fetch-Site": "cross-site"}
FRIEND = {**FRAMED, "Referer": "https://town.example/page"}
STRANGER = {**FRAMED, "Referer": "https://other.example/"}


@pytest.fixture(scope="module")
def site():
    settings = Settings(package=TINYTOWN, embed_origins=("https://town.example",))
    return Site(create_app(settings).server)


def frames(answer):
    policy = answer.headers["Content-Security-Policy"]
    return policy.partition("frame-ancestors")[2].split(";")[0].strip()


@pytest.mark.parametrize("path", ["/", "/sammenlign"])
def test_a_listed_site_may_frame_a_view(site, path):
    answer = site.ask(f"{path}?embed=1", headers=FRIEND)
    assert (answer.status, frames(answer)) == (200, "https://town.example")
    assert 'data-embed="1"' in answer.text


def test_a_listed_site_may_not_frame_the_whole_page(site):
    assert site.ask("/sammenlign", headers=FRIEND).status == 403


def test_an_unlisted_site_is_told_so_in_words(site):
    answer = site.ask("/sammenlign?embed=1&sprog=en", headers=STRANGER)
    assert answer.status == 403
    assert catalogue("en").text("error.framed") in answer.text
    assert frames(answer) == "*"
    assert "data-embed" not in answer.text


def test_a_visit_is_no_frame(site):
    answer = site.ask("/sammenlign", headers={"Sec-Fetch-Dest": "document"})
    assert (answer.status, frames(answer)) == (200, "'none'")
    assert "data-embed" not in answer.text


def test_a_frame_that_does_not_say_what_it_is_meets_the_policy(site):
    assert frames(site.ask("/sammenlign")) == "'none'"
    assert frames(site.ask("/sammenlign?embed=1")) == "https://town.example"


def test_without_the_setting_nobody_may(tinytown_site):
    assert tinytown_site.ask("/?embed=1", headers=FRIEND).status == 403
    assert frames(tinytown_site.ask("/?embed=1")) == "'none'"


@pytest.mark.parametrize("text", ["town.example", "http://town.example", "https://*.example",
                                  "https://town.example/path", "https://"])  # fmt: skip
def test_a_setting_that_is_no_origin_is_refused(text):
    with pytest.raises(SettingsError, match="EMBED_ORIGINS: found"):
        read_settings({"BLOKTILBY_EMBED_ORIGINS": text})


def test_origins_stand_with_spaces_between():
    found = read_settings({"BLOKTILBY_EMBED_ORIGINS": "https://a.example https://b.example:8443"})
    assert found.embed_origins == ("https://a.example", "https://b.example:8443")
