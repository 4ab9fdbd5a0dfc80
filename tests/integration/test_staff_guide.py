"""Who follows `docs/staff.md` word for word can sign in at its end: its own lines are run."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import requests

from dashboard.identity.oidc_settings import read_oidc
from dashboard.identity.settings import AREA, read_staff
from dashboard.settings import read_settings
from tests.browser.serving import ROOT, free_port
from tests.packages_editing import TINYTOWN, edit_cell
from tests.staff.area import PASSWORD

GUIDE = (ROOT / "docs" / "staff.md").read_text(encoding="utf-8")
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks(language: str) -> list[tuple[str, str]]:
    return [(m[2] or "", m[3]) for m in BLOCK.finditer(GUIDE) if m[1] == language]


@dataclass
class Followed:
    """What the commands said, and where the area is served."""

    url: str
    folder: Path
    said: dict[str, str] = field(default_factory=dict)


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Followed]:
    folder, port = tmp_path_factory.mktemp("staff guide"), free_port()
    # a small package in place of the shipped one, which takes longer to compile
    shutil.copytree(TINYTOWN, folder / "geodata" / "randers")
    shutil.copytree(TINYTOWN, folder / "draft")
    edit_cell(folder / "draft", "observations", 3, "value", "15.2")
    edit_cell(folder / "draft", "observations", 3, "source_text", "Mølleparken: 15,2 %")
    own = {k: v for k, v in os.environ.items() if not k.startswith("BLOKTILBY_")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{own['PATH']}"
    env = own | {"PATH": path, "PYTHONPATH": str(ROOT), "BLOKTILBY_PORT": str(port)}
    (settings,) = (body for what, body in blocks("sh") if what == "settings")
    found = Followed(f"http://127.0.0.1:{port}", folder)

    def run(what: str, body: str, **more: str) -> None:
        done = subprocess.run(["bash", "-ec", settings + body], cwd=folder, env=env | more, text=True,
                              capture_output=True, check=False,
                              input=f"{PASSWORD}\n" if what == "types" else "")  # fmt: skip
        assert done.returncode == 0, done.stderr
        found.said[body.strip().splitlines()[0]] = done.stdout

    for what, body in blocks("sh"):
        if what == "approval":
            run(what, body, BLOKTILBY_APPROVAL="1")
        elif what not in ("settings", "serve"):
            run(what, body)
    (serve,) = (body for what, body in blocks("sh") if what == "serve")
    with subprocess.Popen(["bash", "-ec", f"{settings}exec {serve}"], cwd=folder, env=env, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as server:  # fmt: skip
        try:
            assert server.stdout is not None
            assert server.stdout.readline().strip() == found.url
            yield found
        finally:
            server.send_signal(signal.SIGTERM)


def test_each_command_does_what_the_guide_says(followed: Followed) -> None:
    said = list(followed.said.values())
    assert "is shown from" in said[0]
    assert said[1] == "anna can sign in as publisher.\n"
    assert "is proposal 1." in said[2]
    assert "observations.csv " in (followed.folder / "figures.txt").read_text("utf-8")
    events = re.findall(r'"event": "([^"]+)"', said[-1])
    assert events == ["published", "account made", "proposed"]


def test_the_account_opens_the_area(followed: Followed) -> None:
    with requests.Session() as browser:
        page = browser.get(f"{followed.url}{AREA}", timeout=60)
        mark = re.findall(r'name="mark" value="(\w+)"', page.text)[0]
        form = {"mark": mark, "navn": "anna", "kode": PASSWORD, "til": AREA}
        came = browser.post(f"{followed.url}{AREA}log-ind", data=form, timeout=60)
        assert (came.status_code, came.url) == (200, f"{followed.url}{AREA}")
        assert "Overblik" in came.text


def test_the_settings_of_providers_are_ones() -> None:
    made = [dict(line.split("=", 1) for line in body.splitlines()) for _, body in blocks("env")]
    assert len(made) == 2
    for environment in made:
        settings = read_settings(environment | {"BLOKTILBY_ARCHIVE": "a", "BLOKTILBY_STAFF": "b"})
        found = read_oidc(environment, settings.public_url)
        assert found is not None
        assert found.secret == "the secret's value"
        staff = read_staff(settings, environment)
        assert staff is not None
        assert staff.https
    assert read_oidc(made[1], "https://a").claim == "realm_access.roles"  # type: ignore[union-attr]


def test_every_command_and_setting_of_the_text_is_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert [name for name in re.findall(r"BLOKTILBY_\w+", GUIDE) if name not in readme] == []
    for command in ("staff", "release"):
        done = subprocess.run([sys.executable, "-m", "dashboard", command, "--help"], cwd=ROOT,
                              capture_output=True, text=True, check=True)  # fmt: skip
        named = set(re.findall(rf"dashboard {command} ([a-z-]+)", GUIDE))
        assert named
        assert [name for name in named if f"    {name} " not in done.stdout] == []
