"""A staff area within the test's own process, and a browser without a screen that uses it."""

import json
import re
from dataclasses import dataclass
from pathlib import Path

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from dashboard.archive.archive import SWITCHES, By, Switch
from dashboard.identity.accounts import Accounts
from dashboard.identity.guard import SIGN_IN
from dashboard.identity.own_forms import HEADER
from dashboard.identity.settings import AREA, StaffSettings
from dashboard.settings import Settings
from dashboard.staff.app import staff_server

PASSWORD = "en lang sætning til prøve"
ROLES = ("viewer", "editor", "publisher")
_MARK = re.compile(r'name="mark" value="(\w+)"')


@dataclass(frozen=True)
class Area:
    """A staff area with an account for each role, called as the role is."""

    server: Flask
    staff: StaffSettings
    archive: Path

    @property
    def accounts(self) -> Accounts:
        return Accounts(self.staff.folder)

    def events(self) -> list[dict[str, str]]:
        file = self.staff.folder / "audit.jsonl"
        return [json.loads(line) for line in file.read_text("utf-8").splitlines()]

    def browser(self) -> "Browser":
        return Browser(self.server.test_client(), self)

    def signed_in(self, name: str) -> "Browser":
        browser = self.browser()
        assert browser.sign_in(name).status_code == 302
        return browser


@dataclass(frozen=True)
class Browser:
    """Somebody at a screen: keeps cookies, sends what our pages would send."""

    client: FlaskClient
    area: Area

    def cookie(self, name: str) -> str | None:
        path = "/" if self.area.staff.https else AREA.rstrip("/")
        found = self.client.get_cookie(name, path=path)
        return found.value if found else None

    def get(self, path: str, **headers: str) -> TestResponse:
        return self.client.get(path, headers=headers, base_url=self._base)

    def form_mark(self) -> str:
        page = self.get(SIGN_IN).get_data(as_text=True)
        return _MARK.findall(page)[0]

    def sign_in(self, name: str, password: str = PASSWORD, to: str = AREA,
                **more: str) -> TestResponse:  # fmt: skip
        form = {"mark": self.form_mark(), "navn": name, "kode": password, "til": to} | more
        return self.post(SIGN_IN, form)

    def post(self, path: str, form: dict[str, str], **headers: str) -> TestResponse:
        return self.client.post(path, data=form, headers=headers, base_url=self._base)

    def ask(self, body: object, mark: str | None = None, **headers: str) -> TestResponse:
        """Send what Dash's renderer would; without `mark` with the one of the sign-in."""
        said = self.mark() if mark is None else mark
        return self.client.post(f"{AREA}_dash-update-component", json=body, base_url=self._base,
                                headers={HEADER: said, **headers})  # fmt: skip

    def mark(self) -> str:
        self.get(AREA)
        name = "__Host-blok-mark" if self.area.staff.https else "blok-mark"
        return self.cookie(name) or ""

    @property
    def _base(self) -> str:
        return "https://localhost" if self.area.staff.https else "http://localhost"


def page_question(path: str = AREA, search: str = "") -> dict[str, object]:
    """What the renderer asks when a page is opened."""
    return {
        "output": "staff-page.children",
        "outputs": {"id": "staff-page", "property": "children"},
        "inputs": [
            {"id": "staff-address", "property": "pathname", "value": path},
            {"id": "staff-address", "property": "search", "value": search},
        ],
        "changedPropIds": [],
    }


def an_area(folder: Path, **settings: object) -> Area:
    """Make a staff area: an archive that shows an edition, and an account for each role."""
    archive, own = folder / "archive", folder / "staff"
    (archive / SWITCHES).mkdir(parents=True)
    by = By("a planner", "2026-11-28T12:00:00+00:00", "the new year")
    shown = Switch(1, "0123456789abcdef", None, "publish", by)
    (archive / SWITCHES / "000001.json").write_text(shown.text(), "utf-8")
    staff = StaffSettings(own, **settings)  # type: ignore[arg-type]
    for role in ROLES:
        Accounts(own).add(role, f"A {role}", role, PASSWORD)
    return Area(staff_server(Settings(archive=archive, staff=own), staff), staff, archive)
