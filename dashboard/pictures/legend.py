"""Say what a map's colours, circles, textures and marks mean, and draw that beside it."""

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from dashboard.payload.comparisons import difference_label
from dashboard.payload.outlines import why_text
from dashboard.payload.series import class_label, legend_sizes
from dashboard.pictures import style
from dashboard.pictures.map import (
    HATCHES,
    Drawing,
    Why,
    glyph_of,
    hatch_colour,
    outlines_before,
)
from dashboard.pictures.subject import Subject
from layers.comparisons import Mode
from layers.reasons import Reason
from layers.twoyears import Refusal, two_years

_SWATCH_PT = 11.0
_GAP_PT = 4.0
#: How wide a character is, in sizes of type: about that of an average one.
_CHARACTER = 0.5


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the legend: words with a swatch, an outline, a circle, or a heading's nothing."""

    text: str
    fill: str = ""
    outline: str = ""
    hatch: str = ""
    radius_px: float = 0.0
    dashed: bool = False


def legend_of(
    subject: Subject, indicator: str, mode: Mode, drawings: Sequence[Drawing]
) -> list[Item]:
    """Return what maps of a series in a mode need explained, and nothing they do not show."""
    classes = list(_classes(subject, indicator, mode))
    head = [Item(_heading(subject, indicator, mode)), *classes] if classes else []
    return head + _rest(subject, drawings, subject.series(indicator).colours)


def change_legend(subject: Subject, indicator: str, drawing: Drawing) -> list[Item]:
    """Return what a map of the change between two years needs explained."""
    words, series = subject.words, subject.series(indicator)
    found = two_years(subject.package, series)
    unit = words.text(f"unit.difference.{series.indicator.unit}")
    head = Item(f"{words.text('ui.compare.years.change')}, {unit}")
    classes = [
        Item(difference_label(bounds.low, bounds.high, series, subject.cells), fill=colour)
        for bounds, colour in zip(found.classes, found.colours, strict=True)
    ]
    return ([head, *classes] if classes else []) + _rest(subject, [drawing], found.colours)


def _rest(subject: Subject, drawings: Sequence[Drawing], colours: Sequence[str]) -> list[Item]:
    """Return what is explained below the classes: plans, reasons, marks and parks."""
    words, outline = subject.words, colours[-1] if colours else style.NEUTRAL
    plans = {g.id for g in subject.package.geographies if g.kind == "plan"}
    items = []
    if any(plans & drawing.shown.keys() for drawing in drawings):
        items.append(Item(words.text("ui.legend.plan"), outline=outline))
    if any(one.colour == style.UNSURE for drawing in drawings for one in drawing.shown.values()):
        items.append(Item(words.text("ui.legend.unsure"), fill=style.UNSURE))
    whys = {why for drawing in drawings for why in drawing.reasons.values()
            if why is not Reason.NOT_THERE}  # fmt: skip
    items += [
        Item(words.text("outline.dashed", year=drawing.before), outline=style.INK, dashed=True)
        for drawing in drawings
        if outlines_before(subject.package, drawing)
    ]
    items += [
        Item(f"{glyph_of(subject, why)}  {why_text(why, subject.package, words)}",
             fill=style.NEUTRAL, hatch=HATCHES[why], outline=hatch_colour(why))
        for why in sorted(whys, key=_precedence)
    ]  # fmt: skip
    items += _marks(subject, drawings)
    parks = subject.package.layers["parks"]
    return [*items, *([Item(words.text("layer.parks"), outline=style.GREEN)] if len(parks) else [])]


def _heading(subject: Subject, indicator: str, mode: Mode) -> str:
    words, one = subject.words, subject.series(indicator).indicator
    plain = mode == Mode.VALUE
    unit = words.text(f"unit.{one.unit}" if plain else f"unit.difference.{one.unit}")
    return f"{words.text(f'ui.mode.{mode}')}, {unit}"


def _classes(subject: Subject, indicator: str, mode: Mode) -> Iterable[Item]:
    series, cells = subject.series(indicator), subject.cells
    if mode == Mode.VALUE and series.circles:
        return [Item(s["label"], fill=series.colours[0], radius_px=s["radius"])
                for s in legend_sizes(series, cells)]  # fmt: skip
    shown = series if mode == Mode.VALUE else series.comparisons[mode]
    label = class_label if mode == Mode.VALUE else difference_label
    return [
        Item(label(bounds.low, bounds.high, series, cells), fill=colour)
        for bounds, colour in zip(shown.classes, shown.colours, strict=True)
    ]


def _precedence(why: Why) -> int:
    """Return where a reason stands among its kind."""
    order: list[Why] = [*Refusal] if isinstance(why, Refusal) else [*Reason]
    return order.index(why)


def _marks(subject: Subject, drawings: Sequence[Drawing]) -> list[Item]:
    areas = {area.id for area in subject.package.areas}
    severities = {
        shown.severity
        for drawing in drawings
        for g, shown in drawing.shown.items()
        if g in areas and shown.severity
    }
    names = [severity.name.lower() for severity in sorted(severities)]
    words = subject.words
    return [
        Item(f"({words.text(f'ui.mark.{name}')})  {words.text(f'ui.severity.{name}')}")
        for name in names
    ]


def draw_legend(axes: Axes, items: Sequence[Item], scale: style.Scale) -> None:
    """Draw the legend from the top of the axes down; the axes are measured in points."""
    axes.set_axis_off()
    width, height = style.width_pt(axes), style.height_pt(axes)
    axes.set_xlim(0, width)
    axes.set_ylim(-height, 0)
    y = 0.0
    for item in items:
        radius = item.radius_px * scale.px
        bare = not (item.fill or item.outline)
        left = 0.0 if bare else max(_SWATCH_PT * 1.5, 2 * radius) + 5
        lines = textwrap.wrap(item.text, int((width - left) / (scale.size * _CHARACTER)))
        tall = max(_SWATCH_PT, 2 * radius, scale.size * 1.25 * len(lines))
        _draw_swatch(axes, item, y - tall / 2, radius)
        axes.text(left, y - tall / 2, "\n".join(lines), va="center", fontsize=scale.size,
                  linespacing=0.9)  # fmt: skip
        y -= tall + _GAP_PT


def _draw_swatch(axes: Axes, item: Item, y: float, radius: float) -> None:
    if radius:
        axes.add_line(Line2D([radius], [y], marker="o", linestyle="none", markersize=2 * radius,
                             color=item.fill, alpha=0.85, markeredgecolor=style.INK,
                             markeredgewidth=0.7))  # fmt: skip
    elif item.fill:
        edge = item.outline if item.hatch else style.INK
        axes.add_patch(Rectangle((0, y - _SWATCH_PT / 2), _SWATCH_PT * 1.5, _SWATCH_PT,
                                 facecolor=item.fill, hatch=item.hatch, edgecolor=edge,
                                 linewidth=0.6))  # fmt: skip
    elif item.outline:
        looks: dict[str, Any] = (
            {"linewidth": 1.1, "linestyle": "--"} if item.dashed else {"linewidth": 2.5}
        )
        axes.add_line(Line2D([0, _SWATCH_PT * 1.5], [y, y], color=item.outline, **looks))
