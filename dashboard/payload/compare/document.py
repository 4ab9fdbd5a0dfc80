"""Put together what only the page Sammenlign asks for, in one language."""

from typing import Any

from dashboard.payload.compare.activities import write_efforts
from dashboard.payload.compare.charts import write_charts
from dashboard.payload.compare.matrix import write_matrix
from dashboard.payload.compare.passports import write_passports
from dashboard.payload.compare.ranking import write_rankings
from dashboard.payload.compare.sums import write_sums
from dashboard.payload.compare.trends import write_trends
from dashboard.payload.compare.twoyears import write_two_years
from dashboard.payload.compare.verdicts import (
    write_claims,
    write_goal_remarks,
    write_verdict_words,
    write_verdicts,
)
from dashboard.pictures.subject import Subject


def write_compare(subject: Subject) -> dict[str, Any]:
    """Return the page's document; `texts` are the words that only it shows."""
    package, words = subject.package, subject.words
    return {
        "places": [g.id for g in package.geographies if g.kind != "comparison"],
        "benchmarks": [g.id for g in package.geographies if g.kind == "comparison"],
        "sums": write_sums(subject),
        "charts": write_charts(subject),
        "trends": write_trends(subject),
        "matrix": write_matrix(subject),
        "years": write_two_years(package, subject.view, subject.figures, subject.cells),
        "ranking": write_rankings(subject),
        "verdicts": write_verdicts(package, subject.cells),
        "claims": write_claims(package, words),
        "goalRemarks": write_goal_remarks(package, words),
        "verdictWords": write_verdict_words(words),
        "activities": write_efforts(subject),
        "passports": write_passports(subject),
        "texts": words.browser_messages("compare"),
    }
