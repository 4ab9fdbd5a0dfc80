"""Stop whoever tries passwords: for an account and for an address, in all workers, for a time.

A try is noted before the password is looked at, so that many at once count as many.
"""

import sqlite3
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network
from pathlib import Path

from dashboard.identity.store import store

#: So many failed tries in so many seconds are let through for an account, and for an address.
FOR_ACCOUNT, FOR_ADDRESS, WITHIN_S = 5, 30, 15 * 60
#: So many lines of the log may be caused from an address by somebody who is not signed in.
NOTED = 100
_COUNT = "select count(*) from failure where what = ? and at > ?"


@dataclass(frozen=True)
class Lockout:
    """The failed tries that are noted in a staff folder."""

    folder: Path
    clock: Callable[[], float] = time.time

    def may_try(self, account: str, address: str | None) -> bool:
        """Note a try and tell whether it may go on; one that may not is not noted."""
        return self._take(
            {f"account {account}": FOR_ACCOUNT, f"address {_net(address)}": FOR_ADDRESS}
        )

    def may_note(self, address: str | None) -> bool:
        """Tell whether something of an unknown person is still noted, so that nobody fills the log."""
        return self._take({f"noted {_net(address)}": NOTED})

    def _take(self, limits: Mapping[str, int]) -> bool:
        now = self.clock()
        with store(self.folder) as opened:
            opened.execute("delete from failure where at <= ?", (now - WITHIN_S,))
            if any(_count(opened, what, now) >= most for what, most in limits.items()):
                return False
            opened.executemany(
                "insert into failure values (?, ?)", [(what, now) for what in limits]
            )
        return True

    def forgive(self, account: str) -> None:
        """Forget the failed tries for an account whose owner got in, or was helped."""
        with store(self.folder) as opened:
            opened.execute("delete from failure where what = ?", (f"account {account}",))


def _count(opened: sqlite3.Connection, what: str, now: float) -> int:
    found: int = opened.execute(_COUNT, (what, now - WITHIN_S)).fetchone()[0]
    return found


def _net(address: str | None) -> str:
    """An address, or the network that one IPv6 line has for itself."""
    try:
        found = ip_address(address or "")
    except ValueError:
        return "unknown"
    return str(ip_network(f"{found}/64", strict=False) if isinstance(found, IPv6Address) else found)
