"""Know what planners call things in their sheets: heads, roles, words in place of a figure."""

import json
import unicodedata
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("words.json")


@cache
def words() -> dict[str, Any]:
    """Return the word lists, by what they are for."""
    found: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return found


def plain(text: str) -> str:
    """Return a text as names are compared: small letters, single blanks, one way to write each."""
    return " ".join(unicodedata.normalize("NFKC", text).replace("\u00ad", "").casefold().split())


def spelled_out(text: str) -> str:
    """Return a text of small letters in those of the English alphabet."""
    return text.translate(_letters())


@cache
def _letters() -> dict[int, str]:
    return str.maketrans(words()["letters"])


@cache
def _by_word(group: str) -> dict[str, str]:
    return {plain(word): name for name, given in words()[group].items() for word in given}


def head(text: str) -> str:
    """Return which column of a long table a head names; "" for none."""
    return _by_word("heads").get(plain(text).rstrip(":*"), "")


def role(text: str) -> str:
    """Return which role a cell names; "" for none."""
    return _by_word("roles").get(plain(text), "")


@cache
def _listed(group: str) -> frozenset[str]:
    return frozenset(map(plain, words()[group]))


def is_total(text: str) -> bool:
    """Whether a row's name says that it adds up the others."""
    return plain(text).rstrip(":") in _listed("totals")


def absence(text: str) -> str:
    """Return what words in place of a figure say: `no_later`, `no_comparison`, `missing` or ""."""
    groups = ("no_later", "no_comparison", "missing")
    return next((group for group in groups if plain(text) in _listed(group)), "")
