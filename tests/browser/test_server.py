"""Starting, stopping and refusing: what the person at the terminal sees."""

import contextlib
import json
import re
import signal
import socket
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests.packages_editing import edit_cell

from .serving import Server, launch, refused, serve


def _status(url: str, method: str = "GET") -> tuple[int, str]:
    data = b"{}" if method == "POST" else None
    request = urllib.request.Request(url, data=data, method=method)
    try:
        with urllib.request.urlopen(request, timeout=5) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read().decode()


def test_a_taken_port_is_told(tinytown_server: Server) -> None:
    port = int(tinytown_server.host.split(":")[1])
    process = launch(tinytown_server.package, port)
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 1
    assert str(port) in said
    assert "BLOKTILBY_PORT" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("how", [signal.SIGINT])
def test_ctrl_c_ends_without_a_word_of_error(town: Path, how: int) -> None:
    server = serve(town)
    code, said = server.stop(how)
    assert code == 0
    assert "Traceback" not in said


def test_a_broken_package_is_not_served(town: Path) -> None:
    edit_cell(town, "observations", 2, "value", "mange")
    code, said = refused(town)
    assert code == 1
    assert "observations.csv" in said
    assert "value" in said
    assert "mange" in said
    assert "Traceback" not in said


def test_a_missing_package_is_not_served(tmp_path: Path) -> None:
    code, said = refused(tmp_path / "nowhere")
    assert code == 1
    assert "nowhere" in said
    assert "Traceback" not in said


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
@pytest.mark.parametrize("path", ["", "_dash-update-component", "health", "data/x/y"])
def test_nothing_can_be_written(server: Server, method: str, path: str) -> None:
    assert _status(server.url + path, method)[0] == 405


@pytest.mark.parametrize(
    "path",
    ["no-such-page", "assets/../app.py", "data/0000000000000000/da.json", "pages/da/nowhere/_dash-layout",
     "pages/xx/map/_dash-layout", "assets/nothing.js", "sitemap.xml"],
)  # fmt: skip
def test_what_is_not_there_is_a_404(server: Server, path: str) -> None:
    status, said = _status(server.url + path)
    assert status == 404
    assert "Traceback" not in said


def test_the_data_has_a_name_that_never_changes_its_meaning(server: Server) -> None:
    _, page = _status(server.url)
    address = re.search(r'data-document="/([^"]+)"', page)
    assert address is not None
    with urllib.request.urlopen(server.url + address[1], timeout=5) as answer:
        assert "immutable" in answer.headers["Cache-Control"]
        assert json.load(answer)["language"] == "da"
    other = address[1].replace("data/", "data/f", 1)
    assert _status(server.url + other)[0] == 404


def test_many_visitors_who_keep_their_connections_leave_room_for_one_more(
    tinytown_server: Server,
) -> None:
    host, port = tinytown_server.host.split(":")
    with contextlib.ExitStack() as opened:
        for _ in range(150):
            kept = opened.enter_context(socket.create_connection((host, int(port)), timeout=5))
            kept.sendall(b"GET /health HTTP/1.1\r\nHost: town\r\n\r\n")
            assert kept.recv(15) == b"HTTP/1.1 200 OK"
        assert _status(f"{tinytown_server.url}health")[0] == 200
