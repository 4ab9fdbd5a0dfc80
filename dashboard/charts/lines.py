"""Build the plotly traces of a series: the lines, marks and targets of every place.

The browser picks the places, gives each a panel if asked to, and sets the scale; what a trace
shows is decided here. `meta` says whose a trace is and what it holds. Traces are plain data:
plotly's own objects check each value as it is set, which takes a hundred times as long; a test
has them check all that is made of the shipped package.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.pictures.subject import Subject
from dashboard.shades import shade
from layers.colours import PLACES
from layers.lines import Line, Lines, Mark, Point

#: The symbols of places, in the order of their colours.
SYMBOLS = ("circle", "square", "triangle-up", "triangle-down", "cross", "x", "pentagon",
           "hexagon", "octagon", "star")  # fmt: skip
BENCHMARK_COLOUR = "var(--ink-soft)"
BENCHMARK_SYMBOL = "diamond"
TARGET_COLOUR = "var(--warn)"
_POINT_PX, _RING_PX = 8, 14


Trace = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Style:
    colour: str
    symbol: str
    dash: str


def line_traces(subject: Subject, indicator: str) -> list[Trace]:
    """Return the traces of all places and comparison groups of a series."""
    package = subject.package
    own = [g.id for g in package.geographies if g.kind != "comparison"]
    chart = subject.lines(indicator, own, None)
    traces: list[Trace] = []
    for line in chart.lines:
        position = subject.position(line.geography)
        style = _Style(
            shade(PLACES[position % len(PLACES)]), SYMBOLS[position % len(SYMBOLS)], "solid"
        )
        traces += _traces(line, style, chart, subject)
    for benchmark in (g.id for g in package.geographies if g.kind == "comparison"):
        line_of = subject.lines(indicator, [], benchmark).benchmark
        if line_of is not None:
            style = _Style(BENCHMARK_COLOUR, BENCHMARK_SYMBOL, "dash")
            traces += _traces(line_of, style, chart, subject)
    return traces


def _traces(line: Line, style: _Style, chart: Lines, subject: Subject) -> list[Trace]:
    usable = [p for p in line.points if p.usable]
    return [
        _joined(line, style),
        _marked(line, usable, style, subject),
        _rings([p for p in usable if p.shown.is_start], line, style),
        _crossed([p for p in line.points if not p.usable], line, style, subject),
        *_targets(line, chart, subject),
    ]  # fmt: skip


def _scatter(**properties: Any) -> Trace:
    return {**properties, "type": "scatter"}


def _joined(line: Line, style: _Style) -> Trace:
    """The line itself: only pairs that may be joined, with a gap after each."""
    return _scatter(
        x=[x for first, second in line.joined for x in (first.year, second.year, None)],
        y=[y for first, second in line.joined for y in (first.value, second.value, None)],
        mode="lines",
        line={"color": style.colour, "width": 2, "dash": style.dash},
        hoverinfo="skip",
        meta={"geography": line.geography, "role": "line"},
    )


def _marked(line: Line, points: Sequence[Point], style: _Style, subject: Subject) -> Trace:
    opened = {Mark.OPEN, Mark.OPEN_START}
    return _scatter(
        x=[p.year for p in points],
        y=[p.value for p in points],
        mode="markers",
        marker={
            "color": style.colour,
            "size": _POINT_PX,
            "symbol": [style.symbol + ("-open" if p.mark in opened else "") for p in points],
            "line": {"width": 1.5, "color": style.colour},
        },
        customdata=[_said(p, subject) for p in points],
        hovertemplate="%{customdata}<extra></extra>",
        meta={"geography": line.geography, "role": "points"},
    )


def _rings(points: Sequence[Point], line: Line, style: _Style) -> Trace:
    """A ring round each start measurement."""
    return _scatter(
        x=[p.year for p in points],
        y=[p.value for p in points],
        mode="markers",
        marker={
            "color": style.colour,
            "size": _RING_PX,
            "symbol": "circle-open",
            "line": {"width": 1.5},
        },
        hoverinfo="skip",
        meta={"geography": line.geography, "role": "start"},
    )


def _crossed(points: Sequence[Point], line: Line, style: _Style, subject: Subject) -> Trace:
    """Figures without a place on the scale: the browser sets them at its upper edge."""
    return _scatter(
        x=[p.year for p in points],
        y=[p.value for p in points],
        mode="markers+text",
        marker={"color": style.colour, "size": 9, "symbol": "x-thin", "line": {"width": 2, "color": style.colour}},
        text=[subject.value(p.shown) for p in points],
        textposition="middle right",
        textfont={"color": style.colour, "size": 12},
        customdata=[_said(p, subject) for p in points],
        hovertemplate="%{customdata}<extra></extra>",
        cliponaxis=False,
        meta={"geography": line.geography, "role": "invalid"},
    )  # fmt: skip


def _targets(line: Line, chart: Lines, subject: Subject) -> list[Trace]:
    language = subject.words.language
    return [
        _scatter(
            x=[t.start[0], t.end[0]],
            y=[t.start[1], t.end[1]],
            mode="lines",
            line={"color": TARGET_COLOUR, "width": 2, "dash": "longdash"},
            customdata=[getattr(t.target, f"text_{language}")] * 2,
            hovertemplate="%{customdata}<extra></extra>",
            meta={"geography": line.geography, "role": "target"},
        )
        for t in chart.targets
        if t.geography == line.geography
    ]


def _said(point: Point, subject: Subject) -> str:
    place = subject.cells.places[point.shown.geography]
    return f"{place}, {subject.period(point.shown)}: {subject.marked(point.shown)}"
