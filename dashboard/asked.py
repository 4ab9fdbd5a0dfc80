"""Read what an address or a command asks for, and say in words what is not there."""

from collections.abc import Container

from werkzeug.datastructures import MultiDict

from dashboard.catalogue import LANGUAGES, Catalogue, catalogue

#: Bytes of a query: no link of ours is near it.
MAX_QUERY = 2000
_SHOWN = 60


class RefusedError(Exception):
    """What is asked for cannot be given: a message of the catalogue with its values."""

    status = 400

    def __init__(self, key: str, **values: object) -> None:
        super().__init__(key)
        self.key = key
        self.values = values

    def said(self, words: Catalogue) -> str:
        """Return the reason as a sentence."""
        return words.text(self.key, **self.values)


class BusyError(RefusedError):
    """Too much is being made at this moment; the same can be asked for again soon."""

    status = 503


def ids(query: MultiDict[str, str], key: str) -> tuple[str, ...]:
    """Return the ids that an address lists under a key, each once, in their order."""
    parts = ",".join(query.getlist(key)).split(",")
    return tuple(dict.fromkeys(part for part in parts if part))


def known(word: str, words: Container[str], message: str) -> str:
    """Return a word that is among those known; raise `RefusedError` with it if it is not."""
    if word not in words:
        raise RefusedError(message, word=word if len(word) <= _SHOWN else f"{word[:_SHOWN]}…")
    return word


def language_words(query: MultiDict[str, str]) -> Catalogue:
    """Return the catalogue of the language asked for, or the default one."""
    language = query.get("sprog", LANGUAGES[0])
    return catalogue(language if language in LANGUAGES else LANGUAGES[0])
