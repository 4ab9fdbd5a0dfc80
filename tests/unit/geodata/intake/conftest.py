"""Whatever file a test hands in: the staff page says all that is told of it in Danish, too."""

import re

import pytest

from dashboard.catalogue import catalogue
from dashboard.sentences import all_said
from geodata.intake import taking
from geodata.intake.asked import Answer

#: Words of English sentences that no Danish one has.
ENGLISH = re.compile(
    r"\b(?:the|of|are|not|nothing|text|which|with|found|allowed|sheets?|row|columns?|file|"
    r"number|such|each|once|most|than|left|could|cannot|should|day|year)\b"
)
#: What somebody wrote, by the marks around it, and what a column of a sheet is called.
QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"|\([^()]*\)")


def english_in(answer: Answer) -> list[str]:
    """What of an answer is still English on a Danish page."""
    parts = (part for fault in answer.faults for part in (fault.where, fault.found, fault.allowed))
    said = all_said(catalogue("da"), (*parts, *answer.told))
    return [one for one in said if ENGLISH.search(QUOTED.sub("", one))]


@pytest.fixture(autouse=True)
def _in_danish(monkeypatch):
    given = []

    def answer(*parts):
        given.append(Answer(*parts))
        return given[-1]

    monkeypatch.setattr(taking, "Answer", answer)
    yield
    assert [one for answer in given for one in english_in(answer)] == []
