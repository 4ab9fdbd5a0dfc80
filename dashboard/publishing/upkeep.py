"""Look after an archive: hold everything against its hashes, and let old editions go."""

import shutil
from collections.abc import Iterator

from dashboard.archive.archive import COMPILED, PACKAGE, Archive, ArchiveError
from dashboard.archive.proposals import State, proposals, state_of
from dashboard.publishing.publish import alone
from dashboard.publishing.signing import fault_of
from dashboard.publishing.taking import GONE
from dashboard.release.manifest import ReleaseError
from dashboard.release.origin import made_from, package_version
from dashboard.release.reading import open_release


def faults_of(archive: Archive, signers: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield what of an archive is not as it was written; nothing where all of it is.

    With `signers` every edition that may be shown has to be signed by one of them.
    """
    before = None
    for number in archive.numbers():
        try:
            switch = archive.switch(number)
        except ArchiveError as error:
            yield str(error)
            continue
        if switch.before != before:
            yield f"Switch {number} follows {switch.before}, but {before} was shown."
        before = switch.edition
    if before is not None and before not in archive.editions():
        yield f"Edition {before} is shown, but is not there."
    yield from _faults_of_proposals(archive)
    shown = archive.shown()
    for edition in archive.editions():
        yield from _faults_of_edition(archive, edition)
        if signers and edition in shown and (fault := fault_of(archive, edition, signers)):
            yield fault


def _faults_of_proposals(archive: Archive) -> Iterator[str]:
    try:
        open_ones = [one for one in proposals(archive) if state_of(archive, one) is State.OPEN]
    except ArchiveError as error:
        yield str(error)
        return
    there = archive.editions()
    for one in open_ones:
        if one.edition not in there:
            yield f"Edition {one.edition} of proposal {one.number} is not there."


def _faults_of_edition(archive: Archive, edition: str) -> Iterator[str]:
    try:
        about = archive.about(edition)
    except ArchiveError as error:
        yield str(error)
        return
    folder = archive.at(edition)
    found = made_from(folder / PACKAGE)
    for path in sorted(found.keys() | about.files.keys()):
        if found.get(path) != about.files.get(path):
            yield f"Edition {edition}: {PACKAGE}/{path} is not as it was published."
    if package_version(about.files) != edition:
        yield f"Edition {edition}: about.json names other files than the id."
    for release in sorted((folder / COMPILED).glob("*")):
        try:
            opened = open_release(release)
            for path in opened.manifest.files:
                opened.content(path)
        except ReleaseError as error:
            yield f"Edition {edition}: {error}"


def prune(archive: Archive, keep: int) -> list[str]:
    """Remove editions that were not shown in the last `keep` switches; return their ids.

    What is proposed stays.

    The switches stay: they say what was shown and when.
    """
    with alone(archive):
        kept = {switch.edition for switch in archive.switches()[-max(keep, 1) :]}
        kept |= {one.edition for one in proposals(archive) if state_of(archive, one) is State.OPEN}
        gone = [edition for edition in archive.editions() if edition not in kept]
        for edition in gone:
            folder = archive.at(edition)
            aside = folder.with_name(f"{GONE}{edition}")
            folder.rename(aside)
            shutil.rmtree(aside)
    return gone
