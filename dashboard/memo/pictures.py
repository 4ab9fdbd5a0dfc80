"""Draw the memo's pictures, each with the words that stand for it."""

from typing import Any

from dashboard.memo.request import Memo
from dashboard.pictures import style
from dashboard.pictures.chart import draw_chart
from dashboard.pictures.legend import draw_legend, legend_of
from dashboard.pictures.map import draw_map, label_of, reasons_of, shown_of
from dashboard.pictures.saving import as_svg
from dashboard.pictures.subject import Subject
from layers.lines import Line, Lines, build_lines

_MM = 1 / 25.4
_WIDTH = 170 * _MM
_MAP_HEIGHT, _CHART_HEIGHT = 76 * _MM, 38 * _MM


def draw_maps(memo: Memo, subject: Subject) -> dict[str, str]:
    """Return the maps of the memo's years beside one legend, as SVG with its words."""
    figure = style.new_figure(_WIDTH, _MAP_HEIGHT)
    indicator = memo.indicators[0]
    for position, year in enumerate(memo.years):
        axes = figure.add_axes((0.385 * position, 0.0, 0.375, 0.93))
        draw_map(axes, subject, indicator, year, memo.mode, 7)
        axes.set_title(_year_words(subject, indicator, year), fontsize=9, fontweight="bold",
                       loc="left", pad=3)  # fmt: skip
    side = figure.add_axes((0.385 * len(memo.years) + 0.005, 0.0, 0.22, 0.93))
    draw_legend(side, legend_of(subject, indicator, memo.years, memo.mode), 7, 27)
    name = subject.cells.names[indicator]
    said = [_map_words(memo, subject, year) for year in memo.years]
    alt = subject.words.text("memo.map.alt", name=name, said=" ".join(said))
    return {"svg": as_svg(figure, name), "alt": alt}


def _year_words(subject: Subject, indicator: str, year: int) -> str:
    cells = subject.series(indicator).cells[year].values()
    periods = dict.fromkeys(subject.cells.period(c.observation) for c in cells)
    return "; ".join(periods) or str(year)


def _map_words(memo: Memo, subject: Subject, year: int) -> str:
    indicator = memo.indicators[0]
    shown = shown_of(subject, indicator, year, memo.mode)
    reasons = reasons_of(subject.series(indicator), year, memo.mode)
    parts = []
    for area in subject.package.areas:
        reason = reasons.get(area.id)
        text = label_of(subject, shown.get(area.id), reason)
        said = subject.words.text(f"reason.{reason}.text") if reason else text
        parts.append(f"{subject.cells.places[area.id]}: {said}")
    return f"{year}: {'; '.join(parts)}."


def draw_lines(memo: Memo, subject: Subject) -> list[dict[str, Any]]:
    """Return one chart an indicator, as SVG with its words, on one axis of years."""
    return [_chart(memo, subject, indicator) for indicator in memo.indicators]


def _chart(memo: Memo, subject: Subject, indicator: str) -> dict[str, Any]:
    chart = build_lines(subject.package, subject.view, indicator, memo.places, memo.against)
    figure = style.new_figure(_WIDTH, _CHART_HEIGHT)
    axes = figure.add_axes((0.045, 0.115, 0.60, 0.865))
    draw_chart(axes, chart, subject, 7)
    name = subject.cells.names[indicator]
    words = subject.words
    return {
        "name": name,
        "unit": words.text(f"unit.{chart.indicator.unit}"),
        "polarity": words.text(f"polarity.{chart.indicator.polarity}"),
        "svg": as_svg(figure, name),
        "alt": words.text("memo.chart.alt", name=name, said=chart_words(chart, subject)),
        "notes": chart_notes(chart, subject),
    }


def chart_words(chart: Lines, subject: Subject) -> str:
    """Say every figure of a chart."""
    return " ".join(_line_words(line, subject) for line in chart.all_lines if line.points)


def _line_words(line: Line, subject: Subject) -> str:
    said = [f"{subject.cells.period(p.cell.observation)} {subject.cells.value(p.cell.observation)}"
            for p in line.points]  # fmt: skip
    return f"{subject.cells.places[line.geography]}: {'; '.join(said)}."


def chart_notes(chart: Lines, subject: Subject) -> list[str]:
    """Say what the drawing alone does not: breaks, targets, and figures without a year."""
    words, language = subject.words, subject.words.language
    notes = [words.text("ui.break", year=b.date.year, text=getattr(b, f"text_{language}"))
             for b in chart.breaks]  # fmt: skip
    notes += [
        words.text("picture.target", place=subject.cells.places[t.geography],
                   text=getattr(t.target, f"text_{language}"))
        for t in chart.targets
    ]  # fmt: skip
    unplaced = [f"{subject.cells.places[c.observation.geography]} {subject.cells.value(c.observation)}"
                for c in chart.unplaced]  # fmt: skip
    return notes + (
        [words.text("picture.unplaced", values="; ".join(unplaced))] if unplaced else []
    )
