"""Who follows `docs/new-town.md` word for word has a served map at its end: its own lines are run."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.browser.serving import ROOT, free_port

GUIDE = (ROOT / "docs" / "new-town.md").read_text(encoding="utf-8")
#: The language of a block, what it is for or which file it goes into, and its lines.
BLOCK = re.compile(r"^```(\w+)(?: (\S+))?\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks():
    return [match.groups() for match in BLOCK.finditer(GUIDE)]


def environment(port, folder):
    """As on the reader's machine: `python` is that of the program, which lies in ROOT."""
    own = {k: v for k, v in os.environ.items() if not k.startswith("BLOKTILBY_")}
    path = f"{Path(sys.executable).parent}{os.pathsep}{own['PATH']}"
    return own | {"PATH": path, "PYTHONPATH": str(ROOT), "BLOKTILBY_PORT": str(port),
                  "BLOKTILBY_RELEASE": str(folder / "release")}  # fmt: skip


@pytest.fixture(scope="module")
def followed(tmp_path_factory):
    """The guide followed in an empty folder: what each command said, and the port of the map."""
    folder, port = tmp_path_factory.mktemp("followed"), free_port()
    told = []
    for language, what, body in blocks():
        if language != "sh":
            with (folder / what).open("a", encoding="utf-8") as file:
                file.write(body)
        elif what in (None, "fails"):
            done = subprocess.run(["bash", "-ec", body], cwd=folder, env=environment(port, folder),
                                  capture_output=True, text=True, check=False)  # fmt: skip
            told.append((what, done.returncode, done.stdout + done.stderr))
        elif what == "serve":
            with subprocess.Popen(["bash", "-c", f"exec env {body}"], cwd=folder, text=True,
                                  env=environment(port, folder), stdout=subprocess.PIPE,
                                  stderr=subprocess.DEVNULL) as server:  # fmt: skip
                try:
                    yield told, server.stdout.readline().strip(), port
                finally:
                    server.send_signal(signal.SIGTERM)


def ask(port, path):
    with urlopen(f"http://127.0.0.1:{port}{path}", timeout=60) as answer:
        return answer.status, answer.read().decode()


def test_each_command_does_what_the_guide_says(followed):
    told, address, port = followed
    assert address == f"http://127.0.0.1:{port}"
    assert [(what, code) for what, code, _ in told] == [(None, 0), ("fails", 1), (None, 0)]
    made, missing, checked = (words for _, _, words in told)
    assert "oestergaard: Østergård" in made
    assert "found no series yet" in missing
    assert "engby: 0 errors, 0 findings on 0 of 10 values" in checked
    assert "without: " in checked


def test_the_map_shows_own_areas_and_the_latest_figures(followed):
    _, _, port = followed
    status, page = ask(port, "/")
    assert status == 200
    assert "Unge med fritidsjob" in page
    for name, value in (("Møllevang", "35,8"), ("Åparken", "29,9"), ("Østergård", "39,4")):
        assert name in page
        assert value in page
    status, figures = ask(port, "/download/values.csv")
    assert (status, len(figures.splitlines())) == (200, 1 + 10)
    assert "fritidsjob,engby-kommune,2024,,,status,41.6," in figures


def test_the_text_before_each_block_names_its_file():
    """Who reads the page does not see what the test reads."""
    for match in BLOCK.finditer(GUIDE):
        language, what, _ = match.groups()
        before = GUIDE[: match.start()].rstrip().rsplit("\n\n", 1)[-1]
        assert language == "sh" or f"`{what}`" in before, what


def test_what_is_set_up_once_is_what_make_sets_up():
    (setup,) = (body for _, what, body in blocks() if what == "setup")
    made = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert "-r requirements.txt" in setup
    assert "-r requirements.txt" in made
    assert (ROOT / "requirements.txt").exists()
