"""Say in words whether the figures of a place rise or fall, where an exact test carries it."""

from collections.abc import Sequence
from typing import Any

from dashboard import numbers
from dashboard.pictures.subject import Subject
from geodata.figures.sums import printed
from geodata.figures.trends import LEAST_POINTS, LIMIT_P, NoTrend, Trend, trend


def write_trends(subject: Subject) -> dict[str, Any]:
    """Return, by series and place, what may be said over time, and how it was tested.

    `few` marks those that have too few comparable figures: they are said together.
    """
    own = [g.id for g in subject.package.geographies if g.kind != "comparison"]
    return {
        "method": trend_method(subject),
        "series": trends_of(subject, list(subject.view.series), own),
    }


def trend_method(subject: Subject) -> str:
    """Say how a trend is tested and what it takes to have one."""
    limit = numbers.number(LIMIT_P, 2, subject.words)
    return subject.words.text("trend.method", least=LEAST_POINTS, limit=limit)


def trends_of(
    subject: Subject, indicators: Sequence[str], places: Sequence[str]
) -> dict[str, dict[str, Any]]:
    """Return what may be said of some places over time, by series; those without figures have none."""
    facts = printed(subject.package)
    return {
        indicator: {
            place: _said(subject, place, trend(subject.package, facts, [indicator], parts))
            for place in places
            if (parts := _parts(subject, indicator, place))
        }
        for indicator in indicators
    }


def _parts(subject: Subject, indicator: str, place: str) -> tuple[str, ...]:
    """Return the places whose printed figures a place has: itself, or those of a sum made here."""
    figures = subject.figures[indicator].get(place, ())
    members = (member.geography for figure in figures for member in figure.members)
    return tuple(dict.fromkeys(members))


def _said(subject: Subject, place: str, found: Trend) -> dict[str, Any]:
    key = found.word or found.why_not
    text = subject.words.text(
        f"trend.{key}",
        place=subject.cells.places[place],
        n=len(found.used),
        first=subject.cells.period(found.used[0].members[0]) if found.used else "",
        last=subject.cells.period(found.used[-1].members[0]) if found.used else "",
        p=numbers.probability(found.p, subject.words) if found.p is not None else "",
    )
    if found.left_out and found.why_not != NoTrend.FEW_POINTS:
        text += " " + subject.words.text("trend.left_out", n=len(found.left_out))
    return {"word": found.word, "few": found.why_not == NoTrend.FEW_POINTS, "text": text}
