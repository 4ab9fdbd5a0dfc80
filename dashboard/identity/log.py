"""What staff did: lines that are only ever added, each bound to the one before it."""

import hashlib
import json
import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock

from dashboard.identity.files import own_folder, write_own

_FILE, _HEAD = "audit.jsonl", "audit.head"
_FIRST = "0" * 64
#: No line is longer than this, in bytes.
_LINE = 1 << 16
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
            last = self._last()
            before = _name(last) if last else _FIRST
            line = json.dumps(told | {"before": before}, ensure_ascii=False, sort_keys=True)
            self._add(f"{line}\n".encode(), after_a_break=not last.endswith(b"\n"))
            write_own(self._head, f"{_name(line.encode())}\n".encode())

    def lines(self) -> list[str]:
        """Return all lines as they stand."""
        try:
            return self.file.read_text("utf-8").splitlines()
        except FileNotFoundError:
            return []

    def faults(self) -> Iterator[str]:
        """Yield where a line was changed, removed or put in."""
        before, names = _FIRST, [_FIRST]
        for number, line in enumerate(self.lines(), 1):
            try:
                said = json.loads(line)["before"]
            except (ValueError, KeyError, TypeError):
                yield f"Line {number} is no line of this log."
                said = before
            if said != before:
                yield f"Line {number} does not follow what stands before it."
            before = _name(line.encode())
            names.append(before)
        # a power cut between a line and its note leaves one line more
        if self._noted() not in names[-2:]:
            yield "Lines are missing at the end."

    @property
    def _head(self) -> Path:
        """Where the last line is noted a second time, so that cutting off the end is seen."""
        return self.file.with_name(_HEAD)

    def _noted(self) -> str:
        try:
            return self._head.read_text("utf-8").strip()
        except FileNotFoundError:
            return _FIRST

    def _add(self, line: bytes, *, after_a_break: bool) -> None:
        opened = os.open(self.file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        try:
            os.write(opened, b"\n" + line if after_a_break and self.file.stat().st_size else line)
            os.fsync(opened)
        finally:
            os.close(opened)

    def _last(self) -> bytes:
        """The last line with its end; nothing where there is none."""
        try:
            with self.file.open("rb") as file:
                file.seek(max(0, self.file.stat().st_size - _LINE))
                return (file.read().splitlines(keepends=True) or [b""])[-1]
        except FileNotFoundError:
            return b""


def _name(line: bytes) -> str:
    return hashlib.sha256(line.rstrip(b"\n")).hexdigest()


def _short(fact: Fact) -> Fact:
    return fact[:_LONGEST] if isinstance(fact, str) else fact
