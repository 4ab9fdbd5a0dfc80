"""Count what a page asks for, by Chromium's own book-keeping (CDP Network)."""

import time
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import CDPSession, Page

from tools.bench.records import Resource

#: Addresses that ask nobody: they hold their content.
_INSIDE = ("data:", "blob:")
LOCAL_HOST = "127.0.0.1"


class Traffic:
    """Requests, bytes and web socket messages of one browser page since it was opened."""

    def __init__(self, session: CDPSession) -> None:
        self.addresses: dict[str, str] = {}
        self.asked: list[str] = []
        self.ended: set[str] = set()
        self.resources: list[Resource] = []
        self.socket_bytes = 0
        self._changed = time.monotonic()
        session.on("Network.requestWillBeSent", self._sent)
        session.on("Network.loadingFinished", self._finished)
        session.on("Network.loadingFailed", self._failed)
        session.on("Network.webSocketCreated", self._socket)
        session.on("Network.webSocketFrameSent", self._message_sent)
        session.on("Network.webSocketFrameReceived", self._message_received)
        session.send("Network.enable")

    def _sent(self, event: dict[str, Any]) -> None:
        address = event["request"]["url"]
        if address.startswith(_INSIDE):
            return
        self._changed = time.monotonic()
        self.addresses[event["requestId"]] = address
        self.asked.append(address)

    def _finished(self, event: dict[str, Any]) -> None:
        self._changed = time.monotonic()
        self.ended.add(event["requestId"])
        address = self.addresses.get(event["requestId"])
        if address:
            self.resources.append(Resource(_short(address), int(event["encodedDataLength"])))

    def _failed(self, event: dict[str, Any]) -> None:
        self._changed = time.monotonic()
        self.ended.add(event["requestId"])

    def _socket(self, event: dict[str, Any]) -> None:
        self.asked.append(event["url"])

    def _message_sent(self, _: dict[str, Any]) -> None:
        self.asked.append("(a message over the web socket)")

    def _message_received(self, event: dict[str, Any]) -> None:
        self._changed = time.monotonic()
        self.socket_bytes += len(event["response"]["payloadData"])

    def outside(self) -> list[str]:
        """Return the hosts asked that are not this machine."""
        hosts = {urlsplit(address).hostname for address in self.asked}
        return sorted(host for host in hosts if host and host != LOCAL_HOST)

    def wait_until_quiet(self, page: Page, quiet_s: float = 1.0, at_most_s: float = 20.0) -> None:
        """Wait until nothing is under way and nothing came for a while."""
        until = time.monotonic() + at_most_s
        while time.monotonic() < until:
            page.wait_for_timeout(100)
            if time.monotonic() - self._changed > quiet_s and self.addresses.keys() <= self.ended:
                return


def _short(address: str) -> str:
    """Return the path of an address; ports and query strings differ from run to run."""
    return urlsplit(address).path
