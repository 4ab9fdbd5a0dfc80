"""Files of the staff folder: readable by their owner alone, written whole or not at all."""

import os
import secrets
from pathlib import Path


def own_folder(folder: Path) -> Path:
    """Make a folder that only its owner may look into, where there is none; return it."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder


def write_own(path: Path, content: bytes) -> None:
    """Replace a file by another that only its owner may read."""
    own_folder(path.parent)
    aside = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    try:
        with os.fdopen(os.open(aside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
