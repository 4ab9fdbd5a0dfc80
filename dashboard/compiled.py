"""Have a release to serve: the one that stands, or a new one where it is not of this package."""

import importlib
import multiprocessing
import sys
from collections.abc import Callable

from dashboard.release.reading import Release
from dashboard.release.ready import Stale, find_release
from dashboard.settings import Settings


class CompileError(Exception):
    """A package that could not be compiled; the compiler has said why."""


def have_release(settings: Settings, say: Callable[[str], None] = lambda _: None) -> Release:
    """Return a release of the settings' package, compiled where it has to be.

    It is made by a process of its own: a server needs nothing of what that takes. `say` is
    told why. Raises `CompileError` where that fails; the compiler says why.
    """
    found = find_release(settings, settings.release_folder)
    if isinstance(found, Release):
        return found
    say(f"Compiling {settings.package}: {found.why}")
    _compile(settings)
    found = find_release(settings, settings.release_folder)
    if isinstance(found, Stale):
        raise CompileError(f"{settings.release_folder}: {found.why}")
    return found


def _compile(settings: Settings) -> None:
    child = multiprocessing.get_context("spawn").Process(target=_compile_here, args=(settings,))
    child.start()
    child.join()
    if child.exitcode:
        raise CompileError(f"{settings.package} is not served.")


def _compile_here(settings: Settings) -> None:
    """Compile in a process that ends afterwards; what that loads is loaded only there."""
    sys.exit(importlib.import_module("dashboard.compiling.command").compile_settings(settings))
