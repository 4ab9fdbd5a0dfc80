"""Servers that the integration tests ask, without a network."""

import re
from dataclasses import dataclass

import pytest
from flask import Flask

from dashboard.app import create_app
from dashboard.settings import Settings
from tests.packages_editing import RANDERS, TINYTOWN


@dataclass(frozen=True)
class Answer:
    """An answer that was read whole, with its file closed."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode()


@dataclass(frozen=True)
class Site:
    """A served package."""

    server: Flask

    def ask(self, address: str, method: str = "GET", **options) -> Answer:
        with self.server.test_client().open(address, method=method, **options) as response:
            return Answer(response.status_code, dict(response.headers), response.get_data())


def layout_of(site: Site, page: str) -> Answer:
    """The layout that Dash's renderer asks for when it stands on a page."""
    return site.ask(f"{prefix_of(site, page)}_dash-layout")


def prefix_of(site: Site, page: str) -> str:
    """Where Dash's renderer looks for what it begins with."""
    return re.search(r'"requests_pathname_prefix": "([^"]+)"', site.ask(page).text)[1]


@pytest.fixture(scope="session")
def randers_site() -> Site:
    return Site(create_app(Settings(package=RANDERS)).server)


@pytest.fixture(scope="session")
def tinytown_site() -> Site:
    return Site(create_app(Settings(package=TINYTOWN)).server)
