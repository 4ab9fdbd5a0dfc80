"""Publish, compare and take back: handed on to the program that compiles and serves.

A release is compiled by `dashboard`, which lies above; nothing of it is imported here.
"""

import runpy
import sys
from collections.abc import Sequence
from typing import Any

NAME = "release"


def add_parser(commands: Any) -> None:
    """Add the command to a parser's list of commands, so that its help names it."""
    words = "publish a package; list, compare and take back what was published"
    commands.add_parser(NAME, add_help=False, help=words)


def run(arguments: Sequence[str]) -> int:
    """Run `python -m dashboard release` with these arguments, and return as it does."""
    sys.argv = ["dashboard", NAME, *arguments]
    try:
        runpy.run_module("dashboard", run_name="__main__", alter_sys=True)
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 1
    return 0
