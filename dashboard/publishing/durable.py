"""Write files so that what was written is there after the power went: synced, then named."""

import errno
import os
import shutil
from pathlib import Path

from geodata.files.syncing import sync_folder


def write_synced(path: Path, content: bytes) -> None:
    """Write a file that nobody looks at yet."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def share(source: str, target: str) -> None:
    """Let a second name stand for a file, or copy it where the system has no such names."""
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:
        shutil.copyfile(source, target)


def write_new(path: Path, content: bytes) -> None:
    """Write a file that must not be there yet, whole or not at all; raise `FileExistsError` if it is.

    Whoever calls holds the folder alone; a system with hard links would also refuse a second
    writer that does not.
    """
    aside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        write_synced(aside, content)
        if path.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(path))
        try:
            os.link(aside, path)
        except FileExistsError:
            raise
        except OSError:
            aside.replace(path)
    finally:
        aside.unlink(missing_ok=True)
    sync_folder(path.parent)
