"""Serve what the settings name: one release, or the editions of an archive."""

import importlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from dashboard.app import child_makers, child_walkers, create_app
from dashboard.archive.archive import Archive, ArchiveError
from dashboard.archive.switching import Answering, Switching
from dashboard.compiled import have_release
from dashboard.making.makers import ChildMakers
from dashboard.release.reading import Release
from dashboard.release.ready import Stale, find_release
from dashboard.release.static import Application
from dashboard.settings import Settings

Say = Callable[[str], None]


@dataclass(frozen=True)
class Whole:
    """The application of one release."""

    application: Application
    makers: ChildMakers
    walkers: ChildMakers

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """See `Answering`."""
        return self.application(environ, start_response)

    def warm(self) -> None:
        """See `Answering`."""
        self.makers.warm()

    def stop(self) -> None:
        """See `Answering`."""
        self.makers.stop()
        self.walkers.stop()


def serving(settings: Settings, say: Say = lambda _: None) -> Answering:
    """Return what answers for the settings.

    Raises `ArchiveError` where an archive has nothing to show, `CompileError` for a package that
    cannot be compiled, `ReleaseError` for a release that is not whole, and `SettingsError` where
    staff could not sign in safely.
    """
    if settings.archive is None:
        return _whole(settings, have_release(settings, say))
    prepare(settings, say)
    archive = Archive(settings.archive)
    public = Switching(archive, lambda edition: _edition(archive, edition, settings))
    return public if settings.staff is None else _with_staff(public, settings)


def prepare(settings: Settings, say: Say = lambda _: None) -> None:
    """See that what is shown first is compiled; raise as `serving` does."""
    if settings.archive is None:
        have_release(settings, say)
        return
    archive = Archive(settings.archive)
    if (current := archive.current()) is not None:
        have_release(archive.settings(current, settings), say)


def _with_staff(public: Answering, settings: Settings) -> Answering:
    """Let the staff area stand beside the public pages; a server without one loads none of it."""
    beside = importlib.import_module("dashboard.staff.beside")
    served: Answering = beside.with_staff(public, settings)
    return served


def _whole(settings: Settings, release: Release) -> Whole:
    makers, walkers = child_makers(settings, release), child_walkers(settings, release)
    return Whole(create_app(settings, release, makers, walkers).server, makers, walkers)


def _edition(archive: Archive, edition: str, settings: Settings) -> Answering:
    own = archive.settings(edition, settings)
    release = find_release(own, own.release_folder)
    if isinstance(release, Stale):
        raise ArchiveError(
            f"Edition {edition}: {release.why}. Run `python -m dashboard release build {edition}`."
        )
    return _whole(own, release)
