"""Write the ranking of every series and year: order, intervals, and what may be claimed."""

from typing import Any

from dashboard import numbers
from dashboard.pictures.subject import Subject
from geodata.figures.intervals import Interval, NoInterval
from geodata.tables.records import Indicator
from layers.ranking import Ranking, rankings


def write_rankings(subject: Subject) -> dict[str, dict[int, dict[str, Any]]]:
    """Return the rankings by series and clock year."""
    places = [g.id for g in subject.package.geographies if g.kind != "comparison"]
    return {
        indicator: {
            year: _ranking(subject, series, found)
            for year, found in rankings(series, subject.figures[indicator], places).items()
        }
        for indicator, series in subject.cells.series.items()
    }


def _ranking(subject: Subject, series: Indicator, found: Ranking) -> dict[str, Any]:
    return {
        "order": [one.figure.geography for one in found.placed],
        "unusable": [figure.geography for figure in found.unusable],
        "intervals": {
            one.figure.geography: _interval(subject, series, one.interval)
            for one in found.placed
            if one.interval not in (NoInterval.NO_N, NoInterval.NO_SHARE)
        },
        "judged": series.polarity != "neutral",
        "claims": [list(pair) for pair in found.claims],
    }


def _interval(
    subject: Subject, series: Indicator, found: Interval | NoInterval
) -> dict[str, Any] | str:
    if isinstance(found, NoInterval):
        return found
    low, high = (numbers.value(end, series, subject.words) for end in (found.low, found.high))
    return {"low": found.low, "high": found.high, "n": found.n, "text": f"{low}\u2013{high}"}
