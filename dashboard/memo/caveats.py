"""Say what was found in the shown figures, gravest first, each sentence once."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from dashboard.memo.figures import shown_cells
from dashboard.memo.request import Memo
from dashboard.pictures.subject import Subject
from geodata.findings import Severity
from layers.view import Cell

_Key = tuple[Severity, str]


def write_caveats(memo: Memo, subject: Subject) -> list[dict[str, Any]]:
    """Return, for each indicator with findings or notes, the sentences and whom they concern."""
    found = [
        {"name": subject.cells.names[i], "items": _items(_shown(memo, subject, i), subject)}
        for i in memo.indicators
    ]
    return [one for one in found if one["items"]]


def _shown(memo: Memo, subject: Subject, indicator: str) -> list[Cell]:
    series = subject.series(indicator)
    against = [memo.against] if memo.against and not series.circles else []
    return shown_cells(series, [*memo.places, *against])


def _items(shown: Iterable[Cell], subject: Subject) -> list[dict[str, str]]:
    concerned: dict[_Key, list[str]] = defaultdict(list)
    for cell in shown:
        for key in _sentences(cell, subject):
            concerned[key].append(_named(cell, subject))
    ordered = sorted(concerned.items(), key=lambda item: -item[0][0])
    return [
        {"mark": subject.words.text(f"ui.mark.{severity.name.lower()}"),
         "severity": subject.words.text(f"ui.severity.{severity.name.lower()}"),
         "who": "; ".join(who), "text": text}
        for (severity, text), who in ordered
    ]  # fmt: skip


def _sentences(cell: Cell, subject: Subject) -> Iterable[_Key]:
    for finding in cell.findings:
        yield finding.severity, subject.cells.finding(finding)
    for note in cell.observation.notes:
        if note != "small_base_stated":
            yield Severity.NOTE, subject.cells.note(note)


def _named(cell: Cell, subject: Subject) -> str:
    o = cell.observation
    return (
        f"{subject.cells.places[o.geography]} {subject.cells.value(o)}, {subject.cells.period(o)}"
    )
