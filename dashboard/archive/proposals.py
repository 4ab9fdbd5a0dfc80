"""Read what is proposed in an archive, and say what became of it.

`proposals/NNNNNN.json` of an archive names an edition, which is a copy of the draft by its
content: what is done to the draft afterwards is not published. `NNNNNN.withdrawn.json` beside
it says that it is no longer proposed. A proposal is over when what is shown changed meanwhile:
who approves has seen the difference to that.
"""

import json
import re
from dataclasses import dataclass
from enum import StrEnum

from dashboard.archive.archive import Archive, ArchiveError, By

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


def proposals(archive: Archive) -> list[Proposal]:
    """Return all proposals, in their order."""
    return [proposal_of(archive, number) for number in proposal_numbers(archive)]


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


def proposal_numbers(archive: Archive) -> list[int]:
    """Return the numbers of all proposals, in their order."""
    try:
        names = [file.name for file in (archive.folder / PROPOSALS).iterdir()]
    except OSError:
        return []
    return sorted(int(name[:6]) for name in names if _FILE.fullmatch(name))
