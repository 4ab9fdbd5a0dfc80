"""The key that binds forms to a sign-in: made on first use, kept in the staff folder."""

import hashlib
import hmac
import secrets
from pathlib import Path

from filelock import FileLock

from dashboard.identity.files import own_folder, write_own

_FILE = "secret"
_BYTES = 32


def secret_of(folder: Path) -> bytes:
    """Return the key of a staff folder; make it where there is none yet."""
    file = own_folder(folder) / _FILE
    with FileLock(folder / f".{_FILE}.lock"):  # of several workers that start at once one makes it
        if not file.exists():
            write_own(file, secrets.token_hex(_BYTES).encode())
    return file.read_bytes()


def mark(secret: bytes, purpose: str, of: str) -> str:
    """Return what only somebody with the key can say of a text, for one purpose."""
    return hmac.new(secret, f"{purpose}\0{of}".encode(), hashlib.sha256).hexdigest()


def is_mark(said: str, secret: bytes, purpose: str, of: str) -> bool:
    """Tell, in the same time for all, whether a mark is the one of a text."""
    return hmac.compare_digest(said.encode(), mark(secret, purpose, of).encode())
