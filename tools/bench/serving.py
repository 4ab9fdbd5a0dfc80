"""Serve a page in a process of its own on a free port."""

import contextlib
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator

from tools.bench.pages import ROOT, Page

START_S = 60


class NotServedError(RuntimeError):
    """A page whose server did not answer; the message says why."""


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@contextlib.contextmanager
def served(page: Page) -> Iterator[str]:
    """Serve the page; give its address once it answers, and end the process afterwards."""
    port = free_port()
    try:
        process = subprocess.Popen(  # noqa: S603
            page.command_at(port),
            cwd=ROOT,
            env=page.environment(port),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
    except OSError as error:
        raise NotServedError(f"{page.command[0]} cannot be started: {error.strerror}") from error
    with process:
        try:
            address = f"http://127.0.0.1:{port}{page.address}"
            _wait(address, process)
            yield address
        finally:
            process.kill()


def _wait(address: str, process: subprocess.Popen[str]) -> None:
    until = time.monotonic() + START_S
    while time.monotonic() < until:
        if process.poll() is not None:
            said = process.stderr.read().strip() if process.stderr else ""
            raise NotServedError(said.rpartition("\n")[2] or "the server ended at once")
        try:
            with urllib.request.urlopen(address, timeout=5):  # noqa: S310
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise NotServedError(f"no answer within {START_S} s")
