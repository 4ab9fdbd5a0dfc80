"""The command `diff`: what changed between two packages, as text, a workbook or JSON."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from geodata.difference.changes import Difference
from geodata.difference.difference import difference
from geodata.difference.plain import as_plain
from geodata.difference.spreadsheet import TooLongError, as_xlsx
from geodata.difference.text import as_text
from geodata.disclosure.gate import read_public
from geodata.files.writing import write_whole
from geodata.package.package import Package
from geodata.reading.faults import PackageError


def _json(found: Difference) -> bytes:
    return (json.dumps(as_plain(found), ensure_ascii=False, indent=1) + "\n").encode()


_WRITERS: dict[str, Callable[[Difference], bytes]] = {
    "json": _json,
    "text": lambda found: as_text(found).encode(),
    "xlsx": as_xlsx,
}


def add_parser(commands: Any) -> None:
    """Add `diff` to the commands."""
    parser = commands.add_parser("diff", help="say exactly what changed between two packages")
    parser.add_argument("old", type=Path, metavar="OLD", help="a folder with a data package")
    parser.add_argument("new", type=Path, metavar="NEW", help="another")
    parser.add_argument("out", type=Path, nargs="?", metavar="OUT",
                        help="the file to write (text and json: without it, to the screen)")  # fmt: skip
    parser.add_argument("--format", choices=sorted(_WRITERS), default="text")
    parser.mixed = True
    # There are two packages to read, and the faults of both are told at once.
    parser.set_defaults(run_alone=run)


def run(options: argparse.Namespace) -> int:
    """Tell the difference; return 0 whether there is one or not, 1 where it cannot be told."""
    if options.format == "xlsx" and options.out is None:
        print("--format xlsx needs OUT, the file to write", file=sys.stderr)
        return 1
    old, new = _read(options.old), _read(options.new)
    if old is None or new is None:
        return 1
    try:
        content = _WRITERS[options.format](difference(old, new))
    except TooLongError as error:
        print(f"{error}: choose --format json or text", file=sys.stderr)
        return 1
    return _write(options.out, content)


def _read(folder: Path) -> Package | None:
    try:
        return read_public(folder)
    except PackageError as error:
        print(f"{folder}: {len(error.faults)} errors", file=sys.stderr)
        for fault in error.faults:
            print(f"  error: {fault}", file=sys.stderr)
        return None


def _write(out: Path | None, content: bytes) -> int:
    if out is None:
        print(content.decode(), end="")
        return 0
    try:
        write_whole(out, content)
    except OSError as error:
        print(f"{out}: cannot be written: {error.strerror}", file=sys.stderr)
        return 1
    print(f"{out}: written")
    return 0
