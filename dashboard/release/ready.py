"""See that a release stands which is that of a package, this program and these settings."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from dashboard.release.folder import SEEN, TAKEN
from dashboard.release.manifest import Manifest, ReleaseError
from dashboard.release.origin import code_version, made_from, package_files
from dashboard.release.reading import Release, open_release
from dashboard.settings import Settings


@dataclass(frozen=True, slots=True)
class Stale:
    """Why a release must be compiled, in words."""

    why: str


def tiles_of(settings: Settings) -> str:
    """Name the ground that maps are drawn on."""
    return f"{settings.tiles_url} {settings.tiles_attribution}".strip()


def find_release(settings: Settings, folder: Path) -> Release | Stale:
    """Return the release in a folder if it can be served as it is, or why not."""
    try:
        release = open_release(folder)
    except ReleaseError as error:
        return Stale(str(error))
    made = release.manifest
    if made.code != code_version():
        return Stale("it was made by another version of the program")
    if made.tiles != tiles_of(settings):
        return Stale("its maps are drawn on other tiles")
    if settings.package.is_dir() and not _is_same(settings.package, folder, made):
        return Stale("the package was changed")
    return release


def _is_same(package: Path, folder: Path, made: Manifest) -> bool:
    """Tell whether a package is what a release was made from; files are read only if touched."""
    now = {file.relative_to(package).as_posix(): _state(file) for file in package_files(package)}
    seen = folder / SEEN
    if _read(seen) == {"package": made.package, "files": now}:
        return True
    if made_from(package) != _taken(folder, made):
        return False
    _note(seen, {"package": made.package, "files": now})
    return True


def _taken(folder: Path, made: Manifest) -> dict[str, Any]:
    """The files that a release was made of: those of the package before anything was hidden."""
    taken = _read(folder / TAKEN)
    if isinstance(taken, dict) and taken.get("package") == made.package:
        return dict(taken["files"])
    return dict(made.made_from)


def _state(file: Path) -> list[int]:
    found = file.stat()
    return [found.st_size, found.st_mtime_ns, found.st_ino]


def _read(file: Path) -> Any:
    try:
        return json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return None


def _note(file: Path, seen: dict[str, Any]) -> None:
    """Keep what was seen; a folder that cannot be written only costs the next start a reading."""
    try:
        file.write_text(json.dumps(seen), encoding="utf-8")
    except OSError:
        return
