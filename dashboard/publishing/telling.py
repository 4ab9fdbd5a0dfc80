"""What the commands share: who gives one, what is said of a switch, and noted of it."""

import argparse
import sys
from datetime import UTC, datetime
from pathlib import Path

from dashboard.archive.archive import Archive, By, Switch
from dashboard.identity.log import AuditLog
from dashboard.identity.system import system_user
from dashboard.publishing.signing import read_signature
from dashboard.settings import PREFIX, Settings, SettingsError

#: What the log calls a switch.
_EVENTS = {"publish": "published", "rollback": "rolled back", "approve": "approved and published"}


def say_who(command: argparse.ArgumentParser) -> None:
    """Let a command be given in somebody's name."""
    command.add_argument("--who", help=f"default: {system_user()}")


def say_signature(command: argparse.ArgumentParser, *, required: bool = False) -> None:
    """Let a command take a signature along."""
    command.add_argument("--signature", type=Path, metavar="FILE", required=required,
                         help="what `minisign -Sm` made of the file of `release manifest`")  # fmt: skip


def signature_of(options: argparse.Namespace) -> bytes:
    """Return what the named file holds; nothing where none is named."""
    return read_signature(options.signature) if options.signature else b""


def by_of(options: argparse.Namespace, settings: Settings) -> By:
    """Who gives the command; where two have to agree, nobody can do it in another's name."""
    own = system_user()
    if settings.approval and options.who not in (None, own):
        raise SettingsError(
            f"--who: found '{options.who}'; allowed where {PREFIX}APPROVAL is set: nothing, it is {own}"
        )
    return By(options.who or own, datetime.now(UTC).isoformat(timespec="seconds"), options.why)


def note(settings: Settings, event: str, who: str, **facts: str | int | None) -> None:
    """Note in the log of the staff area, where there is one, what was done beside it."""
    if settings.staff is not None:
        log = AuditLog(settings.staff)
        try:
            log.write(event, who, account=system_user(), at="command line", **facts)
        except OSError as error:  # it is done by now
            print(f"{log.file} could not be written ({error.strerror}).", file=sys.stderr)


def tell(archive: Archive, switch: Switch, settings: Settings) -> int:
    """Say what is shown now, and note it; return 0."""
    approved = switch.approved
    note(settings, _EVENTS["approve" if approved else switch.kind],
          (approved or switch.by).who, edition=switch.edition, before=switch.before,
          number=switch.number, proposal=switch.proposal)  # fmt: skip
    print(f"{archive.folder}: edition {switch.edition} is shown from {switch.by.when}"
          + (f", after {switch.before}" if switch.before else "") + ".")  # fmt: skip
    return 0
