"""Run the product's commands and servers, and read what they take."""

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tools.bench.pages import ROOT
from tools.bench.serving import NotServedError, free_port
from tools.release_bench.load import ask

_WAIT_S = 120
_KIB = 1024


@dataclass(frozen=True, slots=True)
class Took:
    """What a command took: seconds by the clock, and the most MiB of the largest process."""

    seconds: float
    mib: float


def command(*words: str) -> Took:
    """Run `python -m` with some words to its end; raise `RuntimeError` with what it said."""
    began = time.monotonic()
    process = subprocess.Popen([sys.executable, "-m", *words], cwd=ROOT, env=_bare({}),  # noqa: S603
                               stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)  # fmt: skip
    said = process.stderr.read() if process.stderr else ""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{' '.join(words)}: {said[-500:]}")
    return Took(time.monotonic() - began, used.ru_maxrss / _KIB)


def _bare(settings: Mapping[str, str]) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if not key.startswith("BLOKTILBY")}
    return {**kept, **settings, "PYTHONPATH": str(ROOT)}


@dataclass(frozen=True, slots=True)
class Served:
    """A server that answers: where, after how many seconds, and its first process."""

    port: int
    ready_s: float
    pid: int

    def worker_mib(self) -> list[float]:
        """Return the memory of its processes that answer, each in MiB (resident)."""
        children = _children(self.pid)
        return [_resident(pid) for pid in children or [self.pid]]


@contextlib.contextmanager
def served(words: tuple[str, ...], path: str, settings: Mapping[str, str]) -> Iterator[Served]:
    """Serve with `python -m` and some words, `{port}` filled in, until the block ends."""
    port = free_port()
    filled = [word.replace("{port}", str(port)) for word in words]
    own = _bare({"BLOKTILBY_PORT": str(port), **settings})
    began = time.monotonic()
    with subprocess.Popen([sys.executable, "-m", *filled], cwd=ROOT, env=own,  # noqa: S603
                          stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:  # fmt: skip
        try:
            _wait(port, path, process)
            yield Served(port, time.monotonic() - began, process.pid)
        finally:
            process.terminate()


def _wait(port: int, path: str, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _WAIT_S
    while time.monotonic() < until:
        if process.poll() is not None:
            raise NotServedError("the server ended at once")
        with contextlib.suppress(OSError):
            if ask(port, path) == 200:
                return
        time.sleep(0.02)
    raise NotServedError(f"no answer within {_WAIT_S} s")


def _children(pid: int) -> list[int]:
    """The processes that a server keeps and that load what serving takes; none on other systems."""
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(word) for word in listed.read_text("utf-8").split()] if listed.is_file() else []


def _resident(pid: int) -> float:
    for line in Path(f"/proc/{pid}/status").read_text("utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / _KIB
    return 0.0
