"""Write the plotly figures of all series, with the breaks that cut their lines."""

from typing import Any

from dashboard.charts.lines import line_figure
from dashboard.pictures.subject import Subject


def write_charts(subject: Subject) -> dict[str, Any]:
    """Return, by series, the traces of all places; numbers as plain lists."""
    return {indicator: _chart(subject, indicator) for indicator in subject.view.series}


def _chart(subject: Subject, indicator: str) -> dict[str, Any]:
    series = subject.series(indicator)
    traces = [_plain(trace) for trace in line_figure(subject, indicator).data]
    return {
        "data": [trace for trace in traces if trace["x"]],
        "fromZero": series.circles,
        "unit": subject.words.text(f"unit.{series.indicator.unit}"),
        "decimals": series.indicator.decimals,
        "unplaced": {
            place: [subject.marked(figure) for figure in figures if figure.year is None]
            for place, figures in subject.figures[indicator].items()
            if any(figure.year is None for figure in figures)
        },
    }


def _plain(trace: Any) -> dict[str, Any]:
    """Return a trace as JSON can hold it: the browser's plotly reads lists, not packed arrays."""
    found: dict[str, Any] = trace.to_plotly_json()
    return {key: list(value) if isinstance(value, tuple) else value for key, value in found.items()}
