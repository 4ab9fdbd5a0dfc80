"""What a new package says before the planner says it, in both languages; words lie in `words.json`."""

import json
from functools import cache
from pathlib import Path
from typing import Any


@cache
def words() -> dict[str, Any]:
    """Return the words by what they are for."""
    read: dict[str, Any] = json.loads(Path(__file__).with_name("words.json").read_text("utf-8"))
    return read


def filled(group: str, file: str) -> dict[str, str]:
    """Return the texts of a group with the name of the file of outlines."""
    return {field: text.format(file=file) for field, text in words()[group].items()}
