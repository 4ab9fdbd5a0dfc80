"""Place the names and values of areas on a drawing, by the rules of the page's own maps."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from dashboard.drawn.ground import Point, Shape
from dashboard.drawn.looks import Look
from dashboard.pictures.boxes import Box as Room
from dashboard.pictures.boxes import around
from dashboard.pictures.lettering import LINE, PADDING, Written, ways
from dashboard.pictures.placing import Need, Place, place

#: Sizes of values and names in pixels of a page, and what a map leaves free round its box.
VALUE_PX, NAME_PX = 15.5, 13.5
_EDGE_PX = 16
#: Values are placed in steps of so many pixels, and so many placings are kept.
_STEP_PX, _KEPT = 12, 256
#: So many labels are placed with the care of the living map, which takes a while for more.
_WITH_CARE = 30
#: How wide letters are in their own size, without the font at hand: narrow, wide, capital, other.
_NARROW, _WIDE = frozenset("iljI.,:;'|!()[] -ft"), frozenset("mwMW%@")
_WIDTHS = (0.29, 0.82, 0.6, 0.52)
_BOLDER = 1.06


@dataclass(frozen=True, slots=True)
class Sheet:
    """A size that the drawing is seen in: its name in the style sheet, and units to a pixel."""

    name: str
    units: float


@dataclass(frozen=True, slots=True)
class Label:
    """A label in units: its lines and their middles, its value, its mark, the line to its area."""

    lines: tuple[tuple[str, Point], ...]
    value: tuple[str, Point]
    mark: str
    leader: tuple[Point, Point] | None


def width_px(text: str, px: float) -> float:
    """Return about how wide a text is, never much less."""
    return sum(map(_letter, text)) * px * _BOLDER


def _letter(letter: str) -> float:
    if letter in _NARROW:
        return _WIDTHS[0]
    if letter in _WIDE:
        return _WIDTHS[1]
    return _WIDTHS[2] if letter.isupper() else _WIDTHS[3]


def labels(
    areas: Sequence[Shape], points: Mapping[str, Point], looks: Mapping[str, Look],
    names: Mapping[str, str], sheet: Sheet, size: tuple[int, int],
) -> list[Label]:  # fmt: skip
    """Return a label for each area that has room for one; `points` lie in their areas."""
    written = {
        one.id: _ways(names[one.id], looks[one.id].label + looks[one.id].mark) for one in areas
    }
    needs = [_need(one, points[one.id], looks[one.id], written[one.id], sheet) for one in areas]
    frame = Room(0, 0, size[0] / sheet.units, size[1] / sheet.units).grown(_EDGE_PX)
    placed = _placed(tuple(needs), frame)
    return [_label(written[area], spot, looks[area], sheet)
            for area, spot in placed.items() if spot is not None]  # fmt: skip


@lru_cache(_KEPT)
def _placed(needs: tuple[Need, ...], frame: Room) -> dict[str, Place | None]:
    return place(needs, [], [], frame) if len(needs) <= _WITH_CARE else _where_free(needs, frame)


def _where_free(needs: Iterable[Need], frame: Room) -> dict[str, Place | None]:
    """Place each label on its own area, the whole one or the value alone, where nothing is yet."""
    taken: list[Room] = []
    found: dict[str, Place | None] = {}
    for need in needs:
        rooms = [around(need.at, size.width, size.height) for size in need.sizes]
        fits = [index for index, room in enumerate(rooms) if room.within(frame)
                and not any(room.overlaps(other) for other in taken)]  # fmt: skip
        found[need.id] = Place(need.at, fits[0], None) if fits else None
        taken += [rooms[index] for index in fits[:1]]
    return found


def _ways(name: str, value: str) -> list[Written]:
    # rounded up, so that values of about one length are placed alike, and only once
    wide = math.ceil(width_px(value, VALUE_PX) / _STEP_PX) * _STEP_PX
    room = (wide, VALUE_PX * LINE) if value else (0.0, 0.0)
    return ways(name, NAME_PX, partial(width_px, px=NAME_PX), room)


def _need(area: Shape, at: Point, look: Look, written: Sequence[Written], sheet: Sheet) -> Need:
    def seen(point: Point) -> Point:
        return point[0] / sheet.units, point[1] / sheet.units

    circle = around(seen(at), 2 * look.radius, 2 * look.radius) if look.radius else None
    rings = tuple(tuple(map(seen, line[:-1])) for line in area.lines)
    return Need(area.id, rings, seen(at), circle, tuple(way.size for way in written))


def _label(written: Sequence[Written], spot: Place, look: Look, sheet: Sheet) -> Label:
    way, (x, y) = written[spot.index], spot.at
    top = y - way.size.height / 2 + PADDING
    below = y + (way.size.height - VALUE_PX * LINE) / 2 - PADDING

    def unit(at: Point) -> Point:
        return at[0] * sheet.units, at[1] * sheet.units

    lines = tuple((line, unit((x, top + (i + 0.5) * NAME_PX * LINE)))
                  for i, line in enumerate(way.lines))  # fmt: skip
    leader = (unit(spot.line[0]), unit(spot.line[1])) if spot.line else None
    return Label(lines, (look.label, unit((x, below))), look.mark, leader)
