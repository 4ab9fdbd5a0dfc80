"""Moving the clock asks nobody for anything: not even for the icon.

The browser does not report every request that it makes, so these are counted on the way.
"""

import re
import socket
import threading
from collections.abc import Callable, Iterator

import pytest

from .facts import Facts
from .serving import Server
from .visiting import Visit

_REQUEST = re.compile(rb"^(?:GET|POST|HEAD|PUT|OPTIONS) (\S+) HTTP/1", re.MULTILINE)


class Counter:
    """Passes everything on to the server and notes each request."""

    def __init__(self, server: Server) -> None:
        host, port = server.host.split(":")
        self.asked: list[str] = []
        self.target = (host, int(port))
        self.ends: list[socket.socket] = []
        self.listener = socket.create_server((host, 0))
        self.url = f"http://{host}:{self.listener.getsockname()[1]}/"
        self.threads = [self._start(self._accept)]

    def _start(self, work: Callable[..., None], *values: object) -> threading.Thread:
        thread = threading.Thread(target=work, args=values, daemon=True)
        thread.start()
        return thread

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            upstream = socket.create_connection(self.target)
            self.ends += [client, upstream]
            self.threads.append(self._start(self._pass, client, upstream, True))
            self.threads.append(self._start(self._pass, upstream, client, False))

    def _pass(self, source: socket.socket, sink: socket.socket, noted: bool) -> None:
        try:
            while data := source.recv(65536):
                if noted:
                    self.asked += [path.decode() for path in _REQUEST.findall(data)]
                sink.sendall(data)
            sink.shutdown(socket.SHUT_WR)
        except OSError:
            return

    def close(self) -> None:
        for end in [self.listener, *self.ends]:
            try:
                end.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue
        for thread in self.threads:
            thread.join(timeout=2)
        for end in [self.listener, *self.ends]:
            end.close()


@pytest.fixture
def counter(server: Server) -> Iterator[Counter]:
    counter = Counter(server)
    yield counter
    counter.close()


@pytest.fixture
def person(counter: Counter, visit: Callable[..., Visit]) -> Visit:
    person = visit(counter.url)
    person.page.wait_for_load_state("networkidle")
    assert "/" in counter.asked, "the counter sees nothing"
    return person


def test_stepping_asks_nobody(counter: Counter, person: Visit, facts: Facts) -> None:
    shares = next(i for i in facts.indicators if not facts.is_count(i))
    counts = next(i for i in facts.indicators if facts.is_count(i))
    for indicator in (shares, counts):
        person.choose(indicator)
        person.requests.clear()
        counter.asked.clear()
        person.page.focus("#year")
        person.page.keyboard.press("Home")
        seen = [person.state["year"]]
        for key in ["ArrowRight"] * (len(facts.years) - 1) + ["ArrowLeft"] * 2:
            person.page.keyboard.press(key)
            seen.append(person.state["year"])
        person.rest()
        assert seen == [*facts.years, *reversed(facts.years[-3:-1])]
        assert person.query["aar"] == str(facts.years[-3])
        assert person.requests == []
        assert counter.asked == []


def test_playing_asks_nobody(counter: Counter, person: Visit, facts: Facts) -> None:
    person.set(year=facts.years[0])
    person.rest()
    person.requests.clear()
    counter.asked.clear()
    person.page.click(".play")
    person.page.wait_for_function("(first) => blok.state.get().year > first", arg=facts.years[0])
    person.page.click(".play")
    person.rest()
    assert person.requests == []
    assert counter.asked == []


def test_an_area_is_asked_for_once(counter: Counter, person: Visit, facts: Facts) -> None:
    """What is told of one place is a file of its own; Back and choosing again need no other."""
    area = facts.areas[-1]
    counter.asked.clear()
    person.area(area).press("Enter")
    person.rest()
    (asked,) = counter.asked
    assert asked.endswith(f"/place-{area}-da.json")
    person.page.go_back()
    person.rest()
    person.area(area).press("Enter")
    person.rest()
    assert counter.asked == [asked]


@pytest.mark.parametrize("mode", ["gap", "change"])
def test_slider_makes_no_request_in_other_modes(
    randers_server: Server, visit: Callable[..., Visit], mode: str
) -> None:
    one = visit(randers_server, f"/?indikator=skolefravaer&vis={mode}")
    one.page.wait_for_load_state("networkidle")
    one.requests.clear()
    one.page.focus("#year")
    one.page.keyboard.press("Home")
    for _ in range(12):
        one.page.keyboard.press("ArrowRight")
    one.rest()
    assert one.requests == []
