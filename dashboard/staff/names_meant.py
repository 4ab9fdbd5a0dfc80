"""Offer what a name in a file may mean, and read which of it a person chose."""

from collections.abc import Iterable, Mapping
from typing import Any

from dashboard.catalogue import Catalogue
from dashboard.drafting.errors import DraftingError

#: Stands before the id of something new in a choice; no id begins so.
_NEW = "+"


def name_choices(
    suggestions: Iterable[Mapping[str, Any]], words: Catalogue
) -> list[dict[str, str]]:
    """Return what can be chosen: what is near to a name, and that it is a new one."""
    return [_choice(one, words) for one in suggestions]


def _choice(one: Mapping[str, Any], words: Catalogue) -> dict[str, str]:
    text, own = one["text"], one["id"]
    if one.get("is_new"):  # answers that were kept before anything could be new do not say
        return {"value": f"{text}={_NEW}{own}", "label": words.text("update.name_new", name=text, id=own)}  # fmt: skip
    return {"value": f"{text}={own}", "label": f"{text} → {one['name']} ({own})"}


def names_meant(chosen: Iterable[str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return what names mean by id, and the ids of new ones by name.

    Raises `DraftingError` where nothing was chosen, or two meanings of one name.
    """
    pairs = [tuple(one.rsplit("=", 1)) for one in chosen if "=" in one]
    if not pairs:
        raise DraftingError("no_names")
    if len({name for name, _ in pairs}) < len(pairs):
        raise DraftingError("two_meanings")
    known = {name: own for name, own in pairs if not own.startswith(_NEW)}
    new = {name: own.removeprefix(_NEW) for name, own in pairs if own.startswith(_NEW)}
    return known, new
