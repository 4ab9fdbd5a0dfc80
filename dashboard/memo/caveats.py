"""Say what was found in the shown figures, gravest first, each sentence once."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from dashboard.memo.figures import shown_in
from dashboard.memo.request import Memo
from dashboard.pictures.subject import Subject
from geodata.findings import Finding, Severity
from geodata.records import Observation

_Key = tuple[Severity, str]


def write_caveats(memo: Memo, subject: Subject) -> list[dict[str, Any]]:
    """Return, for each indicator with findings or notes, the sentences and whom they concern."""
    found = [
        {"name": subject.cells.names[i], "items": _items(memo, subject, i)} for i in memo.indicators
    ]
    return [one for one in found if one["items"]]


def _items(memo: Memo, subject: Subject, indicator: str) -> list[dict[str, str]]:
    shown = shown_in(memo, subject, indicator)
    findings = dict.fromkeys(f for figure in shown for f in figure.findings)
    printed = dict.fromkeys(o for figure in shown for o in figure.members)
    concerned: dict[_Key, list[Observation]] = defaultdict(list)
    for key, observation in (*_of_rules(findings, subject), *_of_notes(printed, subject)):
        concerned[key].append(observation)
    ordered = sorted(concerned.items(), key=lambda item: -item[0][0])
    return [
        {"mark": subject.words.text(f"ui.mark.{severity.name.lower()}"),
         "severity": subject.words.text(f"ui.severity.{severity.name.lower()}"),
         "who": _who(observations, subject), "text": text}
        for (severity, text), observations in ordered
    ]  # fmt: skip


def _of_rules(findings: Iterable[Finding], subject: Subject) -> Iterable[tuple[_Key, Observation]]:
    for finding in findings:
        yield (finding.severity, subject.cells.finding(finding)), finding.observation


def _of_notes(
    printed: Iterable[Observation], subject: Subject
) -> Iterable[tuple[_Key, Observation]]:
    for observation in printed:
        for note in observation.notes:
            if note != "small_base_stated":
                yield (Severity.NOTE, subject.cells.note(note)), observation


def _who(observations: Iterable[Observation], subject: Subject) -> str:
    """Name the figures, each period once."""
    named: dict[str, list[str]] = defaultdict(list)
    for o in observations:
        value = f"{subject.cells.places[o.geography]} {subject.cells.value(o)}"
        named[subject.cells.period(o)].append(value)
    return "; ".join(f"{period}: {', '.join(values)}" for period, values in named.items())
