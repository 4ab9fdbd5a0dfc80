"""Draw the memo's pictures, each with the words that stand for it."""

from typing import Any

from dashboard.memo.request import Memo
from dashboard.pictures import style
from dashboard.pictures.chart import draw_chart
from dashboard.pictures.chart_labels import axes_width
from dashboard.pictures.legend import draw_legend, legend_of
from dashboard.pictures.map import draw_map, drawing_of
from dashboard.pictures.saving import as_svg
from dashboard.pictures.subject import Subject
from dashboard.pictures.words import chart_notes, chart_words, map_words, period_words
from layers.lines import Lines

_MM = 1 / 25.4
_WIDTH = 170 * _MM
_MAP_HEIGHT = 80 * _MM
#: How high a chart is, by how many there are: all should fit on one page.
_CHART_HEIGHTS = {1: 60 * _MM, 2: 48 * _MM, 3: 40 * _MM, 4: 34 * _MM}
_AXIS = 4.8 * _MM
_LOWEST = 31 * _MM
_SIZE = 7.0
_SCALE = style.Scale(_SIZE, 0.45)
#: Where maps begin and how wide they are, in widths of the page.
_MAP_STEP, _MAP_WIDTH, _MAP_TOP = 0.4, 0.39, 0.935


def draw_maps(memo: Memo, subject: Subject) -> dict[str, str]:
    """Return the maps of the memo's years beside one legend, as SVG with its words."""
    figure = style.new_figure(_WIDTH, _MAP_HEIGHT)
    indicator = memo.indicators[0]
    drawings = [drawing_of(subject, indicator, year, memo.mode) for year in memo.years]
    for position, (year, drawing) in enumerate(zip(memo.years, drawings, strict=True)):
        axes = figure.add_axes((_MAP_STEP * position, 0.0, _MAP_WIDTH, _MAP_TOP))
        draw_map(axes, subject, drawing, _SCALE)
        axes.set_title(period_words(subject, indicator, year), fontsize=8.5, fontweight="bold",
                       loc="left", pad=4)  # fmt: skip
    side = figure.add_axes((_MAP_STEP * len(memo.years) + 0.005, 0.0, 0.195, _MAP_TOP))
    draw_legend(side, legend_of(subject, indicator, memo.mode, drawings), _SCALE)
    name = subject.cells.names[indicator]
    said = [map_words(subject, indicator, year, memo.mode) for year in memo.years]
    alt = subject.words.text("memo.map.alt", name=name, said=" ".join(said))
    return {"svg": as_svg(figure, name), "alt": alt}


def draw_lines(memo: Memo, subject: Subject) -> list[dict[str, Any]]:
    """Return one chart an indicator, as SVG with its words, on one axis of years."""
    charts = [subject.lines(i, memo.places, memo.against) for i in memo.indicators]
    spans = [chart.years for chart in charts if chart.years]
    years = min(first for first, _ in spans), max(last for _, last in spans)
    height = _CHART_HEIGHTS.get(len(charts), _LOWEST)
    width = axes_width(charts, subject, _SIZE, _WIDTH)
    return [_chart(chart, subject, years, (width, height)) for chart in charts]


def _chart(
    chart: Lines, subject: Subject, years: tuple[int, int], size: tuple[float, float]
) -> dict[str, Any]:
    width, height = size
    figure = style.new_figure(_WIDTH, height)
    foot = _AXIS / height
    axes = figure.add_axes((0.045, foot, width, 0.98 - foot))
    draw_chart(axes, chart, subject, _SIZE, years)
    name, words = subject.cells.names[chart.indicator.id], subject.words
    return {
        "name": name,
        "unit": words.text(f"unit.{chart.indicator.unit}"),
        "polarity": subject.cells.polarity(chart.indicator),
        "svg": as_svg(figure, name),
        "alt": words.text("memo.chart.alt", name=name, said=chart_words(chart, subject)),
        "notes": chart_notes(chart, subject),
    }
