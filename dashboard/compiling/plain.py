"""Write a layout of Dash as plain HTML, for visitors without scripts."""

import json
from collections.abc import Callable
from typing import Any

from markupsafe import Markup

from dashboard import ids

#: What the layout calls otherwise than HTML does.
_NAMES = {"className": "class", "tabIndex": "tabindex"}
#: Only a script can answer them.
_LIVE = frozenset({"Button"})
_EMPTY = frozenset({"Br", "Hr", "Img", "Input"})


def as_html(part: Any) -> Markup:
    """Return a part of a layout, as Dash writes it in JSON, with all that is in it.

    Tables that it holds as text are written too; what only scripts can use is left out.
    """
    if isinstance(part, list):
        return Markup("").join(map(as_html, part))
    if not isinstance(part, dict):
        return Markup.escape("" if part is None else part)
    if part["type"] in _LIVE:
        return Markup("")
    props = part["props"]
    tag = part["type"].lower()
    told = Markup("").join(_attribute(name, value) for name, value in props.items())
    start = Markup("<{}{}>").format(tag, told)
    if part["type"] in _EMPTY:
        return start
    return start + as_html(_children(props)) + Markup("</{}>").format(tag)


def _children(props: dict[str, Any]) -> Any:
    written = props.get("data-written")
    return json.loads(written) if written else props.get("children")


def _attribute(name: str, value: Any) -> Markup:
    if name in ("children", "data-written") or value is None or value is False:
        return Markup("")
    told = _NAMES.get(name, name)
    return Markup(" {}").format(told) if value is True else Markup(' {}="{}"').format(told, value)


def found(layout: Any, wanted: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
    """Return the first element that is wanted; raise `LookupError` where there is none."""
    waiting = [layout]
    while waiting:
        part = waiting.pop(0)
        if isinstance(part, list):
            waiting = [*part, *waiting]
        elif isinstance(part, dict):
            if wanted(part):
                return part
            waiting.insert(0, part["props"].get("children"))
    raise LookupError


def opening(layout: Any, *, whole: bool) -> str:
    """Return the head of a page and the beginning of its main part, up to what follows there.

    It has the main part's heading, or all of it where that is `whole` without scripts.
    """
    head = as_html(found(layout, lambda part: part["type"] == "Header"))
    main = found(layout, lambda part: part["type"] == "Main")
    inside = main["props"]["children"] if whole else found(main, lambda part: part["type"] == "H1")
    name = main["props"].get("className", "")
    begin = Markup('<div class="page">{}<main id="{}" class="without-script {}">{}')
    return str(begin.format(head, ids.MAIN, name, as_html(inside)))


#: What an opening is ended with.
END = "</main></div>"
