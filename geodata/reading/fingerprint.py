"""Name the exact data of a package: the same files have the same name, any other have another."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

#: Long enough that two packages never share it by chance, short enough to be read aloud.
_LETTERS = 16


def sha256_of(file: Path) -> str:
    """Return the SHA-256 of a file."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def fingerprint(folder: Path, names: Iterable[str]) -> str:
    """Return 16 hexadecimal digits that depend on the named files of a folder and their names.

    A file that cannot be read is left out: whoever reads it tells.
    """
    whole = hashlib.sha256()
    for name in sorted(names):
        try:
            digest = sha256_of(folder / name)
        except OSError:
            continue
        whole.update(f"{name} {digest}\n".encode())
    return whole.hexdigest()[:_LETTERS]
