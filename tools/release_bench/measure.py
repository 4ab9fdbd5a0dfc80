"""Measure one package: check, compile, compile again, start, serve."""

import csv
import shutil
import tempfile
import threading
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import median

from tools.release_bench.load import ask, per_second, times_ms
from tools.release_bench.processes import Served, command, served

_GUNICORN = ("gunicorn", "--bind", "127.0.0.1:{port}")
_WORKERS = ("--workers", "2")
_SECONDS = 8.0
_REQUESTS = 10_000
_MEMO = "/download/memo.pdf?indikator={series}"


@dataclass(frozen=True, slots=True)
class Result:
    """What was found: seconds, MiB, answers a second, milliseconds."""

    name: str
    figures: int
    check_s: float
    check_mib: float
    compile_s: float
    compile_mib: float
    again_s: float
    ready_s: float
    worker_mib: float
    worker_mib_after: float
    pages_per_s: float
    peer_per_s: float
    page_ms: float
    page_ms_while_made: float

    def to_json(self) -> dict[str, object]:
        """Return the numbers by name."""
        return asdict(self)


def measure(name: str, package: Path, rounds: int = 3) -> Result:
    """Measure a package; the product and its peer are asked in turn, in so many rounds."""
    with tempfile.TemporaryDirectory() as folder:
        town, release = Path(folder) / "package", Path(folder) / "release"
        shutil.copytree(package, town)
        figures = _count(town)
        check = command("geodata", "check", str(town))
        made = command("dashboard", "compile", str(town), str(release))
        series = _correct(town)
        again = command("dashboard", "compile", str(town), str(release))
        settings = {"BLOKTILBY_PACKAGE": str(town), "BLOKTILBY_RELEASE": str(release)}
        with served(("dashboard",), "/health", settings) as one:
            ready = one.ready_s
        pages, peers = [], []
        for _ in range(rounds):
            with served((*_GUNICORN, *_WORKERS, "dashboard.wsgi:server"), "/", settings) as one:
                pages.append(per_second(one.port, ("/", "/?sprog=en"), _SECONDS))
            with served((*_GUNICORN, *_WORKERS, "tools.release_bench.peer:server"), "/", {}) as one:
                peers.append(per_second(one.port, ("/",), _SECONDS))
        with served((*_GUNICORN, "--workers", "1", "dashboard.wsgi:server"), "/", settings) as one:
            first, last = _memory(one)
            idle, busy = _beside_a_memo(one, series)
        return Result(name, figures, check.seconds, check.mib, made.seconds, made.mib, again.seconds,
                      ready, first, last, median(pages), median(peers), idle, busy)  # fmt: skip


def _count(package: Path) -> int:
    with (package / "observations.csv").open("rb") as file:
        return sum(1 for _ in file) - 1


def _correct(package: Path) -> str:
    """Change the first printed number that has one digit more to spare; return its series."""
    file = package / "observations.csv"
    with file.open(encoding="utf-8", newline="") as found:
        rows = list(csv.reader(found))
    head, first = rows[0], rows[1]
    at = head.index("value")
    changed = str(round(float(first[at]) + 1, 6))
    first[head.index("source_text")] = first[head.index("source_text")].replace(first[at], changed)
    first[at] = changed
    with file.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, lineterminator="\n").writerows(rows)
    return first[head.index("indicator")]


def _memory(one: Served) -> tuple[float, float]:
    """Return the memory of the worker after its first answers and after ten thousand."""
    for _ in range(20):
        ask(one.port, "/")
    before = max(one.worker_mib())
    asked = 0.0
    while asked < _REQUESTS:
        asked += per_second(one.port, ("/", "/data", "/?sprog=en&aar=2020"), 5.0) * 5.0
    return before, max(one.worker_mib())


def _beside_a_memo(one: Served, series: str) -> tuple[float, float]:
    """Return how long a page takes, at its worst of many, alone and while a memo is made."""
    idle = max(times_ms(one.port, "/", 60))
    asking = threading.Thread(target=ask, args=(one.port, _MEMO.format(series=series)))
    asking.start()
    busy = max(times_ms(one.port, "/", 60))
    asking.join()
    return idle, busy
