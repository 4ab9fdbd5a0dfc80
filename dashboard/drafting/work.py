"""Do what a job asks for: take files in, publish a draft, or go back to an edition."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dashboard.archive.archive import Archive, By, Switch
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
from geodata.intake.stated import Exactness
from geodata.intake.taking import take
from geodata.tables.validity import is_time

#: What is said at the end: the key of a sentence and what stands in it.
Said = tuple[str, Mapping[str, Any]]


@dataclass(frozen=True)
class Job:
    """What is asked for: in the folder `own` of an archive, by whom and with which task (`state`)."""

    archive: Archive
    own: str
    state: State
    settings: Settings
    say: Say

    @property
    def by(self) -> By:
        """Who asks, at this moment, and why."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        return By(self.state.who, now, str(self.state.task.get("why", "")))


def take_in(job: Job) -> Said:
    """Take files into a draft; the answer is kept beside it, whatever it is."""
    bench, task = Bench(job.archive), job.state.task
    draft = bench.draft(job.own)
    handed = Handed(**{**task, "files": tuple(task["files"])})
    if handed.since and not is_time(handed.since):
        raise DraftingError("no_time", found=handed.since[:40])
    answer = take(
        Asked(
            bench.base(draft),
            tuple(draft.files / name for name in handed.files),
            draft.package,
            handed.confirmed,
            handed.taken_as,
            Exactness(handed.confidence, handed.error_m, handed.since),
            handed.new,
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


def publish_draft(job: Job) -> Said:
    """Publish a draft that began from what is shown, or propose it to a second person."""
    bench = Bench(job.archive)
    draft = bench.draft(job.own)
    if not draft.is_whole:
        raise DraftingError("nothing_taken_in")
    if bench.is_outdated(draft):
        raise DraftingError("outdated")
    if job.settings.approval:
        proposal = propose(job.archive, draft.package, job.settings, job.by, job.say)
        bench.keep_base(draft, proposal.edition)
        bench.note_proposed(draft, proposal.number)
        return "drafting.proposed", {"number": proposal.number}
    switch = publish(job.archive, draft.package, job.settings, job.by, job.say)
    bench.keep_base(draft, switch.edition)
    bench.note_published(draft, switch.edition)
    return _shown(switch)


def go_back(job: Job) -> Said:
    """Show an older edition again."""
    return _shown(rollback(job.archive, str(job.state.task["edition"]), job.settings, job.by))


def approve_proposal(job: Job) -> Said:
    """Show what somebody else proposed."""
    return _shown(approve(job.archive, int(job.state.task["number"]), job.settings, job.by))


def withdraw_proposal(job: Job) -> Said:
    """Propose something no longer."""
    proposal = withdraw(job.archive, int(job.state.task["number"]), job.by)
    return "drafting.withdrawn", {"number": proposal.number}


def _shown(switch: Switch) -> Said:
    return "drafting.published", {"edition": switch.edition}


#: What can be asked of a job.
WORKS: Mapping[str, Callable[[Job], Said]] = {
    "take_in": take_in,
    "publish": publish_draft,
    "go_back": go_back,
    "approve": approve_proposal,
    "withdraw": withdraw_proposal,
}
