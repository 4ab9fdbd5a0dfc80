"""Draw the map as SVG: shapes in the colours of the page, with textures, names and values."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from dashboard import ids
from dashboard.drawn.ground import Box, Point, Shape, path, together
from dashboard.drawn.looks import (
    Look,
    Shown,
    area_look,
    outline_of,
    plan_colour,
    presence,
    value_text,
)
from dashboard.drawn.names import NAME_PX, VALUE_PX, Label, Sheet, labels
from dashboard.drawn.textures import textures

#: Above so many areas a drawing has fewer vertices, and names only what is chosen.
MANY = 100
#: A drawing of many areas is at most so large: vertices go until it is.
MOST_BYTES = 60 * 1024
#: Outlines that can be wrong by so much have a soft edge, as on the living map.
_SOFT_FROM_M = 120
#: The room that the page leaves a drawing, in pixels: on a large screen and on a phone.
_ROOMS = {"wide": (690, 530), "narrow": (331, 350)}
_FEATURES = ("parks", "paths", "places")
#: Of many areas, what would lie over them, and what is drawn of all together.
_LEFT_OUT = ("areas", "counts", "paths", "places")
_STEPS = (1, 2, 4, 8, 16, 32, 64)


def picture(one: Shown, shapes: Sequence[Shape], box: Box, title: str, said: str) -> Markup:
    """Return the drawing; `title` and `said` are what it tells whoever does not see it."""
    shapes = of_year(one, shapes)
    looks = {area: area_look(one, area) for area in one.doc["areas"]}
    many = len(looks) > MANY
    names = _names(one, shapes, looks, box, many)
    for step in _STEPS if many else (1,):
        inside = _ground(one, shapes, looks, many, step)
        drawn = _whole(box, title, said, textures(_used(looks)) + inside + names)
        if not many or len(drawn.encode()) <= MOST_BYTES:
            break
    return drawn


def of_year(one: Shown, shapes: Sequence[Shape]) -> Sequence[Shape]:
    """Return those shapes that are outlines of the year: all where none has a time."""
    if "outlines" not in one.doc:
        return shapes
    year = one.state.year
    return [shape for shape in shapes
            if outline_of(one.doc, shape.layer, shape.id, year) == shape.outline]  # fmt: skip


def _whole(box: Box, title: str, said: str, inside: Markup) -> Markup:
    return Markup(
        '<svg class="drawing" role="img" aria-labelledby="{0} {1}" '
        'viewBox="0 0 {2} {3}"><title id="{0}">{4}</title><desc id="{1}">{5}</desc>{6}</svg>'
    ).format(ids.DRAWN_TITLE, ids.DRAWN_SAID, box.width, box.height, title, said, inside)


def _used(looks: dict[str, Look]) -> set[str]:
    return {look.reason for look in looks.values() if look.reason}


def _ground(
    one: Shown, shapes: Sequence[Shape], looks: dict[str, Look], many: bool, step: int
) -> Markup:
    """All shapes in drawing order; of many areas those of one colour are one shape."""
    drawn = [_shape(one, shape, looks, step) for shape in shapes
             if not (many and shape.layer in _LEFT_OUT)]  # fmt: skip
    if many:
        areas = [shape for shape in shapes if shape.layer == "areas"]
        drawn += [_together(areas, looks, step), _circles(shapes, looks)]
        drawn += [_area(shape, looks[shape.id], "", True, step) for shape in areas
                  if shape.id in one.state.areas]  # fmt: skip
    return Markup("").join(drawn)


def _shape(one: Shown, shape: Shape, looks: dict[str, Look], step: int) -> Markup:
    state = one.state
    if shape.layer == "areas":
        name = one.doc["geographies"][shape.id]["name"]
        return _area(shape, looks[shape.id], name, shape.id in state.areas, step)
    if shape.layer == "counts":
        return _circle(looks[shape.id], shape.lines[0][0])
    if shape.layer == "plans":
        colour = plan_colour(one, shape.id)
        return _plain("plan", shape, step, stroke=colour) if colour else Markup("")
    if shape.layer in _FEATURES:
        seen = presence(one.doc, shape.id, state.year)
        if seen == "hidden" or shape.layer not in state.layers:
            return Markup("")
        chosen = " chosen" if shape.id in state.areas else ""
        return _plain(f"{shape.layer} {shape.kind} {seen}{chosen}", shape, step)
    shows = shape.layer != "roads" or "roads" in state.layers
    return _plain(shape.layer, shape, step) if shows else Markup("")


def _area(shape: Shape, look: Look, name: str, chosen: bool, step: int) -> Markup:
    classes = ["area", "of-reason" if look.reason else "", "chosen" if chosen else "",
               "soft" if shape.error_m >= _SOFT_FROM_M else "",
               "scattered" if shape.kind == "scattered" else ""]  # fmt: skip
    told = Markup("<title>{}: {}</title>").format(name, look.text) if name else ""
    return Markup('<path class="{}" fill="{}" d="{}">{}</path>').format(
        " ".join(filter(None, classes)), look.fill, path(shape, step), told
    )


def _plain(classes: str, shape: Shape, step: int, stroke: str | None = None) -> Markup:
    said = Markup(' stroke="{}"').format(stroke) if stroke else ""
    if len(shape.lines[0]) == 1:
        return _dot(classes, shape.lines[0][0])
    line = path(shape, step)
    # what is a line has no inside
    return Markup('<path class="{}{}"{} d="{}"/>').format(
        classes, "" if shape.closed else " line", said, line
    )


def _dot(classes: str, at: Point, width: float | None = None, colour: str = "") -> Markup:
    """A dot is a line without length and with round ends: it keeps its size on any screen."""
    size = Markup(' stroke-width="{}"').format(f"{width:g}") if width else ""
    said = Markup(' stroke="{}"').format(colour) if colour else ""
    return Markup('<path class="dot {}"{}{} d="M{} {}h0"/>').format(
        classes, size, said, round(at[0]), round(at[1])
    )


def _circle(look: Look, at: Point) -> Markup:
    if not look.radius:
        return Markup("")
    return _dot("rim", at, round(2 * look.radius + 2, 1)) + _dot(
        "disc", at, round(2 * look.radius, 1), look.disc
    )


def _circles(shapes: Sequence[Shape], looks: dict[str, Look]) -> Markup:
    """The circles of many areas, the largest first, so that a small one lies on it."""
    counts = [shape for shape in shapes if shape.layer == "counts" and looks[shape.id].radius]
    counts.sort(key=lambda shape: -looks[shape.id].radius)
    return Markup("").join(_circle(looks[shape.id], shape.lines[0][0]) for shape in counts)


def _together(areas: Iterable[Shape], looks: dict[str, Look], step: int) -> Markup:
    coloured: dict[str, list[Shape]] = {}
    for area in areas:
        coloured.setdefault(looks[area.id].fill, []).append(area)
    return Markup("").join(
        Markup('<path class="area many" fill="{}" d="{}"/>').format(fill, together(same, step))
        for fill, same in coloured.items()
    )


def _names(
    one: Shown, shapes: Sequence[Shape], looks: dict[str, Look], box: Box, many: bool
) -> Markup:
    """Names and values in each size that the drawing is seen in, for the eye alone."""
    there = {shape.id for shape in shapes if shape.layer == "areas"}
    wanted = there.intersection(one.state.areas) if many else there
    areas = [shape for shape in shapes if shape.layer == "areas" and shape.id in wanted]
    points = {shape.id: shape.lines[0][0] for shape in shapes if shape.layer == "counts"}
    names = {area: one.doc["geographies"][area]["name"] for area in looks}
    sheets = [Sheet(name, max(box.width / wide, box.height / high))
              for name, (wide, high) in _ROOMS.items()]  # fmt: skip
    return Markup("").join(
        _sheet(sheet, labels(areas, points, looks, names, sheet, (box.width, box.height)))
        for sheet in sheets
    )


def _sheet(sheet: Sheet, found: Sequence[Label]) -> Markup:
    value, name = (round(px * sheet.units, 1) for px in (VALUE_PX, NAME_PX))
    values = Markup("").join(_text(*label.value, label.mark) for label in found)
    lines = Markup("").join(_text(*line) for label in found for line in label.lines)
    leaders = Markup("").join(_leader(label.leader) for label in found if label.leader)
    return Markup(
        '<g class="drawn-names {}" aria-hidden="true">{}<g font-size="{}">{}</g>'
        '<g class="values" font-size="{}">{}</g></g>'
    ).format(sheet.name, leaders, name, lines, value, values)


def _text(said: str, at: Point, mark: str = "") -> Markup:
    """A text; what is remarked of a value stands raised behind it, and is no part of it."""
    raised = Markup('<tspan class="mark" dy="-0.35em">{}</tspan>').format(mark) if mark else ""
    return Markup('<text x="{}" y="{}">{}{}</text>').format(*map(round, at), said, raised)


def _leader(ends: tuple[Point, Point]) -> Markup:
    (x, y), (to_x, to_y) = ends
    return Markup('<path class="leader" d="M{} {}L{} {}"/>').format(*map(round, (x, y, to_x, to_y)))


def plan_values(one: Shown) -> list[tuple[str, str, str]]:
    """Return the plans that are drawn: name, value, and the colour of the outline."""
    plans = [place for place in one.drawn if one.doc["geographies"][place]["kind"] == "plan"]
    found = [(plan, plan_colour(one, plan)) for plan in plans]
    return [(one.doc["geographies"][plan]["name"], value_text(one.drawn[plan]), colour)
            for plan, colour in found if colour]  # fmt: skip
