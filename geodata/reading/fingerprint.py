"""Name the exact data of a package: the same files have the same name, any other have another."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

#: Long enough that two packages never share it by chance, short enough to be read aloud.
_LETTERS = 16


def sha256_of(file: Path) -> str:
    """Return the SHA-256 of a file."""
    with file.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def fingerprint(
    folder: Path, names: Iterable[str], instead: Mapping[str, bytes] = MappingProxyType({})
) -> str:
    """Return 16 hexadecimal digits that depend on the named files of a folder and their names.

    `instead` has what counts as the content of some of them. A file that cannot be read is left
    out: whoever reads it tells.
    """
    whole = hashlib.sha256()
    for name in sorted(names):
        try:
            given = instead.get(name)
            digest = hashlib.sha256(given).hexdigest() if given else sha256_of(folder / name)
        except OSError:
            continue
        whole.update(f"{name} {digest}\n".encode())
    return whole.hexdigest()[:_LETTERS]
