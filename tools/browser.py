"""Find a browser for the tests, or install one: print its path.

In this order: `$CHROMIUM`, a Chrome or Chromium of the system, Debian's package when we are
root, the npm build `@sparticuz/chromium` (Linux x64). None: one sentence and exit 1.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
MAC_PATHS = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
)
#: Where the npm build is kept between runs, inside the checkout and ignored by git.
CACHE = Path(__file__).resolve().parents[1] / ".browser"


def installed() -> Iterator[str]:
    """Yield the browsers that are there already, the one named by `$CHROMIUM` first."""
    named = os.environ.get("CHROMIUM")
    if named:
        yield named
    yield from (path for name in NAMES if (path := shutil.which(name)))
    yield from (path for path in MAC_PATHS if Path(path).is_file())
    if (CACHE / "chromium").is_file():
        yield str(CACHE / "chromium")


def install_debian() -> str | None:
    """Install Debian's chromium; return its path, or `None` where that is not possible."""
    if not shutil.which("apt-get") or os.geteuid() != 0:
        return None
    _run("apt-get", "update", "-q")
    _run("apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium")
    return shutil.which("chromium")


def install_npm() -> str | None:
    """Unpack the npm build of Chromium; return its path, or `None` where that fails."""
    if not shutil.which("npm") or not shutil.which("node"):
        return None
    CACHE.mkdir(exist_ok=True)
    _run("npm", "install", "--prefix", str(CACHE), "--no-save", "@sparticuz/chromium")
    script = (
        "import c from '@sparticuz/chromium';import f from 'node:fs';"
        "f.copyFileSync(await c.executablePath(), 'chromium');f.chmodSync('chromium', 0o755);"
    )
    _run("node", "--input-type=module", "-e", script, cwd=CACHE)
    path = CACHE / "chromium"
    return str(path) if path.is_file() else None


def _run(*command: str, cwd: Path | None = None) -> None:
    """Run an installer with its words on stderr; a failure shows as a missing browser."""
    subprocess.run(command, cwd=cwd, stdout=sys.stderr, check=False)  # noqa: S603


def main() -> int:
    """Print the browser's path; return 1 with a sentence when there is none to be had."""
    path = next(installed(), None) or install_debian() or install_npm()
    if path is None:
        print(
            "No browser: install Chrome or Chromium, or name one in $CHROMIUM.",
            file=sys.stderr,
        )
        return 1
    print(path)
    return 0


if __name__ == "__main__":
    sys.exit(main())
