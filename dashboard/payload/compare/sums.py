"""Write the sums of areas: computed when read, and never among the printed figures."""

from typing import Any

from dashboard.pictures.subject import Subject
from layers.shown import Shown


def write_sums(subject: Subject) -> dict[str, dict[int, dict[str, Any]]]:
    """Return the sums by series, clock year and place; those without a year are left out."""
    found: dict[str, dict[int, dict[str, Any]]] = {}
    for indicator, places in subject.figures.items():
        for place, figures in places.items():
            for figure in figures:
                if figure.is_computed and figure.year is not None:
                    years = found.setdefault(indicator, {})
                    years.setdefault(figure.year, {})[place] = _cell(figure, subject)
    return found


def _cell(figure: Shown, subject: Subject) -> dict[str, Any]:
    """Return a sum as the browser looks up a printed cell, with the cells that it adds up."""
    cells = subject.cells
    return {
        "value": figure.value,
        "text": subject.value(figure),
        "period": subject.period(figure),
        "baseline": figure.is_start,
        "severity": figure.severity.name.lower() if figure.severity else "",
        "findings": [cells.finding(finding) for finding in figure.findings],
        "notes": [],
        "members": [
            {
                "place": cells.places[member.geography],
                "text": cells.value(member),
                "source": [member.source_table, member.source_row,
                           member.source_column, member.source_text],
            }
            for member in figure.members
        ],
    }  # fmt: skip
