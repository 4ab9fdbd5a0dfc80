"""Write what the passport of a series adds: what rules found in it, and what it covers."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from dashboard.payload.compare.verdicts import write_cell
from dashboard.payload.outlines import why_text
from dashboard.pictures.subject import Subject
from geodata.tables.findings import Finding, Severity
from geodata.tables.periods import clock_year
from layers.reasons import Reason
from layers.shown import Shown

#: What stands for the column of values that have no year.
NO_YEAR = ""
#: Cells of one period that have no figure.
_WITHOUT = ("empty", "hidden")
#: What a printed figure is, by the gravest thing found in it.
STATES = {
    None: "figure",
    Severity.NOTE: "marked",
    Severity.DOUBTFUL: "doubtful",
    Severity.INVALID: "invalid",
}


def write_passports(subject: Subject) -> dict[str, Any]:
    """Return the coverage and the findings of every series; sums are no printed figures."""
    years = _years(subject)
    return {
        indicator: {
            "years": years,
            "coverage": _coverage(subject, indicator),
            "counts": _counts(subject, indicator),
            "findings": _findings(subject, indicator),
        }
        for indicator in subject.view.series
    }


def _years(subject: Subject) -> list[int]:
    """The years from the first figure of the package to the last, the same for all series."""
    found = [y for o in subject.package.observations if (y := clock_year(o.period)) is not None]
    return list(range(min(found), max(found) + 1)) if found else []


def _printed(subject: Subject, indicator: str) -> dict[str, list[Shown]]:
    """The printed figures by place: every area, and other places that have any."""
    figures = subject.figures[indicator]
    areas = {area.id for area in subject.package.areas}
    own = {
        g.id: [f for f in figures.get(g.id, ()) if not f.is_computed]
        for g in subject.package.geographies
    }
    return {g: found for g, found in own.items() if found or g in areas}


def _coverage(subject: Subject, indicator: str) -> list[dict[str, Any]]:
    return [
        {
            "geography": g,
            "cells": _empty(subject, indicator, g) | {_column(f): _cell(subject, f) for f in found},
        }
        for g, found in _printed(subject, indicator).items()
    ]


def _empty(subject: Subject, indicator: str, geography: str) -> dict[str, list[str]]:
    """The cells that have no figure, as `[state, words, period]`.

    They are printed without one or hidden, or the place is not there in their year.
    """
    without = {
        str(clock_year(b.period) or NO_YEAR): [
            "none", subject.words.text(f"blank.{b.kind}.short"), b.period]
        for b in subject.package.blanks
        if (b.indicator, b.geography) == (indicator, geography) and b.kind in _WITHOUT
    }  # fmt: skip
    return _absent(subject, geography) | without


def _absent(subject: Subject, geography: str) -> dict[str, list[str]]:
    package, clock = subject.package, subject.package.descriptor
    if geography not in package.times:
        return {}
    said = why_text(Reason.NOT_THERE, package, subject.words)
    return {str(year): ["none", said, ""] for year in range(clock.first_year, clock.last_year + 1)
            if package.outline_in(geography, year) is None}  # fmt: skip


def _column(figure: Shown) -> str:
    return NO_YEAR if figure.year is None else str(figure.year)


def _cell(subject: Subject, figure: Shown) -> list[str]:
    """Return a printed figure as `[state, value, period]`."""
    return [STATES[figure.severity], subject.value(figure), subject.period(figure)]


def _counts(subject: Subject, indicator: str) -> Mapping[str, int]:
    counts = dict.fromkeys(STATES.values(), 0)
    for found in _printed(subject, indicator).values():
        for figure in found:
            counts[STATES[figure.severity]] += 1
    return counts


def _findings(subject: Subject, indicator: str) -> list[dict[str, Any]]:
    """Return the findings, gravest first; what one rule says of several cells stands once."""
    groups: dict[tuple[str, Severity, str], list[Finding]] = defaultdict(list)
    for own in subject.figures[indicator].values():
        for figure in own:
            for finding in () if figure.is_computed else figure.findings:
                said = subject.cells.finding(finding)
                groups[(finding.rule, finding.severity, said)].append(finding)
    ordered = sorted(groups.items(), key=lambda item: (-item[0][1], item[0][0]))
    return [
        {
            "rule": subject.words.text(f"rule.{rule}"),
            "severity": severity.name.lower(),
            "text": said,
            "cells": [write_cell(f.observation, subject.cells) for f in found],
        }
        for (rule, severity, said), found in ordered
    ]
