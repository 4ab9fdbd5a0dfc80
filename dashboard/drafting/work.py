"""Do what a job asks for: take files in, publish a draft, or go back to an edition."""

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dashboard.archive.archive import Archive, By
from dashboard.compiling.crew import Say
from dashboard.drafting.answers import plain_answer
from dashboard.drafting.bench import ANSWER, TEXT, WORKBOOK, Bench, Draft, Handed
from dashboard.drafting.errors import DraftingError
from dashboard.drafting.state import State
from dashboard.publishing.approving import approve, propose, withdraw
from dashboard.publishing.publish import publish, rollback
from dashboard.settings import Settings
from geodata.commands.intake_answer import said_of
from geodata.difference.difference import difference
from geodata.difference.spreadsheet import as_xlsx
from geodata.difference.text import as_text
from geodata.files.writing import write_whole
from geodata.intake.asked import Answer, Asked
from geodata.intake.layer_writing import Exactness
from geodata.intake.taking import take
from geodata.tables.validity import is_time

#: What is said at the end: the key of a sentence and what stands in it.
Said = tuple[str, Mapping[str, Any]]
Work = Callable[[Archive, str, State, Settings, Say], Said]


def take_in(archive: Archive, own: str, state: State, _settings: Settings, say: Say) -> Said:
    """Take files into a draft; the answer is kept beside it, whatever it is."""
    bench = Bench(archive)
    draft = bench.draft(own)
    handed = Handed(**{**state.task, "files": tuple(state.task["files"])})
    if handed.since and not is_time(handed.since):
        raise DraftingError("no_time", found=handed.since[:40])
    say(0, 1)
    answer = take(
        Asked(
            bench.base(draft),
            tuple(draft.files / name for name in handed.files),
            draft.package,
            handed.confirmed,
            handed.taken_as,
            Exactness(handed.confidence, handed.error_m, handed.since),
        )
    )
    _keep(draft, answer)
    if answer.faults:
        return "drafting.has_faults", {"count": len(answer.faults)}
    bench.note(draft, handed)
    return "drafting.taken_in", {"count": sum(answer.counts.values())}


def _keep(draft: Draft, answer: Answer) -> None:
    """Keep an answer for the page, as text and, where something is changed, as a workbook."""
    changes = None if answer.new is None else difference(answer.old, answer.new)
    text = list(said_of(answer, Path(draft.title)))
    if changes is not None:
        text.append(as_text(changes))
        write_whole(draft.folder / WORKBOOK, as_xlsx(changes))
    write_whole(draft.folder / TEXT, "\n".join(text).encode("utf-8", "replace"))
    kept = json.dumps(plain_answer(answer, changes), ensure_ascii=False).encode()
    write_whole(draft.folder / ANSWER, kept)


def publish_draft(archive: Archive, own: str, state: State, settings: Settings, say: Say) -> Said:
    """Publish a draft that began from what is shown, or propose it to a second person."""
    bench = Bench(archive)
    draft = bench.draft(own)
    if not draft.is_whole:
        raise DraftingError("nothing_taken_in")
    if bench.is_outdated(draft):
        raise DraftingError("outdated")
    if settings.approval:
        proposal = propose(archive, draft.package, settings, _by(state), say)
        bench.keep_base(draft, proposal.edition)
        bench.note_proposed(draft, proposal.number)
        return "drafting.proposed", {"number": proposal.number}
    switch = publish(archive, draft.package, settings, _by(state), say)
    bench.keep_base(draft, switch.edition)
    bench.note_published(draft, switch.edition)
    return "drafting.published", {"edition": switch.edition}


def go_back(archive: Archive, _own: str, state: State, settings: Settings, say: Say) -> Said:
    """Show an older edition again."""
    say(0, 1)
    switch = rollback(archive, str(state.task["edition"]), settings, _by(state))
    return "drafting.published", {"edition": switch.edition}


def approve_proposal(
    archive: Archive, _own: str, state: State, settings: Settings, say: Say
) -> Said:
    """Show what somebody else proposed."""
    say(0, 1)
    switch = approve(archive, int(state.task["number"]), settings, _by(state))
    return "drafting.published", {"edition": switch.edition}


def withdraw_proposal(
    archive: Archive, _own: str, state: State, _settings: Settings, say: Say
) -> Said:
    """Propose something no longer."""
    say(0, 1)
    proposal = withdraw(archive, int(state.task["number"]), _by(state))
    return "drafting.withdrawn", {"number": proposal.number}


def _by(state: State) -> By:
    now = datetime.now(UTC).isoformat(timespec="seconds")
    return By(state.who, now, str(state.task.get("why", "")))


#: What can be asked of a job.
WORKS: Mapping[str, Work] = {
    "take_in": take_in,
    "publish": publish_draft,
    "go_back": go_back,
    "approve": approve_proposal,
    "withdraw": withdraw_proposal,
}
