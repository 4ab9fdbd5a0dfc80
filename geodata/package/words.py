"""What a package says by itself, in both languages, and how letters are written in ids: `words.json`."""

import json
from functools import cache
from pathlib import Path
from typing import Any


@cache
def words() -> dict[str, Any]:
    """Return the words by what they are for."""
    read: dict[str, Any] = json.loads(Path(__file__).with_name("words.json").read_text("utf-8"))
    return read
