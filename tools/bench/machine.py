"""Say what the run ran on."""

import os
import platform
import shutil
import subprocess
import time
from importlib import metadata
from pathlib import Path

from tools.bench.pages import ROOT

_OURS = ("dash", "dash-leaflet", "flask-compress", "waitress", "playwright")
_PEERS = ("folium", "plotly", "streamlit", "streamlit-folium")

#: The machine counts as quiet when no more of its cores works.
QUIET_SHARE = 0.1


def machine() -> str:
    """Return one line about the machine."""
    return f"{os.cpu_count()} cores ({_processor()}), {platform.platform()}"


def _processor() -> str:
    """Return the processor's name, where the system tells."""
    info = Path("/proc/cpuinfo")
    lines = info.read_text("utf-8").splitlines() if info.is_file() else []
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def busy_share(seconds: float = 2.0) -> float:
    """Return the share of all cores that works, over a while; 0 where the system does not tell."""
    before = _ticks()
    time.sleep(seconds)
    idle, total = (now - then for now, then in zip(_ticks(), before, strict=True))
    return 1 - idle / total if total else 0.0


def _ticks() -> tuple[int, int]:
    """Return the ticks spent idle and in all since the start of the machine."""
    stat = Path("/proc/stat")
    if not stat.is_file():
        return 0, 0
    ticks = [int(word) for word in stat.read_text("utf-8").split("\n", 1)[0].split()[1:9]]
    return ticks[3] + ticks[4], sum(ticks)


def wait_for_quiet(at_most_s: float) -> float:
    """Wait until little else runs, though not for ever; return how busy the machine is then."""
    until = time.monotonic() + at_most_s
    busy = busy_share()
    while busy > QUIET_SHARE and time.monotonic() < until:
        busy = busy_share()
    return round(busy, 2)


def versions(browser: str) -> dict[str, str]:
    """Return the versions of the browser, of Python, and of what both environments hold."""
    pins = (ROOT / "requirements-bench.txt").read_text("utf-8").splitlines()
    pinned = dict(line.split("==") for line in pins if "==" in line)
    return {
        "Chromium": browser,
        "Python": platform.python_version(),
        **{name: metadata.version(name) for name in _OURS},
        **{f"peer {name}": pinned[name] for name in _PEERS},
    }


def commit() -> str:
    """Return the commit, and whether files of the product differ from it."""
    git = shutil.which("git")
    if git is None:
        return "unknown commit"
    name = _run(git, "rev-parse", "--short", "HEAD")
    product = ("dashboard", "layers", "geodata", "callbacks")
    changed = _run(git, "status", "--porcelain", "--untracked-files=no", "--", *product)
    return f"commit {name}" + (", with uncommitted changes" if changed else "")


def _run(*command: str) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)  # noqa: S603
    return done.stdout.strip()
