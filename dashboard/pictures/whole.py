"""Compose a picture that stands by itself: title, drawing, legend, marks, period and source."""

from collections.abc import Sequence
from textwrap import wrap

from matplotlib.figure import Figure

from dashboard.pictures import style
from dashboard.pictures.chart import draw_chart
from dashboard.pictures.chart_labels import axes_width
from dashboard.pictures.legend import Item, change_legend, draw_legend, legend_of
from dashboard.pictures.map import Drawing, change_of, draw_map, drawing_of
from dashboard.pictures.subject import Subject
from dashboard.pictures.words import chart_notes, period_words
from geodata.tables.records import Observation
from layers.comparisons import Mode
from layers.lines import Lines

_CHART_IN, _MAP_IN = (10.0, 6.2), (9.0, 7.4)
_EDGE = 0.03
#: How high a line of type is, in sizes of it.
_LINE = 1.3
_POINTS_AN_INCH = 72
#: How wide a character is, in sizes of type.
_CHARACTER = 0.47


def chart_picture(chart: Lines, subject: Subject) -> Figure:
    """Return the chart of a series; raise `ValueError` where it has no figure with a year."""
    if chart.years is None:
        raise ValueError(chart.indicator.id)
    figure = style.new_figure(*_CHART_IN)
    words, name = subject.words, subject.cells.names[chart.indicator.id]
    unit = words.text(f"unit.{chart.indicator.unit}")
    polarity = subject.cells.polarity(chart.indicator)
    top = _head(figure, name, f"{words.text('ui.unit')}: {unit}. {polarity}.")
    observations = [o for line in chart.all_lines for p in line.points for o in p.shown.members]
    notes = [words.text("memo.label.lines_key"), *chart_notes(chart, subject)]
    foot = _foot(figure, [*notes, _source(subject, observations)])
    width = axes_width([chart], subject, style.BODY, _CHART_IN[0])
    axes = figure.add_axes((0.05, foot + 0.05, width, top - foot - 0.06))
    draw_chart(axes, chart, subject, style.BODY, chart.years)
    return figure


def map_picture(subject: Subject, indicator: str, year: int, mode: Mode) -> Figure:
    """Return the map of a series at a year."""
    period = period_words(subject, indicator, year)
    below = f"{subject.words.text(f'ui.mode.{mode}')}, {period}"
    drawing = drawing_of(subject, indicator, year, mode)
    items = legend_of(subject, indicator, mode, [drawing])
    return _map_figure(subject, indicator, [year], below, drawing, items)


def change_picture(subject: Subject, indicator: str, years: tuple[int, int]) -> Figure:
    """Return the map of the change between two years of a series, the earlier year first."""
    periods = " \N{EN DASH} ".join(period_words(subject, indicator, year) for year in years)
    below = f"{subject.words.text('ui.compare.years.change')}: {periods}"
    drawing = change_of(subject, indicator, years)
    items = change_legend(subject, indicator, drawing)
    return _map_figure(subject, indicator, years, below, drawing, items)


def _map_figure(
    subject: Subject,
    indicator: str,
    years: Sequence[int],
    below: str,
    drawing: Drawing,
    items: Sequence[Item],
) -> Figure:
    """Compose a map with its subtitle, legend and the tables of its years."""
    figure = style.new_figure(*_MAP_IN)
    top = _head(figure, subject.cells.names[indicator], below)
    cells = subject.series(indicator).cells
    source = _source(subject, [c.observation for y in years for c in cells[y].values()])
    foot = _foot(figure, [subject.words.text("memo.label.outlines"), source])
    scale = style.Scale(style.BODY, 0.8)
    draw_map(figure.add_axes((_EDGE, foot, 0.68, top - foot)), subject, drawing, scale)
    side = figure.add_axes((0.73, foot, 0.25, top - foot))
    draw_legend(side, items, scale)
    return figure


def _head(figure: Figure, title: str, below: str) -> float:
    """Write title and subtitle; return where they end, in heights of the figure."""
    top = _write(figure, [title], 1 - _EDGE, style.TITLE, weight="bold")
    return _write(figure, [below], top, style.BODY) - 0.015


def _foot(figure: Figure, texts: Sequence[str]) -> float:
    """Write small print at the bottom; return where it begins, in heights of the figure."""
    lines = sum(len(_wrapped(figure, text, style.SMALL)) for text in texts)
    begins = _EDGE / 2 + lines * _line_height(figure, style.SMALL)
    _write(figure, texts, begins, style.SMALL)
    return begins + 0.02


def _write(
    figure: Figure, texts: Sequence[str], y: float, size: float, weight: str = "normal"
) -> float:
    colour = style.INK if weight == "bold" else style.SOFT
    for text in texts:
        for line in _wrapped(figure, text, size):
            figure.text(_EDGE, y, line, fontsize=size, fontweight=weight, color=colour, va="top")
            y -= _line_height(figure, size)
    return y


def _line_height(figure: Figure, size: float) -> float:
    return size * _LINE / (figure.get_figheight() * _POINTS_AN_INCH)


def _wrapped(figure: Figure, text: str, size: float) -> list[str]:
    width = figure.get_figwidth() * (1 - 2 * _EDGE) * _POINTS_AN_INCH
    return wrap(text, int(width / (size * _CHARACTER)))


def _source(subject: Subject, observations: Sequence[Observation]) -> str:
    tables = dict.fromkeys(o.source_table for o in observations)
    return subject.words.text("picture.source", source=subject.package.descriptor.source,
                              tables="; ".join(tables), version=subject.package.fingerprint)  # fmt: skip
