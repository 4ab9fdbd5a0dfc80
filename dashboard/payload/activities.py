"""Write the plan's activities and the figures of the evaluation in one language."""

from typing import Any

from dashboard.catalogue import Catalogue
from geodata.package import Package
from geodata.records import split_list


def write_activities(package: Package, words: Catalogue) -> list[dict[str, Any]]:
    """Return the activities with their results, in the package's order."""
    return [
        {
            "theme": a.theme,
            "name": a.name,
            "figures": list(split_list(a.figures)),
            "result": getattr(a, f"result_{words.language}"),
            "met": _said(a.milestones_met, words),
            "continues": _said(a.continues_2025_29, words),
        }
        for a in package.activities
    ]


def write_evaluation(package: Package, words: Catalogue) -> list[dict[str, str]]:
    """Return the evaluation's figures, with the words of the report as they are printed."""
    return [
        {
            "project": e.project,
            "theme": e.theme,
            "group": e.group,
            "period": e.period,
            "text": getattr(e, f"text_{words.language}"),
            "comparison": e.comparison_text,
            "printed": e.source_text,
        }
        for e in package.evaluation
    ]


def _said(answer: str, words: Catalogue) -> str:
    return words.text(f"activity.{answer.replace(' ', '_')}")
