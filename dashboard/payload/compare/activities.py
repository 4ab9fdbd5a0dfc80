"""Write the plan's efforts by theme, beside the series that measure the same theme."""

from typing import Any

from dashboard.payload.activities import write_activities, write_evaluation
from dashboard.pictures.subject import Subject


def write_efforts(subject: Subject) -> list[dict[str, Any]]:
    """Return the themes that have activities or figures of the evaluation, with their series."""
    package, words = subject.package, subject.words
    evaluation = write_evaluation(package, words)
    themes = [
        {
            "id": theme.id,
            "name": getattr(theme, f"name_{words.language}"),
            "groups": write_activities(package, words, theme.id),
            "evaluation": [e for e in evaluation if e["theme"] == theme.id],
            "indicators": [i.id for i in package.indicators if i.theme == theme.id],
        }
        for theme in package.descriptor.themes
    ]
    return [theme for theme in themes if theme["groups"] or theme["evaluation"]]
