"""Serve a package within the test's own process."""

from dataclasses import dataclass, replace
from pathlib import Path

from flask import Flask

from dashboard.app import create_app
from dashboard.compiling.materials import Materials
from dashboard.compiling.whole import compile_release
from dashboard.making.makers import delivered
from dashboard.making.product import Job, Product
from dashboard.making.stock import Stock
from dashboard.making.workshop import made
from dashboard.release.reading import open_release
from dashboard.settings import Settings
from geodata.package.package import Package


@dataclass(frozen=True)
class MakersHere:
    """Makes files at once, without a process of its own."""

    stock: Stock

    def make(self, job: Job) -> Product:
        return delivered(made(job, self.stock))


def served_here(package: Package, out: Path, **options: str) -> Flask:
    """Compile a package that was read into a folder, without compressing, and serve it."""
    settings = replace(Settings(package=package.path, release=out), **options)
    compile_release(settings, out, processes=1, packed=False)
    makers = MakersHere(Stock(Materials(package, settings)))
    return create_app(settings, open_release(out), makers, makers).server
