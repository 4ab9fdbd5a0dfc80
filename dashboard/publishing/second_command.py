"""Propose, approve and withdraw from the command line."""

import argparse

from rich.console import Console

from dashboard.archive.archive import Archive
from dashboard.archive.proposals import proposals, state_of
from dashboard.compiling.progress import progress
from dashboard.publishing.approving import approve, propose, withdraw
from dashboard.publishing.telling import by_of, note, signature_of, tell
from dashboard.settings import Settings


def propose_by(archive: Archive, options: argparse.Namespace, settings: Settings) -> int:
    """Propose a package."""
    sentences: list[str] = []
    with progress(Console(stderr=True)) as say:
        made = propose(archive, options.package, settings, by_of(options, settings), say,
                       signature_of(options), sentences.append)  # fmt: skip
    for words in sentences:
        print(words)
    note(settings, "proposed", made.by.who, edition=made.edition, proposal=made.number)
    print(f"{archive.folder}: edition {made.edition} is proposal {made.number}. Somebody else shows it by "
          f"`python -m dashboard release approve {made.number}`.")  # fmt: skip
    return 0


def list_proposals(archive: Archive, _options: argparse.Namespace, _settings: Settings) -> int:
    """Say what was proposed, and what became of it."""
    for one in proposals(archive):
        print(f"{one.number}  {one.by.when}  {one.edition}  {state_of(archive, one):9}  {one.by.who}: "
              f"{one.by.why}")  # fmt: skip
    return 0


def approve_by(archive: Archive, options: argparse.Namespace, settings: Settings) -> int:
    """Show what somebody else proposed."""
    return tell(
        archive,
        approve(archive, options.number, settings, by_of(options, settings), signature_of(options)),
        settings,
    )


def withdraw_by(archive: Archive, options: argparse.Namespace, settings: Settings) -> int:
    """Propose something no longer."""
    by = by_of(options, settings)
    gone = withdraw(archive, options.number, by)
    note(settings, "withdrawn", by.who, edition=gone.edition, proposal=gone.number)
    print(f"{archive.folder}: edition {gone.edition} is no longer proposed.")
    return 0
