"""Take a package into an archive as an edition: copied, compiled, and only then named."""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from dashboard.archive.archive import (
    ABOUT,
    COMPILED,
    EDITIONS,
    PACKAGE,
    About,
    Archive,
    ArchiveError,
    By,
)
from dashboard.compiling.crew import Say, silent
from dashboard.compiling.whole import compile_release
from dashboard.publishing.durable import share, write_synced
from dashboard.release.folder import LOCK, MADE, SEEN, TAKEN
from dashboard.release.origin import code_version, made_from, package_files, package_version
from dashboard.release.ready import Stale, find_release
from dashboard.settings import Settings
from geodata.disclosure.gate import Figure, figures_in, hide_in
from geodata.disclosure.told import told
from geodata.files.syncing import rename_synced
from geodata.package.loading import fingerprint_of

#: Where a draft says which files it was made from; no part of the package that is published.
DRAFT = "draft.json"
#: What an edition is called while it is removed.
GONE = ".gone-"
#: Told a sentence about what is published.
Tell = Callable[[str], None]


def tell_nobody(_words: str) -> None:
    """Tell nobody."""


def take(
    archive: Archive,
    package: Path,
    settings: Settings,
    by: By,
    say: Say = silent,
    tell: Tell = tell_nobody,
) -> str:
    """Return the id of the edition that a package is, taken into the archive where it has to be.

    What nobody may see is hidden in it, and told by `tell`. Raises `geodata.reading.faults.PackageError` for a package with errors, and `OSError` where
    the archive cannot be written; in both cases it is what it was.
    """
    aside = archive.folder / EDITIONS / f".new-{os.getpid()}"
    _clear(archive.folder / EDITIONS)
    try:
        _copied(package, aside / PACKAGE)
        source = fingerprint_of(aside / PACKAGE)
        public = hide_in(aside / PACKAGE, partial(published_in, archive))
        files = made_from(aside / PACKAGE)
        edition = package_version(files)
        for words in told(public):
            tell(words)
        target = archive.folder / EDITIONS / edition
        if target.exists():
            compiled(archive, edition, settings, say)
            return edition
        _compile(archive, aside, settings, say)
        about = About(edition, by, files, _inputs(package), source)
        write_synced(aside / ABOUT, about.text().encode())
        rename_synced(aside, target)
    finally:
        shutil.rmtree(aside, ignore_errors=True)
    return edition


def compiled(archive: Archive, edition: str, settings: Settings, say: Say = silent) -> None:
    """See that an edition can be served by this program."""
    own = archive.settings(edition, settings)
    if isinstance(find_release(own, own.release_folder), Stale):
        compile_release(own, own.release_folder, say=say)


def _clear(editions: Path) -> None:
    """Remove what was left where one was killed; nobody else is at work now."""
    editions.mkdir(parents=True, exist_ok=True)
    for left in (*editions.glob(".new-*"), *editions.glob(f"{GONE}*")):
        shutil.rmtree(left, ignore_errors=True)


def published_in(archive: Archive) -> set[Figure]:
    """Return the figures that an archive has shown, as far as its editions are still there."""
    shown = set(archive.shown()).intersection(archive.editions())
    return {one for edition in shown for one in figures_in(archive.package(edition))}


def _copied(package: Path, target: Path) -> None:
    """Copy a package: what is published is the copy, whoever edits the package."""
    if not package.is_dir():
        raise ArchiveError(f"{package}: found no folder; allowed: a folder with a data package")
    for file in package_files(package):
        inside = file.relative_to(package)
        if inside.as_posix() == DRAFT:
            continue
        (target / inside).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, target / inside)


def _compile(archive: Archive, aside: Path, settings: Settings, say: Say) -> None:
    """Compile a new edition; what it has in common with the present one is not made again."""
    out = aside / COMPILED / code_version()
    current = archive.current()
    if current is not None:
        present = archive.settings(current, settings).release_folder
        if present.is_dir():
            # files of a release are never written into, only replaced: both can share them
            shutil.copytree(present, out, copy_function=share,
                            ignore=shutil.ignore_patterns(MADE, SEEN, TAKEN, LOCK))  # fmt: skip
    compile_release(replace(settings, package=aside / PACKAGE, release=out), out, say=say)


def _inputs(package: Path) -> tuple[dict[str, object], ...]:
    inputs = draft_of(package).get("inputs")
    found = inputs if isinstance(inputs, list) else []
    return tuple(one for one in found if isinstance(one, dict))


def draft_of(package: Path) -> dict[str, object]:
    """Return what a draft says of itself, see `geodata.intake.drafts`; of others nothing."""
    try:
        found = json.loads((package / DRAFT).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}
