"""Draw the lines of a series on axes: figures, marks, targets and breaks."""

from collections import defaultdict

from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from dashboard import numbers
from dashboard.pictures import style
from dashboard.pictures.chart_labels import draw_labels
from dashboard.pictures.subject import Subject
from layers.lines import Line, Lines, Mark, Point

#: Artists carry what they show in their gid, so that a figure can be read back.
POINT, INVALID, JOIN, TARGET, BREAK = "point", "invalid", "join", "target", "break"
_PAD = 0.12
_ROW_PT = 9.0
_RING, _DOT = 9.5, 5


def draw_chart(
    axes: Axes, chart: Lines, subject: Subject, size: float, years: tuple[int, int]
) -> None:
    """Draw a chart over some years; labels stand outside, at the right of the axes."""
    _scale(axes, chart, subject, size, years)
    for target in chart.targets:
        (x0, y0), (x1, y1) = target.start, target.end
        axes.plot([x0, x1], [y0, y1], color=style.TARGET, linewidth=1.3, linestyle=(0, (5, 3)),
                  gid=f"{TARGET}:{target.geography}")  # fmt: skip
    for change in chart.breaks:
        axes.axvline(change.date.year - 0.5, color=style.SOFT, linewidth=1, linestyle=(0, (1, 2)),
                     gid=f"{BREAK}:{change.date.year}")  # fmt: skip
    for line in reversed(chart.all_lines):
        _draw_line(axes, line, chart, subject)
    _draw_invalid(axes, chart, subject, size)
    draw_labels(axes, chart, subject, size)


def _scale(axes: Axes, chart: Lines, subject: Subject, size: float, years: tuple[int, int]) -> None:
    span = (chart.high - chart.low) or max(abs(chart.high), 1.0)
    bottom = chart.low if chart.indicator.is_count else chart.low - _PAD * span
    top = chart.high + _PAD * span
    axes.set_ylim(bottom, top + _room(axes, chart) * (top - bottom))
    first, last = years
    axes.set_xlim(first - 0.4, last + 0.4)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True, steps=[1], nbins=last - first + 1))
    axes.yaxis.set_major_locator(MaxNLocator(4, integer=chart.indicator.decimals == 0))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda y, _: _tick(y, top, subject)))
    axes.tick_params(length=0, labelsize=size, colors=style.SOFT)
    axes.grid(visible=True, axis="y", color=style.FAINT, linewidth=0.6)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(style.SOFT)


def _room(axes: Axes, chart: Lines) -> float:
    """How much higher the axes must be for the strip of figures without a place on the scale."""
    strip = _rows_of_invalid(chart) * _ROW_PT
    return strip / max(style.height_pt(axes) - strip, _ROW_PT)


def _tick(value: float, highest: float, subject: Subject) -> str:
    """Write a tick of the scale; the strip above it belongs to figures that have no place."""
    return "" if value > highest else numbers.number(value, 2, subject.words)


def _draw_line(axes: Axes, line: Line, chart: Lines, subject: Subject) -> None:
    colour, marker = style.line_style(line, chart, subject)
    dashes = (0, (4, 2)) if line is chart.benchmark else "-"
    for first, second in line.joined:
        axes.plot([first.year, second.year], [first.value, second.value], color=colour,
                  linewidth=1.6, linestyle=dashes, gid=f"{JOIN}:{line.geography}")  # fmt: skip
    for point in line.points:
        if point.usable:
            _draw_point(axes, point, line.geography, colour, marker)


def _draw_point(axes: Axes, point: Point, geography: str, colour: str, marker: str) -> None:
    is_open = point.mark in (Mark.OPEN, Mark.OPEN_START)
    axes.plot([point.year], [point.value], marker=marker, markersize=_DOT, color=colour,
              markerfacecolor=style.PAPER if is_open else colour, markeredgewidth=1.2,
              linestyle="none", gid=f"{POINT}:{geography}:{point.mark}", clip_on=False)  # fmt: skip
    if point.shown.is_start:
        axes.plot([point.year], [point.value], marker="o", markersize=_RING, color=colour,
                  markerfacecolor="none", markeredgewidth=0.9, linestyle="none")  # fmt: skip


def _rows_of_invalid(chart: Lines) -> int:
    per_year: dict[int, int] = defaultdict(int)
    for line in chart.all_lines:
        for point in line.points:
            per_year[point.year] += not point.usable
    return (max(per_year.values(), default=0) + 1) // 2


def _draw_invalid(axes: Axes, chart: Lines, subject: Subject, size: float) -> None:
    """Cross figures that cannot be used at the upper edge, two a row, with what is printed."""
    seen: dict[int, int] = defaultdict(int)
    for line in chart.all_lines:
        colour, _ = style.line_style(line, chart, subject)
        for point in line.points:
            if point.usable:
                continue
            row, column = divmod(seen[point.year], 2)
            seen[point.year] += 1
            axes.annotate(
                f"× {subject.value(point.shown)}",
                (point.year, 1.0), xycoords=("data", "axes fraction"),
                xytext=(2 if column else -2, -row * _ROW_PT), textcoords="offset points",
                ha="left" if column else "right", va="top", fontsize=size, color=colour,
                gid=f"{INVALID}:{line.geography}:{point.year}",
            )  # fmt: skip
