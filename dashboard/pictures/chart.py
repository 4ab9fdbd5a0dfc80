"""Draw the lines of a series on axes: figures, marks, targets, breaks and direct labels."""

from collections import defaultdict

from matplotlib.axes import Axes
from matplotlib.ticker import FuncFormatter, MaxNLocator

from dashboard import numbers
from dashboard.pictures import style
from dashboard.pictures.spreading import spread
from dashboard.pictures.subject import Subject
from layers.lines import Line, Lines, Mark, Point

#: Artists carry what they show in their gid, so that a figure can be read back.
POINT, INVALID, JOIN, TARGET, BREAK = "point", "invalid", "join", "target", "break"
_PAD = 0.12
#: Room at the right for labels, as a share of the years' width, is taken outside the axes.
_LABEL_AT = 1.015
_ROW_PT = 9.0


def draw_chart(axes: Axes, chart: Lines, subject: Subject, size: float = style.SMALL) -> None:
    """Draw a chart; labels stand outside, at the right of the axes."""
    rows = _rows_of_invalid(chart)
    _scale(axes, chart, subject, rows, size)
    for target in chart.targets:
        (x0, y0), (x1, y1) = target.start, target.end
        axes.plot([x0, x1], [y0, y1], color=style.TARGET, linewidth=1.3, linestyle=(0, (5, 3)),
                  gid=f"{TARGET}:{target.geography}")  # fmt: skip
    for cut in chart.breaks:
        axes.axvline(cut.date.year - 0.5, color=style.SOFT, linewidth=1, linestyle=(0, (1, 2)),
                     gid=f"{BREAK}:{cut.date.year}")  # fmt: skip
    for line in reversed(chart.all_lines):
        _draw_line(axes, line, chart, subject)
    _draw_invalid(axes, chart, subject, size)
    _draw_labels(axes, chart, subject, size)


def colour_of(line: Line, chart: Lines, subject: Subject) -> tuple[str, str]:
    """Return the colour and the marker of a line; the benchmark's are grey."""
    if line is chart.benchmark:
        return style.SOFT, "D"
    return style.place_style(subject.position(line.geography))


def _scale(axes: Axes, chart: Lines, subject: Subject, rows: int, size: float) -> None:
    span = (chart.high - chart.low) or max(abs(chart.high), 1.0)
    bottom = chart.low if chart.indicator.is_count else chart.low - _PAD * span
    axes.set_ylim(bottom, chart.high + _PAD * span)
    height_pt = axes.get_window_extent().height * 72 / axes.figure.dpi
    room = rows * _ROW_PT / max(height_pt - rows * _ROW_PT, _ROW_PT)
    low, high = axes.get_ylim()
    axes.set_ylim(low, high + room * (high - low))
    first, last = chart.years
    axes.set_xlim(first - 0.4, last + 0.4)
    axes.xaxis.set_major_locator(MaxNLocator(integer=True, steps=[1], nbins=last - first + 1))
    axes.yaxis.set_major_locator(MaxNLocator(4, integer=chart.indicator.decimals == 0))
    write = FuncFormatter(lambda y, _: _tick(y, high, subject))
    axes.yaxis.set_major_formatter(write)
    axes.tick_params(length=0, labelsize=size, colors=style.SOFT)
    axes.grid(visible=True, axis="y", color=style.FAINT, linewidth=0.6)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(style.SOFT)


def _tick(value: float, highest: float, subject: Subject) -> str:
    """Write a tick of the scale; the strip above it belongs to figures that have no place."""
    return "" if value > highest else numbers.number(value, 2, subject.words)


def _draw_line(axes: Axes, line: Line, chart: Lines, subject: Subject) -> None:
    colour, marker = colour_of(line, chart, subject)
    dashes = (0, (4, 2)) if line is chart.benchmark else "-"
    for first, second in line.joined:
        axes.plot([first.year, second.year], [first.value, second.value], color=colour,
                  linewidth=1.6, linestyle=dashes, gid=f"{JOIN}:{line.geography}")  # fmt: skip
    for point in line.points:
        if point.usable:
            _draw_point(axes, point, line.geography, colour, marker)


def _draw_point(axes: Axes, point: Point, geography: str, colour: str, marker: str) -> None:
    is_open = point.mark in (Mark.OPEN, Mark.OPEN_START)
    is_start = point.mark in (Mark.START, Mark.OPEN_START)
    axes.plot([point.year], [point.value], marker=marker, markersize=5, color=colour,
              markerfacecolor=style.PAPER if is_open else colour, markeredgewidth=1.2,
              linestyle="none", gid=f"{POINT}:{geography}:{point.mark}")  # fmt: skip
    if is_start:
        axes.plot([point.year], [point.value], marker="o", markersize=9.5, color=colour,
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
        colour, _ = colour_of(line, chart, subject)
        for point in line.points:
            if point.usable:
                continue
            row, column = divmod(seen[point.year], 2)
            seen[point.year] += 1
            axes.annotate(
                f"× {subject.cells.value(point.cell.observation)}",
                (point.year, 1.0), xycoords=("data", "axes fraction"),
                xytext=(2 if column else -2, -row * _ROW_PT), textcoords="offset points",
                ha="left" if column else "right", va="top", fontsize=size, color=colour,
                gid=f"{INVALID}:{line.geography}:{point.year}",
            )  # fmt: skip


def _draw_labels(axes: Axes, chart: Lines, subject: Subject, size: float) -> None:
    """Name each line at its end, with its latest figure, moved apart where they would meet."""
    ended = [(line, line.last) for line in chart.all_lines]
    shown = [(line, last) for line, last in ended if last]
    low, high = axes.get_ylim()
    height_pt = axes.get_window_extent().height * 72 / axes.figure.dpi
    gap = (high - low) * (size * 1.25) / height_pt
    places = spread([last.value for _, last in shown], gap, low, high)
    right = chart.years[1] + 0.4
    for (line, last), y in zip(shown, places, strict=True):
        colour, _ = colour_of(line, chart, subject)
        axes.plot([last.year, right], [last.value, y], color=colour, linewidth=0.5,
                  linestyle=(0, (1, 2)), clip_on=False, zorder=0.5)  # fmt: skip
        axes.annotate(
            _label(line, last, subject), (_LABEL_AT, y), xycoords=("axes fraction", "data"),
            ha="left", va="center", fontsize=size, color=colour, annotation_clip=False,
        )  # fmt: skip


def _label(line: Line, last: Point, subject: Subject) -> str:
    name = subject.cells.places[line.geography]
    value = subject.cells.value(last.cell.observation)
    return subject.words.text("picture.label", name=name, value=value,
                              period=last.cell.observation.period)  # fmt: skip
