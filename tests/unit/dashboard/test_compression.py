"""What never changes is compressed once and kept; everything else passes through."""

import pytest
from flask import Request
from werkzeug.test import EnvironBuilder

from dashboard.compression import StaticCache, cache_key


def asked(path, **headers):
    return Request(EnvironBuilder(path, headers=headers).get_environ())


@pytest.mark.parametrize(
    "path", ["/assets/state.js", "/data/abc/da.json", "/pages/da/map/_dash-layout", "/bundle/abc/map.js",
             "/_dash-component-suites/dash/deps/react.js"],
)  # fmt: skip
def test_static_addresses_are_kept_by_their_path(path):
    assert cache_key(asked(f"{path}?m=1")) == path


@pytest.mark.parametrize("path", ["/", "/om", "/health", "/_dash-layout", "/_reload-hash"])
def test_what_depends_on_the_request_is_not_kept(path):
    assert cache_key(asked(path)) == ""


def test_a_file_of_a_library_is_kept_once_whatever_version_is_asked_for():
    suite = "/_dash-component-suites/plotly/package_data/plotly"
    keys = {cache_key(asked(f"{suite}.v{n}_0m{n}7.min.js")) for n in range(5)}
    assert keys == {f"{suite}.min.js"}


def test_part_of_a_file_is_not_kept():
    assert cache_key(asked("/assets/state.js", Range="bytes=0-9")) == ""


def test_a_kept_answer_is_returned():
    cache = StaticCache()
    cache.set("br;/assets/state.js", b"small")
    assert cache.get("br;/assets/state.js") == b"small"
    assert cache.get("gzip;/assets/state.js") is None


def test_the_smaller_of_two_answers_stays():
    cache = StaticCache()
    for answer in (b"quickly", b"small", b"quickly"):
        cache.set("br;/assets/state.js", answer)
    assert cache.get("br;/assets/state.js") == b"small"


def test_an_answer_without_an_address_is_not_kept():
    cache = StaticCache()
    cache.set("br;", b"of one visitor")
    assert cache.get("br;") is None
