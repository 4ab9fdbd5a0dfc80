"""Where the names of areas stand on a drawn map: in their area, else beside it, never on each other.

A twin of what `assets/shapes/placing.js` does for areas, by the same rules and in the same
pixels of a page; `tests/unit/js/test_placing_agrees.py` asks both. A map of paper has no dots
of places and so no names of them.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from dashboard.pictures.boxes import (
    Box,
    Line,
    Point,
    Rings,
    around,
    between,
    bounds,
    covers,
    crosses,
    fits,
    meet,
    runs_over,
)

_GAPS = (4, 10, 18, 28, 42, 60, 84, 112)
_GRID = 7
_LEADS_FROM = 8
_BESIDE, _ON_CIRCLE, _ON_OWN = 10, 6, 200
_POOR, _FAR, _NONE, _TRIES = 150, 30, 1000, 12
_FARTHER = 0.05
_SIDES = ((1, 0, 0), (-1, 0, 0), (0, 1, 1), (0, -1, 1), (1, -0.5, 2), (1, 0.5, 2), (-1, -0.5, 2),
          (-1, 0.5, 2), (0.5, 1, 3), (-0.5, 1, 3), (0.5, -1, 3), (-0.5, -1, 3), (1, 1, 4),
          (-1, 1, 4), (1, -1, 4), (-1, -1, 4))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Size:
    """One way to write a label: its room, and what it costs to write it so."""

    width: float
    height: float
    cost: float


@dataclass(frozen=True, slots=True)
class Need:
    """What an area's label needs: outline, own point, circle if any, and its sizes."""

    id: str
    rings: Rings
    at: Point
    circle: Box | None
    sizes: tuple[Size, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """The middle of a label, which of its sizes, and the line that leads to its area or none."""

    at: Point
    index: int
    line: Line | None


@dataclass(frozen=True, slots=True)
class _Choice:
    at: Point
    index: int
    cost: float
    beside: bool
    box: Box


@dataclass(frozen=True, slots=True)
class _Shape:
    id: str
    rings: Rings
    box: Box
    circle: Box | None


@dataclass(slots=True)
class _Taken:
    boxes: list[Box]
    labels: list[Box] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Try:
    found: list[tuple[str, _Choice | None, Line | None]]

    @property
    def cost(self) -> float:
        return sum(_cost(choice) for _, choice, _ in self.found)


def _cost(choice: _Choice | None) -> float:
    return _NONE if choice is None else choice.cost


def place(
    areas: Sequence[Need], lakes: Sequence[Rings], blocked: Sequence[Box], frame: Box
) -> dict[str, Place | None]:
    """Return where the label of each area stands, or `None` where there is no room at all.

    Nothing stands on a box of `blocked`, on a lake or outside `frame`.
    """
    shapes = [_Shape(one.id, one.rings, bounds(one.rings), one.circle) for one in areas]
    around_all = [*shapes, *(_Shape("", rings, bounds(rings), None) for rings in lakes)]
    choices = {one.id: _choices(one, shape) for one, shape in zip(areas, shapes, strict=True)}
    best: _Try | None = None
    order: list[_Shape] | None = shapes
    gone: set[str] = set()
    for _ in range(min(len(areas), _TRIES) + 1):
        if order is None:
            break
        now = _in_order(order, choices, around_all, blocked, frame)
        best = now if best is None or now.cost < best.cost else best
        order = _next(now, order, gone)
        gone |= {order[0].id} if order else set()
    found = best.found if best else []
    return {
        area: None if choice is None else Place(choice.at, choice.index, line)
        for area, choice, line in found
    }


def _next(now: _Try, order: list[_Shape], gone: set[str]) -> list[_Shape] | None:
    """Who goes first in the next try: those without a good place, else the one farthest off."""
    poor = [area for area, choice, _ in now.found if _cost(choice) >= _POOR]
    costs = [(area, _cost(choice)) for area, choice, _ in now.found if area not in gone]
    worst = sorted((pair for pair in costs if pair[1] >= _FAR), key=lambda pair: -pair[1])
    first = poor or [area for area, _ in worst[:1]]
    if not first:
        return None
    own = {shape.id: shape for shape in order}
    return [*(own[area] for area in first), *(one for one in order if one.id not in first)]


def _in_order(
    order: Sequence[_Shape],
    choices: dict[str, list[_Choice]],
    every: Sequence[_Shape],
    blocked: Sequence[Box],
    frame: Box,
) -> _Try:
    taken = _Taken(list(blocked))
    found: list[tuple[str, _Choice | None, Line | None]] = []
    for area in order:
        choice, line = _first(area, choices[area.id], every, taken, frame)
        if choice is not None:
            taken.boxes.append(choice.box)
            taken.labels.append(choice.box)
            taken.lines += [line] if line else []
        found.append((area.id, choice, line))
    return _Try(found)


def _first(
    area: _Shape, choices: Sequence[_Choice], every: Sequence[_Shape], taken: _Taken, frame: Box
) -> tuple[_Choice | None, Line | None]:
    """Return the first choice that can stand, with the line that leads from it."""
    for one in choices:
        if not one.box.within(frame) or not _clear(one, taken) or _on_others(one, area, every):
            continue
        line = _leader(one, area, every)
        if line is None or _leads(line, area, every, taken):
            return one, line
    return None, None


def _clear(one: _Choice, taken: _Taken) -> bool:
    return not any(one.box.overlaps(box) for box in taken.boxes) and not any(
        crosses(line, one.box) for line in taken.lines
    )


def _on_others(one: _Choice, area: _Shape, every: Sequence[_Shape]) -> bool:
    return any(
        (other.id != area.id or one.beside)
        and (
            (one.box.overlaps(other.box) and covers(one.box, other.rings))
            or (other.circle is not None and one.box.overlaps(other.circle))
        )
        for other in every
    )


def _leads(line: Line, area: _Shape, every: Sequence[_Shape], taken: _Taken) -> bool:
    """Whether a line leads past all labels, other lines and other areas."""
    return (
        not any(crosses(line, box) for box in taken.labels)
        and not any(meet(line, other) for other in taken.lines)
        and not any(o.id != area.id and runs_over(line, o.box, o.rings) for o in every)
    )


def _leader(one: _Choice, area: _Shape, every: Sequence[_Shape]) -> Line | None:
    """Return the line from a label to its area, or `None` where nobody can mistake it."""
    if not one.beside:
        return None
    start, end, length = between(one.box, area.rings)
    near = one.box.grown(length + 1)
    mistaken = any(other.id != area.id and near.overlaps(other.box)
                   and between(one.box, other.rings)[2] <= length + 2 for other in every)  # fmt: skip
    return (start, end) if length > _LEADS_FROM or mistaken else None


def _choices(area: Need, shape: _Shape) -> list[_Choice]:
    """Return all that could be done for an area, the best first."""
    found: list[_Choice] = []
    for index, size in enumerate(area.sizes):
        found += _inside(area, shape, size, index)
        found += _beside(area, shape, size, index)
        found.append(_choice(area.at, size, index, _ON_OWN))
    return sorted(found, key=lambda one: one.cost)


def _choice(at: Point, size: Size, index: int, cost: float, *, beside: bool = False) -> _Choice:
    return _Choice(at, index, cost + size.cost, beside, around(at, size.width, size.height))


def _grid(own: Box, at: Point) -> Iterator[Point]:
    """Yield middles over the box of an outline, its own point first."""
    yield at
    for i in range(_GRID * _GRID):
        across, down = ((n + 1) / (_GRID + 1) for n in (i % _GRID, i // _GRID))
        yield own.left + across * (own.right - own.left), own.top + down * (own.bottom - own.top)


def _inside(area: Need, shape: _Shape, size: Size, index: int) -> Iterator[_Choice]:
    own = shape.box
    if size.width > own.right - own.left or size.height > own.bottom - own.top:
        return  # larger than the outline's own box: it would fit nowhere
    for at in _grid(shape.box, area.at):
        box = around(at, size.width, size.height)
        if fits(box, area.rings):
            far = math.hypot(at[0] - area.at[0], at[1] - area.at[1]) * _FARTHER
            on_circle = area.circle is not None and box.overlaps(area.circle)
            yield _choice(at, size, index, far + (_ON_CIRCLE if on_circle else 0))


def _beside(area: Need, shape: _Shape, size: Size, index: int) -> Iterator[_Choice]:
    corners = [*shape.box.corners, *(area.circle.corners if area.circle else ())]
    whole = bounds([corners])
    x, y = whole.middle
    wide = (whole.right - whole.left + size.width) / 2
    high = (whole.bottom - whole.top + size.height) / 2
    for gap in _GAPS:
        for dx, dy, less in _SIDES:
            at = (x + dx * (wide + gap), y + dy * (high + gap))
            yield _choice(at, size, index, _BESIDE + gap + less, beside=True)
