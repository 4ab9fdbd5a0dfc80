"""Make ids of names, as they stand in addresses and files."""

import re
import unicodedata
from functools import cache

from geodata.package.words import words

_OTHERS = re.compile(r"[^a-z0-9]+")


@cache
def _two() -> dict[int, str]:
    """Letters that are written with others where there is only a-z."""
    return str.maketrans(words()["letters"])


def slug(name: str) -> str:
    """Return a name as an id: small letters a-z, digits and single hyphens; empty where none is left.

    Danish letters become two, other accents fall off.
    """
    letters = unicodedata.normalize("NFC", name).lower().translate(_two())
    plain = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    return _OTHERS.sub("-", plain).strip("-")
