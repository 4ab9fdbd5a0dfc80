"""Publish with two persons: one proposes an edition, another one approves it.

`proposals/NNNNNN.json` of an archive names an edition, which is a copy of the draft by its
content: what is done to the draft afterwards is not published. `NNNNNN.withdrawn.json` beside
it says that it is no longer proposed. A proposal is over when what is shown changed meanwhile:
who approves has seen the difference to that.
"""

import json
import re
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from dashboard.archive.archive import Archive, ArchiveError, By, Switch
from dashboard.compiling.crew import Say, silent
from dashboard.publishing.durable import write_new
from dashboard.publishing.publish import alone, keep_difference, switch_to, taken
from dashboard.publishing.signing import demand_signature, put_signature
from dashboard.publishing.taking import Tell, compiled, tell_nobody
from dashboard.settings import Settings

PROPOSALS = "proposals"
_FILE = re.compile(r"\d{6}\.json")


class State(StrEnum):
    """What became of a proposal."""

    OPEN = "open"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"
    OVERTAKEN = "overtaken"


@dataclass(frozen=True, slots=True)
class Proposal:
    """An edition that somebody wants shown; `after` is the number of the last switch then."""

    number: int
    edition: str
    before: str | None
    after: int
    by: By


def propose(archive: Archive, package: Path, settings: Settings, by: By, say: Say = silent,
            signature: bytes = b"", hidden: Tell = tell_nobody) -> Proposal:  # fmt: skip
    """Take a package into the archive, and propose that it is shown; raise as `publish` does.

    `hidden` is told which figures nobody sees in it.
    """
    with alone(archive):
        before, edition = taken(archive, package, settings, by, say, signature, hidden)
        if before is not None:
            keep_difference(archive, before, edition)
        number, after = (max(found, default=0) for found in (_numbers(archive), archive.numbers()))
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


def proposals(archive: Archive) -> list[Proposal]:
    """Return all proposals, in their order."""
    return [proposal_of(archive, number) for number in _numbers(archive)]


def proposal_of(archive: Archive, number: int) -> Proposal:
    """Return a proposal; raise `ArchiveError` where there is none, or it is not whole."""
    file = archive.folder / PROPOSALS / f"{number:06}.json"
    try:
        found = json.loads(file.read_text("utf-8"))
        return Proposal(**found | {"by": By(**found["by"])})
    except FileNotFoundError as error:
        raise ArchiveError(f"{archive.folder} has no proposal {number}.") from error
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise ArchiveError(f"Proposal {number} of {archive.folder} is not whole.") from error


def state_of(archive: Archive, proposal: Proposal) -> State:
    """Return what became of a proposal."""
    if (archive.folder / PROPOSALS / f"{proposal.number:06}.withdrawn.json").exists():
        return State.WITHDRAWN
    later = [number for number in archive.numbers() if number > proposal.after]
    if not later:
        return State.OPEN
    own = archive.switch(later[0]).proposal == proposal.number
    return State.PUBLISHED if own else State.OVERTAKEN


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


def _numbers(archive: Archive) -> list[int]:
    try:
        names = [file.name for file in (archive.folder / PROPOSALS).iterdir()]
    except OSError:
        return []
    return sorted(int(name[:6]) for name in names if _FILE.fullmatch(name))


def _write(archive: Archive, name: str, content: object) -> None:
    text = json.dumps(content, ensure_ascii=False, indent=1, sort_keys=True)
    write_new(archive.folder / PROPOSALS / name, f"{text}\n".encode())
