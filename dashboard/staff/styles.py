"""The look of the staff area: the public pages' own colours and type, and a few rules more."""

from functools import cache
from pathlib import Path

from flask import Flask, Response

from dashboard.bundles import ASSETS as PUBLIC
from dashboard.identity.settings import AREA

ASSETS = Path(__file__).with_name("assets")
STYLE = f"{AREA}stil.css"
#: The endpoint that is open to all: whoever signs in sees it, too.
OPEN = frozenset({"style"})
_SHARED = ("0-tokens.css", "page.css")


def add_style(server: Flask) -> None:
    """Answer with the style sheet."""

    @server.get(STYLE, endpoint="style")
    def style() -> Response:
        return Response(_sheet(), mimetype="text/css", headers={"Cache-Control": "no-cache"})


@cache
def _sheet() -> str:
    files = [*(PUBLIC / name for name in _SHARED), *sorted(ASSETS.glob("*.css"))]
    return "\n".join(file.read_text("utf-8") for file in files)
