"""Write several things in a row as people do: `a, b og c`, and small numbers as words."""

from collections.abc import Iterable

from dashboard.catalogue import Catalogue


def listed(names: Iterable[str], words: Catalogue) -> str:
    """Join names with commas, and with the language's word before the last."""
    *first, last = list(names) or [""]
    if not first:
        return last
    return words.text("list.and", first=", ".join(first), last=last)


def spelled(count: int, words: Catalogue) -> str:
    """Write a number as a word where the catalogue has one, with digits otherwise."""
    key = f"spelled.{count}"
    return words.text(key) if words.has(key) else str(count)
