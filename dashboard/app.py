"""Put a server together: a release, Dash for its callbacks, routes, makers and headers."""

from dash import Dash
from flask import Flask

from dashboard.archive.archive import Archive
from dashboard.archive.pages import add_editions
from dashboard.asking import add_asking
from dashboard.compiled import have_release
from dashboard.dash_app import dash_app
from dashboard.embedding import add_embedding
from dashboard.first import add_pages
from dashboard.making.kept import Kept
from dashboard.making.makers import PATH_LIMIT_S, WAITING_PATHS, ChildMakers, Makers
from dashboard.making.product import Ground
from dashboard.making.questions import path_answer
from dashboard.making.routes import add_making
from dashboard.release.folder import MADE
from dashboard.release.reading import COLUMNS, PACKAGE, Release
from dashboard.release.static import ReleaseFiles
from dashboard.routes import add_routes
from dashboard.security import protect, secure_headers
from dashboard.settings import Settings
from dashboard.wellknown import add_wellknown


def create_app(
    settings: Settings,
    release: Release | None = None,
    makers: Makers | None = None,
    walkers: Makers | None = None,
) -> Dash:
    """Return the app for the package of the settings.

    It is served from `release`; without one, from the package's own, compiled where it has to
    be. Raises `dashboard.compiled.CompileError` where that fails, and `ReleaseError` for a
    release that is not whole. Files on request are made by `makers`, drawn paths reckoned by
    `walkers`; without them by child processes.
    """
    served = release or have_release(settings)
    server = Flask(__name__.partition(".")[0])
    # the pages' rules come first: Dash has one for every address
    add_pages(server, served, settings.public_url)
    app = dash_app(path_answer(walkers or child_walkers(settings, served)), server)
    add_asking(app, server, served)
    add_embedding(server, settings.embed_origins)
    headers = secure_headers(settings, list(served.facts.hashes))
    protect(server, headers)
    if settings.archive is not None:
        add_editions(server, Archive(settings.archive), served)
    add_making(server, makers or child_makers(settings, served), _kept(served), settings.public_url)
    add_wellknown(server, settings, served)
    add_routes(server)
    server.wsgi_app = ReleaseFiles(server.wsgi_app, served, headers.headers)  # type: ignore[method-assign]
    return app


def child_makers(settings: Settings, release: Release) -> ChildMakers:
    """Return makers of files from the package that a release was made from."""
    return ChildMakers(_ground(settings, release))


def child_walkers(settings: Settings, release: Release) -> ChildMakers:
    """A process of its own, which keeps the walking network: a path waits for no memo."""
    ground = _ground(settings, release)
    return ChildMakers(ground, at_once=1, waiting=WAITING_PATHS, limit_s=PATH_LIMIT_S)


def _ground(settings: Settings, release: Release) -> Ground:
    package, columns = (release.folder / release.manifest.parts[p] for p in (PACKAGE, COLUMNS))
    return Ground(package, columns, settings)


def _kept(release: Release) -> Kept:
    return Kept(release.folder / MADE / release.manifest.package / release.manifest.code)
