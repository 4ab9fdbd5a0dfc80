"""Serve what the settings name: one release, or the editions of an archive."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from dashboard.app import child_makers, child_walkers, create_app
from dashboard.archive.archive import Archive, ArchiveError
from dashboard.archive.switching import Switching
from dashboard.compiled import have_release
from dashboard.making.makers import ChildMakers
from dashboard.release.reading import Release
from dashboard.release.ready import Stale, find_release
from dashboard.release.static import Application
from dashboard.settings import Settings

Say = Callable[[str], None]


class Served(Protocol):
    """A WSGI application with processes of its own."""

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """Answer a request."""
        ...

    def warm(self) -> None:
        """Let its processes begin before anybody asks for them."""
        ...

    def stop(self) -> None:
        """End its processes."""
        ...


@dataclass(frozen=True)
class Whole:
    """The application of one release."""

    application: Application
    makers: ChildMakers
    walkers: ChildMakers

    def __call__(
        self, environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        """See `Served`."""
        return self.application(environ, start_response)

    def warm(self) -> None:
        """See `Served`."""
        self.makers.warm()

    def stop(self) -> None:
        """See `Served`."""
        self.makers.stop()
        self.walkers.stop()


def serving(settings: Settings, say: Say = lambda _: None) -> Served:
    """Return what answers for the settings.

    Raises `ArchiveError` where an archive has nothing to show, `CompileError` for a package that
    cannot be compiled, and `ReleaseError` for a release that is not whole.
    """
    prepare(settings, say)
    if settings.archive is None:
        return _whole(settings, have_release(settings, say))
    archive = Archive(settings.archive)
    return Switching(archive, lambda edition: _edition(archive, edition, settings))


def prepare(settings: Settings, say: Say = lambda _: None) -> None:
    """See that what is shown first is compiled; raise as `serving` does."""
    if settings.archive is None:
        have_release(settings, say)
        return
    archive = Archive(settings.archive)
    if (current := archive.current()) is not None:
        have_release(archive.settings(current, settings), say)


def _whole(settings: Settings, release: Release) -> Whole:
    makers, walkers = child_makers(settings, release), child_walkers(settings, release)
    return Whole(create_app(settings, release, makers, walkers).server, makers, walkers)


def _edition(archive: Archive, edition: str, settings: Settings) -> Served:
    own = archive.settings(edition, settings)
    release = find_release(own, own.release_folder)
    if isinstance(release, Stale):
        raise ArchiveError(
            f"Edition {edition}: {release.why}. Run `python -m dashboard release build {edition}`."
        )
    return _whole(own, release)
