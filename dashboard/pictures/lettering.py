"""How names are written on a drawn map: parted into lines, and how much room each way takes.

A twin of `assets/shapes/lettering.js`, in the same pixels of a page.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from dashboard.pictures.placing import Size

LINE = 1.12
PADDING = 2.0
_LINE_COSTS, _LONG_COSTS, _NAMELESS_COSTS = 1.5, 4, 150
_LONG_PX = 130
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Written:
    """One way to write a name over its value, with the room that both take."""

    lines: tuple[str, ...]
    size: Size


def wrap(name: str, count: int) -> tuple[str, ...]:
    """Part a name into so many lines whose longest is the shortest."""
    words = re.findall(r"[^\s-]*-(?=\S)|\S+\s*", name) or [name]

    def fold(begin: int, left: int) -> tuple[str, ...]:
        best: tuple[str, ...] = ("".join(words[begin:]).strip(),)
        if left == 1:
            return best
        for end in range(begin + 1, len(words)):
            lines = ("".join(words[begin:end]).strip(), *fold(end, left - 1))
            if max(map(len, lines)) < max(map(len, best)):
                best = lines
        return best

    return fold(0, count)


def ways(
    name: str, px: float, width_of: Callable[[str], float], value: tuple[float, float]
) -> list[Written]:
    """Return the ways to write a name of a size over a value of a width and height in pixels.

    `width_of` measures a line. The last way is the value without its name.
    """
    parted = dict.fromkeys(wrap(name, count) for count in range(1, _MOST_LINES + 1))
    found = []
    for i, lines in enumerate(parted):
        width = max(value[0], *(width_of(line) for line in lines)) + 2 * PADDING
        cost = _LINE_COSTS * i + (_LONG_COSTS if width > _LONG_PX else 0)
        height = len(lines) * px * LINE + value[1] + 2 * PADDING
        found.append(Written(lines, Size(width, height, cost)))
    bare = Size(value[0] + 2 * PADDING, value[1] + 2 * PADDING, _NAMELESS_COSTS)
    return [*found, Written((), bare)]
