"""Real servers, asked over a socket: none says what it is, and slow visitors stop nobody."""

import contextlib
import http.client
import os
import socket
import subprocess
import sys
import time

import pytest

from tests.browser.serving import ROOT, free_port
from tests.packages_editing import TINYTOWN

START_S = 120
PROGRAMS = {
    "gunicorn": ["-m", "gunicorn", "tests.failing_wsgi:server"],
    "waitress": ["-m", "dashboard"],
}
NAMES = ("gunicorn", "waitress", "werkzeug", "python/")
#: What is no request at all, which the server answers without asking the dashboard.
BROKEN = {
    "no request": b"GARBAGE\r\n\r\n",
    "a version there is none of": b"GET / HTTP/9.9\r\n\r\n",
    "a header that is none": b"GET / HTTP/1.1\r\nHost town\r\n: x\r\n\r\n",
    "endless headers": b"GET / HTTP/1.1\r\nHost: town\r\nX: " + b"x" * 300_000 + b"\r\n\r\n",
    "two lengths": b"GET / HTTP/1.1\r\nHost: town\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
}


@pytest.fixture(scope="module", params=PROGRAMS)
def port(request):
    free = free_port()
    environment = {k: v for k, v in os.environ.items() if not k.startswith("BLOKTILBY_")}
    environment |= {"BLOKTILBY_PORT": str(free), "BLOKTILBY_PACKAGE": str(TINYTOWN)}
    command = [sys.executable, *PROGRAMS[request.param]]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL) as process:  # fmt: skip
        try:
            wait(process, free)
            yield free
        finally:
            process.terminate()


def wait(process, port):
    until = time.monotonic() + START_S
    while time.monotonic() < until and process.poll() is None:
        with contextlib.suppress(OSError):
            if ask(port, "/health")[0] == 200:
                return
        time.sleep(0.1)
    raise AssertionError(f"the server did not start: {process.args}")


def ask(port, path, method="GET"):
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    with contextlib.closing(connection):
        connection.request(method, path)
        answer = connection.getresponse()
        answer.read()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}


def answer_to(port, raw):
    """All that a server answers to what may be no request."""
    with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
        with contextlib.suppress(ConnectionError):
            line.sendall(raw)
        told = b""
        with contextlib.suppress(ConnectionError):
            while part := line.recv(65536):
                told += part
        return told.decode("latin-1")


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [("/", "GET", 200), ("/health", "HEAD", 200), ("/data", "GET", 200), ("/nothing", "GET", 404),
     ("/", "POST", 405), ("/download/values.csv?omraader=x", "GET", 400)],
)  # fmt: skip
def test_no_answer_says_which_server_made_it(port, path, method, status):
    found, headers = ask(port, path, method)
    assert found == status
    assert "server" not in headers
    assert "via" not in headers
    assert [name for name in NAMES if name in str(headers).lower()] == []


@pytest.mark.parametrize("raw", BROKEN.values(), ids=BROKEN)
def test_what_the_server_itself_answers_does_not_say_it_either(port, raw):
    told = answer_to(port, raw).lower()
    assert "\r\nserver:" not in told
    assert [name for name in NAMES if name in told] == []


@pytest.mark.parametrize("port", ["gunicorn"], indirect=True)
def test_a_breakdown_is_answered_without_a_name(port):
    status, headers = ask(port, "/breaks")
    assert status == 500
    assert "server" not in headers


def test_visitors_on_a_slow_line_do_not_stop_the_others(port):
    with contextlib.ExitStack() as opened:
        for _ in range(20):
            line = socket.create_connection(("127.0.0.1", port), timeout=30)
            opened.enter_context(line).sendall(b"GET / HTTP/1.1\r\nHost: ")
        assert ask(port, "/health")[0] == 200
