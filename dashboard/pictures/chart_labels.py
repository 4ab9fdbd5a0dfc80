"""Name the lines of a chart at their ends, moved apart where labels would meet."""

from dataclasses import dataclass

from matplotlib.axes import Axes
from matplotlib.transforms import blended_transform_factory

from dashboard.pictures import style
from dashboard.pictures.spreading import spread
from dashboard.pictures.subject import Subject
from layers.lines import Lines

#: Where labels begin, in widths of the axes; the marker stands just before.
_TEXT_AT, _MARKER_AT = 1.04, 1.022
_LINE = 1.3


@dataclass(frozen=True, slots=True)
class _Label:
    text: str
    value: float
    year: int
    colour: str
    marker: str


def draw_labels(axes: Axes, chart: Lines, subject: Subject, size: float) -> None:
    """Write the labels; a thin line leads to those whose line goes on to the last year."""
    labels = [*_of_lines(chart, subject), *_of_targets(chart, subject)]
    low, high = axes.get_ylim()
    gap = (high - low) * size * _LINE / style.height_pt(axes)
    places = spread([label.value for label in labels], gap, low, high)
    newest = chart.years[1] if chart.years else 0
    right = axes.get_xlim()[1]
    across = blended_transform_factory(axes.transAxes, axes.transData)
    for label, y in zip(labels, places, strict=True):
        if label.year == newest and label.marker:
            axes.plot([label.year, right], [label.value, y], color=label.colour, linewidth=0.5,
                      linestyle=(0, (1, 2)), clip_on=False, zorder=0.5)  # fmt: skip
        if label.marker:
            axes.plot([_MARKER_AT], [y], marker=label.marker, markersize=size * 0.6,
                      color=label.colour, transform=across, clip_on=False)  # fmt: skip
        else:
            axes.plot([_MARKER_AT - 0.01, _MARKER_AT + 0.01], [y, y], color=label.colour,
                      linewidth=1.3, linestyle=(0, (2.2, 1.2)), transform=across,
                      clip_on=False)  # fmt: skip
        axes.annotate(
            label.text, (_TEXT_AT, y), xycoords=("axes fraction", "data"), ha="left",
            va="center", fontsize=size, color=label.colour, annotation_clip=False,
        )  # fmt: skip


def _of_lines(chart: Lines, subject: Subject) -> list[_Label]:
    labels = []
    for line in chart.all_lines:
        last = line.last
        if last is None:
            continue
        colour, marker = style.line_style(line, chart, subject)
        name = subject.place(line.geography, chart.indicator.id)
        text = subject.words.text("picture.label", name=name, value=subject.value(last.shown),
                                  period=last.shown.period)  # fmt: skip
        labels.append(_Label(text, last.value, last.year, colour, marker))
    return labels


def _of_targets(chart: Lines, subject: Subject) -> list[_Label]:
    return [
        _Label(subject.words.text("picture.label.target",
                                  place=subject.cells.places[target.geography]),
               target.end[1], target.end[0], style.TARGET, "")
        for target in chart.targets
    ]  # fmt: skip
