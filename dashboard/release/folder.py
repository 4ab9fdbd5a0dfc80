"""Keep a release's folder: one writer at a time, and nothing left of what nobody needs."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock

from dashboard.release.manifest import MANIFEST, Manifest, ReleaseError, read_manifest

LOCK = ".lock"
#: Sizes and times of the package's files when they were last found unchanged.
SEEN = "seen.json"
#: What the package was whose figures were hidden in part: nothing that is served says it.
TAKEN = "taken.json"
#: What the parts of the release were made from, so that only what changed is made again.
KNOWN = "known.json"
#: What older releases are called; the last one stays whole, for pages that are open.
PREVIOUS = "previous.json"
#: Pictures and memos that visitors asked for are kept here, see `dashboard.making`.
MADE = "made"


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the folder alone, waiting for whoever holds it; the folder is made where it is not."""
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / LOCK):
        yield


def read_previous(folder: Path) -> Manifest | None:
    """Return the manifest that the present one followed, where it can be read."""
    try:
        return read_manifest(folder, PREVIOUS)
    except ReleaseError:
        return None


def sweep(folder: Path, *kept: Manifest) -> None:
    """Remove what no kept manifest names: files of older releases, and what was cut short."""
    named = {MANIFEST, PREVIOUS, LOCK, SEEN, TAKEN, KNOWN}.union(
        *(manifest.files for manifest in kept)
    )
    for path in sorted(folder.rglob("*"), reverse=True):
        inside = path.relative_to(folder).as_posix()
        if inside.startswith(f"{MADE}/") or inside == MADE:
            continue
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif inside not in named:
            path.unlink()
