"""Say in words what came of an import."""

from collections.abc import Iterator
from pathlib import Path

from geodata.difference.difference import difference
from geodata.difference.text import as_text
from geodata.difference.words import finding_words
from geodata.disclosure.told import told_of_draft
from geodata.intake.asked import Answer
from geodata.intake.naming import Suggestion
from geodata.tables.findings import Finding


def sentences(answer: Answer, draft: Path) -> Iterator[str]:
    """Yield the answer in words; at its end stands what the draft changes of what is published."""
    yield from said_of(answer, draft)
    if answer.new is not None:
        yield as_text(difference(answer.old, answer.new)).rstrip("\n")


def said_of(answer: Answer, draft: Path) -> Iterator[str]:
    """Yield faults or what was written, what was told, what rules found, and what nobody will see."""
    if answer.faults:
        yield f"{len(answer.faults)} errors, nothing was written"
        yield from (f"  error: {fault}" for fault in answer.faults)
    else:
        counts = ", ".join(f"{count} {what}" for what, count in answer.counts.items())
        yield f"{draft}: a draft was written: {counts}"
    yield from (f"  told: {words}" for words in answer.told)
    yield from (f"  {_finding(finding)}" for finding in answer.findings)
    yield from _how_to_confirm(answer.suggestions)
    if answer.new is not None:
        yield from (f"  {words}" for words in told_of_draft(answer.old, answer.new))


def _how_to_confirm(suggestions: tuple[Suggestion, ...]) -> Iterator[str]:
    for is_new, head, option in ((False, "to confirm a name, add:", "--confirm"),
                                 (True, "to take something as new, add:", "--new")):  # fmt: skip
        own = [one for one in suggestions if one.is_new == is_new]
        if own:
            yield head
            yield from (f'  {option} "{one.text}={one.id}"' for one in own)


def _finding(finding: Finding) -> str:
    o = finding.observation
    return f"{finding_words(finding)} [{o.source_table}, {o.source_row}]"
