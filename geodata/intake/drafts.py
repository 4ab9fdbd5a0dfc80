"""Say of a draft what it began as, and what was taken into it."""

import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from geodata.files.package_files import json_text
from geodata.files.writing import write_whole
from geodata.intake.draft_folder import take_back
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
    take_back(draft)
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
    write_whole(folder / ABOUT, json_text(asdict(said)).encode("utf-8"))
