"""Begin and stop jobs: processes of their own, which outlive the worker that began them.

Whoever asks how far one is reads its folder; so every worker, and every machine that shares the
archive, can answer. What a job does is safe against being killed at any instant, and to be
stopped is to be killed.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from dashboard.archive.archive import Archive
from dashboard.drafting.bench import DRAFTS
from dashboard.drafting.errors import DraftingError
from dashboard.drafting.state import JOB, STOP, State, is_running, live, read_state, write_state
from dashboard.settings import PREFIX

#: So many jobs may run in one archive: each takes a core and up to a gigabyte.
AT_ONCE = 2
#: The job that is of no single draft: going back to an edition.
SWITCHING = "switching"
_ROOT = Path(__file__).resolve().parents[2]


def job_folder(archive: Archive, own: str) -> Path:
    """Return where the jobs of a draft, or `SWITCHING`, are kept."""
    return archive.folder / DRAFTS / own


def begin(archive: Archive, own: str, kind: str, who: str, task: Mapping[str, Any]) -> None:
    """Begin a job; raise `DraftingError` where one runs there, or too many run in all."""
    folder = job_folder(archive, own)
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(archive.folder / DRAFTS / ".beginning", timeout=5):
            _refuse(archive, folder)
            (folder / STOP).unlink(missing_ok=True)
            live(folder)
            write_state(folder, State(kind, who, task))
            _start(archive, own)
    except Timeout as error:
        raise DraftingError("busy") from error


def stop(archive: Archive, own: str) -> None:
    """Ask a job to end; it looks several times a second."""
    (job_folder(archive, own) / STOP).touch()


def _refuse(archive: Archive, folder: Path) -> None:
    kept = (one.parent for one in (archive.folder / DRAFTS).glob(f"*/{JOB}"))
    running = [one for one in kept if is_running(read_state(one))]
    if folder in running:
        raise DraftingError("running")
    if len(running) >= AT_ONCE:
        raise DraftingError("busy")


def in_another_process() -> dict[str, str]:
    """Return the environment in which another interpreter finds this program."""
    paths = [str(_ROOT), os.environ.get("PYTHONPATH", "")]
    return os.environ | {"PYTHONPATH": os.pathsep.join(path for path in paths if path)}


def _start(archive: Archive, own: str) -> None:
    """A new interpreter in a group of its own, which is what is killed; nothing of it is read."""
    process = subprocess.Popen(  # noqa: S603
        [sys.executable, "-m", "dashboard.drafting.job", own],
        env=in_another_process() | {f"{PREFIX}ARCHIVE": str(archive.folder)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    # waited for, so that the system forgets it when it ends; the job itself needs nobody
    threading.Thread(target=process.wait, daemon=True).start()
