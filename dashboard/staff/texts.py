"""Read the short texts that somebody writes."""

from dashboard.drafting.errors import DraftingError

LONGEST_TITLE, LONGEST_WHY = 100, 300


def text_of(given: object, longest: int, missing: str) -> str:
    """Return a text in one line; raise `DraftingError` for none, or one that is too long."""
    text = " ".join(given.split()) if isinstance(given, str) else ""
    if not text or len(text) > longest:
        raise DraftingError(missing, most=longest)
    return text


def texts_of(given: object) -> list[str]:
    """Return what is text in a list that a browser sent."""
    return [one for one in given if isinstance(one, str)] if isinstance(given, list) else []
