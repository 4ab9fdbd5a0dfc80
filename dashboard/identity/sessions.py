"""Sign-ins: kept here, so that ending one ends it in every worker at once.

The browser holds a random name of its sign-in and nothing else; here only the hash of that
name is kept, so that whoever reads the file cannot sign in with it.
"""

import hashlib
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass

from dashboard.identity.person import Person, Role
from dashboard.identity.settings import StaffSettings
from dashboard.identity.store import store

#: A sign-in is noted as used so often at most, in seconds.
_NOTED_S = 30


@dataclass(frozen=True)
class Session:
    """A sign-in: of whom, and the `stamp` that the account, or the provider's settings, had then."""

    person: Person
    stamp: str


class Sessions:
    """The sign-ins of one staff folder."""

    def __init__(self, settings: StaffSettings, clock: Callable[[], float] = time.time) -> None:
        self._settings = settings
        self._clock = clock

    def begin(self, person: Person, stamp: str = "") -> str:
        """Sign somebody in; return the name for their browser, which was never used before."""
        name, now = secrets.token_urlsafe(32), self._clock()
        with store(self._settings.folder) as opened:
            opened.execute("delete from session where seen < ? or begun < ?", self._oldest(now))
            opened.execute("insert into session values (?, ?, ?, ?, ?, ?, ?)",
                           (_key(name), person.id, person.name, person.role, stamp, now, now))  # fmt: skip
        return name

    def find(self, name: str) -> Session | None:
        """Return a sign-in that is neither over nor too long ago, and note that it was used."""
        now = self._clock()
        with store(self._settings.folder, only_reading=True) as opened:
            row = opened.execute(
                "select person, name, role, stamp, seen from session "
                "where key = ? and seen >= ? and begun >= ?",
                (_key(name), *self._oldest(now)),
            ).fetchone()
        if row is None:
            return None
        if now - row[4] > _NOTED_S:
            with store(self._settings.folder) as opened:
                opened.execute("update session set seen = ? where key = ?", (now, _key(name)))
        return Session(Person(row[0], row[1], Role(row[2])), row[3])

    def end(self, name: str) -> None:
        """Sign out one browser."""
        with store(self._settings.folder) as opened:
            opened.execute("delete from session where key = ?", (_key(name),))

    def end_all(self, person: str) -> int:
        """Sign somebody out everywhere; return how many sign-ins that ended."""
        with store(self._settings.folder) as opened:
            return opened.execute("delete from session where person = ?", (person,)).rowcount

    def _oldest(self, now: float) -> tuple[float, float]:
        return now - self._settings.idle_s, now - self._settings.longest_s


def _key(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()
