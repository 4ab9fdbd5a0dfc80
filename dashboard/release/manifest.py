"""List what a release holds: each file with its size and hash, and what all was made from."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

#: The only file of a release that changes; it is replaced last and whole.
MANIFEST = "manifest.json"
#: Changes when the layout of the folder does.
FORMAT = 1
_TEXTS = ("package", "code", "tiles", "made_from", "parts")


class ReleaseError(Exception):
    """A release that cannot be used; the message names the file and what is wrong with it."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of a release: its size in bytes and its SHA-256 in hexadecimal digits."""

    bytes: int
    sha256: str


@dataclass(frozen=True)
class Manifest:
    """What a release holds and what it was made from.

    `files` has every file by its path in the folder; `parts` the path of each part by the
    name that the server knows it by; `made_from` the SHA-256 of each file of the package;
    `code` names the program that made it, `package` the content of the package, `tiles` the
    ground that its maps are drawn on.
    """

    package: str
    code: str
    tiles: str
    made_from: Mapping[str, str]
    files: Mapping[str, File]
    parts: Mapping[str, str]
    format: int = field(default=FORMAT)

    def text(self) -> str:
        """Return the manifest as it is written."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def read_manifest(folder: Path, name: str = MANIFEST) -> Manifest:
    """Return the manifest in a folder; raise `ReleaseError` where there is none to be used."""
    file = folder / name
    try:
        found = json.loads(file.read_text("utf-8"))
    except OSError as error:
        raise ReleaseError(f"{file} cannot be read ({error.strerror}).") from error
    except ValueError as error:
        raise ReleaseError(f"{file} is no JSON: it was cut short or changed.") from error
    return _checked(file, found)


def _checked(file: Path, found: Any) -> Manifest:
    said = found.get("format") if isinstance(found, dict) else None
    if said != FORMAT:
        raise ReleaseError(f"{file}, format: found {said!r}; allowed: {FORMAT}. Compile it again.")
    try:
        files = {path: File(**entry) for path, entry in found["files"].items()}
        whole = {"files": files, "format": said}
        return Manifest(**{k: found[k] for k in _TEXTS} | whole)
    except (KeyError, TypeError, AttributeError) as error:
        raise ReleaseError(f"{file} is no whole manifest ({error}). Compile it again.") from error
