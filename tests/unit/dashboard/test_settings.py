"""Settings come from the environment, each with a default that works."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.settings import RELEASES, Settings, SettingsError, read_settings


def test_nothing_set_is_the_default():
    assert read_settings({}) == Settings()


def test_the_default_package_is_there():
    assert (Settings().package / "datapackage.json").is_file()


def test_nobody_outside_this_machine_is_served_by_default():
    assert Settings().host == "127.0.0.1"


def test_every_setting_can_be_set():
    settings = read_settings(
        {
            "BLOKTILBY_HOST": "0.0.0.0",
            "BLOKTILBY_PORT": "9000",
            "BLOKTILBY_PACKAGE": "some/town",
            "BLOKTILBY_TILES_URL": "https://tiles.example/{z}/{x}/{y}.png",
            "BLOKTILBY_TILES_ATTRIBUTION": "Example",
            "BLOKTILBY_PUBLIC_URL": "https://tal.example/by/",
            "BLOKTILBY_RELEASE": "some/release",
        }
    )
    tiles = "https://tiles.example/{z}/{x}/{y}.png"
    assert settings == Settings(
        "0.0.0.0",
        9000,
        Path("some/town"),
        tiles,
        "Example",
        "https://tal.example/by",
        release=Path("some/release"),
    )


@pytest.mark.parametrize(
    "url",
    ["tal.example", "ftp://tal.example", "https://", "//tal.example", "https://tal.example/#x",
     "https://me:secret@tal.example", "https://tal.example;x"],
)  # fmt: skip
def test_a_public_address_that_is_none_is_refused_by_name(url):
    with pytest.raises(SettingsError, match=r"BLOKTILBY_PUBLIC_URL: found .*; allowed: an http"):
        read_settings({"BLOKTILBY_PUBLIC_URL": url})


def test_other_variables_are_not_read():
    assert read_settings({"PORT": "9000", "HOST": "elsewhere"}) == Settings()


@pytest.mark.parametrize("port", ["", "0", "65536", "-1", "80.5", "http", "8050 ", "²"])
def test_a_port_that_is_none_is_refused_by_name(port):
    with pytest.raises(SettingsError, match=r"BLOKTILBY_PORT: found .*; allowed: .*65535"):
        read_settings({"BLOKTILBY_PORT": port})


@pytest.mark.parametrize("port", ["1", "65535"])
def test_the_first_and_the_last_port_are_taken(port):
    assert read_settings({"BLOKTILBY_PORT": port}).port == int(port)


@pytest.mark.parametrize("url", ["http://tiles.example/", "//tiles.example/", "tiles", "/tiles"])
def test_tiles_come_over_https_only(url):
    with pytest.raises(SettingsError, match=r"BLOKTILBY_TILES_URL: found .*; allowed: an https"):
        read_settings({"BLOKTILBY_TILES_URL": url})


@pytest.mark.parametrize(
    ("url", "origin"),
    [
        ("", ""),
        ("https://tiles.example/{z}/{x}/{y}.png?token=secret", "https://tiles.example"),
        ("https://{s}.tiles.example:8443/{z}", "https://*.tiles.example:8443"),
    ],
)
def test_the_origin_of_the_tiles_is_scheme_and_host_only(url, origin):
    assert Settings(tiles_url=url).tiles_origin == origin


@pytest.mark.parametrize(
    "url", ["https://", "https://a.example;script-src", "https://me:x@a.example/", "https:///{z}"]
)
def test_a_tile_server_that_would_change_the_policy_is_refused(url):
    with pytest.raises(SettingsError, match=r"BLOKTILBY_TILES_URL: found"):
        read_settings({"BLOKTILBY_TILES_URL": url})


def test_tile_servers_may_share_the_work_and_have_a_port():
    for url in ("https://{s}.tiles.example/{z}.png", "https://tiles.example:8443/{z}.png"):
        assert read_settings({"BLOKTILBY_TILES_URL": url}).tiles_url == url


@pytest.mark.parametrize("origin", ["https://a.example;script-src", "https://u:p@a.example"])
def test_an_origin_that_would_change_the_policy_is_refused(origin):
    with pytest.raises(SettingsError, match=r"BLOKTILBY_EMBED_ORIGINS: found"):
        read_settings({"BLOKTILBY_EMBED_ORIGINS": origin})


def test_every_package_has_a_release_folder_of_its_own():
    one, other = Settings(package=Path("a/town")), Settings(package=Path("b/town"))
    assert one.release_folder != other.release_folder
    assert one.release_folder.parent == other.release_folder.parent == RELEASES
    assert replace(one, release=Path("here")).release_folder == Path("here")
