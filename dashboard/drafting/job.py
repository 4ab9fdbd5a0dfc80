"""Run one job in a process of its own: `python -m dashboard.drafting.job ID`.

`BLOKTILBY_ARCHIVE` names the archive; the job itself is `drafts/ID/job.json` in it.
"""

import logging
import os
import signal
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

from dashboard.archive.archive import Archive, ArchiveError
from dashboard.drafting.errors import DraftingError
from dashboard.drafting.jobs import job_folder
from dashboard.drafting.state import STOP, WHY, Stage, State, live, read_state, write_state
from dashboard.drafting.work import WORKS, Job, Said
from dashboard.release.manifest import ReleaseError
from dashboard.settings import Settings, read_settings
from geodata.reading.faults import PackageError

#: So often a job looks whether it is to stop, and gives a sign of life, in seconds.
_LOOK_S = 0.2
#: So often its progress is written, in seconds.
_TELL_S = 0.2


class _Kept:
    """The state of this job, in memory and in its folder; one thread writes at a time."""

    def __init__(self, folder: Path, state: State) -> None:
        self.folder, self.state = folder, state
        self._lock = threading.Lock()
        self._told = 0.0

    def say(self, done: int, of: int) -> None:
        """Keep how many steps are done, not more often than somebody looks."""
        with self._lock:
            self.state = replace(self.state, done=done, of=of)
            if time.monotonic() - self._told > _TELL_S:
                self._told = time.monotonic()
                write_state(self.folder, self.state)

    def end(self, stage: Stage, said: Said) -> None:
        """Keep what came of it; what comes first counts."""
        with self._lock:
            if not self.state.is_over:
                key, values = said
                self.state = replace(self.state, stage=stage, key=key, values=values)
                write_state(self.folder, self.state)


def run(own: str, settings: Settings) -> int:
    """Do the job that waits in a folder; return 0 where it was done."""
    archive = Archive(Path(str(settings.archive)))
    folder = job_folder(archive, own)
    state = read_state(folder)
    if state is None or state.is_over:
        return 1
    kept = _Kept(folder, state)
    threading.Thread(target=_watch, args=(kept,), daemon=True).start()
    try:
        said = WORKS[state.kind](Job(archive, own, state, settings, kept.say))
    except (DraftingError, PackageError, ArchiveError, ReleaseError, OSError) as error:
        kept.end(Stage.FAILED, _why(error))
        return 1
    except Exception:
        logging.getLogger(__name__).exception("job %s of draft %s", state.kind, own)
        kept.end(Stage.FAILED, ("drafting.broke", {}))
        return 1
    kept.end(Stage.DONE, said)
    return 0


def _why(error: Exception) -> Said:
    if isinstance(error, DraftingError):
        return error.key, error.values
    if isinstance(error, OSError):
        return "drafting.disk", {WHY: error.strerror or str(error)}
    return "drafting.refused", {WHY: str(error)}


def _watch(kept: _Kept) -> None:
    """Give signs of life until the job is over; end the whole group where somebody stops it."""
    while not kept.state.is_over and kept.folder.is_dir():
        if (kept.folder / STOP).exists():
            kept.end(Stage.STOPPED, ("drafting.stopped", {}))
            os.killpg(0, signal.SIGKILL)
        live(kept.folder)
        time.sleep(_LOOK_S)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1], read_settings()))
