"""The small database of the staff folder, which all workers share: sign-ins and failed tries."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from dashboard.identity.files import own_folder

_FILE = "sessions.sqlite"
_TABLES = """
create table if not exists session (
    key text primary key, person text not null, name text not null, role integer not null,
    stamp text not null, begun real not null, seen real not null
);
create table if not exists failure (what text not null, at real not null);
create index if not exists failure_what on failure (what, at);
"""
_WAIT_S = 10


@contextmanager
def store(folder: Path, *, only_reading: bool = False) -> Iterator[sqlite3.Connection]:
    """Open the database for one piece of work, which nobody else disturbs: whole or not at all.

    Many can be `only_reading` at once; of those who write one waits for the other.
    """
    file = own_folder(folder) / _FILE
    if not file.exists():
        file.touch(mode=0o600)
    with closing(sqlite3.connect(file, timeout=_WAIT_S, isolation_level=None)) as opened:
        opened.executescript(_TABLES)
        opened.execute("begin" if only_reading else "begin immediate")
        try:
            yield opened
        except BaseException:
            opened.execute("rollback")
            raise
        opened.execute("commit")
