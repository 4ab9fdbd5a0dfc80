"""Signatures of editions, in the format of minisign: who answers for what is shown.

What is signed is the list of a package's files with their SHA-256, as `release manifest` writes
it; the signature lies beside the edition. Keys that are trusted are a setting.
"""

from base64 import b64decode
from collections.abc import Mapping
from hashlib import sha256
from importlib import import_module
from pathlib import Path

from dashboard.archive.archive import Archive, ArchiveError
from dashboard.publishing.durable import write_synced
from dashboard.publishing.taking import DRAFT
from dashboard.release.origin import made_from, package_list
from dashboard.settings import PREFIX, Settings
from geodata.disclosure.gate import Published, changed_files, nothing
from geodata.files.syncing import rename_synced

SIGNATURE = "manifest.minisig"
#: A signature has four lines; its comment may be as long as minisign lets it be.
_LONGEST = 20_000


def manifest_of(package: Path, published: Published = nothing) -> str:
    """Return what is signed of a package: its files as everybody sees them, with all hidden.

    `published` tells what was shown before. Raises `ArchiveError` where there is no package.
    """
    if not package.is_dir():
        raise ArchiveError(f"{package}: found no folder; allowed: a folder with a data package")
    files = {path: sha for path, sha in made_from(package).items() if path != DRAFT}
    changed = changed_files(package, published).items()
    return package_list(files | {path: sha256(content).hexdigest() for path, content in changed})


def read_signature(file: Path) -> bytes:
    """Return what a signature file holds; raise `ArchiveError` where it cannot be read."""
    try:
        with file.open("rb") as opened:
            return opened.read(_LONGEST)
    except OSError as error:
        raise ArchiveError(f"{file} cannot be read ({error.strerror}).") from error


def check_signature(manifest: str, signature: bytes, keys: tuple[str, ...]) -> str:
    """Return the trusted comment of a signature by one of the keys; raise `ArchiveError`."""
    if not keys:
        raise ArchiveError(f"No key is trusted: set {PREFIX}SIGNERS to the keys that may sign.")
    minisign = import_module("minisign")  # most archives need none of this
    try:
        read = minisign.Signature.from_bytes(signature)
        trusted = {_key_id(key): minisign.PublicKey.from_base64(key) for key in keys}
    except minisign.Error as error:
        raise ArchiveError(f"The signature is none of minisign's ({error}).") from error
    own = trusted.get(_key_id(bytes(read).splitlines()[1]))
    if own is None:
        raise ArchiveError(f"The signature is of a key that {PREFIX}SIGNERS does not name.")
    try:
        own.verify(manifest.encode(), read)
    except minisign.Error as error:
        raise ArchiveError("The signature is of other files than these.") from error
    return str(read.trusted_comment)


def _key_id(text: str | bytes) -> bytes:
    """The eight bytes by which a key, and the first line of a signature by it, are told apart."""
    return b64decode(text)[2:10]


def put_signature(archive: Archive, edition: str, signature: bytes, settings: Settings) -> str:
    """Keep a signature beside its edition once it is right; return its trusted comment."""
    said = check_signature(_manifest(archive, edition), signature, settings.signers)
    file = archive.at(edition) / SIGNATURE
    aside = file.with_name(f".{SIGNATURE}")
    write_synced(aside, signature)
    rename_synced(aside, file)
    return said


def demand_signature(archive: Archive, edition: str, settings: Settings) -> None:
    """Raise `ArchiveError` where the settings ask for a signature and an edition has no right one."""
    if settings.signers and (fault := fault_of(archive, edition, settings.signers)):
        raise ArchiveError(fault)


def fault_of(archive: Archive, edition: str, keys: tuple[str, ...]) -> str:
    """Say what is wrong with the signature of an edition; nothing where it is right."""
    file = archive.at(edition) / SIGNATURE
    if not file.is_file():
        return f"Edition {edition} is not signed."
    try:
        check_signature(_manifest(archive, edition), read_signature(file), keys)
    except ArchiveError as error:
        return f"Edition {edition}: {error}"
    return ""


def _manifest(archive: Archive, edition: str) -> str:
    """What was to be signed, by the files as they lie there now."""
    files: Mapping[str, str] = made_from(archive.package(edition))
    return package_list(files)
