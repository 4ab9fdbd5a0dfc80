"""Start `python -m dashboard` on a package and stop it again."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path

from tests.packages_editing import RANDERS, SKELBY, TINYTOWN

ROOT = Path(__file__).resolve().parents[2]
START_S = 120
#: Packages that many tests serve: each is compiled once for all of them.
SHARED = (RANDERS, TINYTOWN, SKELBY)


@dataclass(frozen=True)
class Server:
    """A dashboard that runs: its address, its package and its process."""

    url: str
    package: Path
    process: subprocess.Popen[str]

    @property
    def host(self) -> str:
        return self.url.removeprefix("http://").rstrip("/")

    def stop(self, how: int = signal.SIGINT) -> tuple[int, str]:
        """Stop it; return its exit code and all it said."""
        self.process.send_signal(how)
        try:
            said, _ = self.process.communicate(timeout=10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            said, _ = self.process.communicate()
        return self.process.returncode, said


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def launch(package: Path, port: int) -> subprocess.Popen[str]:
    """Start the dashboard without waiting for it."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # A test run in the background ignores Ctrl-C, and its children would too.
        signal.signal(signal.SIGINT, signal.default_int_handler)
    environment = {k: v for k, v in os.environ.items() if not k.startswith("BLOKTILBY_")}
    environment |= {"BLOKTILBY_PORT": str(port), "BLOKTILBY_PACKAGE": str(package)}
    if package not in SHARED:
        environment["BLOKTILBY_RELEASE"] = str(package.with_name(f"{package.name}-release"))
    return subprocess.Popen(
        [sys.executable, "-m", "dashboard"],
        cwd=ROOT,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )


def serve(package: Path) -> Server:
    """Start the dashboard and wait until it answers; raise with its words where it does not."""
    port = free_port()
    return waited(Server(f"http://127.0.0.1:{port}/", package, launch(package, port)))


def waited(server: Server) -> Server:
    """Return a server once it answers; raise with its words where it does not."""
    until = time.monotonic() + START_S
    while time.monotonic() < until and server.process.poll() is None:
        try:
            with urllib.request.urlopen(f"{server.url}health", timeout=2):
                return server
        except OSError:
            time.sleep(0.05)
    code, said = server.stop(signal.SIGKILL)
    raise RuntimeError(f"the dashboard did not start ({code}):\n{said}")


def refused(package: Path) -> tuple[int, str]:
    """Start the dashboard on something it must not serve; return exit code and words."""
    process = launch(package, free_port())
    try:
        said, _ = process.communicate(timeout=START_S)
    except subprocess.TimeoutExpired:
        process.kill()
        said, _ = process.communicate()
        raise AssertionError(f"the dashboard serves {package}:\n{said}") from None
    return process.returncode, said
