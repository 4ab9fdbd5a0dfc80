"""Keep a draft: a folder with a whole package, changed aside and put in place in one step."""

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from geodata.files.writing import write_whole
from geodata.intake.errors import IntakeError
from geodata.reading.text import read_json

#: What a draft says of itself, beside the tables.
ABOUT = "draft.json"
_ALLOWED = "a new folder, or one that an import made"


@dataclass(frozen=True, slots=True)
class Input:
    """A file that was taken into a draft: its name, its SHA-256, as what, and how many rows."""

    file: str
    sha256: str
    taken_as: str
    rows: int


@dataclass(frozen=True)
class About:
    """What a draft says of itself: the package that it began as, its inputs, names confirmed.

    `confirmed` are names of series and features: those of places are in the table of aliases.
    """

    package: str
    fingerprint: str
    inputs: tuple[Input, ...] = ()
    confirmed: Mapping[str, str] = field(default_factory=dict)


def about(draft: Path) -> About | None:
    """Return what a draft says of itself, `None` where there is none yet.

    Raises `IntakeError` for a folder that is no draft, `PackageError` for a broken file.
    """
    _restore(draft)
    if not os.path.lexists(draft):
        return None
    if draft.is_symlink() or not (draft / ABOUT).is_file():
        raise IntakeError(str(draft), "something that is no draft", _ALLOWED)
    return _read(draft)


def _read(draft: Path) -> About:
    content: Any = read_json(draft / ABOUT)
    try:
        inputs = tuple(Input(**one) for one in content["inputs"])
        return About(content["package"], content["fingerprint"], inputs, dict(content["confirmed"]))
    except (KeyError, TypeError, ValueError) as error:
        raise IntakeError(f"{draft}/{ABOUT}", f"another content ({error})", _ALLOWED) from error


def write_about(folder: Path, said: About) -> None:
    """Write what a draft says of itself."""
    text = json.dumps(asdict(said), ensure_ascii=False, indent=2) + "\n"
    write_whole(folder / ABOUT, text.encode("utf-8"))


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
    parent = draft.absolute().parent
    with tempfile.TemporaryDirectory(
        prefix=f".{draft.name}.new-", dir=parent, ignore_cleanup_errors=True
    ) as name:
        yield _copied(base, Path(name) / "draft")


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
    _sync(aside)
    before = _beside(draft, "before")
    if draft.exists():
        draft.rename(before)
    aside.rename(draft)
    if before.exists():
        shutil.rmtree(before, ignore_errors=True)


def _restore(draft: Path) -> None:
    before = _beside(draft, "before")
    if before.exists() and not draft.exists():
        before.rename(draft)
    elif before.exists():
        shutil.rmtree(before, ignore_errors=True)


def _beside(draft: Path, what: str) -> Path:
    return draft.absolute().with_name(f".{draft.name}.{what}")


def _sync(folder: Path) -> None:
    """Let what was written reach the disk before its name does."""
    for file in folder.rglob("*"):
        if file.is_file():
            with file.open("rb") as content:
                os.fsync(content.fileno())
