"""Compile a package to a release: read, make in several processes, write aside, publish."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dashboard.compiling.crew import Crew, Say, silent
from dashboard.compiling.materials import Materials
from dashboard.compiling.remembered import Memory
from dashboard.compiling.site import make_site
from dashboard.release.folder import PREVIOUS, TAKEN, locked, sweep
from dashboard.release.manifest import MANIFEST, Manifest, ReleaseError, read_manifest
from dashboard.release.origin import code_version, made_from, package_files, package_version
from dashboard.release.reading import COLUMNS, PACKAGE
from dashboard.release.ready import tiles_of
from dashboard.release.shelf import Shelf
from dashboard.settings import Settings
from geodata.disclosure.gate import Public, hide_in, shows
from geodata.package.stored import store

_TAKEN = ".package"


def compile_release(
    settings: Settings,
    out: Path,
    *,
    processes: int | None = None,
    say: Say = silent,
    packed: bool = True,
) -> Manifest:
    """Compile the package of the settings into a folder and return its manifest.

    Of the settings only the package and the tiles count. Until the end the folder is the
    release that it was before. Raises `geodata.reading.faults.PackageError` for a package with errors,
    and `OSError` where the folder cannot be written.
    """
    with locked(out), _taken(settings.package, out) as copy:
        shelf = Shelf(out, packed)
        taken, public = made_from(copy), hide_in(copy)
        sources, memory = made_from(copy), Memory(out, code_version())
        materials = Materials(public.package, settings, sources)
        parts = make_site(Crew(materials, shelf, memory, processes, say))
        version = package_version(sources)
        for name, content in store(materials.package).items():
            shelf.put(f"{COLUMNS}/{version}/{name}", content)
        # what is drawn on request is drawn from the package: it is a part of the release
        for file in package_files(copy):
            inside = file.relative_to(copy).as_posix()
            shelf.put(f"{PACKAGE}/{version}/{inside}", file.read_bytes())
        manifest = Manifest(
            package=version,
            code=code_version(),
            tiles=tiles_of(settings),
            made_from=sources,
            files=dict(sorted(shelf.files.items())),
            parts={**parts, PACKAGE: f"{PACKAGE}/{version}", COLUMNS: f"{COLUMNS}/{version}"},
        )
        _publish(shelf, manifest, public)
        if taken != sources:
            shelf.write(TAKEN, json.dumps({"package": version, "files": taken}).encode())
        memory.keep(shelf)
    return manifest


@contextmanager
def _taken(package: Path, out: Path) -> Iterator[Path]:
    """Take a copy of the package: what is compiled is what its hashes say, whoever edits it."""
    copy = out / _TAKEN
    shutil.rmtree(copy, ignore_errors=True)
    try:
        if package.is_dir():
            for file in package_files(package):
                target = copy / file.relative_to(package)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, target)
        yield copy if copy.exists() else package
    finally:
        shutil.rmtree(copy, ignore_errors=True)


def _publish(shelf: Shelf, manifest: Manifest, public: Public) -> None:
    """Make the release the one that is served; the one before stays beside it.

    It goes where it shows what is hidden now.
    """
    try:
        before = read_manifest(shelf.folder)
    except ReleaseError:
        before = manifest
    if shows(shelf.folder / before.parts.get(PACKAGE, ""), public):
        before = manifest
    if before != manifest:
        shelf.write(PREVIOUS, before.text().encode())
    shelf.write(MANIFEST, manifest.text().encode())
    sweep(shelf.folder, manifest, before)
