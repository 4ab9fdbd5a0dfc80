"""Switch what an archive shows: publish a package, or go back to an edition."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from filelock import FileLock, Timeout

from dashboard.archive.archive import DIFFERENCES, SWITCHES, Archive, ArchiveError, By, Switch
from dashboard.compiling.crew import Say, silent
from dashboard.publishing.durable import write_new, write_synced
from dashboard.publishing.kept import plain_difference
from dashboard.publishing.signing import (
    check_signature,
    demand_signature,
    manifest_of,
    put_signature,
)
from dashboard.publishing.taking import Tell, compiled, draft_of, published_in, take, tell_nobody
from dashboard.settings import Settings
from geodata.disclosure.gate import read_public
from geodata.package.loading import fingerprint_of

_LOCK = ".lock"


@contextmanager
def alone(archive: Archive) -> Iterator[None]:
    """Hold an archive; raise `ArchiveError` where somebody else does."""
    archive.folder.mkdir(parents=True, exist_ok=True)
    try:
        with FileLock(archive.folder / _LOCK, timeout=0):
            yield
    except Timeout as error:
        raise ArchiveError(
            f"Somebody else is publishing in {archive.folder}. Look at what they published, then "
            "try again."
        ) from error


def publish(archive: Archive, package: Path, settings: Settings, by: By, say: Say = silent,
            signature: bytes = b"", hidden: Tell = tell_nobody) -> Switch:  # fmt: skip
    """Make a package the one that is shown; return the switch.

    Until its last step the archive shows what it showed. `hidden` is told which figures nobody
    sees in it. Raises `ArchiveError` where nothing would change, a draft began from something
    else than what is shown, or somebody else publishes, `geodata.reading.faults.PackageError` for
    a package with errors, `OSError` where the archive cannot be written. Where the settings ask for a second
    person nobody publishes alone: see `approving.py`. Where they name signers, the edition is
    signed by one of them: by `signature`, or already.
    """
    if settings.approval:
        raise ArchiveError("A second person has to approve: propose the package instead.")
    with alone(archive):
        before, edition = taken(archive, package, settings, by, say, signature, hidden)
        return switch_to(archive, Switch(0, edition, before, "publish", by), settings)


def taken(archive: Archive, package: Path, settings: Settings, by: By, say: Say,
          signature: bytes, hidden: Tell) -> tuple[str | None, str]:  # fmt: skip
    """Take a package into an archive that is held; return what is shown, and its edition.

    `hidden` is told which of its figures are hidden.
    """
    before = archive.current()
    if before is not None:
        _refuse_outdated(archive, package, before)
    if signature:  # a wrong one is told before anything is compiled
        manifest = manifest_of(package, partial(published_in, archive))
        check_signature(manifest, signature, settings.signers)
    edition = take(archive, package, settings, by, say, hidden)
    if edition == before:
        raise ArchiveError(f"{package} is what is published already (edition {edition}).")
    if signature:
        put_signature(archive, edition, signature, settings)
    return before, edition


def _refuse_outdated(archive: Archive, package: Path, before: str) -> None:
    """A draft that began from something else would undo what was published since."""
    began = draft_of(package).get("fingerprint")
    shown = archive.package(before)
    if began is not None and began not in (fingerprint_of(shown), archive.about(before).source):
        raise ArchiveError(
            f"{package} began from another package than edition {before}, which is shown, and "
            f"would undo what was changed since. Import its files anew with --package {shown}."
        )


def rollback(archive: Archive, edition: str, settings: Settings, by: By) -> Switch:
    """Show an edition again that was shown before; return the switch."""
    with alone(archive):
        before = archive.current()
        if edition == before:
            raise ArchiveError(f"Edition {edition} is what is shown already.")
        if edition not in archive.shown():
            raise ArchiveError(f"Edition {edition} was never shown: it is only proposed.")
        compiled(archive, edition, settings)
        return switch_to(archive, Switch(0, edition, before, "rollback", by), settings)


def switch_to(archive: Archive, wanted: Switch, settings: Settings) -> Switch:
    """Write a switch of an archive that is held, with the next number; return it.

    Raises `ArchiveError` where the edition is not signed as the settings ask.
    """
    demand_signature(archive, wanted.edition, settings)
    if wanted.before is not None:
        keep_difference(archive, wanted.before, wanted.edition)
    switch = replace(wanted, number=max(archive.numbers(), default=0) + 1)
    write_new(archive.folder / SWITCHES / f"{switch.number:06}.json", switch.text().encode())
    return switch


def keep_difference(archive: Archive, before: str, after: str) -> None:
    """Keep what lies between two editions, for the pages that tell of it."""
    if archive.difference(before, after) is not None:
        return
    old, new = (read_public(archive.package(one)) for one in (before, after))
    content = json.dumps(plain_difference(old, new), ensure_ascii=False).encode()
    file = archive.folder / DIFFERENCES / f"{before}-{after}.json"
    aside = file.with_name(f".{file.name}")
    write_synced(aside, content)
    aside.replace(file)
