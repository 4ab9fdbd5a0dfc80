"""Write the plan's activities and the figures of the evaluation in one language."""

from typing import Any

from dashboard.catalogue import Catalogue
from dashboard.payload.told import write_remarks
from geodata.package.package import Package
from geodata.tables.records import Activity, Evaluation, split_list

#: Where the report tells an activity, in the order of the page; only the first has answers to
#: whether milestones were met, and what the next plan brings cannot continue.
LISTED = ("result_table", "text", "next_plan")


def write_activities(package: Package, words: Catalogue, theme: str = "") -> list[dict[str, Any]]:
    """Return the activities, of one theme or of all, in groups that each have a heading."""
    own = [a for a in package.activities if not theme or a.theme == theme]
    groups = {listed: [a for a in own if a.listed == listed] for listed in LISTED}
    return [
        {
            "listed": listed,
            "heading": words.text(f"activities.{listed}", count=len(found)),
            "activities": [_activity(package, a, words) for a in found],
        }
        for listed, found in groups.items()
        if found
    ]


def _activity(package: Package, activity: Activity, words: Catalogue) -> dict[str, Any]:
    name: str = getattr(activity, f"name_{words.language}")
    counted = activity.listed == LISTED[0]
    continues = activity.continues_2025_29
    return {
        "theme": activity.theme,
        "name": name,
        "printed": "" if name == activity.name_da else activity.name_da,
        "heading": activity.heading,
        "figures": list(split_list(getattr(activity, f"figures_{words.language}"))),
        "result": getattr(activity, f"result_{words.language}"),
        "met": _said(activity.milestones_met, words) if counted else "",
        "continues": _said(continues, words) if activity.listed != LISTED[-1] else "",
        "url": activity.url,
        "remarks": write_remarks(package, "activities", activity.id, words),
    }


def write_evaluation(package: Package, words: Catalogue) -> list[dict[str, str]]:
    """Return the evaluation's figures, with the words of the report as they are printed."""
    return [
        {
            "project": e.project,
            "theme": e.theme,
            "group": getattr(e, f"group_{words.language}"),
            "period": _when(e, words),
            "text": getattr(e, f"text_{words.language}"),
            "comparison": getattr(e, f"comparison_{words.language}"),
            "printed": e.source_text,
        }
        for e in package.evaluation
    ]


def _when(figure: Evaluation, words: Catalogue) -> str:
    moment = words.text(f"evaluation.{figure.moment}") if figure.moment else ""
    return ", ".join(filter(None, (figure.period, moment)))


def _said(answer: str, words: Catalogue) -> str:
    return words.text(f"activity.{answer.replace(' ', '_')}")
