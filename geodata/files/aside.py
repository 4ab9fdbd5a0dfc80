"""Lend a folder to write in aside, and clear those that a killed writer left behind."""

import errno
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform != "win32":
    import fcntl

_PREFIX = ".aside-"
#: What file systems without locks say; NFS would lock only what may be written to, never a folder.
_NO_LOCKS = (errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOLCK, errno.ENOSYS, errno.EBADF)


@contextmanager
def aside_in(folder: Path) -> Iterator[Path]:
    """Lend a new folder inside another; it is locked as long as it is in use.

    Raises `OSError` where none can be made.
    """
    _clear(folder)
    # One that cannot be deleted again is cleared by whoever writes next.
    with (
        tempfile.TemporaryDirectory(prefix=_PREFIX, dir=folder, ignore_cleanup_errors=True) as name,
        _locked(Path(name)),
    ):
        yield Path(name)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    """Hold a folder's lock; where folders have none, as on Windows, leftovers are not cleared."""
    if sys.platform == "win32":
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        _lock(handle)
        yield
    finally:
        os.close(handle)


def _lock(handle: int) -> None:
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError as error:
        if error.errno not in _NO_LOCKS:
            raise


def _clear(folder: Path) -> None:
    for aside in folder.glob(f"{_PREFIX}*"):
        if aside.is_dir() and _is_abandoned(aside):
            shutil.rmtree(aside, ignore_errors=True)


def _is_abandoned(aside: Path) -> bool:
    """Whether nobody holds its lock: the system frees those of a process that has ended."""
    if sys.platform == "win32":
        return False
    try:
        handle = os.open(aside, os.O_RDONLY)
    except OSError:
        return False
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    finally:
        os.close(handle)
    return True
