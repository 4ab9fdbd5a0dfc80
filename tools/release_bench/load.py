"""Ask a server as fast as it answers, over connections that are kept, and time single answers."""

import contextlib
import http.client
import threading
import time
from collections.abc import Sequence

_HEADERS = {"Accept-Encoding": "br, gzip"}


def ask(port: int, path: str) -> int:
    """Ask once on a connection of its own; return the status."""
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as line:
        line.request("GET", path, headers=_HEADERS)
        answer = line.getresponse()
        answer.read()
        return answer.status


def per_second(port: int, paths: Sequence[str], seconds: float, visitors: int = 4) -> float:
    """Return how many answers a second some visitors get, who ask for the paths in turn."""
    until = time.monotonic() + seconds
    counts = [0] * visitors

    def visit(number: int) -> None:
        with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as line:
            while time.monotonic() < until:
                line.request("GET", paths[counts[number] % len(paths)], headers=_HEADERS)
                if line.getresponse().read() == b"":
                    raise RuntimeError(f"an empty answer from port {port}")
                counts[number] += 1

    threads = [threading.Thread(target=visit, args=(number,)) for number in range(visitors)]
    began = time.monotonic()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(counts) / (time.monotonic() - began)


def times_ms(port: int, path: str, count: int) -> list[float]:
    """Return how long single answers take, in milliseconds, asked one after the other."""
    found = []
    with contextlib.closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as line:
        for _ in range(count):
            began = time.perf_counter()
            line.request("GET", path, headers=_HEADERS)
            line.getresponse().read()
            found.append((time.perf_counter() - began) * 1000)
            time.sleep(0.01)
    return found
