"""Read what the address of a staff page asks for."""

from collections.abc import Mapping
from urllib.parse import parse_qs, urlencode

from dashboard.catalogue import LANGUAGES, Catalogue, catalogue
from dashboard.staff.language import language_in

#: The part of an address that names a draft.
DRAFT = "kladde"
_LANGUAGE = "sprog"


def asked_in(search: object) -> Mapping[str, str]:
    """Return the parts of an address after its question mark; the last of one name counts."""
    if not isinstance(search, str):
        return {}
    return {name: found[-1] for name, found in parse_qs(search.lstrip("?")).items()}


def words_of(search: object) -> Catalogue:
    """Return the wording that an address asks for."""
    return catalogue(language_in(search if isinstance(search, str) else ""))


def to(path: str, words: Catalogue, **parts: str) -> str:
    """Return an address that keeps the language."""
    told = parts if words.language == LANGUAGES[0] else {**parts, _LANGUAGE: words.language}
    return f"{path}?{urlencode(told)}" if told else path
