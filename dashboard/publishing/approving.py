"""Publish with two persons: one proposes an edition, another one approves it.

What is proposed, and what became of it, is read by `dashboard.archive.proposals`.
"""

import json
from dataclasses import asdict
from pathlib import Path

from dashboard.archive.archive import Archive, ArchiveError, By, Switch
from dashboard.archive.proposals import (
    PROPOSALS,
    Proposal,
    State,
    proposal_numbers,
    proposal_of,
    state_of,
)
from dashboard.compiling.crew import Say, silent
from dashboard.publishing.durable import write_new
from dashboard.publishing.publish import alone, keep_difference, switch_to, taken
from dashboard.publishing.signing import demand_signature, put_signature
from dashboard.publishing.taking import Tell, compiled, tell_nobody
from dashboard.settings import Settings


def propose(archive: Archive, package: Path, settings: Settings, by: By, say: Say = silent,
            signature: bytes = b"", hidden: Tell = tell_nobody) -> Proposal:  # fmt: skip
    """Take a package into the archive, and propose that it is shown; raise as `publish` does.

    `hidden` is told which figures nobody sees in it.
    """
    with alone(archive):
        before, edition = taken(archive, package, settings, by, say, signature, hidden)
        if before is not None:
            keep_difference(archive, before, edition)
        number, after = (
            max(found, default=0) for found in (proposal_numbers(archive), archive.numbers())
        )
        proposal = Proposal(number + 1, edition, before, after, by)
        _write(archive, f"{proposal.number:06}.json", asdict(proposal))
        return proposal


def approve(archive: Archive, number: int, settings: Settings, by: By,
            signature: bytes = b"") -> Switch:  # fmt: skip
    """Show what somebody else proposed; return the switch.

    Raises `ArchiveError` for a proposal that is not open, for whoever made it, and where the
    settings name signers and neither `signature` nor the one that lies there is of one.
    """
    with alone(archive):
        proposal = _open(archive, number)
        if _same(proposal.by.who, by.who):
            raise ArchiveError(f"{by.who} made proposal {number}: somebody else has to approve it.")
        if signature:
            put_signature(archive, proposal.edition, signature, settings)
        demand_signature(archive, proposal.edition, settings)
        compiled(archive, proposal.edition, settings)
        shown = By(proposal.by.who, by.when, proposal.by.why)
        return switch_to(archive, Switch(0, proposal.edition, proposal.before, "publish", shown,
                                         approved=by, proposal=number), settings)  # fmt: skip


def withdraw(archive: Archive, number: int, by: By) -> Proposal:
    """Propose something no longer; raise `ArchiveError` where it is not open."""
    with alone(archive):
        proposal = _open(archive, number)
        _write(archive, f"{number:06}.withdrawn.json", asdict(by))
        return proposal


def _open(archive: Archive, number: int) -> Proposal:
    proposal = proposal_of(archive, number)
    state = state_of(archive, proposal)
    if state is State.OVERTAKEN:
        raise ArchiveError(
            f"Proposal {number} is to follow {proposal.before}, but {archive.current()} is shown "
            "since. Look at the difference to that, and propose again."
        )
    if state is not State.OPEN:
        raise ArchiveError(f"Proposal {number} is {state} already.")
    return proposal


def _same(one: str, other: str) -> bool:
    return one.strip().casefold() == other.strip().casefold()


def _write(archive: Archive, name: str, content: object) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    write_new(archive.folder / PROPOSALS / name, f"{text}\n".encode())
