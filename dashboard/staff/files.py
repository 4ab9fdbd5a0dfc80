"""Hand out files of the staff area: the template to fill in, and what an import said."""

import subprocess
import sys
from pathlib import Path

from flask import Flask, Response, abort, send_file

from dashboard.archive.archive import ArchiveError
from dashboard.drafting.bench import DRAFTS, TEXT, WORKBOOK, Bench
from dashboard.drafting.errors import DraftingError
from dashboard.drafting.jobs import in_another_process
from dashboard.identity.guard import requires
from dashboard.identity.person import Role
from dashboard.identity.settings import AREA
from dashboard.staff.desk import Desk

TEMPLATE = f"{AREA}skabelon.xlsx"
#: Below it what an import said lies by draft and name.
KEPT = f"{AREA}kladde"
#: So long may a template take, in seconds.
_LIMIT_S = 120
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def add_files(server: Flask, desk: Desk) -> None:
    """Add the addresses."""

    @server.get(TEMPLATE, endpoint="template")
    @requires(Role.VIEWER)
    def template() -> Response:
        try:
            file = _template(desk)
        except (ArchiveError, OSError, subprocess.SubprocessError):
            abort(503, "drafting.no_template")
        return send_file(file, _XLSX, as_attachment=True, download_name="skabelon.xlsx")

    @server.get(f"{KEPT}/<own>/<name>", endpoint="said")
    @requires(Role.VIEWER)
    def said(own: str, name: str) -> Response:
        try:
            file = Bench(desk.archive).draft(own).folder / name
        except DraftingError as error:
            abort(404, error.key)
        if name not in (TEXT, WORKBOOK) or not file.is_file():
            abort(404)
        return send_file(file.resolve(), as_attachment=True, download_name=name)


def _template(desk: Desk) -> Path:
    """The template of what is shown, made once for each edition, in a process of its own."""
    edition = desk.archive.current() or ""
    file = desk.archive.folder.resolve() / DRAFTS / ".templates" / f"{edition}.xlsx"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        package = desk.archive.package(edition)
        subprocess.run(  # noqa: S603
            [sys.executable, "-m", "geodata", "import", "--package", str(package),
             "--template", str(file)],
            env=in_another_process(), timeout=_LIMIT_S, check=True, capture_output=True,
        )  # fmt: skip
    return file
