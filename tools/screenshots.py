"""Make the README's pictures from the running product: `make screenshots`."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

IMAGES = Path(__file__).resolve().parents[1] / "docs" / "images"
#: Name, address, width and height of every picture.
PICTURES = (
    ("map.png", "/?aar=2022&indikator=skolefravaer", 1440, 900),
    ("gap.png", "/?aar=2024&indikator=ungdomsuddannelse-15-mdr&vis=gap", 1440, 900),
    ("compare.png", "/sammenlign?felter=1&indikator=skolefravaer", 1440, 900),
    ("goals.png", "/sammenlign?fane=maal", 1440, 900),
    ("phone.png", "/?aar=2024&indikator=skolefravaer", 390, 844),
    ("places.png", "/steder?aar=2024", 390, 844),
)
_START_S = 20.0
_SETTLE_MS = 800


@contextmanager
def running() -> Iterator[str]:
    """Serve the shipped package on a free port; yield its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = {**os.environ, "BLOKTILBY_PORT": str(port)}
    with subprocess.Popen([sys.executable, "-m", "dashboard"], env=environment) as server:
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(f"{address}/health")
            yield address
        finally:
            server.terminate()


def _wait(address: str) -> None:
    end = time.monotonic() + _START_S
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=1):  # noqa: S310
                return
        except OSError:
            time.sleep(0.1)
    raise SystemExit(f"{address} did not answer within {_START_S:g} s.")


def take(browser: Browser, address: str, name: str, width: int, height: int) -> None:
    """Take one picture once the page has settled."""
    page = browser.new_page(viewport={"width": width, "height": height})
    page.goto(address)
    page.wait_for_selector("body[data-ready]")
    page.wait_for_timeout(_SETTLE_MS)
    page.screenshot(path=IMAGES / name)
    page.close()


def main(browser_path: str) -> None:
    """Make all pictures with the browser at this path."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    with running() as address, sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=browser_path, args=arguments)
        for name, path, width, height in PICTURES:
            take(browser, address + path, name, width, height)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
