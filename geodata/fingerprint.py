"""Name the exact data of a package: the same files have the same name, any other have another."""

import hashlib
from pathlib import Path

#: Long enough that two packages never share it by chance, short enough to be read aloud.
_LETTERS = 16


def fingerprint(folder: Path) -> str:
    """Return 16 hexadecimal digits that depend on every file of a package's folder and its name."""
    whole = hashlib.sha256()
    for file in sorted(folder.iterdir()):
        if file.is_file() and not file.name.startswith("."):
            whole.update(f"{file.name}\n".encode())
            whole.update(hashlib.sha256(file.read_bytes()).digest())
    return whole.hexdigest()[:_LETTERS]
