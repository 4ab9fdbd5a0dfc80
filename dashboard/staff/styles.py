"""The look of the staff area and its small scripts; colours and type are the public pages' own."""

from functools import cache
from pathlib import Path

from flask import Flask, Response

from dashboard.bundles import ASSETS as PUBLIC
from dashboard.identity.settings import AREA

ASSETS = Path(__file__).with_name("assets")
STYLE, SCRIPT = f"{AREA}stil.css", f"{AREA}blok.js"
#: The endpoint that is open to all: whoever signs in sees it, too.
OPEN = frozenset({"style"})
_SHARED = ("0-tokens.css", "page.css")


def add_style(server: Flask) -> None:
    """Answer with the style sheet and the script."""

    @server.get(STYLE, endpoint="style")
    def style() -> Response:
        return Response(_sheet(), mimetype="text/css")

    @server.get(SCRIPT)
    def script() -> Response:
        return Response(_joined(*sorted(ASSETS.glob("*.js"))), mimetype="text/javascript")


@cache
def _sheet() -> str:
    return _joined(*(PUBLIC / name for name in _SHARED), *sorted(ASSETS.glob("*.css")))


def _joined(*files: Path) -> str:
    return "\n".join(file.read_text("utf-8") for file in files)
