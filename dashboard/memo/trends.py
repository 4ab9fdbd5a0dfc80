"""Say under each chart of a memo what an exact test carries of the chosen places over time."""

from typing import Any

from dashboard.memo.request import Memo
from dashboard.payload.compare.trends import trends_of
from dashboard.pictures.subject import Subject


def write_trends(memo: Memo, subject: Subject) -> list[str]:
    """Return a paragraph for each indicator, in the memo's order, as the page says it."""
    found = trends_of(subject, memo.indicators, memo.places)
    return [_paragraph(list(found[i].values()), subject) for i in memo.indicators]


def _paragraph(found: list[dict[str, Any]], subject: Subject) -> str:
    told = [one["text"] for one in found if not one["few"]]
    few = [one["text"] for one in found if one["few"]]
    if few:
        told.append(subject.words.text("ui.compare.trend.few", places=", ".join(few)))
    return " ".join(told)
