"""Serve the edition that an archive shows, and the one that an address names, without a restart.

Every worker looks at the archive itself, a few times a second: a switch is one new file, so all
of them turn within that time, on every machine that shares the folder. An application is made
whole before it takes the place of the one before; whoever has a page of that one open gets its
files still, since their addresses name their content.
"""

import logging
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any, Protocol
from urllib.parse import parse_qs, urlsplit

from dashboard.archive.archive import Archive, ArchiveError
from dashboard.archive.marks import EDITION, KEY, OLDER, UNKNOWN
from dashboard.release.manifest import ReleaseError, read_manifest
from dashboard.release.shelf import SITE

Start = Callable[..., Any]
#: So often a worker looks whether there was a switch, in seconds.
LOOK_S = 0.25
#: So many editions beside the present one are kept open.
_OPEN = 3
#: So many editions' lists of files are kept at hand.
_LISTED = 8
#: Addresses that name their content have so many slashes.
_DEEP = 3
#: What a page of an edition asks for without naming it: the page itself says which it is.
_OF_PAGES = ("/asked/", "/download/", "/_dash-")


class Answering(Protocol):
    """The application of one edition, with processes of its own."""

    def __call__(self, environ: dict[str, Any], start_response: Start) -> Iterable[bytes]:
        """Answer a request."""
        ...

    def warm(self) -> None:
        """Let its processes begin."""
        ...

    def stop(self) -> None:
        """End its processes."""
        ...


@dataclass(frozen=True)
class Opened:
    """An edition that answers."""

    edition: str
    application: Answering


Open = Callable[[str], Answering]


class Switching:
    """A WSGI application for an archive; `make` makes the application of an edition."""

    def __init__(self, archive: Archive, make: Open) -> None:
        """Open what is shown; raise `ArchiveError` where nothing was published yet."""
        current = archive.current()
        if current is None:
            raise ArchiveError(f"Nothing was published in {archive.folder} yet.")
        self._archive = archive
        self._make = make
        self._present = Opened(current, make(current))
        self._older: OrderedDict[str, Opened] = OrderedDict()
        self._looked = time.monotonic()
        self._turning = threading.Lock()
        self._opening = threading.Lock()

    def __call__(self, environ: dict[str, Any], start_response: Start) -> Iterable[bytes]:
        """Let the edition answer that the address, or the page that asks, names."""
        self._look()
        served, unknown = self._for(environ)
        environ[EDITION] = served.edition
        is_older = served.edition != self._present.edition
        environ[OLDER] = self._archive.since(served.edition) if is_older else ""
        environ[UNKNOWN] = unknown
        return served.application(environ, start_response)

    def warm(self) -> None:
        """Let the processes of what is shown begin."""
        self._present.application.warm()

    def stop(self) -> None:
        """End all processes."""
        for opened in (self._present, *self._older.values()):
            opened.application.stop()

    def _open(self, edition: str) -> Opened:
        return Opened(edition, self._make(edition))

    def _look(self) -> None:
        """Turn to another edition, beside the requests, where there was a switch."""
        if time.monotonic() - self._looked < LOOK_S or not self._turning.acquire(blocking=False):
            return
        self._looked = time.monotonic()
        try:
            current = self._archive.current()
        except ArchiveError:
            logging.getLogger(__name__).exception("the archive cannot be read")
            current = None
        if current is None or current == self._present.edition:
            self._turning.release()
            return
        threading.Thread(target=self._turn, args=(current,), daemon=True).start()

    def _turn(self, edition: str) -> None:
        try:
            with self._opening:
                before = self._present
                known = self._older.pop(edition) if edition in self._older else None
                self._present = known or self._open(edition)
                self._put_aside(before)
        except (ArchiveError, ReleaseError, OSError):  # what is shown stays
            logging.getLogger(__name__).exception("edition %s cannot be served", edition)
        finally:
            self._turning.release()

    def _put_aside(self, opened: Opened) -> None:
        self._older[opened.edition] = opened
        self._older.move_to_end(opened.edition)
        while len(self._older) > _OPEN:
            self._older.popitem(last=False)[1].application.stop()

    def _for(self, environ: dict[str, Any]) -> tuple[Opened, str]:
        """The edition that answers, and the one that was asked for and cannot be shown."""
        asked = _asked(environ)
        if not asked:
            asked = self._owner(environ["PATH_INFO"])
        if not asked or asked == self._present.edition:
            return self._present, ""
        try:
            if asked not in self._archive.shown():  # what is only proposed is for staff
                return self._present, asked
            return self._opened(asked), ""
        except (ArchiveError, ReleaseError):  # it was removed, or is another program's
            logging.getLogger(__name__).warning("edition %.16r was asked for", asked)
            return self._present, asked

    def _opened(self, edition: str) -> Opened:
        with self._opening:
            if edition == self._present.edition:  # it is shown since this was asked for
                return self._present
            found = self._older.get(edition) or self._open(edition)
            self._put_aside(found)
            return found

    def _owner(self, path: str) -> str:
        """The edition whose file an address is, where that is not the present one's."""
        if path.count("/") < _DEEP or ".." in path or "\0" in path:
            return ""
        if self._has(self._present.edition, path):
            return ""
        found = (one for one in self._archive.editions() if self._has(one, path))
        return next((one for one in found if one in self._archive.shown()), "")

    def _has(self, edition: str, path: str) -> bool:
        """Whether an address is of an edition: its folder may hold files of the one before, too.

        Whoever asks for what is nowhere costs a look for a file, and no list is read for it.
        """
        file = self._archive.release(edition) / f"{SITE}{path}"
        return file.is_file() and path in self._files(edition)

    @cached_property
    def _files(self) -> Callable[[str], frozenset[str]]:
        """The addresses of an edition's files, as this program compiled them."""

        @lru_cache(_LISTED)
        def files(edition: str) -> frozenset[str]:
            listed = read_manifest(self._archive.release(edition)).files
            return frozenset(f.removeprefix(SITE) for f in listed if f.startswith(f"{SITE}/"))

        return files


def _asked(environ: dict[str, Any]) -> str:
    """The edition that an address names, or the page that asks for something made."""
    named = _named(environ.get("QUERY_STRING", ""))
    if named or not environ["PATH_INFO"].startswith(_OF_PAGES):
        return named
    return _named(urlsplit(environ.get("HTTP_REFERER", "")).query)


def _named(query: str) -> str:
    return (parse_qs(query).get(KEY) or [""])[-1]
