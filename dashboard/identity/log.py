"""What staff did: lines that are only ever added, each bound to the one before it."""

import hashlib
import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock

from dashboard.identity.files import own_folder

_FILE = "audit.jsonl"
_FIRST = "0" * 64
#: A line is cut to so much of each text: nobody writes a book into the log.
_LONGEST = 500

Fact = str | int | None


class AuditLog:
    """The log of a staff folder. Never give it a password, a token or the name of a sign-in."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / _FILE

    def write(self, event: str, who: str, **facts: Fact) -> None:
        """Add a line: what happened, by whom (an id; empty where nobody is known), and more."""
        own_folder(self.file.parent)
        when = datetime.now(UTC).isoformat(timespec="milliseconds")
        told: dict[str, Fact] = {"when": when, "event": event, "who": who[:_LONGEST]}
        told |= {name: _short(fact) for name, fact in facts.items() if fact is not None}
        with FileLock(self.file.with_name(f".{_FILE}.lock")):
            line = json.dumps(told | {"before": self._last()}, ensure_ascii=False, sort_keys=True)
            opened = os.open(self.file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            try:
                os.write(opened, f"{line}\n".encode())
                os.fsync(opened)
            finally:
                os.close(opened)

    def lines(self) -> list[str]:
        """Return all lines as they stand."""
        try:
            return self.file.read_text("utf-8").splitlines()
        except FileNotFoundError:
            return []

    def faults(self) -> Iterator[str]:
        """Yield where a line was changed, removed or put in; the end alone can be cut off unseen."""
        before = _FIRST
        for number, line in enumerate(self.lines(), 1):
            try:
                said = json.loads(line)["before"]
            except (ValueError, KeyError, TypeError):
                yield f"Line {number} is no line of this log."
                said = None
            if said is not None and said != before:
                yield f"Line {number} does not follow what stands before it."
            before = _name(line)

    def _last(self) -> str:
        lines = self.lines()
        return _name(lines[-1]) if lines else _FIRST


def _name(line: str) -> str:
    return hashlib.sha256(line.encode()).hexdigest()


def _short(fact: Fact) -> Fact:
    return fact[:_LONGEST] if isinstance(fact, str) else fact
