"""Say what was found in the shown figures, gravest first, each sentence once."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from dashboard.memo.figures import shown_in
from dashboard.memo.request import Memo
from dashboard.payload.cells import UNTOLD
from dashboard.payload.told import write_told
from dashboard.pictures.subject import Subject
from geodata.tables.findings import Finding, Severity
from geodata.tables.records import Observation

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
    found = [_item(severity, _who(observations, subject), text, subject)
             for (severity, text), observations in ordered]  # fmt: skip
    return found + [
        _item(Severity.NOTE, one["place"], _said(one), subject)
        for one in write_told(subject.package, indicator, subject.words)
        if _concerns(one, memo)
    ]


def _item(severity: Severity, who: str, text: str, subject: Subject) -> dict[str, str]:
    level = severity.name.lower()
    return {
        "mark": subject.words.text(f"ui.mark.{level}"),
        "severity": subject.words.text(f"ui.severity.{level}"),
        "who": who,
        "text": text,
    }


def _said(one: dict[str, Any]) -> str:
    """A cell without a figure, or a remark, with what stands in the cell instead."""
    return f"{one['text']} \u201d{one['quote']}\u201d" if one["quote"] else str(one["text"])


def _concerns(one: dict[str, Any], memo: Memo) -> bool:
    """Whether it is said of all places, or of one that the memo shows."""
    return not one["geographies"] or not {*memo.places, memo.against}.isdisjoint(one["geographies"])


def _of_rules(findings: Iterable[Finding], subject: Subject) -> Iterable[tuple[_Key, Observation]]:
    for finding in findings:
        yield (finding.severity, subject.cells.finding(finding)), finding.observation


def _of_notes(
    printed: Iterable[Observation], subject: Subject
) -> Iterable[tuple[_Key, Observation]]:
    for observation in printed:
        for note in observation.notes:
            if note not in UNTOLD:
                yield (Severity.NOTE, subject.cells.note(note)), observation


def _who(observations: Iterable[Observation], subject: Subject) -> str:
    """Name the figures, each period once."""
    named: dict[str, list[str]] = defaultdict(list)
    for o in observations:
        value = f"{subject.cells.places[o.geography]} {subject.cells.value(o)}"
        named[subject.cells.period(o)].append(value)
    return "; ".join(f"{period}: {', '.join(values)}" for period, values in named.items())
