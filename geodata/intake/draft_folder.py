"""Change a folder with a draft aside, and put it in place whole or not at all."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from geodata.files.aside import aside_in
from geodata.files.syncing import sync_folder, sync_tree
from geodata.intake.errors import IntakeError


@contextmanager
def held(draft: Path) -> Iterator[None]:
    """Hold a draft while it is changed; raise `IntakeError` where another import has it."""
    draft.absolute().parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(_beside(draft, "lock"), timeout=0)
    try:
        lock.acquire()
    except Timeout as error:
        found = "an import that is still running"
        raise IntakeError(str(draft), found, "one import into a draft at a time") from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def copy_aside(base: Path, draft: Path) -> Iterator[Path]:
    """Lend a copy of a package beside the place of a draft; it is gone again if it was not kept."""
    with aside_in(draft.absolute().parent) as aside:
        yield _copied(base, aside / "draft")


def _copied(base: Path, folder: Path) -> Path:
    try:
        return Path(shutil.copytree(base, folder, ignore=_hidden))
    except shutil.Error as error:
        # It gathers what failed, file by file; the first says enough.
        _, _, why = error.args[0][0]
        raise OSError(0, str(why)) from error


def _hidden(_: str, names: list[str]) -> list[str]:
    return [name for name in names if name.startswith(".")]


def put_in_place(aside: Path, draft: Path) -> None:
    """Make a folder the draft: all of it, or none.

    A folder cannot take another one's name in one step. Whoever is killed between the two
    leaves the old one under a name from which the next import takes it back.
    """
    sync_tree(aside)
    before = _beside(draft, "before")
    if draft.exists():
        draft.rename(before)
    aside.rename(draft)
    sync_folder(draft.absolute().parent)
    if before.exists():
        shutil.rmtree(before, ignore_errors=True)


def take_back(draft: Path) -> None:
    """Give the old draft its name again, where a new one was not put in its place."""
    before = _beside(draft, "before")
    if before.exists() and not draft.exists():
        before.rename(draft)
    elif before.exists():
        shutil.rmtree(before, ignore_errors=True)


def _beside(draft: Path, what: str) -> Path:
    return draft.absolute().with_name(f".{draft.name}.{what}")
