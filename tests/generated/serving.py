"""Ask a served package for everything that it answers, and hold that nothing fails."""

from pathlib import Path
from unittest.mock import patch
from urllib.parse import quote

from flask import Flask

from dashboard.app import create_app
from dashboard.catalogue import LANGUAGES
from dashboard.downloads import FORMATS
from dashboard.parts.header import PAGES
from dashboard.settings import Settings
from geodata.package import Package


def served(folder: Path) -> Flask:
    """Return the server of a package, which compresses nothing in advance: no visitor waits."""
    with patch("dashboard.app.warm"):
        return create_app(Settings(package=folder)).server


def failures(server: Flask, addresses: list[str], refusable: bool = False) -> list[str]:
    """Return the addresses that do not answer; `refusable` ones may be refused in words."""
    fine = (200, 400) if refusable else (200,)
    client = server.test_client()
    found = []
    for address in addresses:
        with client.get(address) as answer:
            if answer.status_code not in fine or not answer.get_data():
                found.append(f"{answer.status_code} {address}")
    return found


def pages() -> list[str]:
    """The pages and their layouts."""
    return [
        address
        for language in LANGUAGES
        for path, name in PAGES.items()
        for address in (f"{path}?sprog={language}", f"/pages/{language}/{name}/_dash-layout")
    ]


def takeaways(package: Package) -> list[str]:
    """Every chart, map, memo and file; one that has nothing to show is refused in words."""
    found = [f"/download/values.{kind}" for kind in FORMATS if kind != "csv-excel"]
    for language in LANGUAGES:
        for series in package.indicators:
            asked = f"indikator={series.id}&sprog={language}"
            found += [f"/download/{what}?{asked}" for what in ("chart.svg", "map.png", "memo.pdf")]
            found += [f"/download/map.svg?{asked}&vis={mode}" for mode in ("gap", "change")]
    every = quote(",".join(series.id for series in package.indicators[:5]))
    return [*found, f"/download/memo.pdf?indikator={every}"]
