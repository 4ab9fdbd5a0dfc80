"""Say how far a job of a draft has come: one small file, which any worker can read."""

import json
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from geodata.files.writing import write_whole

JOB, ALIVE, STOP = "job.json", "alive", "stop"
#: The value of a job's last sentence that is a sentence itself: an English one, from further down.
WHY = "why"
#: A job that gave no sign of life for so long is gone, in seconds.
SILENT_S = 15.0


class Stage(StrEnum):
    """Where a job is: `LOST` is one that gives no sign of life and left no word."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    STOPPED = "stopped"
    LOST = "lost"


@dataclass(frozen=True)
class State:
    """A job: what it does, for whom, how many steps are done, and a sentence at its end."""

    kind: str
    who: str
    task: Mapping[str, Any]
    stage: Stage = Stage.RUNNING
    done: int = 0
    of: int = 0
    key: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def is_over(self) -> bool:
        """Whether nothing happens any more."""
        return self.stage != Stage.RUNNING


def write_state(folder: Path, state: State) -> None:
    """Keep how far a job has come."""
    write_whole(folder / JOB, json.dumps(asdict(state), ensure_ascii=False).encode())


def read_state(folder: Path) -> State | None:
    """Return how far the last job of a folder came; none where there was none."""
    try:
        said: dict[str, Any] = json.loads((folder / JOB).read_text("utf-8"))
        state = State(**said | {"stage": Stage(said["stage"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return state if state.is_over or _is_alive(folder) else replace(state, stage=Stage.LOST)


def is_running(state: State | None) -> bool:
    """Tell whether a job is at work: where there was none, nothing is."""
    return state is not None and not state.is_over


def live(folder: Path) -> None:
    """Give a sign of life."""
    (folder / ALIVE).touch()


def _is_alive(folder: Path) -> bool:
    try:
        return time.time() - (folder / ALIVE).stat().st_mtime < SILENT_S
    except OSError:
        return False
