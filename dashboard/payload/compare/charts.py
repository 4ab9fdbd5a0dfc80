"""Write the plotly figures of all series, with the breaks that cut their lines."""

from typing import Any

from dashboard.charts.lines import line_traces
from dashboard.pictures.subject import Subject


def write_charts(subject: Subject) -> dict[str, Any]:
    """Return, by series, the traces of all places."""
    return {indicator: _chart(subject, indicator) for indicator in subject.view.series}


def _chart(subject: Subject, indicator: str) -> dict[str, Any]:
    series = subject.series(indicator)
    return {
        "data": [trace for trace in line_traces(subject, indicator) if trace["x"]],
        "fromZero": series.circles,
        "unit": subject.words.text(f"unit.{series.indicator.unit}"),
        "decimals": series.indicator.decimals,
        "unplaced": {
            place: [subject.marked(figure) for figure in figures if figure.year is None]
            for place, figures in subject.figures[indicator].items()
            if any(figure.year is None for figure in figures)
        },
    }
