"""Read what the commands are told: each refusal is a sentence."""

import argparse
import re
from datetime import date
from typing import Any

from geodata.reading.faults import shown

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_LONGEST = 200


class Parser(argparse.ArgumentParser):
    """A parser of a command; a `mixed` one takes a last argument after an option, too.

    Python does so by itself only from 3.13 on.
    """

    mixed = False

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """Return what was understood, and what was not."""
        if not self.mixed:
            return super().parse_known_args(args, namespace)
        self.mixed = False
        try:
            return self.parse_known_intermixed_args(args, namespace)
        finally:
            self.mixed = True


def metres(text: str) -> float:
    """Return a length in metres."""
    allowed = argparse.ArgumentTypeError(
        f"{shown(text)} is no length; allowed: metres, 0 or more and less than 1000"
    )
    try:
        length = float(text)
    except ValueError as error:
        raise allowed from error
    if not 0 <= length < 1000:
        raise allowed
    return length


def day(text: str) -> date:
    """Return a day; other ISO forms than YYYY-MM-DD are refused."""
    allowed = argparse.ArgumentTypeError(f"{shown(text)} is no day; allowed: YYYY-MM-DD")
    if not _DAY.fullmatch(text):
        raise allowed
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise allowed from error


def one_line(text: str) -> str:
    """Return a text that stands in a line, on a page and in a file."""
    if len(text) > _LONGEST or not text.isprintable():
        raise argparse.ArgumentTypeError(
            f"{shown(text)} cannot stand here; allowed: one line of at most {_LONGEST} characters"
        )
    return text


def year(text: str) -> int:
    """Return a year."""
    if not re.fullmatch(r"[0-9]{4}", text):
        raise argparse.ArgumentTypeError(f"{shown(text)} is no year; allowed: such as 2024")
    return int(text)
